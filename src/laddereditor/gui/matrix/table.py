"""The table of the matrix: the cell in front stays where it was."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex
from PySide6.QtWidgets import QAbstractItemView, QWidget

from laddereditor.gui.matrix.delegate import MatrixDelegate, MatrixHost
from laddereditor.gui.matrix.model import MatrixModel
from laddereditor.gui.sheet.pen import Pen
from laddereditor.gui.sheet.table import SheetTable
from laddereditor.presentation.matrix.page import MatrixPage, has_same_levels


class MatrixTable(SheetTable):
    """A sheet: levels across, fields down."""

    def __init__(self, host: MatrixHost, parent: QWidget | None = None) -> None:
        self.cells = MatrixModel()
        self.drawer = MatrixDelegate(self.cells, host, Pen(), self.cells)
        super().__init__(self.cells, self.drawer, parent)
        self.cells.setParent(self)
        self.setObjectName("matrixTable")
        self.setAccessibleName("Matrix")
        self.heads.setAccessibleName("Levels")
        self.row_heads.setAccessibleName("Fields")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.AnyKeyPressed)

    # -- showing ------------------------------------------------------------------------------

    def show_page(self, page: MatrixPage) -> None:
        """Show a matrix; of the same family, the current cell and what is in view stay."""
        before = self.cells.matrix
        stays = has_same_levels(before, page.matrix)
        place, scroll = self._place(), self._in_sight()
        self.cells.bring(page)
        self.heads.updateGeometry()
        if page.matrix.address == before.address and not stays:
            self._return_to(place, scroll)
        if not self.currentIndex().isValid():
            self._go_to_first()

    def _place(self) -> tuple[str, str]:
        """Return row key and level of the current cell."""
        index = self.currentIndex()
        if self.cells.cell(index) is None:
            return "", ""
        return self.cells.page.keys[index.row()], self.cells.column(index.column()).level

    def _in_sight(self) -> tuple[str, int]:
        """Return the key of the row on top, and how many pixels of it are above the edge."""
        row, offset = self.sizes.anchor()
        return (self.cells.page.keys[row], offset) if row >= 0 else ("", 0)

    def _return_to(self, place: tuple[str, str], scroll: tuple[str, int]) -> None:
        keys = list(self.cells.page.keys)
        levels = [column.level for column in self.cells.matrix.columns]
        if scroll[0] in keys:
            top = keys.index(scroll[0])
            for row in range(top + 1):
                self.sizes.measure(row)
            self.sizes.hold(top, scroll[1])
        if place[0] in keys and place[1] in levels:
            self.choose(self.cells.index(keys.index(place[0]), levels.index(place[1])))

    def _go_to_first(self) -> None:
        for row, shown in enumerate(self.cells.matrix.rows):
            if shown.cells:
                self.choose(self.cells.index(row, 0))
                return

    def choose(self, index: QModelIndex) -> None:
        """Make a cell the current one and the only one selected, whatever keys are held."""
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flag)

    def go_to(self, row: int, column: int) -> None:
        """Make a cell the current one and bring it into view, with a heading just above it."""
        self.choose(self.cells.index(row, column))
        self.sizes.measure_seen()
        self.show_heading()

    def show_heading(self) -> None:
        """Bring the headings just above the current cell into view with it."""
        index = self.currentIndex()
        above = index.row() - 1
        while above >= 0 and not self.cells.row(above).cells:
            super().scrollTo(self.cells.index(above, index.column()))
            above -= 1
        if index.isValid():
            self.scrollTo(index)
