"""The heading of the section at the top, which stays in view while its rows scroll by."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from laddereditor.gui.look.icons import pixmap
from laddereditor.gui.sheet.table import SheetTable


class StickyHeading(QWidget):
    """Lies over the top of the table and repeats the heading that has scrolled away."""

    clicked = Signal(int)  # the row of the heading

    def __init__(self, table: SheetTable) -> None:
        super().__init__(table)
        self._model, self._table = table.sheet_model, table
        self._row, self._pushed = -1, 0
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()
        table.cover = self
        table.moved.connect(self.follow)

    @property
    def row(self) -> int:
        """The row of the heading shown, -1 if none is."""
        return self._row if self.isVisible() else -1

    def follow(self) -> None:
        """Show the heading of the first row in view, unless it is in view itself."""
        table = self._table
        top = table.rowAt(0)
        self._row = table.heading_of(top) if top >= 0 else -1
        in_sight = self._row == top and table.rowViewportPosition(top) >= 0
        if self._row < 0 or in_sight:
            self._row = -1
            self.hide()
            return
        height, below = table.rowHeight(self._row), table.section_after(top)
        self._pushed = min(0, table.rowViewportPosition(below) - height) if below >= 0 else 0
        left, upper = table.row_heads.x(), table.viewport().y()
        width = table.viewport().geometry().right() + 1 - left
        self.setGeometry(QRect(left, upper, width, max(1, height + self._pushed)))
        if self.isHidden():
            self.show()
            self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the heading and the counts of the columns in view."""
        if not 0 <= self._row < self._model.rowCount():
            return
        side = self._model.side(self._row)
        table, pen = self._table, self._table.pen
        painter = QPainter(self)
        painter.fillRect(self.rect(), pen.color("panel"))
        painter.translate(0, self._pushed)
        heads = table.row_heads
        left, height = heads.width(), table.rowHeight(self._row)
        painter.save()
        painter.setClipRect(left, 0, self.width() - left, height)
        for column in range(self._model.columnCount()):
            x = left + table.columnViewportPosition(column)
            wide = table.columnWidth(column)
            pen.draw(painter, QRect(x, 0, wide, height), self._model.shown(self._row, column))
            painter.fillRect(x + wide - 1, 0, 1, height, pen.color("border"))
        painter.restore()
        if side.is_folded is not None:
            picture = pixmap("chevron-right" if side.is_folded else "chevron-down")
            painter.drawPixmap(4, pen.pad_y, picture)
        pen.draw(painter, QRect(side.indent, 0, heads.inner(self._row), height), side.content)
        painter.fillRect(left - 1, 0, 1, height, pen.color("border"))
        painter.fillRect(0, height - 1, self.width(), 1, pen.color("border_strong"))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press, which would otherwise reach a cell of the table."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Fold the section."""
        if self._row >= 0 and self.rect().contains(event.position().toPoint()):
            self.clicked.emit(self._row)
