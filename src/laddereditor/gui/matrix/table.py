"""The table of the matrix: looks, sizes and keys."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from laddereditor.gui.matrix.delegate import MatrixDelegate
from laddereditor.gui.matrix.heads import FieldHead, LevelHead
from laddereditor.gui.matrix.heights import Heights
from laddereditor.gui.matrix.model import MatrixModel

LEAST_WIDTH = 24  # letters of a column
ABSENT_WIDTH = 14


class MatrixTable(QTableView):
    """A sheet: levels across, fields down."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells = MatrixModel(self)
        self.setModel(self.cells)
        self.drawer = MatrixDelegate(self.cells, self)
        self.setItemDelegate(self.drawer)
        self.levels = LevelHead(self.cells, self)
        self.fields = FieldHead(self.cells, self)
        self.setHorizontalHeader(self.levels)
        self.setVerticalHeader(self.fields)
        self.heights = Heights(self, self.cells, self.drawer, self.fields)
        self._dress()
        self.cells.modelReset.connect(self.share_width)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.levels.sectionResized.connect(lambda *_: self.heights.measure_all())

    def _dress(self) -> None:
        self.setObjectName("matrixTable")
        self.setAccessibleName("Matrix")
        mode = QAbstractItemView.ScrollMode.ScrollPerPixel
        self.setVerticalScrollMode(mode)
        self.setHorizontalScrollMode(mode)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setWordWrap(True)
        self.setShowGrid(True)
        self.setCornerButtonEnabled(False)
        self.levels.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.fields.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalScrollBar().setSingleStep(24)

    def share_width(self) -> None:
        """Share the width among the levels; those without a profile get little."""
        letter = self.fontMetrics().averageCharWidth()
        absent = [column.is_absent for column in self.cells.matrix.columns]
        if not absent:
            return
        narrow = ABSENT_WIDTH * letter
        room = self.viewport().width() - narrow * sum(absent)
        wide = max(LEAST_WIDTH * letter, room // max(1, absent.count(False)))
        self.levels.blockSignals(True)
        for column, is_absent in enumerate(absent):
            self.setColumnWidth(column, narrow if is_absent else wide)
        self.levels.blockSignals(False)
        self.updateGeometries()
        self.heights.measure_all()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.share_width()
        else:
            self.heights.measure_shown()

    def _scrolled(self) -> None:
        self.heights.measure_shown()
        self.fields.viewport().update()
