"""The item model of the matrix: a sheet of the levels and fields of one family."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from laddereditor.compare.sheet.table import Cell, Matrix, Row, SheetColumn
from laddereditor.gui.item_index import ItemIndex
from laddereditor.gui.sheet.model import SheetModel
from laddereditor.presentation.matrix.page import MatrixPage, has_same_levels
from laddereditor.rules.finding import Finding


class MatrixModel(SheetModel[MatrixPage]):
    """Rows and columns of a matrix, read-only; the view handles what is typed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(MatrixPage(), parent)

    def bring(self, page: MatrixPage) -> None:
        """Show another matrix; rows of the same family that stay are only redrawn."""
        if has_same_levels(self.matrix, page.matrix):
            self.follow(page)
        else:
            self.show(page)

    @property
    def matrix(self) -> Matrix:
        """The matrix that is shown."""
        return self.page.matrix

    def row(self, row: int) -> Row:
        """Return a row."""
        return self.matrix.rows[row]

    def sheet_row(self, row: int) -> Row | None:
        """Return a row, None if there is no such row."""
        return self.matrix.rows[row] if 0 <= row < len(self.matrix.rows) else None

    def column(self, column: int) -> SheetColumn:
        """Return a column."""
        return self.matrix.columns[column]

    def cell(self, index: ItemIndex) -> Cell | None:
        """Return the cell at an index, None in a heading."""
        if not index.isValid() or index.row() >= len(self.matrix.rows):
            return None
        return self.page.cell(index.row(), index.column())

    def findings(self, index: ItemIndex) -> Sequence[Finding]:
        """Return what was found about a cell."""
        return self.page.findings(index.row(), index.column()) if index.isValid() else ()
