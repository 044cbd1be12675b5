"""Which statement became several, and which several became one."""

from collections.abc import Sequence
from itertools import combinations

from laddereditor.align.knowing import Features, even_features, indexed, shared
from laddereditor.align.pairs import Pair, Parting

_MOSTLY_WITHIN = 0.65  # of a half, that stands in the whole
_MOSTLY_COVERED = 0.7  # of the whole, that stands in its halves
_OWN_SHARE = 0.4  # of the whole, divided by the halves: what a half has that no other half has
_MOST_HALVES = 4
_MOST_CANDIDATES = 6

Division = tuple[float, int, tuple[int, ...]]  # how well it is covered, the whole, its halves


def partings(
    before: Sequence[str], after: Sequence[str], pairs: Sequence[Pair]
) -> tuple[Parting, ...]:
    """Return the statements that became two or more, and those that became one.

    Only texts without a partner in `pairs` take part, and a pair of the whole and a half of it:
    so a parting may say that such a pair is half of it. A text stands in one parting at most.
    """
    equal = [pair for pair in pairs if pair.likeness == 1.0]
    partner = {pair.before: pair.after for pair in pairs if pair.likeness < 1.0}
    back = {new: old for old, new in partner.items()}
    olds = _known(before, {pair.before for pair in equal})
    news = _known(after, {pair.after for pair in equal})
    found = [
        (cover, Parting((whole,), halves)) for cover, whole, halves in _divided(olds, news, partner)
    ]
    found += [
        (cover, Parting(halves, (whole,))) for cover, whole, halves in _divided(news, olds, back)
    ]
    return _each_once(found)


def _known(texts: Sequence[str], left_out: set[int]) -> dict[int, Features]:
    return {place: even_features(text) for place, text in enumerate(texts) if place not in left_out}


def _divided(
    wholes: dict[int, Features], others: dict[int, Features], partner: dict[int, int]
) -> list[Division]:
    """Return what may have come apart, each whole that is covered by halves of it."""
    taken = set(partner.values())
    unpaired = {place: known for place, known in others.items() if place not in taken}
    if not unpaired:
        return []
    index = indexed(unpaired)
    found = []
    for place, whole in wholes.items():
        first = partner.get(place)
        common = shared(whole, index)
        halves = {new: unpaired[new] for new in common if _within(common[new], unpaired[new])}
        if first is not None and halves:
            halves[first] = others[first]
            if not _within(_cover(whole, [others[first]]), others[first]):
                continue
        found += _divisions(place, whole, halves, first)
    return found


def _within(common: float, half: Features) -> bool:
    return common >= sum(half.values()) * _MOSTLY_WITHIN


def _divisions(
    place: int, whole: Features, halves: dict[int, Features], first: int | None
) -> list[Division]:
    likely = sorted(halves, key=lambda new: (new != first, -_cover(whole, [halves[new]]), new))
    weight = sum(whole.values())
    found = []
    for count in range(2, _MOST_HALVES + 1):
        for chosen in combinations(likely[:_MOST_CANDIDATES], count):
            known = [halves[new] for new in chosen]
            cover = _cover(whole, known) / weight
            if (first is None or first in chosen) and cover >= _MOSTLY_COVERED:
                least = (cover - _OWN_SHARE / count) * weight
                if all(_cover(whole, known[:n] + known[n + 1 :]) <= least for n in range(count)):
                    found.append((cover, place, tuple(sorted(chosen))))
    return found


def _cover(whole: Features, halves: Sequence[Features]) -> float:
    """Return the weight of the whole that stands in one of the halves."""
    return sum(
        min(weight, max(half.get(part, 0.0) for half in halves)) for part, weight in whole.items()
    )


def _each_once(found: list[tuple[float, Parting]]) -> tuple[Parting, ...]:
    """Keep the best covered partings; a text that one of them has is in no other."""
    used: set[tuple[str, int]] = set()
    kept = []
    for _, parting in sorted(found, key=lambda hit: (-hit[0], hit[1].before, hit[1].after)):
        texts = {("before", place) for place in parting.before}
        texts |= {("after", place) for place in parting.after}
        if not used & texts:
            used |= texts
            kept.append(parting)
    return tuple(sorted(kept, key=lambda parting: (parting.before, parting.after)))
