"""The table: rows as high as their text, measured only where they are seen, then in idle time."""

from time import perf_counter

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from laddereditor.gui.compare.delegate import CompareDelegate, Pen
from laddereditor.gui.compare.dragging import CELL, cell_data, cell_place
from laddereditor.gui.compare.heads import ColumnHeads, RowHeads
from laddereditor.gui.compare.keys import action_of
from laddereditor.gui.compare.model import CompareModel
from laddereditor.gui.compare.typeset import quick_height

_SLICE = 0.006  # seconds of measuring before Qt gets its turn
_ROW_HEAD = (96, 190)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CompareTable(QTableView):
    """Shows a comparison; tells what is wanted of its cells, and changes nothing itself."""

    fold_wanted = Signal(int)  # the row of a section's heading
    moved = Signal()  # cells are at other places than before
    edit_wanted = Signal(QModelIndex)
    remove_wanted = Signal(QModelIndex)
    copy_wanted = Signal(QModelIndex, int)  # the cell, the column it goes to
    menu_wanted = Signal(QModelIndex, QPoint)  # the cell, where on the screen
    key_wanted = Signal(str)  # a key that stands for something the view does

    def __init__(self, model: CompareModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compareTable")
        self.setAccessibleName("Comparison")
        self._model, self.pen = model, Pen()
        self.heads = ColumnHeads(model, self.pen, self)
        self.row_heads = RowHeads(model, self.pen, self)
        self.setHorizontalHeader(self.heads)
        self.setVerticalHeader(self.row_heads)
        self.setModel(model)
        self.cells = CompareDelegate(model, self.pen, self)
        self.setItemDelegate(self.cells)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDropIndicatorShown(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.heads.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self._measured: list[bool] = []
        self._weights: list[float] = []
        self._busy = False  # widths or heights are being set here
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self._measure_rest)
        self.heads.sectionResized.connect(self._on_column_resized)
        self.row_heads.toggled.connect(self.fold_wanted)
        model.modelReset.connect(self._on_reset)
        model.rowsInserted.connect(self._on_inserted)
        model.rowsRemoved.connect(self._on_removed)
        model.dataChanged.connect(self._on_changed)

    # -- widths -------------------------------------------------------------------------------

    def _on_reset(self) -> None:
        count = self._model.columnCount()
        if len(self._weights) != count:
            self._weights = [1.0] * count
        self._spread()

    def least_width(self) -> int:
        """Return the width below which columns do not go."""
        return round(24 * QFontMetricsF(self.pen.font).averageCharWidth())

    def _spread(self) -> None:
        """Give the columns the whole width; below a least width they scroll instead."""
        count = self._model.columnCount()
        self._fit_row_heads()
        if not count:
            return
        room, total = self.viewport().width(), sum(self._weights)
        self._busy = True
        left = room
        for column, weight in enumerate(self._weights):
            width = max(self.least_width(), int(room * weight / total))
            if column == count - 1:
                width = max(self.least_width(), left)
            left -= width
            self.setColumnWidth(column, width)
        self._busy = False
        self._estimate()

    def _fit_row_heads(self) -> None:
        metrics = QFontMetricsF(self.pen.font)
        words = {self._model.headerData(r, Qt.Orientation.Vertical) or "" for r in self._rows()}
        pieces = {piece for text in words for piece in str(text).split()}
        longest = max((metrics.horizontalAdvance(piece) for piece in pieces), default=0.0)
        width = round(1.1 * longest) + 2 * self.pen.pad_x + 20
        width = max(_ROW_HEAD[0], min(_ROW_HEAD[1], width))
        if self.row_heads.width() != width:
            self.row_heads.setFixedWidth(width)
            self.updateGeometries()

    def _on_column_resized(self, _column: int, _old: int, _new: int) -> None:
        if self._busy:
            return
        self._weights = [float(self.columnWidth(c)) for c in range(self._model.columnCount())]
        self._estimate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Spread the columns over the new width, the row at the top staying there."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._spread()
        else:
            self._measure_seen()

    # -- heights ------------------------------------------------------------------------------

    def _rows(self) -> range:
        return range(self._model.rowCount())

    def _estimate(self) -> None:
        """Guess the heights of all rows, then measure those that are seen."""
        top, offset = self._anchor()
        metrics = QFontMetricsF(self.pen.font)
        letter, line = metrics.averageCharWidth(), metrics.height()
        columns = max(len(self._weights), 1)
        width = self.heads.length() // columns - 2 * self.pen.pad_x
        self._busy = True
        self.row_heads.blockSignals(True)
        for row, shown in enumerate(self._model.lines):
            guess = quick_height(shown, width, letter, line)
            self.row_heads.resizeSection(row, round(guess) + 2 * self.pen.pad_y)
        self.row_heads.blockSignals(False)
        self._busy = False
        self._measured = [False] * self._model.rowCount()
        self.updateGeometries()
        self._hold(top, offset)
        self._measure_seen()
        self.viewport().update()

    @property
    def is_measured(self) -> bool:
        """Whether all rows, also those out of sight, have the height of their text."""
        return all(self._measured)

    def _anchor(self) -> tuple[int, int]:
        """Return the row at the top, and how much of it is above the edge."""
        top = self.rowAt(0)
        return top, -self.rowViewportPosition(top) if top >= 0 else 0

    def _hold(self, row: int, offset: int) -> None:
        if 0 <= row < self._model.rowCount():
            self.verticalScrollBar().setValue(self.row_heads.sectionPosition(row) + offset)

    def _measure(self, row: int) -> int:
        """Give a row the height of its text; returns by how much it grew."""
        self._measured[row] = True
        need = self.pen.height(self.row_heads.shown(row), self.row_heads.inner(row))
        for column in range(self._model.columnCount()):
            shown = self._model.shown(row, column)
            need = max(need, self.pen.height(shown, self.columnWidth(column)))
        grown = need - self.row_heads.sectionSize(row)
        if grown:
            self.row_heads.resizeSection(row, need)
        return grown

    def _measure_seen(self) -> None:
        """Measure the rows in sight; what is at the top stays there."""
        if self._busy or len(self._measured) != self._model.rowCount():
            return
        self._busy = True
        row, bottom = max(self.rowAt(0), 0), self.viewport().height()
        while row < self._model.rowCount() and self.rowViewportPosition(row) < bottom:
            if not self._measured[row]:
                above = self.rowViewportPosition(row) < 0
                grown = self._measure(row)
                if above and grown:
                    self._scroll_by(grown)
            row += 1
        self._busy = False
        if not all(self._measured):
            self._idle.start(0)
        self.moved.emit()

    def _scroll_by(self, pixels: int) -> None:
        self.updateGeometries()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + pixels)

    def _measure_rest(self) -> None:
        """Measure rows out of sight for a moment; go on later if there are more."""
        end, top, offset = perf_counter() + _SLICE, *self._anchor()
        self._busy = True
        changed = False
        for row in self._rows():
            if row < len(self._measured) and not self._measured[row]:
                changed = bool(self._measure(row)) or changed
                if perf_counter() > end:
                    break
        if changed:
            self.updateGeometries()
            self._hold(top, offset)
        self._busy = False
        if not all(self._measured):
            self._idle.start(0)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Measure what comes into sight."""
        super().scrollContentsBy(dx, dy)
        if dy:
            self._measure_seen()
        self.moved.emit()

    def _on_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._measured[first:first] = [False] * (last - first + 1)
        self._measure_seen()

    def _on_removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        del self._measured[first : last + 1]
        self._measure_seen()

    def _on_changed(self) -> None:
        self._measured = [False] * self._model.rowCount()
        self._measure_seen()

    # -- looks --------------------------------------------------------------------------------

    def renew(self) -> None:
        """Take the colours and the text size now in force."""
        self.pen = Pen()
        self.cells.pen = self.heads.pen = self.row_heads.pen = self.pen
        self._spread()
        self.heads.viewport().update()
        self.row_heads.viewport().update()

    # -- keys ---------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Claim the table's keys before the window's commands see them."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (action_of(event) or event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_F2))
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fold, edit, delete and copy by keyboard; what concerns columns goes to the view."""
        index, key = self.currentIndex(), event.key()
        line = self._model.line(index.row())
        if name := action_of(event):
            self.key_wanted.emit(name)
        elif line is not None and line.row is None and key in (*_ENTER, Qt.Key.Key_Space):
            self.fold_wanted.emit(index.row())
        elif key in (*_ENTER, Qt.Key.Key_F2):
            self.edit_wanted.emit(index)
        elif key == Qt.Key.Key_Delete:
            self.remove_wanted.emit(index)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.key_wanted.emit("copy_cell")
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a cell into sight, below the heading that stays at the top."""
        super().scrollTo(index, hint)
        line = self._model.line(index.row())
        if line is None or line.is_heading or line.alone:
            return
        heading = next(n for n in range(index.row(), -1, -1) if self._model.lines[n].is_heading)
        hidden = self.rowHeight(heading) - self.rowViewportPosition(index.row())
        if hidden > 0:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - hidden)

    # -- mouse --------------------------------------------------------------------------------

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit the cell that was double-clicked."""
        index = self.indexAt(event.position().toPoint())
        line = self._model.line(index.row())
        if event.button() == Qt.MouseButton.LeftButton and line is not None:
            if line.is_heading:
                self.fold_wanted.emit(index.row())
            else:
                self.edit_wanted.emit(index)
            event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the cell, at the mouse or below the cell."""
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if keyboard else self.indexAt(event.pos())
        rect = self.visualRect(index)
        place = self.viewport().mapToGlobal(rect.bottomLeft()) if keyboard else event.globalPos()
        if index.isValid():
            self.setCurrentIndex(index)
            self.menu_wanted.emit(index, place)

    def startDrag(self, supported: Qt.DropAction) -> None:
        """Drag the text of a cell; dropped on another column it is copied there."""
        index = self.currentIndex()
        cell = self._model.cell(index)
        if cell is not None:
            drag = QDrag(self)
            drag.setMimeData(cell_data(index.row(), index.column(), cell.text))
            drag.exec(Qt.DropAction.CopyAction)

    def _drop_target(self, event: QDropEvent) -> tuple[QModelIndex, int] | None:
        """Return the dragged cell and the column it is over, if it can be dropped there."""
        place = cell_place(event.mimeData()) if event.source() is self else None
        over = self.columnAt(round(event.position().x()))
        if place is None or over < 0 or over == place[1]:
            return None
        return self._model.index(*place), over

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take cells of this table; leave entries of the tree to the view."""
        event.setAccepted(event.source() is self and event.mimeData().hasFormat(CELL))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take a cell over another column."""
        event.setAccepted(self._drop_target(event) is not None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Copy the cell that was dropped into the column it was dropped on."""
        found = self._drop_target(event)
        event.setAccepted(found is not None)
        if found is not None:
            self.copy_wanted.emit(*found)
