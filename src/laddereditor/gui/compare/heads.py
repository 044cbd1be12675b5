"""The heads of columns and rows, which stay in sight while the table scrolls."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QHeaderView, QWidget

from laddereditor.gui.compare.delegate import Pen
from laddereditor.gui.compare.model import CompareModel
from laddereditor.gui.icons import pixmap
from laddereditor.presentation.compare.cell_labels import HeadLabels
from laddereditor.presentation.compare.cell_runs import CellContent, CellRun, Tag

_ARROW = 16  # room for the arrow that folds a section
_MENU = 20  # side of the button that opens a head's menu


class ColumnHeads(QHeaderView):
    """Who each column is: family, level and title; drag to reorder, a menu for the rest."""

    menu_wanted = Signal(int, QPoint)  # column, where on the screen
    reordered = Signal(int, int)  # a column was dragged from this place to that

    def __init__(self, model: CompareModel, pen: Pen, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("compareHeads")
        self.setAccessibleName("Columns compared")
        self._model, self.pen = model, pen
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setMouseTracking(True)
        self.setMinimumSectionSize(80)
        self.sectionMoved.connect(self._on_moved)

    def _on_moved(self, _logical: int, old: int, new: int) -> None:
        # The model brings the columns into the new order; here each stays at its own place.
        self.blockSignals(True)
        self.moveSection(new, old)
        self.blockSignals(False)
        self.reordered.emit(old, new)

    # -- measures -----------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Return a height in which no head is cut off."""
        heights = [
            self.pen.height(self._shown(column), self._inner(self.sectionSize(column)))
            for column in range(len(self._model.heads))
        ]
        return QSize(0, max(heights, default=self.fontMetrics().height()) + 2 * self.pen.pad_y)

    def _inner(self, width: int) -> int:
        return max(width - _MENU, 60)

    def _shown(self, column: int) -> CellContent:
        head = self._model.heads[column]
        tags = (Tag("Baseline", "accent"),) if column == self._model.baseline else ()
        return CellContent(_head_runs(head), tags)

    def menu_box(self, column: int) -> QRect:
        """Return where the button for a head's menu is."""
        right = self.sectionViewportPosition(column) + self.sectionSize(column)
        return QRect(right - _MENU - 4, self.pen.pad_y, _MENU, _MENU)

    # -- drawing ------------------------------------------------------------------------------

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw a head."""
        if section >= len(self._model.heads):
            return
        theme = self.pen.theme
        painter.save()
        painter.fillRect(rect, theme.color("panel"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.color("border_strong"))
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), theme.color("border"))
        if section == self._model.baseline:
            painter.fillRect(rect.left(), rect.top(), rect.width(), 3, theme.color("accent"))
        inner = QRect(rect.left(), rect.top() + self.pen.pad_y, self._inner(rect.width()), 0)
        self.pen.draw(painter, inner, self._shown(section))
        painter.drawPixmap(self.menu_box(section).adjusted(2, 2, -2, -2), _dots())
        painter.restore()

    # -- mouse --------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the menu where its button is; else begin a drag or a change of width."""
        point = event.position().toPoint()
        column = self.logicalIndexAt(point)
        if event.button() == Qt.MouseButton.LeftButton and column >= 0:
            box = self.menu_box(column)
            if box.contains(point):
                self.menu_wanted.emit(column, self.viewport().mapToGlobal(box.bottomLeft()))
                event.accept()
                return
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of the head that was right-clicked."""
        column = self.logicalIndexAt(event.pos())
        if column >= 0:
            self.menu_wanted.emit(column, event.globalPos())


def _dots() -> QPixmap:
    return pixmap("more", "text_muted")


def _head_runs(head: HeadLabels) -> tuple[CellRun, ...]:
    runs = [CellRun(f"{head.over}\u2028", "small"), CellRun(f"{head.code}  {head.title}", "strong")]
    runs += [CellRun(f"\u2028{words}", "small") for words in (head.where, head.told) if words]
    return tuple(runs)


class RowHeads(QHeaderView):
    """The headings of sections and rows at the left."""

    toggled = Signal(int)  # the heading at this row was clicked

    def __init__(self, model: CompareModel, pen: Pen, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setObjectName("compareRowHeads")
        self.setAccessibleName("Sections and rows")
        self._model, self.pen = model, pen
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(12)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.sectionClicked.connect(self.toggled)

    def sizeHint(self) -> QSize:
        """Return the width that was given; Qt would ask for the words of many rows."""
        return QSize(self.minimumWidth(), 0)

    def shown(self, row: int) -> CellContent:
        """Return what a row's head says; a heading that is the same as above is not repeated."""
        line, above = self._model.line(row), self._model.line(row - 1)
        if line is None:
            return CellContent()
        if line.is_heading or line.alone:
            return CellContent((CellRun(line.words, "strong"),))
        if above is not None and not above.is_heading and above.words == line.words:
            return CellContent()
        return CellContent((CellRun(line.words, "muted"),))

    def inner(self, row: int) -> int:
        """Return the width that a row's words have."""
        line = self._model.line(row)
        return self.width() - (_ARROW if line and (line.is_heading or line.alone) else 0)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw a row's head; its words stay in sight while any of the row is."""
        line = self._model.line(section)
        if line is None:
            return
        theme = self.pen.theme
        painter.save()
        painter.fillRect(rect, theme.color("panel"))
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), theme.color("border"))
        shown = self.shown(section)
        words = QRect(rect.left(), max(rect.top(), 0), self.inner(section), rect.height())
        need = self.pen.height(shown, words.width())
        words.moveTop(min(words.top(), rect.bottom() - need + 1))
        if line.is_heading or line.alone:
            words.moveLeft(words.left() + _ARROW)
        if line.is_heading:
            name = "chevron-right" if line.folded else "chevron-down"
            painter.drawPixmap(rect.left() + 4, words.top() + self.pen.pad_y, pixmap(name))
        else:
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.color("border"))
        self.pen.draw(painter, words, shown)
        painter.restore()
