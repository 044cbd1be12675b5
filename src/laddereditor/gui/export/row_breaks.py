"""Keeps the rows of tables whole where pages end; Qt would cut them between two lines.

Qt has no such setting. So the last row of each page is made as high as the page has room left, and
the next one begins on the next page. The heights of all rows are measured on one endless page.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QTextCursor, QTextDocument, QTextFormat, QTextTable, QTextTableCell

_ENDLESS = 1e7  # the height of a page that no table fills
_SPARE = 2.0  # pixels of the screen that a page keeps free, as heights are rounded
_BOTTOM = QTextFormat.Property.TableCellBottomPadding


@dataclass(frozen=True, slots=True)
class RowHeights:
    """What a table needs on paper, in pixels of the device."""

    top: float  # where its first row is, if all was on one page
    rows: tuple[float, ...]
    heads: int  # rows at the top that every page repeats
    with_next: frozenset[int]  # rows that are headings of those below them


@dataclass(frozen=True, slots=True)
class PageRoom:
    """Where on a page rows can be, in pixels of the device."""

    begin: float  # below the heads that it repeats
    end: float


def room_left(heights: RowHeights, room: PageRoom) -> dict[int, float]:
    """Return how much higher some rows must be so that the next one begins on the next page.

    A row that is higher than a page is cut in any case.

    Args:
        heights: The rows.
        room: Where they can be on each page but the first.
    """
    found: dict[int, float] = {}
    number = heights.heads
    at = heights.top + sum(heights.rows[:number])
    while number < len(heights.rows):
        end = _end_of_block(heights, number)
        needed = sum(heights.rows[number:end])
        if at + needed > room.end and room.begin < at and needed <= room.end - room.begin:
            found[number - 1] = max(room.end - at, 0)
            at = room.begin
        at += needed
        while at > room.end:  # a row that is too high was cut
            at += room.begin - room.end
        number = end
    return found


def _end_of_block(heights: RowHeights, number: int) -> int:
    """Return the row after one and those that it is the heading of."""
    while number in heights.with_next and number + 1 < len(heights.rows):
        number += 1
    return number + 1


def keep_rows_whole(document: QTextDocument, size: QSizeF, scale: float) -> None:
    """Lay a document out on pages on which no row of a table is cut, if it can be avoided.

    Args:
        document: The document; it has been given its paint device.
        size: The size of a page, in pixels of the device.
        scale: The pixels of the device for one of the screen.
    """
    tables = list(_tables(document))
    for table in tables:
        _stretch(table, {}, scale)
    document.setPageSize(QSizeF(size.width(), _ENDLESS))
    measured = [_measured(document, table) for table in tables]
    document.setPageSize(size)
    end = size.height() - (document.documentMargin() + _SPARE) * scale
    for table, heights in zip(tables, measured, strict=True):
        begin = _begin_of_pages(document, table, size.height())
        if begin is not None and heights.top < end:
            _stretch(table, room_left(heights, PageRoom(begin, end)), scale)


def _begin_of_pages(document: QTextDocument, table: QTextTable, height: float) -> float | None:
    """Return where the rows begin on pages that repeat the heads; None if there is none."""
    tops = [top for top in _tops(document, table) if top > height]
    return min((top % height for top in tops), default=None)


def _tables(document: QTextDocument) -> Iterator[QTextTable]:
    """Yield the tables of a document that are not in another one and have heads."""
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable) and frame.format().headerRowCount():
            yield frame


def _measured(document: QTextDocument, table: QTextTable) -> RowHeights:
    tops = _tops(document, table)
    frame = document.documentLayout().frameBoundingRect(table)
    rows = tuple(after - before for before, after in pairwise([*tops, frame.bottom()]))
    headings = (row for row in range(table.rows()) if _is_heading(table, row))
    heads = table.format().headerRowCount()
    return RowHeights(tops[0], rows, heads, frozenset(headings))


def _tops(document: QTextDocument, table: QTextTable) -> list[float]:
    layout = document.documentLayout()
    blocks = (table.cellAt(row, 0).firstCursorPosition().block() for row in range(table.rows()))
    return [layout.blockBoundingRect(block).top() for block in blocks]


def _is_heading(table: QTextTable, row: int) -> bool:
    """Whether a row is a heading, whose first cell has a ground in every table for paper."""
    return table.cellAt(row, 0).format().background().style() != Qt.BrushStyle.NoBrush


def _stretch(table: QTextTable, more: dict[int, float], scale: float) -> None:
    """Make some rows higher, and all others as high as they were.

    Args:
        table: The table.
        more: How much higher a row becomes, in pixels of the device.
        scale: The pixels of the device for one of the screen.
    """
    cursor = QTextCursor(table.document())
    cursor.beginEditBlock()
    usual = table.format().cellPadding()
    for row in range(table.rows()):
        if row in more or table.cellAt(row, 0).format().hasProperty(_BOTTOM):
            bottom = usual + more[row] / scale if row in more else None
            for column in range(table.columns()):
                _set_bottom(table.cellAt(row, column), bottom)
    cursor.endEditBlock()


def _set_bottom(cell: QTextTableCell, padding: float | None) -> None:
    style = cell.format()
    if padding is None:
        style.clearProperty(_BOTTOM)
    else:
        style.setProperty(_BOTTOM, padding)
    cell.setFormat(style)
