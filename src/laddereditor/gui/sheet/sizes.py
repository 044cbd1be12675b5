"""Widths of columns, heights of rows: measured only where they are seen, then in idle time."""

from time import perf_counter
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QTimer, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QTableView

from laddereditor.gui.sheet.cell_painter import CellPainter
from laddereditor.gui.sheet.heads import ColumnHeads, RowHeads
from laddereditor.gui.sheet.model import SheetModel

_SLICE = 0.004  # seconds of measuring before Qt gets its turn
_ROW_HEAD = (96, 190)  # pixels
# Letters that fit into a column at least; where there is less room, columns scroll. Our choice: a
# line of 16 letters holds the longest common words whole, and six columns are in view at 1280
# pixels beside the tree.
_MIN_LETTERS = 18
_FEW = 3  # columns that leave room for headings in one line; our choice
_NARROW_LETTERS = 13  # of a column in which there is nothing
_TAG_LETTERS = 14  # room for what is before a text


class Sizes(QObject):
    """Distributes a table's width over its columns, and gives each row the height of its text."""

    changed = Signal()  # cells are at other places than before

    def __init__(
        self, table: QTableView, model: SheetModel[Any], heads: ColumnHeads, row_heads: RowHeads
    ) -> None:
        super().__init__(table)
        self._table, self._model, self._heads, self._row_heads = table, model, heads, row_heads
        self._measured: list[bool] = []
        self._weights: list[float] = []
        self._busy = False  # sizes are being set here
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self._measure_rest)
        heads.sectionResized.connect(self._on_column_resized)
        self._on_reset()
        model.modelAboutToBeReset.connect(self._on_resetting)
        model.modelReset.connect(self._on_reset)
        self._anchor = (-1, 0)
        model.rowsAboutToBeInserted.connect(self._keep_anchor)
        model.rowsAboutToBeRemoved.connect(self._keep_anchor)
        model.rowsInserted.connect(self._on_inserted)
        model.rowsRemoved.connect(self._on_removed)
        model.dataChanged.connect(self._on_changed)

    @property
    def _pen(self) -> CellPainter:
        return self._row_heads.pen

    @property
    def is_measured(self) -> bool:
        """Whether all rows, also those out of view, have the height of their text."""
        return all(self._measured)

    # -- widths -------------------------------------------------------------------------------

    def spread(self) -> None:
        """Distribute the width over the columns; below a minimum width they scroll."""
        self._fit_row_heads()
        if not self._weights:
            return
        self._busy = True
        for column, width in enumerate(self._widths()):
            self._heads.resizeSection(column, width)
        self._busy = False
        self._estimate()

    def _widths(self) -> list[int]:
        """Return the widths in pixels: narrow ones, and the rest of the room by weight.

        Columns that do not all fit are so wide that as many of them as possible are seen whole.
        """
        letter = QFontMetricsF(self._pen.font).averageCharWidth()
        least, narrow = round(_MIN_LETTERS * letter), round(_NARROW_LETTERS * letter)
        is_narrow = [head.is_narrow for head in self._model.page.heads]
        view = self._table.viewport().width()
        room = view - narrow * sum(is_narrow)
        if least * is_narrow.count(False) > room:
            least = max(least, view // max(view // least, 1))
        pairs = list(zip(self._weights, is_narrow, strict=True))
        total = sum(weight for weight, thin in pairs if not thin)
        return [
            narrow if thin else max(least, int(room * weight / total)) for weight, thin in pairs
        ]

    def _fit_row_heads(self) -> None:
        """Make the row heads as wide as their longest word; beside few columns, as their words."""
        metrics = QFontMetricsF(self._pen.font)
        sides = map(self._model.side, range(self._model.rowCount()))
        is_roomy = self._model.columnCount() <= _FEW
        pieces = {
            piece for side in sides for piece in ([side.words] if is_roomy else side.words.split())
        }
        longest = max((metrics.horizontalAdvance(piece) for piece in pieces), default=0.0)
        width = round(1.1 * longest) + 2 * self._pen.pad_x + 20
        width = max(_ROW_HEAD[0], min(_ROW_HEAD[1], width))
        if self._row_heads.width() != width:
            self._busy = True
            self._row_heads.setFixedWidth(width)
            self._update_geometries()
            self._busy = False

    def _on_column_resized(self, _column: int, _old: int, _new: int) -> None:
        if not self._busy:
            self._weights = [float(self._heads.sectionSize(c)) for c in range(len(self._weights))]
            self._estimate()

    def _on_resetting(self) -> None:
        """Measure nothing until the columns are known: the table resizes itself in between."""
        self._busy = True

    def _on_reset(self) -> None:
        self._busy = False
        self._measured = [False] * self._model.rowCount()
        count = self._model.columnCount()
        if len(self._weights) != count:
            self._weights = [1.0] * count
        self.spread()

    def on_resized(self, *, wider: bool) -> None:
        """Follow another size of the table; the row at the top stays there."""
        if self._busy:
            return
        if wider:
            self.spread()
        else:
            self.measure_seen()

    # -- the place scrolled to ----------------------------------------------------------------

    def anchor(self) -> tuple[int, int]:
        """Return the row at the top, and how much of it is above the edge."""
        top = self._table.rowAt(0)
        return top, -self._table.rowViewportPosition(top) if top >= 0 else 0

    def put_at_top(self, row: int, offset: int) -> None:
        """Scroll so that a row is at the top, with so much of it above the edge."""
        if 0 <= row < self._model.rowCount():
            place = self._row_heads.sectionPosition(row) + offset
            self._table.verticalScrollBar().setValue(place)

    # -- heights ------------------------------------------------------------------------------

    def _estimate(self) -> None:
        """Guess the heights of all rows, then measure those that are seen."""
        anchor, pen = self.anchor(), self._pen
        metrics = QFontMetricsF(pen.font)
        letter, height = metrics.averageCharWidth(), metrics.height()
        width = self._heads.length() // max(len(self._weights), 1) - 2 * pen.pad_x
        self._busy = True
        self._row_heads.blockSignals(True)
        for row in range(self._model.rowCount()):
            letters, more = self._model.length(row)
            lines = 1 + int((letters + _TAG_LETTERS) * letter) // max(width, 1) + more
            self._row_heads.resizeSection(row, round(height * lines) + 2 * pen.pad_y)
        self._row_heads.blockSignals(False)
        self._busy = False
        self._measured = [False] * self._model.rowCount()
        self._update_geometries()
        self.put_at_top(*anchor)
        self.measure_seen()
        self._table.viewport().update()

    def _update_geometries(self) -> None:
        self._table.updateGeometries()  # the scroll bars' ranges follow only then

    def _measure(self, row: int) -> int:
        """Give a row the height of its text; returns by how much it grew."""
        self._measured[row] = True
        need = self._pen.height(self._row_heads.shown(row), self._row_heads.inner(row))
        for column in range(len(self._weights)):
            shown = self._model.shown(row, column)
            need = max(need, self._pen.height(shown, self._heads.sectionSize(column)))
        grown = need - self._row_heads.sectionSize(row)
        if grown:
            self._row_heads.resizeSection(row, need)
        return grown

    def measure_seen(self) -> None:
        """Measure the rows in view; what is at the top stays there."""
        if self._busy or len(self._measured) != self._model.rowCount():
            return
        self._busy = True
        table, bottom = self._table, self._table.viewport().height()
        row = max(table.rowAt(0), 0)
        while row < self._model.rowCount() and table.rowViewportPosition(row) < bottom:
            if not self._measured[row]:
                above = table.rowViewportPosition(row) < 0
                grown = self._measure(row)
                if above and grown:
                    self._scroll_by(grown)
            row += 1
        self._busy = False
        if not self.is_measured:
            self._idle.start(0)
        self.changed.emit()

    def _scroll_by(self, pixels: int) -> None:
        self._update_geometries()
        bar = self._table.verticalScrollBar()
        bar.setValue(bar.value() + pixels)

    def _measure_rest(self) -> None:
        """Measure rows out of view for a moment; continue later if there are more."""
        end, anchor = perf_counter() + _SLICE, self.anchor()
        self._busy = True
        grown = 0
        for row in range(len(self._measured)):
            if not self._measured[row]:
                grown += abs(self._measure(row))
                if perf_counter() > end:
                    break
        if grown:
            self._update_geometries()
            self.put_at_top(*anchor)
        self._busy = False
        if self.is_measured:
            self.changed.emit()
        else:
            self._idle.start(0)

    # -- following the model ------------------------------------------------------------------

    def _keep_anchor(self, *_: object) -> None:
        self._anchor = self.anchor()

    def _on_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        top, offset = self._anchor
        self._measured[first:first] = [False] * (last - first + 1)
        self._keep_at_top(top + (last - first + 1 if first <= top else 0), offset)

    def _on_removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        top, offset = self._anchor
        del self._measured[first : last + 1]
        if first <= top <= last:
            self._keep_at_top(first, 0)
        else:
            self._keep_at_top(top - (last - first + 1 if last < top else 0), offset)

    def _keep_at_top(self, top: int, offset: int) -> None:
        """Keep the visible rows in place after rows were added or removed."""
        self._update_geometries()
        self.put_at_top(top, offset)
        self.measure_seen()

    def _on_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        for row in range(first.row(), min(last.row() + 1, len(self._measured))):
            self._measured[row] = False
        self.measure_seen()

    def measure(self, row: int) -> None:
        """Measure a row that is about to come into view."""
        if 0 <= row < len(self._measured) and not self._measured[row]:
            self._measure(row)
            self._update_geometries()
