"""Cells: an input together with the place in the ladder that it shows and writes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from laddereditor.edits.reading.conventions import Conventions
from laddereditor.gui.forms.form_editor import FormEditor
from laddereditor.gui.forms.labels import set_style_property
from laddereditor.gui.text.growing import TextInput
from laddereditor.gui.text.line import LineInput
from laddereditor.model.address import FieldPath
from laddereditor.presentation.forms.form_values import FormValue, own_value

_UNSET = object()


class _Opened:
    """The own value that a field had before the present typing in it, which Escape brings back."""

    def __init__(self, form_editor: FormEditor, path: FieldPath) -> None:
        self._form_editor, self.path = form_editor, path
        self._value: object = _UNSET

    def note(self) -> None:
        """Remember the value, before the first letter of a typing is taken."""
        if self._value is _UNSET and self._form_editor.place is not None:
            self._value = own_value(self._form_editor.shown.entity, self.path)

    def end(self) -> None:
        """What was typed is taken: Escape does not bring the value back any more."""
        self._value = _UNSET

    def restore(self) -> None:
        """Bring the value back, if something else was typed since."""
        value, self._value = self._value, _UNSET
        place = self._form_editor.place
        if value is not _UNSET and place and own_value(place.entity, self.path) != value:
            self._form_editor.restore_value(self.path, value)


class TextCell:
    """A text that is typed into a line or a growing editor; each key is an edit at once.

    An inherited text is grey; typing in it makes it the entity's own. An own text that is
    emptied is inherited again: the editor stays empty, with the inherited text as a hint, until
    the person leaves.
    """

    def __init__(
        self, form_editor: FormEditor, path: FieldPath, editor: LineInput | TextInput
    ) -> None:
        """Connect an input with a field.

        Args:
            form_editor: Shows and edits the entity.
            path: The field.
            editor: The input.
        """
        self.form_editor, self.editor = form_editor, editor
        self._opened = _Opened(form_editor, path)
        self._last: object = _UNSET
        self._shown = FormValue("")
        self._emptied = False
        self._filled = -1
        editor.typed.connect(self._on_typed)
        editor.left.connect(self._on_left)
        editor.given_up.connect(self._restore)
        done = editor.returnPressed if isinstance(editor, LineInput) else editor.finished
        done.connect(self._end)

    @property
    def path(self) -> FieldPath:
        """Where the text is."""
        return self._opened.path

    def set_path(self, path: FieldPath) -> None:
        """Show another text from now on."""
        self._opened.end()
        self._opened.path = path
        self.forget()

    def show(self, shown: FormValue, *, read_only: bool = False, hint: str = "") -> None:
        """Show a value; what is being typed is left alone.

        Args:
            shown: The value, and whether it is inherited.
            read_only: Whether it cannot be edited.
            hint: The placeholder of an empty input.
        """
        if self._filled != self.form_editor.filled:
            self._filled, self._emptied = self.form_editor.filled, False
            self._opened.end()
        self._shown = shown
        self.editor.setReadOnly(read_only)
        waiting = self._emptied and shown.inherited and self.editor.hasFocus()
        set_style_property(self.editor, "inherited", shown.inherited and not waiting)
        self._set_hint(str(shown.value) if waiting else hint)
        if waiting:
            self._last = _UNSET
            return
        if shown.value != self._last:
            self._last = shown.value
            self._opened.end()
            self.editor.put(str(shown.value or ""))

    def forget(self) -> None:
        """Discard what was typed, so that the next update shows the value."""
        self._last = _UNSET

    def _set_hint(self, text: str) -> None:
        if isinstance(self.editor, TextInput):
            self.editor.set_hint(text)
        elif self.editor.placeholderText() != text:
            self.editor.setPlaceholderText(text)

    def _on_typed(self, text: str) -> None:
        self._opened.note()
        self._emptied = not text
        self._last = text
        self.form_editor.type_in(self.path, text)

    def _on_left(self) -> None:
        if self._emptied:
            self._emptied = False
            self.show(self._shown, read_only=self.editor.isReadOnly())
        self._end()

    def _end(self) -> None:
        """Take what was typed: Escape and further typing no longer change it."""
        self._opened.end()
        self.form_editor.end_typing()

    def _restore(self) -> None:
        self._emptied = False
        self._last = _UNSET
        self._opened.restore()
        self.show(self._shown, read_only=self.editor.isReadOnly())


@dataclass(frozen=True, slots=True)
class Parsing:
    """How a text that is typed becomes a value of a field, and how the value is shown."""

    # Returns the value of a text. A ValueError says in a sentence why it has none.
    parse: Callable[[str, Conventions], Any]
    write: Callable[[Any], str]  # returns the text of a value
    take: Callable[[Any], bool]  # writes a value into the ladder, False if nothing has changed
    show_reason: Callable[[str], None]  # shows why a text has no value, "" if it has one
    typing: FieldPath = FieldPath()  # the field that `take` writes to, if it is not the cell's own
    part: Callable[[Any], Any] = lambda value: value  # returns what the cell shows of a value


class ParsedCell:
    """A value that is typed as text, such as a date or a number. Only valid values are taken.

    After every key the ladder holds the value of the whole text or, while the text is not valid,
    the value from before the typing began. An invalid text stays visible, marked, with the reason.
    """

    def __init__(
        self, form_editor: FormEditor, path: FieldPath, editor: LineInput, parsing: Parsing
    ) -> None:
        """Connect an input with a field.

        Args:
            form_editor: Shows and edits the entity.
            path: The field, or the part of one that the input shows.
            editor: The input.
            parsing: How its text becomes a value.
        """
        self.form_editor, self.path, self.editor = form_editor, path, editor
        self._parsing, self._typing = parsing, parsing.typing or path
        self._opened = _Opened(form_editor, self._typing)
        self._last: object = _UNSET
        self._stored: object = None  # what the ladder holds
        self._emptied = False
        self._filled = -1
        editor.typed.connect(self._on_typed)
        editor.left.connect(self._on_left)
        editor.given_up.connect(self._restore)
        editor.returnPressed.connect(self._opened.end)

    def show(self, value: object, *, inherited: bool = False, read_only: bool = False) -> None:
        """Show a value, or the text that was typed in its place and could not be taken.

        Args:
            value: The value.
            inherited: Whether it is inherited.
            read_only: Whether it cannot be edited.
        """
        if self._filled != self.form_editor.filled:
            self._filled, self._last = self.form_editor.filled, _UNSET
            self._emptied = False
            self._opened.end()
        self._stored = value
        self.editor.setReadOnly(read_only)
        waiting = self._emptied and inherited and self.editor.hasFocus()
        refused = self.form_editor.refused_text(self.path)
        set_style_property(self.editor, "inherited", inherited and not waiting and refused is None)
        if refused is not None:
            self._last = _UNSET
            self._show_text(refused.text, refused.reason)
        elif value != self._last and not waiting:
            self._last = value
            self._opened.end()
            self._show_text(self._parsing.write(value), "")

    def _show_text(self, text: str, reason: str) -> None:
        set_style_property(self.editor, "refused", bool(reason))
        self._parsing.show_reason(reason)
        self.editor.put(text)

    def forget(self) -> None:
        """Discard what was typed, so that the next update shows the value."""
        self._last = _UNSET

    def put(self, value: object, filled: int) -> None:
        """Take a picked value, unless the page was filled again (`filled` counts this) since."""
        if filled != self.form_editor.filled or self.editor.isReadOnly():
            return
        self.form_editor.accept(self.path)
        self._last = _UNSET
        if self._parsing.take(value):
            self.form_editor.end_typing()

    def _on_typed(self, text: str) -> None:
        self._opened.note()
        try:
            value = self._parsing.parse(text, self.form_editor.conventions)
        except ValueError as error:
            set_style_property(self.editor, "refused", True)
            set_style_property(self.editor, "inherited", False)
            self._parsing.show_reason(str(error))
            self._last = _UNSET
            self.form_editor.refuse(self.path, text, str(error), typing=self._typing)
            return
        set_style_property(self.editor, "refused", False)
        self._parsing.show_reason("")
        self._last = self._parsing.part(value)
        self._emptied = value is None
        self.form_editor.accept(self.path)
        self._parsing.take(value)

    def _on_left(self) -> None:
        if self._emptied:
            self._emptied = False
            self._last = self._stored
            self.editor.put(self._parsing.write(self._stored))
            set_style_property(self.editor, "inherited", self._stored is not None)
        elif self._stored == self._last and self.form_editor.refused_text(self.path) is None:
            self.editor.put(
                self._parsing.write(self._stored)
            )  # 60.000 is shown as 60000 from now on
        self._opened.end()
        self.form_editor.end_typing()

    def _restore(self) -> None:
        self.form_editor.accept(self.path)
        self._emptied = False
        self._opened.restore()
        self._last = self._stored
        self._show_text(self._parsing.write(self._stored), "")
