"""The table's item model: lines down, columns across, changed by as few row signals as possible."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from laddereditor.compare.sheet.table import Cell, Comparison
from laddereditor.presentation.compare.cell_labels import HeadLabels, spoken, told_counts
from laddereditor.presentation.compare.cell_runs import CellContent, CellRun, shown_cell
from laddereditor.presentation.compare.lines import TableLine
from laddereditor.presentation.problems.row_steps import runs

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
# Asked for twice for each cell that is drawn.
_FLAGS = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemIsDropEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
)
_TEXT_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole)


class CompareModel(QAbstractTableModel):
    """The lines of a comparison; it only shows, edits go through the columns' sessions."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.comparison: Comparison | None = None
        self.heads: tuple[HeadLabels, ...] = ()
        self._lines: list[TableLine] = []
        self._shown: dict[tuple[int, int], CellContent] = {}

    # -- showing ------------------------------------------------------------------------------

    def show(
        self, comparison: Comparison | None, heads: Sequence[HeadLabels], lines: Sequence[TableLine]
    ) -> None:
        """Show other columns."""
        self.beginResetModel()
        self._shown.clear()
        self.comparison, self.heads, self._lines = comparison, tuple(heads), list(lines)
        self.endResetModel()

    def follow(
        self, comparison: Comparison, heads: Sequence[HeadLabels], lines: Sequence[TableLine]
    ) -> None:
        """Show the same columns after a change: rows that stay keep their place and selection."""
        old = [line.key for line in self._lines]
        gone, come = runs(old, [line.key for line in lines])
        paired = _paired(gone, come)
        for run in gone:
            if paired is None:
                self.beginRemoveRows(_NONE, run.start, run.stop - 1)
                self._shown.clear()
                del self._lines[run.start : run.stop]
                self.endRemoveRows()
        self.comparison, self.heads = comparison, tuple(heads)
        for run in come:
            if paired is None:
                self.beginInsertRows(_NONE, run.start, run.stop - 1)
                self._shown.clear()
                self._lines[run.start : run.start] = lines[run.start : run.stop]
                self.endInsertRows()
        self._lines = list(lines)
        self._shown.clear()
        if lines:
            last = self.index(len(lines) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(lines) - 1)
        if heads:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(heads) - 1)

    # -- reading ------------------------------------------------------------------------------

    @property
    def baseline(self) -> int:
        """The column that the others are told against."""
        return self.comparison.baseline if self.comparison else 0

    @property
    def lines(self) -> Sequence[TableLine]:
        """All lines shown."""
        return self._lines

    def line(self, row: int) -> TableLine | None:
        """Return a line, None if there is no such row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def cell(self, index: Index) -> Cell | None:
        """Return what stands in a cell."""
        line = self.line(index.row()) if index.isValid() else None
        return line.cell(index.column()) if line else None

    def shown(self, row: int, column: int) -> CellContent:
        """Return what is drawn in a cell."""
        found = self._shown.get((row, column))
        if found is None:
            found = self._shown[row, column] = self._make_shown(row, column)
        return found

    def _make_shown(self, row: int, column: int) -> CellContent:
        line = self._lines[row]
        if line.row is None:
            told = told_counts(line.section.counts[column], is_baseline=column == self.baseline)
            return CellContent((CellRun(told, "small"),))
        return shown_cell(line.section.field, line.row, column, self.baseline)

    def find(self, column: int, field: str, text: str = "") -> int:
        """Return the row in which a column shows a field, -1 if none does.

        A list's entries move: the one of the same list with this text counts first, then the one
        at the same place.
        """
        at, of = -1, field.rpartition("/")[0]
        for row, line in enumerate(self._lines):
            cell = line.cell(column)
            if cell is None:
                continue
            if text and cell.text == text and cell.field.rpartition("/")[0] == of:
                return row
            if cell.field == field:
                at = row
        return at

    def row_of_section(self, field: str) -> int:
        """Return the first row of a section, -1 if it is not shown."""
        return next((n for n, line in enumerate(self._lines) if line.section.field == field), -1)

    # -- Qt -----------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NONE) -> int:
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NONE) -> int:
        """Return the number of columns compared."""
        return 0 if parent.isValid() else len(self.heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's text, and what a screen reader says of it."""
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        column = index.column()
        if role in _TEXT_ROLES:
            cell = line.cell(column)
            return cell.text if cell else "" if line.row else self._counts(line, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(line, column, self.baseline, self.heads[column].spoken)
        return None

    def _counts(self, line: TableLine, column: int) -> str:
        return told_counts(line.section.counts[column], is_baseline=column == self.baseline)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the words of a column's or a row's head."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if orientation == Qt.Orientation.Horizontal:
            if section >= len(self.heads):
                return None
            pinned = ", baseline" if section == self.baseline else ""
            return f"{self.heads[section].spoken}{pinned}"
        line = self.line(section)
        if line is None:
            return None
        return line.words

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells can be selected, dragged, and take what is dropped."""
        return _FLAGS if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled


def _paired(gone: Sequence[range], come: Sequence[range]) -> bool | None:
    """Whether the runs that go and come stand at the same places, as after a rewording."""
    return True if list(gone)[::-1] == list(come) else None
