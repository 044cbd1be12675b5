"""The item model of the matrix: a table that goes from one state to the next by row signals."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from laddereditor.compare.sheet.table import Cell, Matrix, Row, SheetColumn
from laddereditor.gui.words import tip
from laddereditor.presentation.matrix.words import cell_words, column_words, row_words
from laddereditor.presentation.problems.row_steps import runs
from laddereditor.rules.finding import Finding

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_Role = Qt.ItemDataRole
Findings = Mapping[tuple[str, str], Sequence[Finding]]  # (address, field path) -> findings
NOTHING = Matrix("", "", (), ())


class MatrixModel(QAbstractTableModel):
    """Rows and columns of a matrix; it only shows, the view takes what is typed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.matrix = NOTHING
        self.read_only = False
        self._rows: list[Row] = []
        self._keys: list[str] = []
        self._findings: Findings = {}

    # -- what is shown ------------------------------------------------------------------------

    def show(self, matrix: Matrix, findings: Findings, *, read_only: bool) -> None:
        """Show another matrix; rows of the same family that stay are only told to look again."""
        if not has_same_levels(self.matrix, matrix):
            self.beginResetModel()
            self._take(matrix, findings, read_only)
            self.endResetModel()
            return
        keys = row_keys(matrix.rows)
        self._step(keys, matrix.rows)
        self._take(matrix, findings, read_only)
        if self._rows and matrix.columns:
            last = self.index(len(self._rows) - 1, len(matrix.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(self._rows) - 1)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(matrix.columns) - 1)

    def _take(self, matrix: Matrix, findings: Findings, read_only: bool) -> None:
        self.matrix, self._findings, self.read_only = matrix, findings, read_only
        self._rows, self._keys = list(matrix.rows), row_keys(matrix.rows)

    def _step(self, keys: list[str], rows: Sequence[Row]) -> None:
        gone, come = runs(self._keys, keys)
        for run in gone:
            self.beginRemoveRows(_NONE, run.start, run.stop - 1)
            del self._rows[run.start : run.stop]
            del self._keys[run.start : run.stop]
            self.endRemoveRows()
        for run in come:
            self.beginInsertRows(_NONE, run.start, run.stop - 1)
            self._rows[run.start : run.start] = rows[run.start : run.stop]
            self._keys[run.start : run.start] = keys[run.start : run.stop]
            self.endInsertRows()

    def row(self, row: int) -> Row:
        """Return a row."""
        return self._rows[row]

    def column(self, column: int) -> SheetColumn:
        """Return a column."""
        return self.matrix.columns[column]

    def cell(self, index: Index) -> Cell | None:
        """Return the cell at an index, None in a heading."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        cells = self._rows[index.row()].cells
        return cells[index.column()] if index.column() < len(cells) else None

    def findings(self, index: Index) -> Sequence[Finding]:
        """Return what was found about a cell."""
        cell = self.cell(index)
        if cell is None or not cell.field:
            return ()
        return self._findings.get((self.column(index.column()).address, cell.field), ())

    # -- what Qt asks -------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NONE) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NONE) -> int:
        """Return the number of levels."""
        return 0 if parent.isValid() else len(self.matrix.columns)

    def data(self, index: Index, role: int = 0) -> Any:
        """Return the text of a cell, for people and for screen readers."""
        cell = self.cell(index)
        if cell is None:
            return None
        if role in (_Role.DisplayRole, _Role.EditRole):
            return cell.full_text
        if role == _Role.AccessibleTextRole:
            row, column = self._rows[index.row()], self.column(index.column())
            return cell_words(row, column, cell, self.findings(index))
        if role == _Role.ToolTipRole:
            said = [finding.message for finding in self.findings(index)]
            return tip("\n".join([*said, *_explained(cell)]))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """Return the words of a level or of a row."""
        horizontal = orientation == Qt.Orientation.Horizontal
        if not 0 <= section < (self.columnCount() if horizontal else len(self._rows)):
            return None
        if role in (_Role.DisplayRole, _Role.AccessibleTextRole):
            return (
                column_words(self.column(section)) if horizontal else row_words(self.row(section))
            )
        if role == _Role.ToolTipRole and horizontal:
            return tip(column_words(self.column(section)))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a cell."""
        cell = self.cell(index)
        if cell is None:
            return Qt.ItemFlag.NoItemFlags
        flag = Qt.ItemFlag
        usual = flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemNeverHasChildren
        typed = cell.spot is not None and not self.read_only
        return usual | flag.ItemIsEditable if typed else usual


def _explained(cell: Cell) -> Iterator[str]:
    """Yield what there is to know of a cell that its text does not say."""
    if cell.note:
        yield f"Inherited {cell.note}" if cell.state == "inherited" else f"Gap: {cell.note}"
    if cell.also:
        yield f"Also at {cell.also}"
    if cell.below:
        yield f"The level says: {cell.below}"


def has_same_levels(one: Matrix, other: Matrix) -> bool:
    """Whether two tables are of the same family with the same columns, whatever they are called."""
    columns = [[(column.level, column.address) for column in t.columns] for t in (one, other)]
    return one.address == other.address and columns[0] == columns[1]


def row_keys(rows: Sequence[Row]) -> list[str]:
    """Return a key for each row, stable while texts change: the nth item of a list is the nth."""
    seen: dict[str, int] = {}
    keys = []
    for row in rows:
        words = row.heading if row.kind == "group" else ""
        key = "\n".join((row.kind, row.section, row.key, words))
        seen[key] = seen.get(key, 0) + 1
        keys.append(f"{key}\n{seen[key]}")
    return keys
