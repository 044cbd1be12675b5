"""The lower edge of the table, which can be dragged: what is below it are notes."""

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from laddereditor.gui.sheet.table import SheetTable

_HEIGHT, _LINE = 9, 3  # pixels that can be caught, and that are drawn
_TIP = "The table ends here. Drag the line to where the notes below it start."


class TableEdge(QWidget):
    """A line across the sheet, below the last row of the table."""

    dropped = Signal(int)  # the row that is the last one of the table now

    def __init__(self, table: SheetTable) -> None:
        super().__init__(table)
        self._table = table
        self._row = -1  # the last one of the table, -1 without a table
        self._dragged: int | None = None  # the row that it would be
        self.setCursor(Qt.CursorShape.SplitVCursor)
        self.setToolTip(_TIP)
        self.setAccessibleName("Lower edge of the table")
        self.hide()
        table.moved.connect(self.follow)

    def show_below(self, row: int) -> None:
        """Show the line below a row, or hide it with -1."""
        self._row, self._dragged = row, None
        self.follow()

    def follow(self) -> None:
        """Go to where the row ends now."""
        row = self._row if self._dragged is None else self._dragged
        view = self._table.viewport()
        if not 0 <= row < self._table.sheet_model.rowCount():
            self.hide()
            return
        bottom = self._table.rowViewportPosition(row) + self._table.rowHeight(row)
        is_in_view = 0 <= bottom <= view.height()
        left, width = self._table.row_heads.x(), self._table.row_heads.width() + view.width()
        self.setGeometry(QRect(left, view.y() + bottom - _HEIGHT // 2 - 1, width, _HEIGHT))
        self.setVisible(is_in_view)
        if is_in_view:
            self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        painter = QPainter(self)
        color = self._table.pen.color("accent")
        painter.fillRect(0, (_HEIGHT - _LINE) // 2, self.width(), _LINE, color)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to drag."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._dragged = self._row

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse from row to row."""
        if self._dragged is not None:
            self._dragged = self._row_above(event.globalPosition().toPoint())
            self.follow()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the table end where the line was dropped."""
        row, self._dragged = self._dragged, None
        if row is not None and row != self._row:
            self.dropped.emit(row)
        self.follow()

    def _row_above(self, place: QPoint) -> int:
        """Return the row whose lower edge is nearest to a point of the screen."""
        y = self._table.viewport().mapFromGlobal(place).y()
        row = self._table.rowAt(y)
        if row < 0:
            return 0 if y < 0 else self._table.sheet_model.rowCount() - 1
        middle = self._table.rowViewportPosition(row) + self._table.rowHeight(row) // 2
        return max(0, row if y >= middle else row - 1)
