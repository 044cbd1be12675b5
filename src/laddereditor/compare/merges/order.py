"""The order of a list that two people changed."""

from collections.abc import Hashable, Sequence
from typing import TypeVar

from laddereditor.compare.diffs.plan import NEW, shifted

T = TypeVar("T", bound=Hashable)


def merged_order(base: Sequence[T], ours: Sequence[T], theirs: Sequence[T]) -> list[T]:
    """Return the items of ours and theirs in one order; each item occurs once in each list.

    What theirs alone moved or added stands behind what is before it in theirs; at the same spot
    ours comes first. Where both moved an item, ours decides.
    """
    mine = set(ours)
    moved = _moved(base, theirs) - _moved(base, ours)
    placed = {item for item in theirs if item in moved or item not in mine}
    if not placed:
        return list(ours)
    merged = [item for item in ours if item not in placed]
    added = mine - set(base) - set(theirs)
    at = 0
    for item in theirs:
        if item not in placed:
            at = merged.index(item) + 1
            continue
        while item not in mine and at < len(merged) and merged[at] in added:
            at += 1
        merged.insert(at, item)
        at += 1
    return merged


def _moved(base: Sequence[T], side: Sequence[T]) -> set[T]:
    """Return the items of the base that stand elsewhere among the others in a side."""
    places = {item: place for place, item in enumerate(base)}
    source = [places.get(item, NEW) for item in side]
    return {side[place] for place in shifted(source)}
