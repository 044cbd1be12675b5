"""Draws the cells: tags, text with its marks, and the ring around the current cell."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from laddereditor.gui.compare.model import CompareModel
from laddereditor.gui.compare.text_layout import PlacedTag, SetText, set_text, small
from laddereditor.gui.theme import Theme, current_theme
from laddereditor.presentation.compare.cell_runs import CellContent

Index = QModelIndex | QPersistentModelIndex
# Flags of Python's enum are slow to make, and these are needed for each cell that is drawn.
_SELECTED, _ACTIVE = QStyle.StateFlag.State_Selected, QStyle.StateFlag.State_Active
_AT_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_IN_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignHCenter


class Pen:
    """Font, colours and measures that cells are drawn with; made anew when looks change."""

    def __init__(self) -> None:
        self.theme: Theme = current_theme()
        self.font = QFont(QApplication.font())
        self.font_key = self.font.toString()
        self.tag_font = small(self.font)
        self._colors: dict[str, QColor] = {}
        self.pad_x, self.pad_y = self.theme.space("s"), self.theme.space("xs") + 1

    def color(self, role: str) -> QColor:
        """Return the colour of a role."""
        if role not in self._colors:
            self._colors[role] = self.theme.color(role)
        return self._colors[role]

    def set(self, shown: CellContent, width: int) -> SetText:
        """Return the text of a cell that is `width` wide, set in lines."""
        inner = width - 2 * self.pad_x
        return set_text(shown, inner, self.font_key, self.theme.scheme)

    def height(self, shown: CellContent, width: int) -> int:
        """Return how high a cell of this width must be."""
        return round(self.set(shown, width).height + 0.5) + 2 * self.pad_y

    def draw(self, painter: QPainter, rect: QRect, shown: CellContent) -> None:
        """Draw tags and text into a cell."""
        found = self.set(shown, rect.width())
        origin = QPointF(rect.left() + self.pad_x, rect.top() + self.pad_y)
        for placed in found.tags:
            self._draw_tag(painter, origin, placed)
        painter.setFont(self.font)
        found.layout.draw(painter, origin)

    def _draw_tag(self, painter: QPainter, origin: QPointF, placed: PlacedTag) -> None:
        box: QRectF = placed.box.translated(origin)
        painter.setFont(self.tag_font)
        painter.setPen(self.color(placed.tag.role))
        if not placed.tag.quiet:
            painter.setBrush(self.color("base"))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.drawText(box, _AT_LEFT if placed.tag.quiet else _IN_MIDDLE, placed.tag.words)


class CompareDelegate(QStyledItemDelegate):
    """Draws what the model shows, with the pen that all parts of the table share."""

    def __init__(self, model: CompareModel, pen: Pen, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self.pen = pen

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        row, column = index.row(), index.column()
        line = self._model.line(row)
        if line is None:
            return
        rect = option.rect
        shown = self._model.shown(row, column)
        ground = "panel" if line.row is None else shown.ground
        if ground:
            painter.fillRect(rect, self.pen.color(ground))
        if line.row is not None:
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self.pen.color("border"))
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), self.pen.color("border"))
        self.pen.draw(painter, rect, shown)
        state = option.state
        if state & _SELECTED:
            self._draw_ring(painter, rect, focus=bool(state & _ACTIVE))

    def _draw_ring(self, painter: QPainter, rect: QRect, *, focus: bool) -> None:
        pen = painter.pen()
        pen.setColor(self.pen.color("focus_ring" if focus else "border_strong"))
        pen.setWidth(2)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(1, 1, -2, -2))
