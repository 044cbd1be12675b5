"""What people should look at: dates among texts, doubled heads, links behind words."""

from collections.abc import Iterator, Sequence

from laddereditor.exchange.tables.building.result import CellAccount
from laddereditor.exchange.tables.facts.fact import CellPosition
from laddereditor.exchange.tables.grid import Workbook
from laddereditor.exchange.tables.mapping import GridMapping, Mapping
from laddereditor.exchange.tables.places import cell_name, some_of
from laddereditor.exchange.tables.terms.words import word_key
from laddereditor.model.address import Address


def odd_notes(
    workbook: Workbook, mapping: Mapping, cells: Sequence[CellAccount]
) -> tuple[str, ...]:
    """Return sentences on what was taken although it may be a slip.

    Args:
        workbook: The workbook.
        mapping: How it is read.
        cells: The account of its cells.
    """
    return (*_dates(workbook, cells), *_doubles(workbook, mapping), *_links(workbook, cells))


def _dates(workbook: Workbook, cells: Sequence[CellAccount]) -> Iterator[str]:
    for number, grid in enumerate(workbook.grids):
        found = [
            one.cell
            for one in cells
            if one.position.sheet == number
            and one.outcome == "taken"
            and grid.rows[one.position.row][one.position.column].kind == "date"
        ]
        if found:
            yield (
                f"Sheet “{grid.name}” has dates where texts are ({some_of(found)}). Spreadsheets "
                "make them of texts such as 3-5; check what is meant."
            )


def _doubles(workbook: Workbook, mapping: Mapping) -> Iterator[str]:
    for grid, one in zip(workbook.grids, mapping.grids, strict=True):
        if not one.taken or not one.heads:
            continue
        for name, places in _heads(one).items():
            said = [at for at in places if word_key(grid.rows[at[0]][at[1]].text) == word_key(name)]
            if len(said) > 1:
                cells = some_of([cell_name(*at) for at in said])
                yield (
                    f"Sheet “{grid.name}” has the level “{name}” more than once ({cells}); the "
                    "texts below all of these are taken for it."
                )


def _heads(one: GridMapping) -> dict[str, list[tuple[int, int]]]:
    """Return for each level the cells of the uppermost heads that can be its name."""
    found: dict[str, list[tuple[int, int]]] = {}
    for column, line in enumerate(one.columns):
        if line.role == "at-level":
            found.setdefault(line.value, []).extend((row, column) for row in one.heads)
    return found


def _links(workbook: Workbook, cells: Sequence[CellAccount]) -> Iterator[str]:
    kept = {one.position for one in cells if Address(one.address).field.name == "links"}
    for number, grid in enumerate(workbook.grids):
        found = [
            cell_name(r, c)
            for r, row in enumerate(grid.rows)
            for c, cell in enumerate(row)
            if cell.link and CellPosition(number, r, c) not in kept
        ]
        if found:
            yield (
                f"Sheet “{grid.name}” has links behind words ({some_of(found)}) that are left out; "
                "a column of links would be taken."
            )
