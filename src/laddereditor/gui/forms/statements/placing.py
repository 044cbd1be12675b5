"""Where the rows of a statement list are: a list of thousands is laid out in a few milliseconds.

Qt's list asks its delegate for the size of every row whenever one of them changes, which takes
longer than a key press may. Here only rows that have changed are measured.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import NamedTuple

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem

from laddereditor.gui.forms.rows_view import RowsView
from laddereditor.gui.item_index import ItemIndex
from laddereditor.presentation.forms.statement_rows import StatementRow, same_at_start

_Move = QAbstractItemView.CursorAction
_BACK = {_Move.MoveUp, _Move.MoveLeft, _Move.MovePrevious}
_ON = {_Move.MoveDown, _Move.MoveRight, _Move.MoveNext}
_TO_START = {_Move.MoveHome, _Move.MovePageUp}


RowSource = Callable[[], Sequence[StatementRow]]
MeasureRows = Callable[[int, QFont], Callable[[StatementRow], int]]


class RowPlaces(NamedTuple):
    """The heights of rows, and where each begins."""

    rows: Sequence[StatementRow]
    width: int
    font: QFont | None
    heights: list[int]
    tops: list[int]  # one more than rows: the last is the end of all


def placed(
    rows: Sequence[StatementRow],
    width: int,
    font: QFont,
    height_of: Callable[[StatementRow], int],
    before: RowPlaces,
) -> RowPlaces:
    """Return the places of rows; rows that are the same objects as before are not measured.

    Args:
        rows: The rows, in their order.
        width: The width in pixels.
        font: The font; with another one all are measured again.
        height_of: Measures a row, in pixels.
        before: The places that the rows had.
    """
    top = bottom = 0
    known: list[int] = []
    if (before.width, before.font) == (width, font):
        known = before.heights
        top = same_at_start(before.rows, rows)
        most = min(len(rows), len(known)) - top
        bottom = min(same_at_start(before.rows[::-1], rows[::-1]), most)
    middle = [height_of(row) for row in rows[top : len(rows) - bottom]]
    heights = [*known[:top], *middle, *known[len(known) - bottom :]]
    return RowPlaces(rows, width, QFont(font), heights, [0, *accumulate(heights)])


class PlacedRows(RowsView):
    """A list that knows the places of its rows itself. It is always shown at its full height."""

    # Qt asks for places before there is anything, and when nothing is left.
    _places = RowPlaces((), 0, None, [], [0])
    _source: tuple[RowSource, MeasureRows] | None = None

    def place_rows(self, rows: RowSource, measure: MeasureRows) -> None:
        """Place the rows that `rows` returns.

        Args:
            rows: Returns the rows of the model: another object when they have changed.
            measure: Given a width and a font, returns what gives the height of a row.
        """
        self._source = rows, measure

    # -- places -------------------------------------------------------------------------------

    def places(self, width: int = -1) -> RowPlaces:
        """Return the places of the rows at a width, by default the present one."""
        if width < 0:
            width = self.viewport().width()
        if self._source is None:
            return self._places
        (all_rows, measure), now, font = self._source, self._places, self.font()
        rows = all_rows()
        if now.rows is not rows or (now.width, now.font) != (width, font):
            self._places = placed(rows, width, font, measure(width, font), now)
        return self._places

    def rows_height(self, width: int) -> int:
        """Return the height of all rows at a width."""
        return self.places(width).tops[-1]

    def row_at_height(self, y: int) -> int:
        """Return the row at a height in pixels; the first or the last one beyond them."""
        tops = self.places().tops
        return max(min(bisect_right(tops, y) - 1, len(tops) - 2), 0)

    # -- what Qt asks for ---------------------------------------------------------------------

    def doItemsLayout(self) -> None:
        """Leave out the layout of Qt's list."""
        QAbstractItemView.doItemsLayout(self)

    def visualRect(self, index: ItemIndex) -> QRect:
        """Return where a row is."""
        if not index.isValid():
            return QRect()
        return self._rect(index.row(), index.row())

    def _rect(self, first: int, last: int) -> QRect:
        tops, width = self.places().tops, self.viewport().width()
        if not 0 <= first <= last < len(tops) - 1:
            return QRect()
        return QRect(0, tops[first], width, tops[last + 1] - tops[first])

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the row at a point."""
        inside = 0 <= point.x() < self.viewport().width()
        if not inside or not 0 <= point.y() < self.places().tops[-1]:
            return QModelIndex()
        return self.rows().index(self.row_at_height(point.y()), 0)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Return the row that a key goes to."""
        last, current = self.rows().rowCount() - 1, self.currentIndex()
        if last < 0:
            return QModelIndex()
        if not current.isValid() or action in _TO_START:
            return self.rows().index(0, 0)
        step = -1 if action in _BACK else 1 if action in _ON else last
        return self.rows().index(max(0, min(current.row() + step, last)), 0)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select the rows between the top and the bottom of a rectangle."""
        chosen = QItemSelection()
        top, bottom = sorted((rect.top(), rect.bottom()))
        if self.rows().rowCount() and bottom >= 0 and top < self.places().tops[-1]:
            first, last = self.row_at_height(top), self.row_at_height(bottom)
            chosen.select(self.rows().index(first, 0), self.rows().index(last, 0))
        self.selectionModel().select(chosen, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Return where the selected rows are."""
        region = QRegion()
        for number in range(selection.count()):
            chosen = selection.at(number)
            region += self._rect(chosen.top(), chosen.bottom())
        return region

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows in sight."""
        if self.rows().rowCount():
            painter = QPainter(self.viewport())
            self._paint_rows(painter, event.rect())
            painter.end()
        super().paintEvent(event)

    def _paint_rows(self, painter: QPainter, seen: QRect) -> None:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        usual, current = option.state, self.currentIndex().row() if self.hasFocus() else -1
        for row in range(self.row_at_height(seen.top()), self.row_at_height(seen.bottom()) + 1):
            index = self.rows().index(row, 0)
            option.rect, option.state = self._rect(row, row), usual
            if self.selectionModel().isSelected(index):
                option.state |= QStyle.StateFlag.State_Selected
            if row == current:
                option.state |= QStyle.StateFlag.State_HasFocus
            self.itemDelegate().paint(painter, option, index)
