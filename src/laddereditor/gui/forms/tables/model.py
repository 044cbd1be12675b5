"""Records as rows, their fields as columns, and a last row to add one."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import Any, Protocol

from pydantic import ValidationError
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from laddereditor.edits.cell_block import pasted_block
from laddereditor.edits.cells.pasting import RowColumn
from laddereditor.edits.cells.records import paste_records, read_cell, with_derived_values
from laddereditor.edits.edit import EditRefused
from laddereditor.edits.reading.conventions import Conventions
from laddereditor.gui.forms.labels import tip
from laddereditor.gui.forms.suggesting import SuggestionOffer
from laddereditor.gui.item_index import ItemIndex
from laddereditor.gui.look.theme import current_theme
from laddereditor.model.base import Entity, evolve
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.model.number_text import number_text
from laddereditor.presentation.workspace.refused_texts import RefusedText

Records = tuple[Entity, ...]
Take = Callable[[Records, str], bool]  # the new records, and a key that joins typing
# Suggestions for a field and a text; the value of each sets fields of the record, by name.
Suggest = Callable[[str, str], Sequence[SuggestionOffer]]


class RefusedCellTexts(Protocol):
    """Where a table keeps the texts that its cells refused."""

    def keep(self, row: int, name: str, text: str, reason: str) -> None:
        """Keep a text of a cell.

        Args:
            row: The index of the row, from 0.
            name: The field of the column.
            text: What was typed.
            reason: Why it is refused.
        """

    def drop(self, row: int, name: str) -> None:
        """Discard the kept text of a cell."""

    def at(self, row: int, name: str) -> RefusedText | None:
        """Return the text kept of a cell, None if there is none."""


def written(spec: FieldSpec, value: Any, *, plain: bool = False) -> str:
    """Return a value as text.

    Args:
        spec: The field.
        value: The value; None gives "".
        plain: Whether the text is for typing; otherwise it is for reading, with groups of digits
            and the words of a choice.
    """
    if value is None:
        return ""
    if spec.shape == "number":
        return number_text(value, grouped=not plain)
    if isinstance(value, date):
        return value.isoformat()
    if spec.shape == "choice" and value and not plain:
        return spec.choice_words(str(value))
    return "" if isinstance(value, bool) else str(value)


_ROLES = Qt.ItemDataRole
_OF_TEXT = (_ROLES.DisplayRole, _ROLES.EditRole, _ROLES.ToolTipRole, _ROLES.ForegroundRole)


def _data_of_refused_text(refused: RefusedText, role: int) -> Any:
    if role == _ROLES.ForegroundRole:
        return current_theme().color("error")
    return tip(refused.reason) if role == _ROLES.ToolTipRole else refused.text


@dataclass(frozen=True, slots=True)
class RecordSpec:
    """Which records a table shows, and where edits of them go; without more, it is read-only."""

    record: type[Entity]  # their class, whose fields are the columns
    adding: str = ""  # the words of the last row, which adds a record; "" for a read-only table
    take: Take = lambda _records, _key: False
    texts: RefusedCellTexts | None = None  # keeps what cells refused
    conventions: Callable[[], Conventions] = Conventions  # how the person writes numbers
    suggest: Suggest | None = None


class RecordModel(QAbstractTableModel):
    """A tuple of records of one class; edits go out through `take` of its `RecordSpec`."""

    def __init__(self, spec: RecordSpec, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.record, self._take, self._adding = spec.record, spec.take, spec.adding
        self._texts, self._conventions = spec.texts, spec.conventions
        self.suggest = spec.suggest
        self.specs = tuple(field_specs(spec.record).values())
        # Choices come filled in: what is typed first goes into the first other column.
        self.hint_column = next(
            (place for place, field in enumerate(self.specs) if not field.choices), 0
        )
        self.records: Records = ()
        self._rows: list[Entity | None] = []  # the last one None: the row that adds a record
        self.read_only = not spec.adding

    # -- showing ------------------------------------------------------------------------------

    def show(self, records: Records, *, read_only: bool) -> None:
        """Show records in place of those before."""
        self.records, self.read_only = records, read_only
        new: list[Entity | None] = [*records, *([] if read_only else [None])]
        had = len(self._rows)
        if len(new) < had:
            self.beginRemoveRows(QModelIndex(), len(new), had - 1)
            del self._rows[len(new) :]
            self.endRemoveRows()
        # The row that added a record becomes the record's own, with the editor that is over it.
        both = min(had, len(new))
        self._rows[:both] = new[:both]
        if both:
            last = self.index(both - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        if len(new) > had:
            self.beginInsertRows(QModelIndex(), had, len(new) - 1)
            self._rows += new[had:]
            self.endInsertRows()

    # -- changing -----------------------------------------------------------------------------

    def put(self, row: int, column: int, text: str) -> str:
        """Take a typed text; a text that is refused is kept.

        Args:
            row: The index of the row, from 0; that of the last row adds a record.
            column: The index of the column, from 0.
            text: What was typed.

        Returns:
            Why it is refused, "" if it is taken.
        """
        spec = self.specs[column]
        try:
            changes = read_cell(spec, text, self._currency(row), self._conventions())
            self.put_values(row, changes, f"{row}/{spec.name}")
        except ValidationError:
            return self._refuse(row, spec, text, "this cannot be taken.")
        except ValueError as error:
            return self._refuse(row, spec, text, str(error))
        self.drop_text(row, column)
        return ""

    def _currency(self, row: int) -> str:
        return str(getattr(self.records[row], "currency", "")) if row < len(self.records) else ""

    def _refuse(self, row: int, spec: FieldSpec, text: str, why: str) -> str:
        reason = f"{spec.title}: {why}"
        if self._texts is not None:
            self._texts.keep(row, spec.name, text, reason)
        return reason

    def refused_text(self, row: int, column: int) -> RefusedText | None:
        """Return what was typed into a cell and could not be taken."""
        return self._texts.at(row, self.specs[column].name) if self._texts is not None else None

    def drop_text(self, row: int, column: int) -> None:
        """Drop the text that was typed into a cell."""
        if self._texts is not None:
            self._texts.drop(row, self.specs[column].name)

    def first_reason(self) -> str:
        """Return why the first text that is kept in the table cannot be taken, "" for none."""
        cells = product(range(len(self._rows)), range(len(self.specs)))
        refused = (self.refused_text(row, column) for row, column in cells)
        return next((one.reason for one in refused if one is not None), "")

    def put_values(self, row: int, values: Mapping[str, Any], key: str = "") -> None:
        """Set fields of a row, and those that follow from them.

        Args:
            row: The row; the last one adds a record.
            values: The values by field.
            key: What joins them to the typing before, "" for a step of its own.
        """
        old = self.records[row] if row < len(self.records) else None
        changes = with_derived_values(self.record, old, values)
        if old is not None:
            if all(getattr(old, name) == value for name, value in changes.items()):
                return
            new = (*self.records[:row], evolve(old, **changes), *self.records[row + 1 :])
        elif all(value in ("", None, False) for value in changes.values()):
            return
        else:
            new = (*self.records, self.record.model_validate(changes))
        self._take(new, key)

    def paste(self, cells: Collection[RowColumn], text: str) -> str:
        """Paste a block of cells over the selected ones; return why it is refused, or ""."""
        conventions = self._conventions()
        try:
            new = paste_records(self.record, self.records, cells, pasted_block(text), conventions)
        except EditRefused as refused:
            return str(refused)
        self._take(new, "")
        return ""

    def restore(self, row: int, before: Records) -> None:
        """Bring back the record of a row as it was `before` something was typed into it."""
        now = self.records
        current = now[row : row + 1]
        if current != before[row : row + 1]:
            self._take((*now[:row], *before[row : row + 1], *now[row + 1 :]), "")

    def remove(self, rows: set[int]) -> None:
        """Delete records."""
        new = tuple(one for row, one in enumerate(self.records) if row not in rows)
        if len(new) < len(self.records):
            self._take(new, "")

    def clear(self, cells: set[tuple[int, int]]) -> None:
        """Empty cells."""
        new = list(self.records)
        for row, column in cells:
            if row < len(new):
                spec = self.specs[column]
                new[row] = evolve(
                    new[row], **{spec.name: type(new[row]).model_fields[spec.name].default}
                )
        self._take(tuple(new), "")

    # -- Qt -----------------------------------------------------------------------------------

    def rowCount(self, parent: ItemIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: ItemIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.specs)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a column's title, and its help as a tooltip."""
        if orientation != Qt.Orientation.Horizontal or section >= len(self.specs):
            return None
        spec = self.specs[section]
        return {
            Qt.ItemDataRole.DisplayRole: spec.title,
            Qt.ItemDataRole.ToolTipRole: tip(spec.help),
        }.get(Qt.ItemDataRole(role))

    def is_adder(self, row: int) -> bool:
        """Whether a row is the one that adds a record."""
        return self._rows[row] is None

    def data(self, index: ItemIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell and its alignment."""
        if not index.isValid():
            return None
        row, spec = index.row(), self.specs[index.column()]
        roles = Qt.ItemDataRole
        if role == roles.TextAlignmentRole and spec.shape == "number":
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        refused = self.refused_text(row, index.column())
        if refused is not None and role in _OF_TEXT:
            return _data_of_refused_text(refused, role)
        record = self._rows[row]
        if record is None:
            first = role == roles.DisplayRole and index.column() == self.hint_column
            return self._adding if first else None
        return self._data_of_record(record, row, spec, role)

    def _data_of_record(self, record: Entity, row: int, spec: FieldSpec, role: int) -> Any:
        roles = Qt.ItemDataRole
        value = getattr(record, spec.name)
        if role in (roles.DisplayRole, roles.ToolTipRole, roles.EditRole):
            words = written(spec, value, plain=role == roles.EditRole)
            return tip(words) if role == roles.ToolTipRole else words
        if role == roles.CheckStateRole and spec.shape == "flag":
            return Qt.CheckState.Checked if value else Qt.CheckState.Unchecked
        if role == roles.AccessibleTextRole:
            return (
                f"{spec.title} of row {row + 1}: {written(spec, value) or ('yes' if value else '')}"
            )
        return None

    def setData(self, index: ItemIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Apply a check mark or a text."""
        if role == Qt.ItemDataRole.CheckStateRole:
            ticked = Qt.CheckState(value) == Qt.CheckState.Checked
            name = self.specs[index.column()].name
            self.put_values(index.row(), {name: ticked}, f"{index.row()}/{name}")
            return True
        if role == Qt.ItemDataRole.EditRole:
            return not self.put(index.row(), index.column(), str(value))
        return False

    def flags(self, index: ItemIndex) -> Qt.ItemFlag:
        """Return what can be done with a cell."""
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.NoItemFlags
        usual = flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemNeverHasChildren
        if self.read_only:
            return usual
        if self.specs[index.column()].shape == "flag":
            return usual if self.is_adder(index.row()) else usual | flag.ItemIsUserCheckable
        return usual | flag.ItemIsEditable
