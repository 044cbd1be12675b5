"""Rows of tables stay whole where pages end."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QSizeF
from PySide6.QtGui import QPdfWriter, QTextDocument, QTextTable

from laddereditor.compare.sheet.matrix import matrix
from laddereditor.gui.export.paper import paper_document
from laddereditor.gui.export.row_breaks import (
    PageRoom,
    RowHeights,
    keep_rows_whole,
    room_left,
)
from laddereditor.model.address import Address
from laddereditor.presentation.export.offers import matrix_offer
from laddereditor.storage.files.ladder_files import open_ladder

SAMPLE = Path(__file__).parents[3] / "ladders" / "technology.yaml"
ROOM = PageRoom(begin=20, end=100)


def heights(*rows: float, top: float = 0, with_next: tuple[int, ...] = ()) -> RowHeights:
    return RowHeights(top, (20, *rows), 1, frozenset(with_next))


def test_that_rows_that_fit_on_a_page_are_as_high_as_they_were() -> None:
    assert room_left(heights(40, 40), ROOM) == {}


def test_that_the_row_above_one_that_does_not_fit_takes_the_room_that_is_left() -> None:
    assert room_left(heights(50, 40, 30), ROOM) == {1: 30}
    assert room_left(heights(50, 40, 30, top=10), ROOM) == {1: 20}


def test_that_each_page_begins_below_the_repeated_heads() -> None:
    assert room_left(heights(70, 70, 70), ROOM) == {1: 10, 2: 10}


def test_that_a_heading_goes_to_the_next_page_with_the_row_below_it() -> None:
    assert room_left(heights(50, 10, 40, with_next=(2,)), ROOM) == {1: 30}


def test_that_a_row_higher_than_a_page_is_cut_without_an_empty_page() -> None:
    assert room_left(heights(50, 300, 40), ROOM) == {}


def cut_rows(document: QTextDocument, height: float) -> list[int]:
    layout = document.documentLayout()
    (table,) = (one for one in document.rootFrame().childFrames() if isinstance(one, QTextTable))
    found = []
    for row in range(1, table.rows()):
        tops, bottoms = [], []
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            if cell.lastPosition() > cell.firstPosition():
                tops.append(layout.blockBoundingRect(cell.firstCursorPosition().block()).top())
                bottoms.append(
                    layout.blockBoundingRect(cell.lastCursorPosition().block()).bottom() - 1
                )
        if tops and int(min(tops) // height) != int(max(bottoms) // height):
            found.append(row)
    return found


def test_that_no_row_of_a_matrix_is_cut_on_paper(qapp: object) -> None:
    ladder = open_ladder(SAMPLE).document.ladder
    offer = matrix_offer(matrix(ladder, Address(f"families/{ladder.families[0].id}")), [])
    document = paper_document(offer, pay=False)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    document.documentLayout().setPaintDevice(writer)
    size = QSizeF(writer.pageLayout().paintRectPixels(writer.logicalDpiX()).size())
    document.setPageSize(size)
    assert cut_rows(document, size.height())
    for _ in range(2):  # a preview lays out again and again
        keep_rows_whole(document, size, writer.logicalDpiY() / 96)
        assert cut_rows(document, size.height()) == []
        assert document.pageCount() > 3
