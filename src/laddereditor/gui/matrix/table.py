"""The table of the matrix: looks and sizes; the cell in front stays where it was."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QHeaderView, QTableView, QWidget

from laddereditor.compare.sheet.table import Matrix
from laddereditor.gui.matrix.delegate import MatrixDelegate, Sheet
from laddereditor.gui.matrix.drawing import Index
from laddereditor.gui.matrix.heads import FieldHead, LevelHead
from laddereditor.gui.matrix.heights import Heights
from laddereditor.gui.matrix.model import Findings, MatrixModel, has_same_levels, row_keys
from laddereditor.gui.theme import current_theme

LEAST_WIDTH = 22  # letters of a column
ABSENT_WIDTH = 13


class MatrixTable(QTableView):
    """A sheet: levels across, fields down."""

    def __init__(self, sheet: Sheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells = MatrixModel(self)
        self.setModel(self.cells)
        self.drawer = MatrixDelegate(self.cells, sheet, self)
        self.setItemDelegate(self.drawer)
        self.levels = LevelHead(self.cells, self)
        self.fields = FieldHead(self.cells, self)
        self.setHorizontalHeader(self.levels)
        self.setVerticalHeader(self.fields)
        self.heights = Heights(self, self.cells, self.drawer, self.fields)
        corner = self.findChild(QAbstractButton)
        if corner is not None:
            corner.installEventFilter(self)
        self._sharing = False
        self._shared = 0  # the width that was shared among the levels
        self._dress()
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.levels.sectionResized.connect(self._on_resized)

    def _dress(self) -> None:
        self.setObjectName("matrixTable")
        self.setAccessibleName("Matrix")
        mode = QAbstractItemView.ScrollMode.ScrollPerPixel
        self.setVerticalScrollMode(mode)
        self.setHorizontalScrollMode(mode)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.AnyKeyPressed)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)  # the cells draw their own lines, in the theme's colour
        self.setCornerButtonEnabled(False)
        self.levels.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.fields.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Draw the corner between the heads in their colour."""
        if event.type() == QEvent.Type.Paint and isinstance(watched, QAbstractButton):
            theme, rect = current_theme(), watched.rect()
            painter = QPainter(watched)
            painter.fillRect(rect, theme.color("panel"))
            painter.setPen(theme.color("border"))
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
            painter.drawLine(rect.topRight(), rect.bottomRight())
            painter.end()
            return True
        return super().eventFilter(watched, event)

    # -- showing ------------------------------------------------------------------------------

    def show_matrix(self, matrix: Matrix, findings: Findings, *, read_only: bool) -> None:
        """Show a matrix; of the same family, the current cell and what is in sight stay."""
        same = matrix.address == self.cells.matrix.address
        stays = has_same_levels(self.cells.matrix, matrix)
        place, scroll = self._place(), self._in_sight()
        self.cells.show(matrix, findings, read_only=read_only)
        if stays:
            self.heights.measure_all()
            self.levels.updateGeometry()
        else:
            self.share_width()
        if same and not stays:
            self._return_to(place, scroll)
        if not self.currentIndex().isValid():
            self._go_to_first()

    def _place(self) -> tuple[str, str]:
        """Return row key and level of the current cell."""
        index = self.currentIndex()
        if self.cells.cell(index) is None:
            return "", ""
        keys = row_keys(self.cells.matrix.rows)
        return keys[index.row()], self.cells.column(index.column()).level

    def _in_sight(self) -> tuple[str, int]:
        """Return the key of the row on top, and how far it is scrolled."""
        row = self.rowAt(0)
        if row < 0:
            return "", 0
        return row_keys(self.cells.matrix.rows)[row], self.rowViewportPosition(row)

    def _return_to(self, place: tuple[str, str], scroll: tuple[str, int]) -> None:
        keys = row_keys(self.cells.matrix.rows)
        levels = [column.level for column in self.cells.matrix.columns]
        if scroll[0] in keys:
            top = keys.index(scroll[0])
            for row in range(top + 1):
                self.heights.measure(row)
            bar = self.verticalScrollBar()
            bar.setValue(self.fields.sectionPosition(top) - scroll[1])
        if place[0] in keys and place[1] in levels:
            index = self.cells.index(keys.index(place[0]), levels.index(place[1]))
            self.choose(index)

    def _go_to_first(self) -> None:
        for row, shown in enumerate(self.cells.matrix.rows):
            if shown.cells:
                self.choose(self.cells.index(row, 0))
                return

    def choose(self, index: QModelIndex) -> None:
        """Make a cell the current one and the only one selected, whatever keys are held."""
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flag)

    def go_to(self, row: int, column: int) -> None:
        """Make a cell the current one and bring it into sight, with a heading just above it."""
        index = self.cells.index(row, column)
        self.choose(index)
        self.heights.measure_shown()
        self.show_heading()

    def show_heading(self) -> None:
        """Bring the headings just above the current cell into sight with it."""
        index = self.currentIndex()
        above = index.row() - 1
        while above >= 0 and not self.cells.row(above).cells:
            super().scrollTo(self.cells.index(above, index.column()))
            above -= 1
        if index.isValid():
            self.scrollTo(index)

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a cell into sight; the height it needs is measured first."""
        if index.isValid():
            self.heights.measure(index.row())
        super().scrollTo(index, hint)

    # -- sizes --------------------------------------------------------------------------------

    def share_width(self) -> None:
        """Share the width among the levels; those without a profile get little."""
        letter = self.fontMetrics().averageCharWidth()
        absent = [column.is_absent for column in self.cells.matrix.columns]
        if not absent:
            return
        narrow = ABSENT_WIDTH * letter
        room = self.viewport().width() - narrow * sum(absent)
        wide = max(LEAST_WIDTH * letter, room // max(1, absent.count(False)))
        self._sharing = True
        for column, is_absent in enumerate(absent):
            self.setColumnWidth(column, narrow if is_absent else wide)
        self._sharing = False
        self.updateGeometries()
        self.heights.measure_all()

    def refresh(self) -> None:
        """Measure and draw anew, as colours or text size have changed."""
        self.levels.updateGeometry()
        self.share_width()
        self.viewport().update()

    def _on_resized(self) -> None:
        if not self._sharing:
            self.heights.measure_all()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        if self.viewport().width() != self._shared:
            self._shared = self.viewport().width()
            self.share_width()
        else:
            self.heights.measure_shown()

    def _scrolled(self) -> None:
        self.heights.measure_shown()
        self.fields.viewport().update()
