"""Row heights that follow the text: rows in sight at once, the rest while nobody waits."""

from time import perf_counter

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QTableView

from laddereditor.gui.matrix.drawing import MatrixDrawer
from laddereditor.gui.matrix.heads import FieldHead
from laddereditor.gui.matrix.model import MatrixModel

_SLICE = 0.006  # seconds of measuring between two frames


class Heights(QObject):
    """Measures rows. What is in sight keeps its place while rows above it are measured."""

    def __init__(
        self, view: QTableView, model: MatrixModel, drawer: MatrixDrawer, head: FieldHead
    ) -> None:
        super().__init__(view)
        self._view, self._model, self._drawer, self._head = view, model, drawer, head
        self._waiting: dict[int, None] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    def measure_all(self) -> None:
        """Measure every row again: those in sight now, the others soon."""
        self._waiting = dict.fromkeys(range(self._model.rowCount()))
        self.measure_shown()
        if self._waiting:
            self._timer.start()

    def measure_shown(self) -> None:
        """Measure the rows in sight that wait for it."""
        row = max(self._view.rowAt(0), 0)
        while row < self._model.rowCount():
            if self._view.rowViewportPosition(row) > self._view.viewport().height():
                break
            if row in self._waiting:
                self.measure(row)
            row += 1

    def measure(self, row: int) -> None:
        """Give a row the height that its longest cell needs."""
        self._waiting.pop(row, None)
        if row >= self._model.rowCount():
            return
        font = self._view.font()
        least = self._view.fontMetrics().height() + 8
        heights = [least, self._head.text_height(row)]
        for column in range(self._model.columnCount()):
            index = self._model.index(row, column)
            heights.append(
                self._drawer.cell_height(index, self._view.columnWidth(column), font) + 1
            )
        if max(heights) != self._view.rowHeight(row):
            self._view.setRowHeight(row, max(heights))

    def _go_on(self) -> None:
        bar = self._view.verticalScrollBar()
        top = self._view.rowAt(0)
        start = perf_counter()
        while self._waiting and perf_counter() - start < _SLICE:
            row = next(iter(self._waiting))
            before = self._view.rowHeight(row) if row < self._model.rowCount() else 0
            self.measure(row)
            if 0 <= row < top:
                bar.setValue(bar.value() + self._view.rowHeight(row) - before)
        if self._waiting:
            self._timer.start()
