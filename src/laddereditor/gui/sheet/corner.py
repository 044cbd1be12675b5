"""The corner above the row heads, in the colours of the heads."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QTableView, QWidget

from laddereditor.gui.sheet.heads import ColumnHeads, RowHeads


class Corner(QWidget):
    """Covers the corner that Qt would draw as a button."""

    def __init__(self, table: QTableView, heads: ColumnHeads, row_heads: RowHeads) -> None:
        super().__init__(table)
        self._table, self._heads, self._row_heads = table, heads, row_heads

    def follow(self) -> None:
        """Cover the place where the heads of rows and columns meet."""
        rows, columns = self._row_heads, self._heads
        place = QRect(rows.x(), columns.y(), rows.width(), columns.height())
        if place != self.geometry():
            self.setGeometry(place)
            self.raise_()
        self.setVisible(bool(self._table.model().columnCount()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the lines of the heads."""
        pen = self._heads.pen
        painter = QPainter(self)
        painter.fillRect(self.rect(), pen.color("panel"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, pen.color("border_strong"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), pen.color("border"))
        painter.end()
