"""Records as rows, their fields as columns, and a last row to add one."""

from collections.abc import Callable
from datetime import date
from typing import Any

from pydantic import ValidationError
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from laddereditor.gui.forms.cells import parse_date, parse_number
from laddereditor.gui.forms.looks import tip
from laddereditor.gui.forms.words import choice_words, number_text
from laddereditor.model.base import Entity, evolve
from laddereditor.model.fields import FieldSpec, field_specs

Index = QModelIndex | QPersistentModelIndex
Records = tuple[Entity, ...]
Take = Callable[[Records, str], bool]  # the new records, and a key that joins typing


def parsed(spec: FieldSpec, text: str) -> Any:
    """Return the value that a text means in a column; raises ValueError with words for people."""
    if spec.shape == "number":
        return parse_number(text)
    if spec.shape == "date":
        return parse_date(text)
    if spec.shape == "flag":
        return text.strip().casefold() in ("true", "yes", "1", "x")
    if spec.shape == "choice":
        found = [one for one in spec.choices if choice_words(one).casefold() == text.casefold()]
        return found[0] if found else text.strip()
    return " ".join(text.split()) if "\n" in text else text


def written(spec: FieldSpec, value: Any, *, plain: bool = False) -> str:
    """Return a value as text; `plain` as it is typed, else as it is read."""
    if value is None:
        return ""
    if spec.shape == "number":
        return number_text(value) if plain else f"{value:,}"
    if isinstance(value, date):
        return value.isoformat()
    if spec.shape == "choice" and value and not plain:
        return choice_words(str(value))
    return "" if isinstance(value, bool) else str(value)


class RecordModel(QAbstractTableModel):
    """A tuple of records of one class; edits go out through `take`."""

    def __init__(
        self, record: type[Entity], take: Take, adding: str, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.record, self._take, self._adding = record, take, adding
        self.specs = tuple(field_specs(record).values())
        # Choices come filled in: what is typed first goes into the first other column.
        self.hint_column = next(
            (place for place, spec in enumerate(self.specs) if not spec.choices), 0
        )
        self.records: Records = ()
        self._rows: list[Entity | None] = []  # the last one None: the row that adds a record
        self.read_only = not adding

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
        """Take what is typed into a cell; returns why not, or ""."""
        spec = self.specs[column]
        try:
            value = parsed(spec, text)
            return self._put_value(row, column, value)
        except ValidationError:
            return f"{spec.title}: this cannot be taken."
        except ValueError as error:
            return f"{spec.title}: {error}"

    def _put_value(self, row: int, column: int, value: Any) -> str:
        spec = self.specs[column]
        if row < len(self.records):
            if getattr(self.records[row], spec.name) == value:
                return ""
            changed = evolve(self.records[row], **{spec.name: value})
            new = (*self.records[:row], changed, *self.records[row + 1 :])
        elif value in ("", None, False):
            return ""
        else:
            new = (*self.records, self.record.model_validate({spec.name: value}))
        self._take(new, f"{row}/{spec.name}")
        return ""

    def paste(self, row: int, column: int, text: str) -> str:
        """Take a block of cells as copied from a spreadsheet; returns why not, or ""."""
        new = list(self.records)
        try:
            for down, line in enumerate(text.rstrip("\n").split("\n")):
                values = {
                    spec.name: parsed(spec, cell.strip())
                    for spec, cell in zip(self.specs[column:], line.split("\t"), strict=False)
                }
                if row + down < len(new):
                    new[row + down] = evolve(new[row + down], **values)
                else:
                    new.append(self.record.model_validate(values))
        except ValidationError:
            return "The pasted cells do not fit these columns."
        except ValueError as error:
            return f"Nothing was pasted. {error}"
        self._take(tuple(new), "")
        return ""

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

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
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

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell and how it stands."""
        if not index.isValid():
            return None
        row, spec = index.row(), self.specs[index.column()]
        roles = Qt.ItemDataRole
        if role == roles.TextAlignmentRole and spec.shape == "number":
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        record = self._rows[row]
        if record is None:
            first = role == roles.DisplayRole and index.column() == self.hint_column
            return self._adding if first else None
        return self._of_record(record, row, spec, role)

    def _of_record(self, record: Entity, row: int, spec: FieldSpec, role: int) -> Any:
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

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a tick or a text."""
        if role == Qt.ItemDataRole.CheckStateRole:
            ticked = Qt.CheckState(value) == Qt.CheckState.Checked
            return not self._put_value(index.row(), index.column(), ticked)
        if role == Qt.ItemDataRole.EditRole:
            return not self.put(index.row(), index.column(), str(value))
        return False

    def flags(self, index: Index) -> Qt.ItemFlag:
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
