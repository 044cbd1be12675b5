"""Draws the cells of the matrix, and says how high they are."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QBrush, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from laddereditor.compare.sheet.table import Cell, Row
from laddereditor.gui.icons import pixmap
from laddereditor.gui.matrix.model import MatrixModel
from laddereditor.gui.matrix.texts import laid_out, text_height
from laddereditor.gui.theme import current_theme
from laddereditor.presentation.matrix.words import ADD_PROFILE, shown_text

Index = QModelIndex | QPersistentModelIndex
# Flags of Python's enum are slow to look up, and these are needed for each cell that is drawn.
_SELECTED, _FOCUSED = QStyle.StateFlag.State_Selected, QStyle.StateFlag.State_HasFocus
SIGN = 16
ALSO = 14  # the sign of a statement that other levels say too

_ROLES = {
    "own": "text",
    "inherited": "text_inherited",
    "gap": "warning",
    "adder": "text_muted",
    "empty": "text_muted",
    "absent": "text_muted",
}


class MatrixDrawer(QStyledItemDelegate):
    """Wrapped text in the looks of its state; the height of a row is that of its longest cell."""

    def __init__(self, model: MatrixModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model

    # -- measures -----------------------------------------------------------------------------

    def cell_height(self, index: Index, width: int, font: QFont) -> int:
        """Return the height that a cell needs at a width."""
        cell = self._model.cell(index)
        if cell is None:
            return 0
        text = self._words(index, cell)
        inner = width - 2 * current_theme().space("s") - self._sign_room(index, cell)
        return text_height(text, inner, cell_font(font, cell)) + 2 * current_theme().space("xs")

    def _words(self, index: Index, cell: Cell) -> str:
        """Return the words of a cell; the first one of a missing profile offers to add it."""
        if cell.state == "absent" and index.row() == 0 and not self._model.read_only:
            return f"+ {ADD_PROFILE}"
        return "" if cell.state == "adder" and self._model.read_only else shown_text(cell)

    def _sign_room(self, index: Index, cell: Cell) -> int:
        signs = bool(self._model.findings(index)) or (cell.state == "gap" and bool(cell.note))
        return SIGN + current_theme().space("xs") if signs else ALSO if cell.also else 0

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a cell at the width it has."""
        return QSize(option.rect.width(), self.cell_height(index, option.rect.width(), option.font))

    # -- drawing ------------------------------------------------------------------------------

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        theme, row, cell = current_theme(), self._model.row(index.row()), self._model.cell(index)
        painter.save()
        painter.setClipRect(option.rect)
        selected = bool(option.state & _SELECTED)
        self._draw_ground(painter, option.rect, row, cell, selected=selected)
        painter.setPen(theme.color("border"))
        painter.drawLine(option.rect.topRight(), option.rect.bottomRight())
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if cell is not None:
            self._draw_text(painter, option, index, cell, selected=selected)
            if option.state & _FOCUSED:
                painter.setPen(QPen(theme.color("focus_ring"), 2))
                painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def _draw_ground(
        self,
        painter: QPainter,
        rect: QRect,
        row: Row,
        cell: Cell | None,
        *,
        selected: bool,
    ) -> None:
        theme = current_theme()
        if cell is None:
            role = "window" if row.kind == "heading" else "alternate"
        elif selected:
            role = "selection"
        elif cell.state == "gap":
            role = "warning_bg"
        else:
            role = "window" if cell.state == "absent" else "base"
        painter.fillRect(rect, theme.color(role))
        if cell is not None and cell.state == "absent":
            brush = QBrush(theme.color("border"), Qt.BrushStyle.BDiagPattern)
            painter.fillRect(rect, brush)

    def _draw_text(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
        cell: Cell,
        *,
        selected: bool,
    ) -> None:
        theme = current_theme()
        rect = option.rect.adjusted(
            theme.space("s"), theme.space("xs"), -theme.space("s"), -theme.space("xs")
        )
        sign = self._sign_room(index, cell)
        if sign == ALSO:
            self._draw_also(painter, rect)
        elif sign:
            self._draw_sign(painter, rect, index)
        text = self._words(index, cell)
        if not text:
            return
        inner = rect.adjusted(0, 0, -sign, 0)
        layout = laid_out(text, inner.width(), cell_font(option.font, cell).toString())
        painter.setPen(theme.color("selection_text" if selected else _ROLES[cell.state]))
        layout.draw(painter, QPointF(inner.topLeft()))

    def _draw_also(self, painter: QPainter, rect: QRect) -> None:
        """Draw the sign of a statement that other levels in its row say too."""
        place = QRect(rect.right() - ALSO + 1, rect.top(), ALSO, painter.fontMetrics().height())
        painter.setPen(current_theme().color("text_muted"))
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, "≈")

    def _draw_sign(self, painter: QPainter, rect: QRect, index: Index) -> None:
        found = self._model.findings(index)
        grave = max(found, key=lambda one: one.severity.rank).severity.value if found else "warning"
        place = QRect(rect.right() - SIGN + 1, rect.top(), SIGN, SIGN)
        painter.drawPixmap(place.topLeft(), pixmap(grave, grave, SIGN))


def cell_font(font: QFont, cell: Cell) -> QFont:
    """Return the font of a cell: inherited text and the words of a gap lean."""
    if cell.state not in ("inherited", "gap"):
        return font
    leaning = QFont(font)
    leaning.setItalic(True)
    return leaning
