"""Find places in a matrix: gaps, the field that was shown before, what was just pasted."""

from collections.abc import Iterable, Sequence

from laddereditor.compare.sheet.table import Cell, Matrix, Row, is_explained_gap
from laddereditor.edits.cells.filling import Filling
from laddereditor.edits.cells.pasting import RowColumn
from laddereditor.edits.lines import split_lines
from laddereditor.edits.places.cell_place import CellPlace
from laddereditor.model.address import Address, FieldPath

_FAR = 3  # of a row that has nothing to do with a field


def gap_places(matrix: Matrix) -> list[RowColumn]:
    """Return row and column of each gap, row by row."""
    return [
        (number, column)
        for number, row in enumerate(matrix.rows)
        for column, cell in enumerate(row.cells)
        if is_explained_gap(cell)
    ]


def next_gap(matrix: Matrix, place: RowColumn, step: int) -> RowColumn | None:
    """Return the next gap below or above a place; None if there is none.

    Args:
        matrix: The matrix.
        place: The row and column to start from.
        step: +1 for the next gap, -1 for the previous one.
    """
    gaps = gap_places(matrix)
    if step > 0:
        return min((gap for gap in gaps if gap > place), default=None)
    return max((gap for gap in gaps if gap < place), default=None)


def place_of_field(
    matrix: Matrix, address: Address, field: FieldPath, row: int
) -> RowColumn | None:
    """Return the cell that shows a field of a profile or level; None if it has no column.

    Args:
        matrix: The matrix.
        address: The profile or level.
        field: The path of the field; if it is empty or no row shows it, `row` decides.
        row: The row to stay at when another level is shown; if it is a heading, the first row with
            cells is taken.
    """
    columns = [n for n, column in enumerate(matrix.columns) if column.address == address]
    if not address or not columns:
        return None
    column = columns[0]
    rows = {n: one for n, one in enumerate(matrix.rows) if one.cells}
    ranked = sorted((_distance(one, column, field), n) for n, one in rows.items()) if field else []
    if ranked and ranked[0][0] < _FAR:
        return ranked[0][1], column
    return (row if row in rows else next(iter(rows), 0), column)


def _distance(row: Row, column: int, field: FieldPath) -> int:
    """Return how far a cell is from showing a field: 0 it does, 1 its list, 2 its section."""
    if row.cells[column].field == field and row.kind != "adder":
        return 0
    path = field
    if path.is_in(row.field):
        return 1
    return 2 if path.name == FieldPath(row.section).name else _FAR


def filled_places(rows: Sequence[Sequence[Cell]], fillings: Iterable[Filling]) -> list[RowColumn]:
    """Return the cells, of each row, of texts that were just filled in."""
    wanted: dict[tuple[str, ...], list[Filling]] = {}
    for place, text in fillings:
        wanted.setdefault(_list_of(place), []).append((place, text))
    return [
        (number, column)
        for number, cells in enumerate(rows)
        for column, cell in enumerate(cells)
        if cell.place and _is_one(cell, wanted.get(_list_of(cell.place), ()))
    ]


def _list_of(place: CellPlace) -> tuple[str, ...]:
    return place.address, place.name, place.key, place.part


def _is_one(cell: Cell, fillings: Iterable[Filling]) -> bool:
    """Whether a cell shows one of the texts; in a list, items are recognised by their texts."""
    for place, text in fillings:
        if place.position < 0 and not place.insert:
            return True
        if place.part and cell.text.casefold() == text.strip().casefold():
            return True
        if not cell.is_empty and (cell.text in split_lines(text) or cell.full_text == text.strip()):
            return True
    return False
