"""The heading of the section at the top, which stays in sight while its rows scroll by."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from laddereditor.gui.compare.model import CompareModel
from laddereditor.gui.compare.table import CompareTable
from laddereditor.gui.icons import pixmap
from laddereditor.presentation.compare.cell_runs import CellContent, CellRun


class StickyHeading(QWidget):
    """Lies over the top of the table and repeats the heading that has scrolled away."""

    def __init__(self, model: CompareModel, table: CompareTable) -> None:
        super().__init__(table)
        self._model, self._table = model, table
        self._row = -1
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()
        table.moved.connect(self.follow)

    @property
    def row(self) -> int:
        """The row of the heading shown, -1 if none is."""
        return self._row if self.isVisible() else -1

    def follow(self) -> None:
        """Show the heading of the first row in sight, unless it is in sight itself."""
        table = self._table
        top = table.rowAt(0)
        line = self._model.line(top)
        in_sight = line is not None and line.is_heading and table.rowViewportPosition(top) >= 0
        if line is None or line.alone or in_sight:
            self._row = -1
            self.hide()
            return
        self._row = next(n for n in range(top, -1, -1) if self._model.lines[n].is_heading)
        height = table.rowHeight(self._row)
        lines = self._model.lines
        section = line.section.field
        below = next(
            (n for n in range(top + 1, len(lines)) if lines[n].section.field != section), -1
        )
        pushed = min(0, table.rowViewportPosition(below) - height) if below >= 0 else 0
        left, upper = table.row_heads.x(), table.viewport().y()
        width = table.viewport().geometry().right() + 1 - left
        self.setGeometry(QRect(left, upper, width, max(1, height + pushed)))
        self._pushed = pushed
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the heading and the counts of the columns in sight."""
        line = self._model.line(self._row)
        if line is None:
            return
        table, pen = self._table, self._table.pen
        painter = QPainter(self)
        painter.fillRect(self.rect(), pen.theme.color("panel"))
        painter.translate(0, self._pushed)
        heads = table.row_heads
        side, height = heads.width(), table.rowHeight(self._row)
        painter.save()
        painter.setClipRect(side, 0, self.width() - side, height)
        for column in range(self._model.columnCount()):
            x = side + table.columnViewportPosition(column)
            wide = table.columnWidth(column)
            pen.draw(painter, QRect(x, 0, wide, height), self._model.shown(self._row, column))
            painter.fillRect(x + wide - 1, 0, 1, height, pen.theme.color("border"))
        painter.restore()
        picture = pixmap("chevron-right" if line.folded else "chevron-down")
        painter.drawPixmap(4, pen.pad_y, picture)
        words = CellContent((CellRun(line.section.heading, "strong"),))
        pen.draw(painter, QRect(16, 0, heads.inner(self._row), height), words)
        painter.fillRect(side - 1, 0, 1, height, pen.theme.color("border"))
        painter.fillRect(0, height - 1, self.width(), 1, pen.theme.color("border_strong"))
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Fold the section."""
        if self._row >= 0 and self.rect().contains(event.position().toPoint()):
            self._table.fold_wanted.emit(self._row)
