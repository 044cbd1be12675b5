"""The cells of a sheet that is mapped, whose heads give roles to columns and rows."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, QPoint, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from laddereditor.exchange.tables.mapping import PinPart
from laddereditor.gui.clipboard.clipboard import cells_data, put
from laddereditor.gui.commands.cell_keys import SheetKey
from laddereditor.gui.mapping.edge import TableEdge
from laddereditor.gui.sheet.cell_painter import CellPainter
from laddereditor.gui.sheet.delegate import SheetDelegate
from laddereditor.gui.sheet.model import SheetModel
from laddereditor.gui.sheet.table import SheetTable
from laddereditor.presentation.mapping.sheet_page import MappedSheet

KEYS = (
    "Enter gives the columns of the selected cells a role, or their rows; Delete lets the program "
    "decide about the column again; Ctrl+Enter goes to the place in the ladder."
)
_CLEAR_AND_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect


class MappedDelegate(SheetDelegate):
    """Draws the cells; several can be selected."""

    fills_selection = True


class HeadDrags(QObject):
    """Says which heads were dragged over, as soon as the mouse is released."""

    dragged = Signal(object)  # the numbers of the rows or columns, in order

    def __init__(self, heads: QHeaderView) -> None:
        super().__init__(heads)
        self._first, self._last = -1, -1
        heads.sectionPressed.connect(self._begin)
        heads.sectionEntered.connect(self._go_on)
        heads.viewport().installEventFilter(self)

    def _begin(self, at: int) -> None:
        self._first = self._last = at

    def _go_on(self, at: int) -> None:
        if self._first >= 0:
            self._last = at

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Report a drag over several heads when it ends."""
        if event.type() == QEvent.Type.MouseButtonRelease and self._first >= 0:
            first, last = sorted((self._first, self._last))
            self._first = self._last = -1
            if last > first:
                self.dragged.emit(tuple(range(first, last + 1)))
        return False


class MappedTable(SheetTable):
    """Shows a sheet; columns, rows and the lower edge of the table can be corrected."""

    columns_wanted = Signal(object, QPoint)  # a menu for columns, and where on the screen
    rows_wanted = Signal(object, QPoint)
    levels_wanted = Signal(object)  # the columns that are levels
    unpin_wanted = Signal(object)  # columns about which the program decides again
    go_wanted = Signal(int, int)  # the cell whose place in the ladder is wanted
    own_keys: frozenset[SheetKey] = frozenset({"open", "go", "clear", "copy"})

    def __init__(self, parent: QWidget | None = None) -> None:
        model: SheetModel[MappedSheet] = SheetModel(MappedSheet())
        super().__init__(model, MappedDelegate(model, CellPainter(), model), parent)
        model.setParent(self)
        self.mapped_model = model
        self.setObjectName("mappingSheet")
        self.setAccessibleName("Cells of the sheet")
        self.setAccessibleDescription(KEYS)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.heads.sectionClicked.connect(self._on_head)
        self.row_heads.sectionClicked.connect(self._on_row_head)
        HeadDrags(self.heads).dragged.connect(self.levels_wanted)
        HeadDrags(self.row_heads).dragged.connect(self._on_dragged_rows)
        self.edge = TableEdge(self)
        self.doubleClicked.connect(lambda index: self.go_wanted.emit(index.row(), index.column()))

    @property
    def page(self) -> MappedSheet:
        """What is shown."""
        return self.mapped_model.page

    def show_sheet(self, page: MappedSheet) -> None:
        """Show a sheet, the same one after a decision with the cells that it had selected."""
        before = self.page
        is_same = (
            before.work is not None
            and page.work is not None
            and before.work.workbook is page.work.workbook
            and before.number == page.number
        )
        if is_same:
            self.mapped_model.follow(page)
            self.heads.viewport().update()
        else:
            self.mapped_model.show(page)
            self.go_to_cell(0, 0)
        self.edge.show_below(page.last_row)

    def go_to_cell(self, row: int, column: int) -> None:
        """Make a cell the current one and bring it into view."""
        index = self.mapped_model.index(row, column)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, _CLEAR_AND_SELECT)
            self.scrollTo(index)

    def selected(self, part: PinPart) -> tuple[int, ...]:
        """Return the rows or columns of the selected cells, in order."""
        found = self.selectedIndexes() or [self.currentIndex()]
        cells = [index for index in found if index.isValid()]
        return tuple(sorted({one.column() if part == "column" else one.row() for one in cells}))

    # -- heads --------------------------------------------------------------------------------

    def _on_head(self, at: int) -> None:
        self.columns_wanted.emit((at,), self._below_head(at))

    def _below_head(self, at: int) -> QPoint:
        place = QPoint(self.heads.sectionViewportPosition(at), self.heads.height())
        return self.heads.viewport().mapToGlobal(place)

    def _on_row_head(self, at: int) -> None:
        self.rows_wanted.emit((at,), self._beside_row(at))

    def _beside_row(self, at: int) -> QPoint:
        top = self.row_heads.sectionViewportPosition(at)
        return self.row_heads.viewport().mapToGlobal(QPoint(self.row_heads.width(), top))

    def _on_dragged_rows(self, rows: Sequence[int]) -> None:
        self.rows_wanted.emit(tuple(rows), self._beside_row(rows[0]))

    # -- keys ---------------------------------------------------------------------------------

    def on_key(self, meaning: SheetKey) -> None:
        """Carry out a key on the selected cells."""
        acts: dict[SheetKey, Callable[[], object]] = {
            "open": self.choose_role,
            "go": self.go_to_ladder,
            "clear": lambda: self.unpin_wanted.emit(self.selected("column")),
            "copy": self.copy,
        }
        acts[meaning]()

    def choose_role(self) -> None:
        """Open the menu for the columns of the selected cells, below the current one."""
        index = self.currentIndex()
        if index.isValid():
            below = self.visualRect(index).bottomLeft()
            self.columns_wanted.emit(self.selected("column"), self.viewport().mapToGlobal(below))

    def go_to_ladder(self) -> None:
        """Go to the place of the current cell in the ladder."""
        index = self.currentIndex()
        if index.isValid():
            self.go_wanted.emit(index.row(), index.column())

    def copy(self) -> None:
        """Copy the selected cells for a spreadsheet."""
        rows, columns = self.selected("row"), self.selected("column")
        if rows and columns:
            put(cells_data([[self.page.text(row, at) for at in columns] for row in rows]))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu of roles for the cell under the mouse, or for the selected ones."""
        under = self.indexAt(event.pos())
        if event.reason() != QContextMenuEvent.Reason.Mouse:
            self.choose_role()
        elif under.isValid():
            if not self.selectionModel().isSelected(under):
                self.selectionModel().setCurrentIndex(under, _CLEAR_AND_SELECT)
            self.columns_wanted.emit(self.selected("column"), event.globalPos())

    def refresh(self) -> None:
        """Apply the current colours and text size."""
        super().refresh()
        self.edge.follow()
        self.edge.update()
