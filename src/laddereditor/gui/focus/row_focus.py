"""The mark of the row that has the keyboard: a line around it, never through its icon."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from laddereditor.gui.item_index import ItemIndex
from laddereditor.gui.look.theme import current_theme, outlining


def draw_row_focus(painter: QPainter, place: QRect, *, first: bool, last: bool) -> None:
    """Draw the part of the line around a row that belongs to one of its cells.

    Args:
        painter: The painter.
        place: The rectangle of the cell in pixels.
        first: Whether the cell is the first of the row, where the line is closed.
        last: Whether it is the last one.
    """
    inner = place.adjusted(0, 0, -1, -1)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(current_theme().color("focus_ring"), 1))
    painter.drawLine(inner.topLeft(), inner.topRight())
    painter.drawLine(inner.bottomLeft(), inner.bottomRight())
    if first:
        painter.drawLine(inner.topLeft(), inner.bottomLeft())
    if last:
        painter.drawLine(inner.topRight(), inner.bottomRight())
    painter.restore()


def _has_keyboard(view: QWidget, index: ItemIndex) -> bool:
    """Whether a cell is in the current row of a view that has the focus."""
    if not isinstance(view, QAbstractItemView) or not view.hasFocus():
        return False
    current = view.currentIndex()
    return current.isValid() and current.siblingAtColumn(index.column()) == index


class RowFocusDelegate(QStyledItemDelegate):
    """Draws cells, and the line around the row that has the keyboard."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: ItemIndex) -> None:
        """Let the outline of a check box be seen in dark colours too."""
        super().initStyleOption(option, index)
        option.palette = outlining(option.palette, current_theme())

    def sizeHint(self, option: QStyleOptionViewItem, index: ItemIndex) -> QSize:
        """Return a size that has room for the line above and below the text.

        The style sheet's padding is not counted for rows with a check box.
        """
        size = super().sizeHint(option, index)
        least = option.fontMetrics.height() + 2 * current_theme().space("xs")
        return QSize(size.width(), max(size.height(), least))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: ItemIndex,
    ) -> None:
        """Draw a cell without the style's own box, then its part of the line."""
        option.state &= ~QStyle.StateFlag.State_HasFocus
        super().paint(painter, option, index)
        if _has_keyboard(option.widget, index):
            # Models of lists do not let anybody ask how many columns they have.
            last = not index.sibling(index.row(), index.column() + 1).isValid()
            draw_row_focus(painter, option.rect, first=index.column() == 0, last=last)
