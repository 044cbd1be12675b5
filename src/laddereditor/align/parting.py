"""Which statement became several, and which became one."""

from collections.abc import Sequence
from itertools import combinations

from laddereditor.align.likeness import Features, Measure, shared_weight
from laddereditor.align.pairs import Pair, Parting

_MOSTLY_WITHIN = 0.6  # of a half, that stands in the whole
_MOSTLY_COVERED = 0.7  # of the whole, that stands in its halves
_OWN_SHARE = 0.2  # of the whole, that a half has and no other half
_MOST_HALVES = 4


def partings(
    before: Sequence[str], after: Sequence[str], pairs: Sequence[Pair]
) -> tuple[Parting, ...]:
    """Return the statements that became two or more, and those that became one.

    Only texts without a partner in `pairs` take part, and one pair of the whole and a half of it:
    so a parting may say that a pair is half of it. Each text stands in one parting at most.
    """
    measure = Measure((before, after))
    olds = [measure.weighed(text) for text in before]
    news = [measure.weighed(text) for text in after]
    partner = {pair.before: pair.after for pair in pairs}
    exact = {pair.before for pair in pairs if pair.likeness == 1.0}
    splits = _divided(olds, news, partner, exact)
    back = {new: old for old, new in partner.items()}
    joins = _divided(news, olds, back, {partner[place] for place in exact})
    found = [(cover, Parting((whole,), halves)) for cover, whole, halves in splits]
    found += [(cover, Parting(halves, (whole,))) for cover, whole, halves in joins]
    return _each_once(found)


def _divided(
    wholes: Sequence[Features],
    halves: Sequence[Features],
    partner: dict[int, int],
    exact: set[int],
) -> list[tuple[float, int, tuple[int, ...]]]:
    """Return what may have come apart: how well it is covered, the whole, its halves."""
    taken = set(partner.values())
    found = []
    for place, whole in enumerate(wholes):
        free = [
            number
            for number, half in enumerate(halves)
            if (number not in taken or partner.get(place) == number) and _within(half, whole)
        ]
        if place in exact or len(free) < 2:
            continue
        if place in partner and partner[place] not in free:
            continue
        found += [
            (cover, place, chosen)
            for chosen, cover in _coverings(whole, halves, free)
            if place not in partner or partner[place] in chosen
        ]
    return found


def _within(half: Features, whole: Features) -> bool:
    weight = sum(half.values())
    return weight > 0 and shared_weight(half, whole) / weight >= _MOSTLY_WITHIN


def _coverings(
    whole: Features, halves: Sequence[Features], free: Sequence[int]
) -> list[tuple[tuple[int, ...], float]]:
    weight = sum(whole.values())
    found = []
    for count in range(2, _MOST_HALVES + 1):
        for chosen in combinations(free[:8], count):
            cover = _cover(whole, [halves[number] for number in chosen]) / weight
            if cover >= _MOSTLY_COVERED and _each_adds(whole, halves, chosen, cover * weight):
                found.append((chosen, cover))
    return found


def _cover(whole: Features, halves: Sequence[Features]) -> float:
    return sum(
        min(weight, sum(half.get(part, 0.0) for half in halves)) for part, weight in whole.items()
    )


def _each_adds(
    whole: Features, halves: Sequence[Features], chosen: Sequence[int], cover: float
) -> bool:
    weight = sum(whole.values())
    return all(
        cover - _cover(whole, [halves[other] for other in chosen if other != number])
        >= _OWN_SHARE * weight
        for number in chosen
    )


def _each_once(found: list[tuple[float, Parting]]) -> tuple[Parting, ...]:
    used: set[tuple[str, int]] = set()
    kept = []
    for _, parting in sorted(found, key=lambda hit: (-hit[0], hit[1].before, hit[1].after)):
        texts = {("before", place) for place in parting.before}
        texts |= {("after", place) for place in parting.after}
        if not used & texts:
            used |= texts
            kept.append(parting)
    return tuple(sorted(kept, key=lambda parting: (parting.before, parting.after)))
