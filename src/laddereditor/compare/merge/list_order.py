"""Merge the order of a list that two people changed."""

from collections.abc import Hashable, Mapping, Sequence
from itertools import pairwise
from typing import Any, TypeVar

from laddereditor.compare.diff.changes.list_plan import NEW, shifted

T = TypeVar("T", bound=Hashable)


def merged_order(base: Sequence[T], ours: Sequence[T], theirs: Sequence[T]) -> list[T]:
    """Return the items of ours and theirs in one order; each item occurs once in each list.

    An item that only theirs moved or added follows its predecessor in theirs; what ours added
    at the same place comes first. If both moved an item, ours decides.

    Args:
        base: The items of the common ancestor.
        ours: Our items.
        theirs: Their items.

    Returns:
        Each item of ours and theirs once.
    """
    mine = set(ours)
    moved = _moved(base, theirs) - _moved(base, ours)
    placed = {item for item in theirs if item in moved or item not in mine}
    if not placed:
        return list(ours)
    start, end = object(), object()
    kept: list[object] = [start, *(item for item in ours if item not in placed), end]
    behind = dict(pairwise(kept))  # each item and the next one
    added = mine - set(base) - set(theirs)
    last: object = start
    for item in theirs:
        if item in placed:
            while item not in mine and behind[last] in added:
                last = behind[last]
            behind[item], behind[last] = behind[last], item
        last = item
    return _in_order(behind, start, end)


def _in_order(behind: Mapping[object, Any], start: object, end: object) -> list[Any]:
    found = []
    item = behind[start]
    while item is not end:
        found.append(item)
        item = behind[item]
    return found


def _moved(base: Sequence[T], side: Sequence[T]) -> set[T]:
    """Return the items of the base whose order differs on a side."""
    places = {item: place for place, item in enumerate(base)}
    source = [places.get(item, NEW) for item in side]
    return {side[place] for place in shifted(source)}
