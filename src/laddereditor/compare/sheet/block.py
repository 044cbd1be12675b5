"""Blocks of cells of the matrix: their texts for copying, and the effect of pasting."""

from collections.abc import Collection, Iterable, Sequence

from laddereditor.compare.sheet.table import HEADINGS, Cell, Matrix, Row
from laddereditor.edits.cell_block import Block
from laddereditor.edits.cells import pasting
from laddereditor.edits.cells.filling import Filling
from laddereditor.edits.cells.pasting import BlockCell, BlockRow, Place


def block_of(matrix: Matrix, rows: Iterable[int], columns: Sequence[int]) -> Block:
    """Return the texts of some rows and columns; headings have none."""
    return tuple(
        tuple(matrix.rows[row].cells[column].full_text for column in columns)
        for row in rows
        if matrix.rows[row].kind not in HEADINGS
    )


def pasted(matrix: Matrix, cells: Collection[Place], block: Block) -> tuple[Filling, ...]:
    """Return what pasting a block over the selected cells changes.

    Raises EditRefused, saying why, if the block does not fit or a cell takes no text.
    """
    levels = [column.level for column in matrix.columns]
    found = pasting.pasted(_rows_of(matrix), levels, cells, block, "level")
    return tuple(filling for _, filling in found)


def _rows_of(matrix: Matrix) -> list[BlockRow | None]:
    adders = {
        (row.section, row.key): _cells(matrix, row) for row in matrix.rows if row.kind == "adder"
    }
    return [_row(matrix, row, adders) for row in matrix.rows]


def _row(
    matrix: Matrix, row: Row, adders: dict[tuple[str, str], tuple[BlockCell, ...]]
) -> BlockRow | None:
    if row.kind in HEADINGS:
        return None
    words, cells, place = row.heading or row.about, _cells(matrix, row), (row.section, row.key)
    if row.kind in ("item", "adder"):
        return BlockRow(words, cells, place, adders.get(place, ()))
    return BlockRow(words, cells, "skills" if row.kind == "skill" else None)


def _cells(matrix: Matrix, row: Row) -> tuple[BlockCell, ...]:
    return tuple(
        BlockCell(cell.full_text, cell.spot, _refusal(matrix, row, n), cell.state == "inherited")
        for n, cell in enumerate(row.cells)
    )


def _refusal(matrix: Matrix, row: Row, column: int) -> str:
    level, cell = matrix.columns[column].level, row.cells[column]
    if cell.state == "absent":
        return f"There is no profile for {level} yet; add it first."
    return f"{row.heading or row.about} of {level} cannot be changed in a cell."


def cleared(matrix: Matrix, cells: Iterable[Place]) -> tuple[tuple[Filling, ...], int]:
    """Return the fillings that empty cells (row, column), and how many cells are unchanged.

    Values that are inherited, derived, or can only be changed in the form are unchanged.
    """
    found, stay = [], 0
    for row, column in cells:
        cell: Cell = matrix.rows[row].cells[column]
        if cell.state == "own" and cell.spot is not None:
            found.append((cell.spot, ""))
        elif cell.text:
            stay += 1
    return tuple(found), stay
