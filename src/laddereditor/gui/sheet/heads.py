"""The heads of columns and rows, which stay in view while the table scrolls."""

from typing import Any

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from laddereditor.gui.look.icons import pixmap
from laddereditor.gui.sheet.cell_painter import CellPainter
from laddereditor.gui.sheet.model import SheetModel
from laddereditor.presentation.sheet.content import NOTHING, CellContent
from laddereditor.presentation.sheet.search import NOTHING_FOUND
from laddereditor.presentation.text.runs import TextRun

ARROW = 16  # room for the arrow that folds a section
_SHARE = 0.4  # of the table's height that heads may take, if two lines of each text are less
_MAX_LINES, _FEWEST_LINES = 8, 2  # of each text in a head
_MENU = 20  # side of the button that opens a head's menu


class ColumnHeads(QHeaderView):
    """The heads of the columns; if `with_menus`, they can be dragged and have a menu button."""

    menu_wanted = Signal(int, QPoint)  # column, where on the screen
    reordered = Signal(int, int)  # a column was dragged from this place to that

    def __init__(
        self, model: SheetModel[Any], pen: CellPainter, parent: QWidget, *, with_menus: bool
    ) -> None:
        """Show the heads of a model's columns.

        Args:
            model: The model.
            pen: Draws texts, and is shared by all parts of the table.
            parent: The table.
            with_menus: Whether columns can be dragged and have a menu button.
        """
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model, self.pen, self._menu = model, pen, _MENU if with_menus else 0
        self._table, self._lines = parent, _MAX_LINES
        self.setSectionsClickable(True)
        self.setSectionsMovable(with_menus)
        self.setHighlightSections(False)
        self.setMouseTracking(True)
        self.setMinimumSectionSize(48)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.sectionMoved.connect(self._on_moved)

    def _on_moved(self, _logical: int, old: int, new: int) -> None:
        # The model brings the columns into the new order; here each stays at its own place.
        self.blockSignals(True)
        self.moveSection(new, old)
        self.blockSignals(False)
        self.reordered.emit(old, new)

    # -- measures -----------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Return a height in which no head is cut off.

        Long names leave room for the cells: each text is shortened to as many lines as let the
        heads have their share of the table.
        """
        most = self._table.height() * _SHARE
        for self._lines in range(_MAX_LINES, _FEWEST_LINES - 1, -1):
            height = self._height()
            if height <= most:
                break
        return QSize(0, height)

    def _height(self) -> int:
        heights = [
            self.pen.height(self._shown(column), self._inner(self.sectionSize(column)))
            for column in range(len(self._model.page.heads))
        ]
        return max(heights, default=self.fontMetrics().height()) + 2 * self.pen.pad_y

    def _shown(self, column: int) -> CellContent:
        """Return what a head shows; its tooltip has the whole texts."""
        content = self._model.page.heads[column].content
        width = self._inner(self.sectionSize(column)) - 2 * self.pen.pad_x
        return self.pen.shortened(content, width, self._lines)

    def _inner(self, width: int) -> int:
        return max(width - self._menu, 60)

    def menu_box(self, column: int) -> QRect:
        """Return where the button for a head's menu is."""
        right = self.sectionViewportPosition(column) + self.sectionSize(column)
        return QRect(right - self._menu - 4, self.pen.pad_y, self._menu, self._menu)

    # -- drawing ------------------------------------------------------------------------------

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw a head."""
        heads = self._model.page.heads
        if section >= len(heads):
            return
        pen, head = self.pen, heads[section]
        painter.save()
        painter.fillRect(rect, pen.color("panel"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, pen.color("border_strong"))
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), pen.color("border"))
        if head.is_pinned:
            painter.fillRect(rect.left(), rect.top(), rect.width(), 3, pen.color("accent"))
        inner = QRect(rect.left(), rect.top() + self.pen.pad_y, self._inner(rect.width()), 0)
        self.pen.draw(painter, inner, self._shown(section))
        if self._menu:
            dots = pixmap("more", "text_muted")
            painter.drawPixmap(self.menu_box(section).adjusted(2, 2, -2, -2), dots)
        painter.restore()

    # -- mouse --------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the menu where its button is; else begin a drag or a change of width."""
        point = event.position().toPoint()
        column = self.logicalIndexAt(point)
        if self._menu and event.button() == Qt.MouseButton.LeftButton and column >= 0:
            box = self.menu_box(column)
            if box.contains(point):
                self.menu_wanted.emit(column, self.viewport().mapToGlobal(box.bottomLeft()))
                event.accept()
                return
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of the head that was right-clicked."""
        column = self.logicalIndexAt(event.pos())
        if self._menu and column >= 0:
            self.menu_wanted.emit(column, event.globalPos())


class RowHeads(QHeaderView):
    """The headings of sections and rows at the left."""

    toggled = Signal(int)  # the heading at this row was clicked

    def __init__(self, model: SheetModel[Any], pen: CellPainter, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._model, self.pen, self._top = model, pen, -1
        self.found = NOTHING_FOUND  # what is marked
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(12)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.sectionClicked.connect(self.toggled)

    def sizeHint(self) -> QSize:
        """Return the width that was given; Qt would ask for the words of many rows."""
        return QSize(self.minimumWidth(), 0)

    def shown(self, row: int) -> CellContent:
        """Return the text of a row's head; a heading that repeats the one above is left out."""
        side = self._model.side(row)
        if row and not side.is_section and not side.is_repeated:
            above = self._model.side(row - 1)
            if not above.is_section and above.content == side.content:
                return NOTHING
        return side.content

    def drawn(self, row: int) -> CellContent:
        """Return the drawn text; the top row shows its heading if that is scrolled out of view."""
        shown = self.shown(row)
        if shown.runs or row != self.visualIndexAt(0):
            return shown
        about = self._model.side(row).about
        return CellContent((TextRun(about, "small"),)) if about else shown

    def follow_top(self) -> None:
        """Redraw the former and the new top row, as the words of the one on top stay in view."""
        top, rows = self.visualIndexAt(0), self._model.rowCount()
        last = min(max(top, self._top), rows - 1)
        if last >= 0:
            bottom = self.sectionViewportPosition(last) + self.sectionSize(last)
            self.viewport().update(0, 0, self.width(), bottom)
        self._top = top

    def inner(self, row: int) -> int:
        """Return the width in pixels that is available for a row's text."""
        return self.width() - self._model.side(row).indent

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw a row's head; its words stay in view while any of the row is."""
        if section >= self._model.rowCount():
            return
        side, pen = self._model.side(section), self.pen
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, pen.color(side.content.ground or "panel"))
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), pen.color("border"))
        shown = self.drawn(section)
        words = QRect(rect.left(), max(rect.top(), 0), self.inner(section), rect.height())
        need = self.pen.height(shown, words.width())
        words.moveTop(min(words.top(), rect.bottom() - need + 1))
        words.moveLeft(words.left() + side.indent)
        if side.is_folded is not None:
            name = "chevron-right" if side.is_folded else "chevron-down"
            painter.drawPixmap(rect.left() + 4, words.top() + self.pen.pad_y, pixmap(name))
        elif not side.is_joined:
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, pen.color("border"))
        self.pen.draw(painter, words, shown, wanted=self.found.in_head(section))
        painter.restore()
