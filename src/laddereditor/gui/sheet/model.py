"""The item model of a sheet, which changes pages with as few row signals as possible."""

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from laddereditor.gui.item_index import ItemIndex
from laddereditor.gui.look.escaping import tip
from laddereditor.presentation.problems.row_steps import runs
from laddereditor.presentation.sheet.content import CellContent
from laddereditor.presentation.sheet.page import SheetPage, SheetSide

P = TypeVar("P", bound=SheetPage)
_NONE = QModelIndex()
_Role = Qt.ItemDataRole
_HEAD_ROLES = (_Role.DisplayRole, _Role.AccessibleTextRole)
# Asked for twice for each cell that is drawn; flags of Python's enum are slow to join.
CELL = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
TYPED = CELL | Qt.ItemFlag.ItemIsEditable


class SheetModel(QAbstractTableModel, Generic[P]):
    """Shows a page, read-only; after an edit the view passes the next page."""

    # What can be done with headings, cells, and cells into which a text can be typed.
    ground_flags = Qt.ItemFlag.NoItemFlags  # where there is no cell
    heading_flags, cell_flags, typed_flags = Qt.ItemFlag.NoItemFlags, CELL, TYPED

    def __init__(self, page: P, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.page: P = page
        self._rows: list[tuple[P, int]] = _rows_of(page)  # the page of each row, its place there
        self._shown: dict[tuple[int, int], CellContent] = {}
        self._sides: dict[int, SheetSide] = {}

    # -- showing ------------------------------------------------------------------------------

    def show(self, page: P) -> None:
        """Show another page."""
        self.beginResetModel()
        self._put(page, _rows_of(page))
        self.endResetModel()

    def follow(self, page: P) -> None:
        """Show the same columns after a change: rows that stay keep their place and selection."""
        old, keys, rows = self.page, list(page.keys), _rows_of(page)
        sources = {key: old.source(row) for row, key in enumerate(old.keys)}
        before, now = list(old.keys), set(keys)
        removed, added = runs(before, keys)
        moved = any(before[row] in now for run in removed for row in run)
        if moved or removed[::-1] != added:  # otherwise texts changed, at the same places
            for run in removed:
                self.beginRemoveRows(_NONE, run.start, run.stop - 1)
                self._put(old, [*self._rows[: run.start], *self._rows[run.stop :]])
                self.endRemoveRows()
            for run in added:
                self.beginInsertRows(_NONE, run.start, run.stop - 1)
                added_rows, at = rows[run.start : run.stop], run.start
                self._put(old, [*self._rows[:at], *added_rows, *self._rows[at:]])
                self.endInsertRows()
        self._put(page, rows)
        self._emit_changed([sources.get(key) != page.source(n) for n, key in enumerate(keys)])
        if list(old.heads) != list(page.heads):
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def _put(self, page: P, rows: list[tuple[P, int]]) -> None:
        self.page, self._rows = page, rows
        self._shown.clear()
        self._sides.clear()

    def _emit_changed(self, changed: Sequence[bool]) -> None:
        """Emit which rows have changed."""
        last, start = self.columnCount() - 1, 0
        for row in range(1, len(changed) + 1) if last >= 0 else ():
            if row == len(changed) or changed[row] != changed[start]:
                if changed[start]:
                    self.dataChanged.emit(self.index(start, 0), self.index(row - 1, last))
                    self.headerDataChanged.emit(Qt.Orientation.Vertical, start, row - 1)
                start = row

    def shown(self, row: int, column: int) -> CellContent:
        """Return what is drawn in a cell."""
        found = self._shown.get((row, column))
        if found is None:
            page, place = self._rows[row]
            found = self._shown[row, column] = page.content(place, column)
        return found

    def side(self, row: int) -> SheetSide:
        """Return the head of a row."""
        found = self._sides.get(row)
        if found is None:
            page, place = self._rows[row]
            found = self._sides[row] = page.side(place)
        return found

    def length(self, row: int) -> tuple[int, int]:
        """Return about how many letters the longest cell of a row has, and how many lines."""
        page, place = self._rows[row]
        return page.length(place)

    # -- Qt -----------------------------------------------------------------------------------

    def rowCount(self, parent: ItemIndex = _NONE) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: ItemIndex = _NONE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.page.heads)

    def data(self, index: ItemIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell, for people and for screen readers."""
        if not index.isValid():
            return None
        page, row = self._rows[index.row()]
        if role == _Role.DisplayRole:
            return page.text(row, index.column())
        if role == _Role.EditRole:
            return page.typed_text(row, index.column())
        if role == _Role.AccessibleTextRole:
            return page.accessible_text(row, index.column()) or None
        if role == _Role.ToolTipRole:
            return tip(page.tip(row, index.column()))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the words of a column's or a row's head."""
        if role not in _HEAD_ROLES and role != _Role.ToolTipRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            head = self.page.heads[section] if section < self.columnCount() else None
            words = head.words if head else None
            if head and role == _Role.ToolTipRole:
                words = head.tip or words
        else:
            words = self.side(section).words if section < self.rowCount() else None
        if role in _HEAD_ROLES:
            return words
        return tip(words or "") if orientation == Qt.Orientation.Horizontal else None

    def flags(self, index: ItemIndex) -> Qt.ItemFlag:
        """Return what can be done with a cell or a heading."""
        if not index.isValid():
            return self.ground_flags
        if self.side(index.row()).is_section:
            return self.heading_flags
        page, row = self._rows[index.row()]
        return self.typed_flags if page.is_typed(row, index.column()) else self.cell_flags


def _rows_of(page: P) -> list[tuple[P, int]]:
    return [(page, row) for row in range(len(page.keys))]
