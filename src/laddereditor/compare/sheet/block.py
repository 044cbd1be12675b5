"""The rows of a matrix as a block of cells: their texts for copying, and where others go."""

from collections.abc import Iterable, Sequence

from laddereditor.compare.sheet.table import HEADINGS, Cell, Matrix, Row, SheetColumn
from laddereditor.edits.cell_block import CellBlock
from laddereditor.edits.cells.pasting import BlockCell, BlockRow
from laddereditor.model.inheritance import Source


def block_of(
    rows: Sequence[BlockRow | None], wanted: Iterable[int], columns: Sequence[int]
) -> CellBlock:
    """Return the texts of some rows and columns of a sheet; headings have none.

    Args:
        rows: All rows of the sheet, None for headings.
        wanted: The indexes of the rows, in their order.
        columns: The indexes of the columns.
    """
    found = (rows[row] for row in wanted)
    return tuple(tuple(row.cells[column].text for column in columns) for row in found if row)


def block_row(matrix: Matrix, number: int) -> BlockRow | None:
    """Return a row of a matrix as cells that can be pasted over, None for a heading."""
    row = matrix.rows[number]
    if row.kind in HEADINGS:
        return None
    words, cells, place = row.heading or row.about, _cells(matrix, row), (row.section, row.key)
    if row.kind in ("item", "adder"):
        return BlockRow(words, cells, place, _adder_of(matrix, number))
    return BlockRow(words, cells, row.section if row.kind == "skill" else None)


def _adder_of(matrix: Matrix, number: int) -> tuple[BlockCell, ...]:
    """Return the cells of the empty row at the end of a row's list."""
    of = matrix.rows[number]
    for row in matrix.rows[number:]:
        if (row.section, row.key) != (of.section, of.key):
            break
        if row.kind == "adder":
            return _cells(matrix, row)
    return ()


def _cells(matrix: Matrix, row: Row) -> tuple[BlockCell, ...]:
    pairs = zip(matrix.columns, row.cells, strict=True)
    return tuple(
        BlockCell(
            cell.full_text,
            cell.place,
            "" if cell.place else _refusal(column, row, cell),
            cell.state == "inherited",
            opens_form=bool(cell.field) and not cell.place and cell.source is not Source.PATTERN,
        )
        for column, cell in pairs
    )


def _refusal(column: SheetColumn, row: Row, cell: Cell) -> str:
    if cell.state == "absent":
        return f"There is no profile for {column.level} yet; add it first."
    return f"{row.heading or row.about} of {column.level} cannot be changed in a cell."
