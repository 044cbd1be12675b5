"""Sheets that are other versions of another sheet."""

from collections.abc import Sequence

from laddereditor.exchange.tables.grid import Grid
from laddereditor.exchange.tables.terms.words import is_old_version

_SAME = 0.6  # share of the texts of a sheet that another one has too


def second_versions(grids: Sequence[Grid]) -> dict[int, str]:
    """Return the numbers of sheets that repeat another one, with the name of that one."""
    texts = [
        frozenset(cell.text for row in grid.rows for cell in row if len(cell.text) > 20)
        for grid in grids
    ]
    found: dict[int, str] = {}
    for at, grid in enumerate(grids):
        for other, one in enumerate(grids):
            if at == other or other in found or grid.hidden or one.hidden or not texts[at]:
                continue
            shared = len(texts[at] & texts[other]) / len(texts[at])
            is_older = is_old_version(grid.name) and not is_old_version(one.name)
            is_later = at > other and is_old_version(grid.name) == is_old_version(one.name)
            if shared >= (_SAME if is_older else 0.9) and (is_older or is_later):
                found[at] = one.name
                break
    return found
