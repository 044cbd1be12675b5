"""The corner above the row heads, in the colours of the heads."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from laddereditor.gui.compare.table import CompareTable


class Corner(QWidget):
    """Covers the corner that Qt would draw as a button."""

    def __init__(self, table: CompareTable) -> None:
        super().__init__(table)
        self._table = table
        table.moved.connect(self.follow)

    def follow(self) -> None:
        """Lie where the heads of rows and columns meet."""
        rows, columns = self._table.row_heads, self._table.heads
        self.setGeometry(rows.x(), columns.y(), rows.width(), columns.height())
        self.setVisible(bool(self._table.model().columnCount()))
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the lines of the heads."""
        pen = self._table.pen
        painter = QPainter(self)
        painter.fillRect(self.rect(), pen.color("panel"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, pen.color("border_strong"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), pen.color("border"))
        painter.end()
