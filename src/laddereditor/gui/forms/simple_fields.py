"""Fields of one value: a line, a text, an id, a choice, a reference, a date, a number."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from laddereditor.edits.cell_texts import YES
from laddereditor.edits.cells.reading import read_field
from laddereditor.gui.forms.block import Field, focus_text
from laddereditor.gui.forms.calendar_popup import with_calendar
from laddereditor.gui.forms.cells import ParsedCell, Parsing, TextCell
from laddereditor.gui.forms.form_editor import FormEditor
from laddereditor.gui.forms.inputs import ChoiceInput
from laddereditor.gui.forms.labels import PlainLabel, set_style_property
from laddereditor.gui.look.theme import current_theme
from laddereditor.gui.text.growing import TextInput
from laddereditor.gui.text.line import LineInput
from laddereditor.model.fields import FieldSpec
from laddereditor.model.kinds import kind_of
from laddereditor.model.number_text import number_text
from laddereditor.presentation.forms.form_values import EntityForm, own_value, shown_at
from laddereditor.presentation.forms.value_labels import (
    choice_options,
    reference_options,
)


class TextField(Field):
    """A line or a paragraph, perhaps inherited."""

    def __init__(
        self, form_editor: FormEditor, spec: FieldSpec, parent: QWidget | None = None
    ) -> None:
        super().__init__(form_editor, spec.name, spec.title, parent=parent)
        long = spec.shape == "text"
        self.editor: LineInput | TextInput = TextInput(self) if long else LineInput(self)
        self.explain(spec.help, shown=spec.readers == "editors")
        self.add_body(self.editor)
        self.name_editor(self.editor, spec.name, spec.title, spec.help)
        self.cell = TextCell(form_editor, spec.name, self.editor)
        self.overridden.connect(lambda: self.focus(()))

    def bind(self, place: EntityForm) -> None:
        """Show the text."""
        shown = shown_at(place, self.path)
        self.show_origin(shown, read_only=place.read_only)
        self.cell.show(shown, read_only=place.read_only)

    def focus(self, rest: Sequence[str]) -> QWidget:
        """Give the text the focus and select it."""
        return focus_text(self.editor)

    def forget(self) -> None:
        """Discard what was typed and show the value."""
        self.cell.forget()


class IdField(Field):
    """An id: taken on Enter or on leaving, together with everything that refers to it."""

    def __init__(
        self, form_editor: FormEditor, spec: FieldSpec, parent: QWidget | None = None
    ) -> None:
        super().__init__(form_editor, spec.name, spec.title, parent=parent)
        self.editor = LineInput(self, late=True)
        self.explain(f"{spec.help} Whatever refers to it follows a change.", shown=False)
        self.add_body(self.editor)
        self.name_editor(self.editor, spec.name, spec.title, spec.help)
        self._value = ""
        self._filled = -1
        # An id that is edited after it was refused is kept again when the person is done.
        self.editor.typed.connect(lambda _text: self.form_editor.accept(self.path))
        self.editor.returnPressed.connect(self.flush)
        self.editor.left.connect(self.flush)
        self.editor.given_up.connect(self._restore)

    def bind(self, place: EntityForm) -> None:
        """Show the id; one that is being typed is left alone, and so is one that was refused."""
        self.editor.setReadOnly(place.read_only)
        value = str(own_value(place.entity, self.path) or "")
        refused = self.form_editor.refused_text(self.path)
        if refused is not None:
            self._value, self._filled = value, self.form_editor.filled
            self._show_refused(refused.text, refused.reason)
        elif value != self._value or self._filled != self.form_editor.filled or not self._is_typing:
            self._value, self._filled = value, self.form_editor.filled
            self._show_value()

    @property
    def _is_typing(self) -> bool:
        return self.editor.isModified()

    def flush(self) -> None:
        """Take what is typed; if it is refused, keep it visible with the reason."""
        typed = self.editor.text().strip()
        if self.editor.isReadOnly() or not self._is_typing:
            return
        if typed == self._value:
            self._restore()
            return
        refusal = self.form_editor.rename(typed)
        if refusal:
            self._show_refused(self.editor.text(), refusal)
            self.form_editor.refuse(self.path, self.editor.text(), refusal)
        else:
            self.form_editor.accept(self.path)
            self._show_taken()

    def _show_refused(self, text: str, reason: str) -> None:
        self.show_text(reason)
        set_style_property(self.editor, "refused", True)
        self.editor.put(text)
        self.editor.setModified(True)

    def _show_taken(self) -> None:
        self.show_text("")
        set_style_property(self.editor, "refused", False)
        self.editor.setModified(False)

    def _show_value(self) -> None:
        self.editor.put(self._value)
        self._show_taken()

    def _restore(self) -> None:
        self.form_editor.accept(self.path)
        self._show_value()

    def focus(self, rest: Sequence[str]) -> QWidget:
        """Give the id the focus and select it."""
        return focus_text(self.editor)


class ChoiceField(Field):
    """One of a few words, or the name of another entity. What is unknown is kept and shown."""

    def __init__(
        self, form_editor: FormEditor, spec: FieldSpec, parent: QWidget | None = None
    ) -> None:
        super().__init__(form_editor, spec.name, spec.title, parent=parent)
        self._spec = spec
        self.editor = ChoiceInput(self)
        self.explain(spec.help, shown=False)
        self.add_body(self.editor)
        self.name_editor(self.editor, spec.name, spec.title, spec.help)
        if spec.choices:
            self.editor.offer(choice_options(spec))
        self.editor.chosen.connect(self._on_chosen)

    def bind(self, place: EntityForm) -> None:
        """Show the choice."""
        if self._spec.refers_to:
            options = reference_options(place.ladder, self._spec.refers_to)
            self.editor.offer(options[1:] if self._is_key(place) else options)
        self.shows_more = self._is_key(place)  # why the last choice was refused
        shown = shown_at(place, self.path)
        self.show_origin(shown, read_only=place.read_only)
        self.editor.setEnabled(not place.read_only)
        self.editor.put(str(shown.value or ""))
        self.show_text("")

    def _is_key(self, place: EntityForm) -> bool:
        kind = kind_of(place.entity)
        return kind is not None and kind.key == self.path

    def _on_chosen(self, value: str) -> None:
        if self.form_editor.place is None or value == str(
            own_value(self.form_editor.shown.entity, self.path) or ""
        ):
            return
        if self._is_key(self.form_editor.shown):
            refusal = self.form_editor.rename(value)
            if refusal:
                self.bind(self.form_editor.shown)
            self.show_text(refusal)
        else:
            self.form_editor.put(self.path, value)

    def focus(self, rest: Sequence[str]) -> QWidget:
        """Give the choice the focus."""
        self.editor.setFocus()
        return self.editor


class ParsedField(Field):
    """A date or a number, typed as text; an invalid text is not taken."""

    def __init__(
        self, form_editor: FormEditor, spec: FieldSpec, parent: QWidget | None = None
    ) -> None:
        super().__init__(form_editor, spec.name, spec.title, parent=parent)
        self.editor = LineInput(self)
        self.explain(spec.help, shown=False)
        is_date = spec.shape == "date"
        self.cell = ParsedCell(
            form_editor,
            spec.name,
            self.editor,
            Parsing(
                parse=partial(read_field, spec),
                write=_date_text if is_date else number_text,
                take=lambda value: form_editor.type_in(self.path, value),
                show_reason=self.show_text,
            ),
        )
        if is_date:
            self.editor.setPlaceholderText("2026-12-01")
            self.add_body(with_calendar(self.editor, self.cell, self))
        else:
            self.add_body(self._with_unit(spec.unit))
        self.overridden.connect(lambda: self.focus(()))
        self.name_editor(self.editor, spec.name, spec.title, spec.help)

    def _with_unit(self, unit: str) -> QWidget:
        """Return the editor with the unit of its number behind it."""
        if not unit:
            return self.editor
        body = QWidget(self)
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current_theme().space("s"))
        row.addWidget(self.editor)
        row.addWidget(PlainLabel(unit, "text_muted", parent=body))
        body.setFocusProxy(self.editor)
        return body

    def forget(self) -> None:
        """Discard what was typed and show the value."""
        self.cell.forget()

    def bind(self, place: EntityForm) -> None:
        """Show the value."""
        shown = shown_at(place, self.path)
        self.show_origin(shown, read_only=place.read_only)
        self.cell.show(shown.value, inherited=shown.inherited, read_only=place.read_only)

    def focus(self, rest: Sequence[str]) -> QWidget:
        """Give the value the focus and select it."""
        return focus_text(self.editor)


class FlagField(Field):
    """A box that is ticked or not."""

    def __init__(
        self, form_editor: FormEditor, spec: FieldSpec, parent: QWidget | None = None
    ) -> None:
        super().__init__(form_editor, spec.name, spec.title, parent=parent)
        self.editor = QCheckBox(YES, self)
        self.explain(spec.help, shown=False)
        self.add_body(self.editor)
        self.name_editor(self.editor, spec.name, spec.title, spec.help)
        self.editor.clicked.connect(lambda ticked: form_editor.put(self.path, ticked))

    def bind(self, place: EntityForm) -> None:
        """Show whether it is set."""
        self.editor.setEnabled(not place.read_only)
        self.editor.setChecked(bool(own_value(place.entity, self.path)))

    def focus(self, rest: Sequence[str]) -> QWidget:
        """Give the box the focus."""
        self.editor.setFocus()
        return self.editor


def _date_text(value: object) -> str:
    return "" if value is None else str(value)  # a text that is not a date is shown as it is
