"""The small arrow of a choice, drawn in any colour."""

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF


def draw_arrow(painter: QPainter, rect: QRect, color: QColor) -> None:
    """Draw a chevron that points down, in the middle of a rectangle."""
    middle = rect.center()
    x, y = middle.x() + 0.5, middle.y() + 0.5
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(color, 1.4)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    points = [QPointF(x - 3.5, y - 1.5), QPointF(x, y + 2), QPointF(x + 3.5, y - 1.5)]
    painter.drawPolyline(QPolygonF(points))
    painter.restore()
