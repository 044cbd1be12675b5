"""Fields with an entry for each factor, proficiency or competency."""

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from laddereditor.gui.forms.block import Field, FormBlock, focus_text
from laddereditor.gui.forms.cells import TextCell
from laddereditor.gui.forms.form_editor import FormEditor
from laddereditor.gui.forms.labels import PlainLabel
from laddereditor.gui.forms.list_fields import focus_row, row_marks
from laddereditor.gui.forms.statements.model import ListWords
from laddereditor.gui.forms.statements.view import StatementView
from laddereditor.gui.look.theme import current_theme
from laddereditor.gui.text.growing import TextInput
from laddereditor.model.address import FieldPath
from laddereditor.model.base import Entity
from laddereditor.model.fields import FieldSpec
from laddereditor.model.grouping import grouped_label
from laddereditor.model.kinds import KINDS, by_id
from laddereditor.model.parents import own_competencies
from laddereditor.presentation.forms.form_values import EntityForm, FormValue, own_value, shown_at
from laddereditor.rules.finding import Finding


class TextEntry(FormBlock):
    """The text of one factor or proficiency."""

    def __init__(self, form_editor: FormEditor, spec: FieldSpec, parent: QWidget) -> None:
        path = spec.name
        super().__init__(form_editor, path, parent=parent)
        self.editor = TextInput(self, least_lines=1)
        self.add_body(self.editor)
        self.cell = TextCell(form_editor, path, self.editor)
        self.overridden.connect(self._on_overridden)

    def rename(self, path: FieldPath, title: str, help_text: str) -> None:
        """Show another entry of the mapping.

        Args:
            path: The path of the entry.
            title: Its heading.
            help_text: Its explanation, for the tooltip.
        """
        if path != self.path or not self.editor.objectName():
            self.set_path(path)
            self.cell.set_path(path)
            self.name_editor(self.editor, path.replace("/", "."), title, help_text)
        self.retitle(title, help_text)

    def bind(self, place: EntityForm) -> None:
        """Show the text."""
        shown = shown_at(place, self.path)
        shown = shown if shown.value else FormValue("", origin=shown.origin)
        self.show_origin(shown, read_only=place.read_only)
        self.cell.show(shown, read_only=place.read_only)

    def focus(self, rest: Sequence[str]) -> QWidget:
        """Give the text the focus and select it."""
        return focus_text(self.editor)

    def _on_overridden(self) -> None:
        self.focus(())


class ListEntry(FormBlock):
    """The expectations of one competency."""

    def __init__(self, form_editor: FormEditor, spec: FieldSpec, parent: QWidget) -> None:
        path = spec.name
        super().__init__(form_editor, path, parent=parent)
        words = ListWords(spec.entry_title, f"Add {spec.entry}")
        self.view = StatementView(form_editor, path, words, self)
        self.add_body(self.view)
        self.overridden.connect(self.view.setFocus)

    def rename(self, path: FieldPath, title: str, help_text: str) -> None:
        """Show another entry of the mapping.

        Args:
            path: The path of the entry.
            title: Its heading.
            help_text: Its explanation, for the tooltip.
        """
        if path != self.path or not self.view.objectName():
            self.view.editing.end()
            self.set_path(path)
            self.view.editing.path = path
            self.name_editor(self.view, path.replace("/", "."), title, help_text)
        self.retitle(title, help_text)

    def bind(self, place: EntityForm) -> None:
        """Show the list."""
        shown = shown_at(place, self.path)
        self.show_origin(shown, read_only=place.read_only)
        self.view.show_items(
            shown.value or (), inherited=shown.inherited, read_only=place.read_only
        )

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what is wrong below the list, and mark its rows."""
        super().show_findings(findings)
        self.view.mark(row_marks(findings, self.path))

    def focus(self, rest: Sequence[str]) -> QWidget:
        """Go to the list, or to one row of it."""
        return focus_row(self.view, rest)


class GroupField(Field):
    """One entry for each key that the ladder, the family or the entity itself names."""

    def __init__(
        self, form_editor: FormEditor, spec: FieldSpec, parent: QWidget | None = None
    ) -> None:
        super().__init__(form_editor, spec.name, spec.title, big=True, parent=parent)
        self._spec = spec
        self.explain(spec.help)
        self._make = ListEntry if spec.shape == "expectations" else TextEntry
        self._body = QWidget(self)
        self._entries: list[TextEntry | ListEntry] = []
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(0, current_theme().space("xs"), 0, 0)
        self._column.setSpacing(current_theme().space("m"))
        self._empty = PlainLabel(self._what_to_do(), "text_muted", wrap=True, parent=self._body)
        self._column.addWidget(self._empty)
        self.add_body(self._body)
        self.name_editor(self._body, spec.name, spec.title, spec.help)

    def _what_to_do(self) -> str:
        plural = KINDS[self._spec.refers_to].plural.lower()
        return f"This ladder has no {plural} yet. Add some in the tree, then describe them here."

    def bind(self, place: EntityForm) -> None:
        """Show an entry for each key, making or hiding entries as needed."""
        titles = self._titles(place)
        while len(self._entries) < len(titles):
            entry = self._make(self.form_editor, self._spec, self._body)
            self._column.addWidget(entry)
            self._entries.append(entry)
        for entry, (key, known) in zip(self._entries, titles.items(), strict=False):
            title = grouped_label(known) if known else f"{key} (unknown)"
            entry.rename(
                FieldPath(self.path).entry(key), title, str(getattr(known, "description", ""))
            )
            entry.bind(place)
        for number, entry in enumerate(self._entries):
            entry.setVisible(number < len(titles))
        self._empty.setVisible(not titles)

    def _titles(self, place: EntityForm) -> dict[str, Entity | None]:
        titles: dict[str, Entity | None] = dict(by_id(place.ladder, self._spec.refers_to))
        if self._spec.refers_to == "competency" and place.family is not None:
            titles |= {one.id: one for one in own_competencies(place.ladder, place.family)}
        whole = place.resolved
        own: dict[str, object] = own_value(place.entity, self.path) or {}
        for key in whole.entries(self._spec.name) if whole else own:
            titles.setdefault(key, None)
        return titles

    def flush(self) -> None:
        """Remove emptied rows from their lists."""
        for entry in self._entries:
            if isinstance(entry, ListEntry):
                entry.view.editing.flush()

    def leave(self) -> None:
        """End the typing in a row."""
        for entry in self._entries:
            if isinstance(entry, ListEntry):
                entry.view.editing.end()

    def forget(self) -> None:
        """Discard what was typed and show every text."""
        for entry in self._entries:
            if isinstance(entry, TextEntry):
                entry.cell.forget()

    def blocks(self) -> Iterator[FormBlock]:
        """Yield this block and those of the entries in use."""
        yield self
        yield from (entry for entry in self._entries if entry.isVisibleTo(self._body))

    def focus(self, rest: Sequence[str]) -> QWidget:
        """Go to the first entry, or to the one a path names."""
        wanted = FieldPath(self.path).at(*rest[:1])
        for entry in self._entries:
            shown = entry.isVisibleTo(self._body)
            if shown and (not rest or entry.path == wanted):
                return entry.focus(rest[1:])
        self.setFocus()
        return self
