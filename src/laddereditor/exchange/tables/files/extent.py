"""Which cells make a sheet: without empty margins, and without single cells far away."""

from collections.abc import Mapping, Sequence

from laddereditor.exchange.tables.files.limits import MAX_COLUMNS, MAX_ROWS
from laddereditor.exchange.tables.grid import EMPTY, Grid, GridCell, Span
from laddereditor.exchange.tables.places import cell_name
from laddereditor.model.counting import plural

Cells = Mapping[tuple[int, int], GridCell]


def grid_of(
    name: str, cells: Cells, spans: Sequence[Span] = (), *, hidden: bool = False
) -> tuple[Grid, list[str]]:
    """Return a sheet of its cells, and notes on what was left out.

    Args:
        name: The name of the sheet.
        cells: Its cells by row and column, from 0.
        spans: Its merged cells.
        hidden: Whether people see it.
    """
    said = {at: cell for at, cell in cells.items() if cell.text or cell.comment}
    near = [at for at in said if at[0] < MAX_ROWS and at[1] < MAX_COLUMNS]
    notes = _far_notes(name, sorted(set(said) - set(near)))
    height = max((row for row, _ in near), default=-1) + 1
    width = max((column for _, column in near), default=-1) + 1
    empty = (EMPTY,) * width
    rows = [empty] * height
    by_row: dict[int, dict[int, GridCell]] = {}
    for (row, column), cell in cells.items():
        if row < height and column < width:
            by_row.setdefault(row, {})[column] = cell
    for row, found in by_row.items():
        rows[row] = tuple(found.get(column, EMPTY) for column in range(width))
    kept = tuple(
        Span(one.top, one.left, min(one.bottom, height - 1), min(one.right, width - 1))
        for one in sorted(spans, key=lambda one: (one.top, one.left))
        if one.top < height and one.left < width
    )
    return Grid(name, tuple(rows), kept, hidden), notes


def _far_notes(name: str, far: Sequence[tuple[int, int]]) -> list[str]:
    if not far:
        return []
    what = plural(len(far), "cell")
    return [
        f"Sheet “{name}” has {what} far away from its table, such as {cell_name(*far[0])}; "
        "what is there is left out."
    ]
