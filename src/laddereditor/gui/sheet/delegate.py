"""Draws the cells of a sheet, and the ring around the current one."""

from typing import Any

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QBrush, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from laddereditor.gui.item_index import ItemIndex
from laddereditor.gui.sheet.cell_painter import CellPainter
from laddereditor.gui.sheet.model import SheetModel
from laddereditor.presentation.sheet.search import NOTHING_FOUND

# Flags of Python's enum are slow to join, and these are needed for each cell that is drawn.
_SELECTED = QStyle.StateFlag.State_Selected.value
_ACTIVE, _FOCUSED = QStyle.StateFlag.State_Active.value, QStyle.StateFlag.State_HasFocus.value


class SheetDelegate(QStyledItemDelegate):
    """Draws cells with the pen that all parts of the table share."""

    fills_selection = False  # of a sheet in which several cells can be selected

    def __init__(self, model: SheetModel[Any], pen: CellPainter, parent: QObject) -> None:
        super().__init__(parent)
        self._sheet_model = model
        self.pen = pen
        self.found = NOTHING_FOUND  # what is marked

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ItemIndex) -> None:
        """Draw a cell."""
        shown = self._sheet_model.shown(index.row(), index.column())
        rect, state, pen = option.rect, option.state.value, self.pen
        is_selected = bool(state & _SELECTED)
        is_filled = is_selected and self.fills_selection
        # The style has filled selected cells already, a single one too.
        ground = "selection" if is_filled else shown.ground or "base"
        painter.fillRect(rect, pen.color(ground))
        if shown.is_hatched:
            painter.fillRect(rect, QBrush(pen.color("border"), Qt.BrushStyle.BDiagPattern))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, pen.color("border"))
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), pen.color("border"))
        wanted = self.found.in_cell(index.row(), index.column())
        pen.draw(painter, rect, shown, selected=is_filled, wanted=wanted)
        if (state & _FOCUSED) or (is_selected and not self.fills_selection):
            self._draw_ring(painter, rect, focus=bool(state & _ACTIVE))

    def _draw_ring(self, painter: QPainter, rect: QRect, *, focus: bool) -> None:
        pen = painter.pen()
        pen.setColor(self.pen.color("focus_ring" if focus else "border_strong"))
        pen.setWidth(2)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(1, 1, -2, -2))
