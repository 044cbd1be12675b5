"""Which items of two lists are the same, in time that grows with their length.

Patience matching: items that are the same are paired, copy by copy, and of those pairs as many as
possible are kept in order (the longest increasing subsequence, by the piles of a patience sort,
Fredman 1975). The name is that of Bram Cohen's patience diff, which pairs only items that occur
once; here copies are paired too, the first with the first.
"""

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import islice
from operator import ne
from typing import Any, NamedTuple


class DifferingRun(NamedTuple):
    """A stretch of two lists that is not the same."""

    old: int
    old_size: int
    new: int
    new_size: int


def runs(old: Sequence[Any], new: Sequence[Any]) -> Iterator[DifferingRun]:
    """Yield the stretches of two lists between the items that are the same.

    Texts are the same that are equal, other items that are the same object.
    """
    start, end = equal_ends(old, new, _differ)
    old_items = [_key(item) for item in old[start : len(old) - end]]
    new_items = [_key(item) for item in new[start : len(new) - end]]
    left = right = 0
    for one, other in (*in_order(old_items, new_items), (len(old_items), len(new_items))):
        if one > left or other > right:
            yield DifferingRun(start + left, one - left, start + right, other - right)
        left, right = one + 1, other + 1


def equal_ends(
    old: Sequence[Any], new: Sequence[Any], differ: Callable[[Any, Any], bool] = ne
) -> tuple[int, int]:
    """Return how many items two lists have in common at the start, and how many at the end.

    Args:
        old: The first list.
        new: The second list.
        differ: Whether two items are not the same.

    Returns:
        The two numbers; their sum is at most the length of the shorter list.
    """
    most = min(len(old), len(new))
    start = next((n for n, other in enumerate(map(differ, old, new)) if other), most)
    rest = islice(map(differ, reversed(old), reversed(new)), most - start)
    return start, next((n for n, other in enumerate(rest) if other), most - start)


def in_order(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Return pairs of places of equal items, rising in both lists."""
    if not old or not new:
        return []
    return _rising(_pairs(old, new))


def _key(item: Any) -> Hashable:
    return item if isinstance(item, str) else id(item)


def _differ(one: Any, other: Any) -> bool:
    return one is not other and not (
        isinstance(one, str) and isinstance(other, str) and one == other
    )


def _pairs(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Return the places of equal items, the first copy with the first, in the old order."""
    places: dict[Hashable, list[int]] = {}
    for place in range(len(new) - 1, -1, -1):
        places.setdefault(new[place], []).append(place)
    found = []
    for place, item in enumerate(old):
        there = places.get(item)
        if there:
            found.append((place, there.pop()))
    return found


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest row of pairs whose second places rise; the first ones do."""
    tops: list[int] = []  # the second place on top of each pile
    piles: list[int] = []  # the number of the pair that lies there
    below: list[int] = []  # for each pair, the pair on the pile before it
    for number, (_, place) in enumerate(pairs):
        pile = bisect_left(tops, place)
        below.append(piles[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [place]
        piles[pile : pile + 1] = [number]
    found = []
    number = piles[-1] if piles else -1
    while number >= 0:
        found.append(pairs[number])
        number = below[number]
    return found[::-1]
