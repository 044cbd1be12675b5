"""The table of a sheet: heads, sizes and drawing; views add the meaning of keys."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QFrame, QTableView, QWidget

from laddereditor.edits.cells.pasting import RowColumn
from laddereditor.gui.commands.cell_keys import SheetKey, sheet_key
from laddereditor.gui.item_index import ItemIndex
from laddereditor.gui.sheet.cell_painter import CellPainter
from laddereditor.gui.sheet.corner import Corner
from laddereditor.gui.sheet.delegate import SheetDelegate
from laddereditor.gui.sheet.heads import ColumnHeads, RowHeads
from laddereditor.gui.sheet.model import SheetModel
from laddereditor.gui.sheet.sizes import Sizes
from laddereditor.presentation.sheet.search import FoundCells

_OPAQUE, _NOT_DRAWN = Qt.WidgetAttribute.WA_OpaquePaintEvent, Qt.WidgetAttribute.WA_UpdatesDisabled
_FLAG = QItemSelectionModel.SelectionFlag
_PER_PIXEL = QAbstractItemView.ScrollMode.ScrollPerPixel


class SheetTable(QTableView):
    """Shows the page of a model; measures only the rows in view, the others in idle time."""

    moved = Signal()  # cells are at other places than before
    own_keys: frozenset[SheetKey] = frozenset()  # those that `on_key` knows
    cover: QWidget | None = None  # lies over the top of the cells, and follows `moved`
    _is_ready = False  # Qt calls overrides while the model is set

    def __init__(
        self,
        model: SheetModel[Any],
        delegate: SheetDelegate,
        parent: QWidget | None = None,
        *,
        with_menus: bool = False,
    ) -> None:
        """Show the page of a model.

        Args:
            model: The model.
            delegate: Draws the cells.
            parent: The parent widget.
            with_menus: Whether columns can be dragged and have a menu button.
        """
        super().__init__(parent)
        self.sheet_model, self.pen, self.cells_drawn = model, delegate.pen, delegate
        self.heads = ColumnHeads(model, self.pen, self, with_menus=with_menus)
        self.row_heads = RowHeads(model, self.pen, self)
        self.setHorizontalHeader(self.heads)
        self.setVerticalHeader(self.row_heads)
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)  # the cells draw their own lines, in the theme's colour
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(_PER_PIXEL)
        self.setHorizontalScrollMode(_PER_PIXEL)
        # Behind the table's own slots, which bring its heads in line with the model first.
        self.sizes = Sizes(self, model, self.heads, self.row_heads)
        self.sizes.changed.connect(self.moved)
        self._is_ready = True
        self._corner = Corner(self, self.heads, self.row_heads)
        self.moved.connect(self._corner.follow)

    # -- keys ---------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Claim the keys of the sheet before the window's commands get them."""
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and self.claims(event):
            event.accept()
            return True
        return super().event(event)

    def claims(self, event: QKeyEvent) -> bool:
        """Whether a key means something on the cells of this sheet; Space types elsewhere."""
        return sheet_key(event) in self.own_keys and event.key() != Qt.Key.Key_Space

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass the meaning of a key to `on_key`."""
        meaning = sheet_key(event)
        if meaning is not None and meaning in self.own_keys:
            self.on_key(meaning)
            event.accept()
        else:
            super().keyPressEvent(event)

    def on_key(self, meaning: SheetKey) -> None:
        """Carry out the meaning of a key on the current cell; views override this."""

    def selectionCommand(
        self, index: ItemIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Select the cell that a key goes to, also with Ctrl.

        Qt would leave the selection where it was, so that Delete and what is typed would act on
        other cells than the one with the keyboard.
        """
        command = super().selectionCommand(index, event)
        if isinstance(event, QKeyEvent) and command == _FLAG.NoUpdate:
            return _FLAG.ClearAndSelect
        return command

    def beside(self, index: ItemIndex, down: int, right: int) -> QModelIndex:
        """Return a neighbour of a cell, past headings; invalid where the sheet ends.

        Behind the last cell of a row comes the first of the next one.

        Args:
            index: The cell.
            down: How many rows further, negative for upwards.
            right: How many columns further, negative for to the left.
        """
        row, column, count = index.row(), index.column() + right, self.sheet_model.columnCount()
        if not 0 <= column < count:
            column, down = (0, 1) if right > 0 else (count - 1, -1)
        row += down
        while 0 <= row < self.sheet_model.rowCount() and self.sheet_model.side(row).is_section:
            row += down or 1
        return self.sheet_model.index(row, column)

    # -- editing ------------------------------------------------------------------------------

    @property
    def open_editor(self) -> QWidget | None:
        """The editor that the delegate opened over the current cell, None if there is none."""
        editing = self.state() == QAbstractItemView.State.EditingState
        return self.indexWidget(self.currentIndex()) if editing else None

    def apply_typed(self) -> None:
        """Apply what is being typed in it."""
        if (editor := self.open_editor) is not None:
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    # -- searching ----------------------------------------------------------------------------

    def mark(self, wanted: str, places: Sequence[RowColumn]) -> None:
        """Mark a text where it was found.

        Args:
            wanted: The text, "" to end the search.
            places: The rows and columns of the cells that contain it.
        """
        self.cells_drawn.found = self.row_heads.found = FoundCells(wanted, frozenset(places))
        self.viewport().update()
        self.row_heads.viewport().update()

    # -- sizes --------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Spread the columns over the new width, the row at the top staying there."""
        super().resizeEvent(event)
        self.sizes.on_resized(wider=event.size().width() != event.oldSize().width())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cells in view, and the ground beside and below them.

        As all of the table is drawn here, Qt moves what is drawn already when the table scrolls and
        asks only for what comes into view. A style sheet takes that from a table when it styles it.
        """
        view = self.viewport()
        if not view.testAttribute(_OPAQUE):
            view.setAttribute(_OPAQUE)
        cells = QRect(0, 0, self.heads.length(), self.row_heads.length())
        cells.translate(-self.heads.offset(), -self.row_heads.offset())
        painter = QPainter(view)
        painter.setClipRegion(event.region().subtracted(QRegion(cells)))
        painter.fillRect(event.rect(), self.pen.color("base"))
        painter.end()
        super().paintEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Measure what comes into view."""
        if self.cover is None or self.cover.isHidden():
            super().scrollContentsBy(dx, dy)
        else:
            self._scroll_below(self.cover.geometry().bottom() + 1, dx, dy)
        if dy:
            self.sizes.measure_seen()
            self.row_heads.follow_top()
        self.moved.emit()

    def _scroll_below(self, top: int, dx: int, dy: int) -> None:
        """Scroll so that only what lies below the cover moves on the screen.

        Qt draws everything again if a widget lies over what is moved, as the cover does.

        Args:
            top: The y of what is below the cover, in the table.
            dx: Pixels to the right.
            dy: Pixels downwards.
        """
        self.executeDelayedItemsLayout()  # which would have to be drawn
        cells, heads = self.viewport(), self.row_heads.viewport()
        for view in (cells, heads):
            view.setAttribute(_NOT_DRAWN)
        super().scrollContentsBy(dx, dy)
        for view in (cells, heads):
            view.setAttribute(_NOT_DRAWN, False)
        right = -dx if self.isRightToLeft() else dx
        below = QRect(0, top - cells.y(), self.width(), self.height())
        cells.scroll(right, dy, below & cells.rect())
        heads.scroll(0, dy, below & heads.rect())

    def scrollTo(
        self,
        index: ItemIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a cell into view; the height it needs is measured first."""
        if index.isValid() and self._is_ready:
            self.sizes.measure(index.row())
        super().scrollTo(index, hint)

    # -- looks --------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Apply the current colours and text size."""
        self.pen = CellPainter()
        self.cells_drawn.pen = self.heads.pen = self.row_heads.pen = self.pen
        self.sizes.spread()
        self.heads.viewport().update()
        self.row_heads.viewport().update()
        self.viewport().update()

    # -- sections -----------------------------------------------------------------------------

    def heading_of(self, row: int) -> int:
        """Return the row of the heading above a row, or the row itself; -1 if it has none."""
        for above in range(row, -1, -1):
            side = self.sheet_model.side(above)
            if side.is_section:
                return above
            if side.is_alone:
                return -1
        return -1

    def section_after(self, row: int) -> int:
        """Return the row in which the next section begins, -1 if there is none."""
        for below in range(row + 1, self.sheet_model.rowCount()):
            side = self.sheet_model.side(below)
            if side.is_section or side.is_alone:
                return below
        return -1
