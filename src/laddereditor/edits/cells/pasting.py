"""Pasting a block of cells: which of its texts goes to which place, in every sheet and table."""

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import cycle, islice
from typing import TypeVar

from laddereditor.edits.cell_block import CellBlock
from laddereditor.edits.cells.filling import Filling
from laddereditor.edits.edit import EditRefused
from laddereditor.edits.lines import split_lines
from laddereditor.edits.places.cell_place import CellPlace
from laddereditor.model.counting import plural

R = TypeVar("R")
RowColumn = tuple[int, int]  # row and column of a cell
NOTHING_PASTED = "Nothing was pasted."


@dataclass(frozen=True, slots=True)
class BlockCell:
    """A cell that can be pasted over: the text that it shows, and where another one goes.

    Attributes:
        text: The text as it is copied, with examples.
        place: What is written to, None where `refusal` says why nothing can be.
        is_inherited: Whether an empty text leaves the cell as it is.
        opens_form: Whether the cell is changed in the form.
    """

    text: str
    place: CellPlace | None
    refusal: str = ""
    is_inherited: bool = False
    opens_form: bool = False


@dataclass(frozen=True, slots=True)
class BlockRow:
    """A row of such cells.

    Attributes:
        words: What the row is called where a block does not fit.
        cells: One cell for each column.
        group: The rows that a block stays within; None if it may continue to any row.
        more: Of a list, the cells that take what is more than the list has.
    """

    words: str
    cells: tuple[BlockCell, ...]
    group: Hashable = None
    more: tuple[BlockCell, ...] = ()


def pasted(
    rows: Sequence[BlockRow | None],
    columns: Sequence[str],
    cells: Collection[RowColumn],
    block: CellBlock,
    word: str = "column",
) -> tuple[tuple[int, Filling], ...]:
    """Return what pasting a block over the selected cells changes, each with its column.

    A single cell goes into each of them. A larger block starts at the first one, and is repeated
    if the selection holds it several times. Pasted into a list, what is more than the list has is
    added to it; otherwise a block continues from row to row.

    Args:
        rows: The rows of the sheet; None for headings, which a block skips.
        columns: The names of the columns.
        cells: The selected cells, each by row and column.
        block: The texts to paste.
        word: What messages call a column.

    Raises:
        EditRefused: The block does not fit, or a cell that it would change takes no text.
    """
    texts = laid_out(
        block,
        cells,
        columns,
        lambda first, height: _rows_from(rows, first, height),
        word,
    )
    found = ((column, _filling(row, column, text)) for row, column, text in texts)
    return tuple((column, filling) for column, filling in found if filling is not None)


def cleared(cells: Iterable[tuple[int, BlockCell]]) -> tuple[tuple[tuple[int, Filling], ...], int]:
    """Return what empties cells, each with its column, and how many cells keep what they show.

    Values that are inherited, derived, or changed in the form alone are kept.
    """
    found, skipped = [], 0
    for column, cell in cells:
        if not cell.text.strip():
            continue
        if cell.place is None or cell.is_inherited:
            skipped += 1
        else:
            found.append((column, (cell.place, "")))
    return tuple(found), skipped


def laid_out(
    block: CellBlock,
    cells: Collection[RowColumn],
    columns: Sequence[str],
    rows_from: Callable[[int, int], Sequence[R]],
    word: str = "column",
) -> Iterator[tuple[R, int, str]]:
    """Yield the row, the column and the text of each cell that a block is pasted over.

    Args:
        block: The texts by row and column; a single one goes into all selected cells.
        cells: The selected cells: row and column, from 0.
        columns: The names of all columns of the sheet, for messages.
        rows_from: Returns the rows that are pasted into, given the first and how many.
        word: What people call a column of this sheet.

    Raises:
        EditRefused: No cell is selected, or the block is wider than the columns.
    """
    if not cells:
        raise EditRefused("Choose the cell to paste into first.")
    if len(block) == len(block[0]) == 1:
        for row, column in sorted(cells):
            yield rows_from(row, 1)[0], column, block[0][0]
        return
    down, across = sorted({row for row, _ in cells}), sorted({column for _, column in cells})
    is_rectangle = len(cells) == len(down) * len(across)
    height = _repeated(len(block), len(down) if is_rectangle else 1)
    width = _repeated(len(block[0]), len(across) if is_rectangle else 1)
    if across[0] + width > len(columns):
        raise EditRefused(_too_wide(columns, width, across[0], word))
    taken = zip(rows_from(down[0], height), islice(cycle(block), height), strict=True)
    for line, texts in taken:
        for column, text in enumerate(islice(cycle(texts), width), across[0]):
            yield line, column, text


def _repeated(size: int, selected: int) -> int:
    return selected if selected % size == 0 else size


def _too_wide(columns: Sequence[str], width: int, first: int, word: str) -> str:
    left = len(columns) - first
    those = plural(left, f"{word} is", f"{word}s are")
    return (
        f"The block is {plural(width, 'cell')} wide, but only {those} here from "
        f"{columns[first]} on. {NOTHING_PASTED}"
    )


def _rows_from(rows: Sequence[BlockRow | None], first: int, height: int) -> Sequence[BlockRow]:
    start = rows[first]
    if start is None:
        raise EditRefused(f"This is a heading; choose a cell below it. {NOTHING_PASTED}")
    following = [row for row in rows[first:] if row is not None]
    if start.group is not None:
        following = [row for row in following if row.group == start.group]
    if start.more:
        more = replace(start, cells=start.more)
        return [*following[:height], *[more] * (height - len(following))]
    if len(following) < height:
        left = plural(len(following), "row is", "rows are")
        raise EditRefused(
            f"The block is {plural(height, 'row')} high, but only {left} here from "
            f"{start.words} on. {NOTHING_PASTED}"
        )
    return following[:height]


def _filling(row: BlockRow, column: int, text: str) -> Filling | None:
    cell, plain = row.cells[column], text.strip()
    if plain == cell.text.strip() or (not plain and cell.is_inherited):
        return None
    if cell.place is None:
        raise EditRefused(f"{cell.refusal} {NOTHING_PASTED}")
    return cell.place, _without_bullet(text) if row.more else text


def _without_bullet(text: str) -> str:
    """Return a single line without the bullet that it was copied with."""
    lines = split_lines(text)
    return lines[0] if len(lines) == 1 and "\n" not in text.strip() else text
