"""Which cells of a sheet contain a text, and which of them comes next."""

from collections.abc import Sequence
from dataclasses import dataclass

from laddereditor.edits.cells.pasting import RowColumn
from laddereditor.presentation.sheet.page import EditedPage
from laddereditor.presentation.text.finding import contains


@dataclass(frozen=True, slots=True)
class FoundCells:
    """A text that somebody looks for, and the cells that contain it."""

    wanted: str = ""
    places: frozenset[RowColumn] = frozenset()

    def in_cell(self, row: int, column: int) -> str:
        """Return the text to mark in a cell, "" for none."""
        return self.wanted if (row, column) in self.places else ""

    def in_head(self, row: int) -> str:
        """Return the text to mark in the head of a row, which stands for its first cell."""
        return self.in_cell(row, 0)


NOTHING_FOUND = FoundCells()


def found_places(page: EditedPage, wanted: str) -> tuple[RowColumn, ...]:
    """Return the cells that contain a text, in reading order.

    A row whose head alone contains it is found too: its first cell stands for it.

    Args:
        page: The sheet.
        wanted: What is looked for; an empty text is found nowhere.
    """
    found: list[RowColumn] = []
    for row in range(len(page.keys) if wanted.strip() else 0):
        side = page.side(row)
        if side.is_section:
            continue
        here = [(row, n) for n in range(len(page.heads)) if _has(page, (row, n), wanted)]
        found += here or ([(row, 0)] if contains(side.words, wanted) else [])
    return tuple(found)


def _has(page: EditedPage, place: RowColumn, wanted: str) -> bool:
    cell = page.cell(*place)
    return cell is not None and contains(cell.full_text, wanted)


def first_from(places: Sequence[RowColumn], at: RowColumn) -> int:
    """Return the index of the first place from a cell on; behind the last one, that of the first.

    Args:
        places: The places, in reading order; at least one.
        at: Row and column of the cell.
    """
    return next((n for n, place in enumerate(places) if place >= at), 0)


def stepped(places: Sequence[RowColumn], at: RowColumn, by: int) -> int:
    """Return the index of the next place (+1) or the one before (-1), round the end.

    Args:
        places: The places, in reading order; at least one.
        at: Row and column of the current cell, which may be none of them.
        by: The direction.
    """
    if by > 0:
        return next((n for n, place in enumerate(places) if place > at), 0)
    return sum(place < at for place in places) - 1
