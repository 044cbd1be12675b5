"""Blocks of cells of the matrix: what is copied from them, and where pasted ones go."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import cycle, islice

from laddereditor.compare.sheet.table import HEADINGS, Matrix, Row
from laddereditor.edits.cell_block import Block
from laddereditor.edits.cells.filling import Filling
from laddereditor.edits.edit import EditRefused
from laddereditor.edits.lines import split_lines

Place = tuple[int, int]  # row and column of a cell
NOTHING_PASTED = "Nothing was pasted."


def block_of(matrix: Matrix, rows: Iterable[int], columns: Sequence[int]) -> Block:
    """Return the texts of some rows and columns; headings have none."""
    return tuple(
        tuple(matrix.rows[row].cells[column].full_text for column in columns)
        for row in rows
        if matrix.rows[row].kind not in HEADINGS
    )


def pasted(matrix: Matrix, cells: Collection[Place], block: Block) -> tuple[Filling, ...]:
    """Return what pasting a block over the selected cells changes.

    A single cell goes into each of them. A larger block starts at the first one, and is repeated
    if the selection holds it several times. Pasted into a list, what is more than the list has is
    added to it; otherwise a block goes on from row to row. Raises EditRefused, saying why, if the
    block does not fit, or a cell that it would change takes no text.
    """
    if not cells:
        raise EditRefused("Choose the cell to paste into first.")
    if len(block) == len(block[0]) == 1:
        texts = [(matrix.rows[row], column, block[0][0]) for row, column in sorted(cells)]
    else:
        texts = list(_laid_out(matrix, cells, block))
    found = (_filling(matrix, row, column, text) for row, column, text in texts)
    return tuple(filling for filling in found if filling is not None)


def _laid_out(
    matrix: Matrix, cells: Collection[Place], block: Block
) -> Iterator[tuple[Row, int, str]]:
    """Yield where each text of a block goes."""
    rows, columns = sorted({row for row, _ in cells}), sorted({column for _, column in cells})
    whole = len(cells) == len(rows) * len(columns)
    height = _repeated(len(block), len(rows) if whole else 1)
    width = _repeated(len(block[0]), len(columns) if whole else 1)
    across = range(columns[0], columns[0] + width)
    if across.stop > len(matrix.columns):
        raise EditRefused(_too_wide(matrix, width, columns[0]))
    down = _rows_from(matrix, rows[0], height)
    for row, texts in zip(down, islice(cycle(block), height), strict=True):
        for column, text in zip(across, islice(cycle(texts), width), strict=True):
            yield row, column, text


def _repeated(size: int, selected: int) -> int:
    return selected if selected % size == 0 else size


def _too_wide(matrix: Matrix, width: int, first: int) -> str:
    left = len(matrix.columns) - first
    level = matrix.columns[first].level
    levels = "1 level is" if left == 1 else f"{left} levels are"
    return (
        f"The block is {width} cells wide, but only {levels} here from {level} on. {NOTHING_PASTED}"
    )


def _rows_from(matrix: Matrix, first: int, height: int) -> list[Row]:
    start = matrix.rows[first]
    following = [row for row in matrix.rows[first:] if row.kind not in HEADINGS]
    if start.kind in ("item", "adder"):
        same = [row for row in following if (row.section, row.key) == (start.section, start.key)]
        adder = same[-1]
        return [*same[:height], *[adder] * (height - len(same))]
    if start.kind == "skill":
        following = [row for row in following if row.kind == "skill"]
    if len(following) < height:
        left = "1 row is" if len(following) == 1 else f"{len(following)} rows are"
        where = start.heading or start.about
        raise EditRefused(
            f"The block is {height} rows high, but only {left} here from {where} on. "
            f"{NOTHING_PASTED}"
        )
    return following[:height]


def _filling(matrix: Matrix, row: Row, column: int, text: str) -> Filling | None:
    cell = row.cells[column]
    plain = text.strip()
    if plain == cell.full_text.strip() or (not plain and cell.state == "inherited"):
        return None
    if cell.spot is not None:
        return cell.spot, _without_bullet(text) if row.kind in ("item", "adder") else text
    level, where = matrix.columns[column].level, row.heading or row.about
    if cell.state == "absent":
        raise EditRefused(f"There is no profile for {level} yet; add it first. {NOTHING_PASTED}")
    raise EditRefused(f"{where} of {level} cannot be changed in a cell. {NOTHING_PASTED}")


def _without_bullet(text: str) -> str:
    """Return a single line without the bullet that it was copied with."""
    lines = split_lines(text)
    return lines[0] if len(lines) == 1 and "\n" not in text.strip() else text


def cleared(matrix: Matrix, cells: Iterable[Place]) -> tuple[tuple[Filling, ...], int]:
    """Return what emptying cells (row, column) changes, and how many cells stay as they are.

    What is inherited, follows from something else, or is changed in the form alone stays.
    """
    found, stay = [], 0
    for row, column in cells:
        cell = matrix.rows[row].cells[column]
        if cell.state == "own" and cell.spot is not None:
            found.append((cell.spot, ""))
        elif cell.text:
            stay += 1
    return tuple(found), stay
