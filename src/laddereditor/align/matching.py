"""Match the statements of two lists."""

from collections.abc import Sequence

from laddereditor.align.pairs import Pair
from laddereditor.align.similarity import ALIKE, Measure

PlacesByText = dict[str, list[int]]
# Copies of one text here times copies of it there; more are paired in order, to bound the time.
_MANY_COPIES = 10_000


def match(before: Sequence[str], after: Sequence[str]) -> tuple[Pair, ...]:
    """Match equal texts, then similar ones, one to one.

    The best pair is chosen first, so no text is taken from a better partner (a stable marriage,
    Gale and Shapley 1962, with one common measure). Which texts are paired does not depend on
    the order of the lists; the place only distinguishes copies of one text.

    Returns:
        The pairs of places, in the order of `before`.
    """
    if list(before) == list(after):
        return tuple(Pair(place, place, 1.0) for place in range(len(before)))
    return match_by(None, before, after)


def match_by(
    measure: Measure | None, before: Sequence[str], after: Sequence[str]
) -> tuple[Pair, ...]:
    """Return the same as `match`, with words weighed by a given measure.

    Args:
        measure: Weighs the words of the texts; None makes one of these texts.
        before: The old texts.
        after: The new texts.
    """
    old_items, new_items = _places(before), _places(after)
    pairs = [
        Pair(old, new, 1.0)
        for text in old_items
        if text in new_items
        for old, new in _take_nearest(old_items[text], new_items[text])
    ]
    left, right = _left_over(old_items), _left_over(new_items)
    if left and right:
        measures = measure or Measure((before, after))
        for one, other, alike in _similar(measures, left, right):
            pairs += [
                Pair(*found, alike) for found in _take_nearest(old_items[one], new_items[other])
            ]
    return tuple(sorted(pairs, key=lambda pair: pair.before))


def _places(texts: Sequence[str]) -> PlacesByText:
    places: PlacesByText = {}
    for place, text in enumerate(texts):
        places.setdefault(text, []).append(place)
    return places


def _left_over(places: PlacesByText) -> list[str]:
    return [text for text, left in places.items() if left]


def _take_nearest(old_items: list[int], new_items: list[int]) -> list[tuple[int, int]]:
    """Pair as many copies as both have, in order and with the least distance; remove them."""
    if len(old_items) > len(new_items):
        return [(old, new) for new, old in _take_nearest(new_items, old_items)]
    chosen = _nearest(old_items, new_items)
    pairs = list(zip(old_items, chosen, strict=True))
    old_items.clear()
    taken = set(chosen)
    new_items[:] = [place for place in new_items if place not in taken]
    return pairs


def _nearest(few: list[int], many: list[int]) -> list[int]:
    """Return, for each of a few places, one of many, in order, with the least total distance."""
    if len(few) == len(many):
        return many
    if len(few) * len(many) > _MANY_COPIES:
        return many[: len(few)]
    ways: list[tuple[int, list[int]]] = [(0, [])] * (len(many) - len(few) + 1)
    for count, place in enumerate(few, 1):
        best: list[tuple[int, list[int]]] = []
        for index in range(count, len(many) - len(few) + count + 1):
            way, chosen = ways[index - count]
            step = (way + abs(place - many[index - 1]), [*chosen, many[index - 1]])
            best.append(min(best[-1], step) if best else step)
        ways = best
    return ways[-1][1]


def _similar(
    measure: Measure, left: Sequence[str], right: Sequence[str]
) -> list[tuple[str, str, float]]:
    """Return pairs of different texts that are similar, best first; a text may be in several."""
    found = measure.alike(left, right, ALIKE)
    # Ties are decided by the texts themselves, independent of the order of the lists.
    return sorted(found, key=lambda hit: (-hit[2], *sorted(hit[:2])))
