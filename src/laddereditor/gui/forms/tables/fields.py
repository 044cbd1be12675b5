"""Fields that are tables to be read: the history, how the ladder is checked."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from laddereditor.gui.forms.block import Field
from laddereditor.gui.forms.form_editor import FormEditor
from laddereditor.gui.forms.labels import PlainLabel
from laddereditor.gui.forms.tables.model import RecordSpec
from laddereditor.gui.forms.tables.view import RecordTable
from laddereditor.model.address import FieldPath
from laddereditor.model.fields import FieldSpec
from laddereditor.model.ladder import AcceptedFinding, Checks, PublishedVersion
from laddereditor.presentation.forms.form_values import EntityForm, own_value
from laddereditor.presentation.workspace.refused_texts import RefusedText


def focus_cell(table: RecordTable, rest: Sequence[str]) -> QWidget:
    """Go to a table, or to the cell that the rest of a path names: `0/code`."""
    table.setFocus()
    if rest and rest[0].isdigit():
        names: list[str] = [spec.name for spec in table.records.specs]
        column = names.index(rest[1]) if len(rest) > 1 and rest[1] in names else 0
        table.setCurrentIndex(table.records.index(int(rest[0]), column))
    return table


class TableTexts:
    """The texts that cells of a table refused, kept for the record shown."""

    def __init__(self, form_editor: FormEditor, path: FieldPath) -> None:
        self._form_editor, self._path = form_editor, path

    def keep(self, row: int, name: str, text: str, reason: str) -> None:
        """Keep a text of a cell."""
        self._form_editor.refuse(self._path.at(str(row), name), text, reason)

    def drop(self, row: int, name: str) -> None:
        """Discard the kept text of a cell."""
        self._form_editor.accept(self._path.at(str(row), name))

    def at(self, row: int, name: str) -> RefusedText | None:
        """Return the text kept of a cell, None if there is none."""
        return self._form_editor.refused_text(self._path.at(str(row), name))


class HistoryField(Field):
    """The published versions, read-only."""

    def __init__(
        self, form_editor: FormEditor, spec: FieldSpec, parent: QWidget | None = None
    ) -> None:
        super().__init__(form_editor, spec.name, spec.title, parent=parent)
        self.explain(spec.help)
        self._empty = PlainLabel("No version has been published yet.", "text_muted", parent=self)
        self.table = RecordTable(RecordSpec(PublishedVersion), self)
        self.add_body(self._empty)
        self.add_body(self.table)
        self.name_editor(self.table, spec.name, spec.title, spec.help)

    def bind(self, place: EntityForm) -> None:
        """Show the versions."""
        records = own_value(place.entity, self.path) or ()
        self.table.setVisible(bool(records))
        self._empty.setVisible(not records)
        self.table.show_records(records, read_only=True)

    def focus(self, rest: Sequence[str]) -> QWidget:
        """Go to the table."""
        return focus_cell(self.table, rest)


class ChecksField(Field):
    """Changed severities of rules, and accepted findings, read-only."""

    def __init__(
        self, form_editor: FormEditor, spec: FieldSpec, parent: QWidget | None = None
    ) -> None:
        super().__init__(form_editor, spec.name, "Accepted findings", parent=parent)
        self._rules = PlainLabel(role="text_muted", wrap=True, parent=self)
        self._rules.setObjectName("field.checks.rules")
        self.table = RecordTable(RecordSpec(AcceptedFinding), self)
        self.add_body(self.table)
        self.add_body(self._rules)
        self.name_editor(self.table, spec.name, "Accepted findings", spec.help)

    def bind(self, place: EntityForm) -> None:
        """Show the checks."""
        checks = own_value(place.entity, self.path) or Checks()
        self.table.setVisible(bool(checks.accepted))
        self.table.show_records(checks.accepted, read_only=True)
        rules = ", ".join(f"{rule} ({word.capitalize()})" for rule, word in checks.rules.items())
        words = [] if checks.accepted else ["No finding has been accepted."]
        words.append(
            f"Rules set otherwise than usual: {rules}." if rules else "All rules as usual."
        )
        self._rules.show_text(" ".join(words))

    def focus(self, rest: Sequence[str]) -> QWidget:
        """Go to the table."""
        return focus_cell(self.table, rest[1:] if rest and rest[0] == "accepted" else ())
