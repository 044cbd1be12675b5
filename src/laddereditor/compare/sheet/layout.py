"""Which aligned items share a row: those that belong together, and those of one column alone."""

from collections.abc import Iterable
from itertools import zip_longest

RowPositions = tuple[int | None, ...]  # for each column, the place in its list


def laid_out(
    rows: Iterable[RowPositions], count: int, *, compact: bool
) -> tuple[tuple[RowPositions, bool], ...]:
    """Return rows of places in the columns, and whether the items of a row match.

    Args:
        rows: The aligned places.
        count: The number of columns.
        compact: Whether runs of single statements share rows.
    """
    packed: list[tuple[RowPositions, bool]] = []
    unpaired: list[list[int]] = [[] for _ in range(count)]
    for row in rows:
        here = [number for number, place in enumerate(row) if place is not None]
        if len(here) > 1 or not compact:
            packed += _sharing(unpaired)
            packed.append((row, len(here) > 1))
        else:
            unpaired[here[0]] += [place for place in row if place is not None]
    return (*packed, *_sharing(unpaired))


def leftovers_last(
    rows: Iterable[RowPositions], count: int
) -> tuple[tuple[RowPositions, bool], ...]:
    """Return rows as `laid_out` does; what only one column has comes last.

    There it shares rows with what only others have, each list in its order.
    """
    unpaired: list[list[int]] = [[] for _ in range(count)]
    matched: list[tuple[RowPositions, bool]] = []
    for row, is_match in laid_out(rows, count, compact=False):
        if is_match:
            matched.append((row, True))
            continue
        for column, place in enumerate(row):
            unpaired[column] += [] if place is None else [place]
    return (*matched, *_sharing([sorted(places) for places in unpaired]))


def _sharing(unpaired: list[list[int]]) -> list[tuple[RowPositions, bool]]:
    """Return single statements in shared rows, and start a new run."""
    rows = [(row, False) for row in zip_longest(*unpaired)]
    for column in unpaired:
        column.clear()
    return rows
