"""Find statements that were split into several, and several that were joined into one.

The method and its bounds are the program's own. They find the 20 splits and joins of the labelled
lists (`tests/align/labelled`) without a wrong one. Bounds that are stricter by 0.15 miss up to five
of them; looser ones give up to one wrong split.
"""

from collections.abc import Sequence
from itertools import combinations

from laddereditor.align.language_features import Features, even_features, indexed, shared
from laddereditor.align.pairs import Pair, Split
from laddereditor.align.reworded_halves import with_reworded_half
from laddereditor.align.similarity import MANY_PAIRS

_MOSTLY = 0.65  # share of a half that is in the whole
_PARTLY = 0.45  # the same, if the half begins like a part of the whole
_COVERED = 0.65  # share of the whole that is in its halves
_MADE_UP = 1.4  # share of the whole in its halves, plus share of the halves in it
_OWN_SHARE = 0.4  # least share of the whole that only one half has, times the halves
# The next two bound the number of combinations that are tried.
_MAX_HALVES = 4
_MAX_CANDIDATES = 6

Division = tuple[float, int, tuple[int, ...]]  # quality, the whole, its halves


def find_splits(
    before: Sequence[str], after: Sequence[str], pairs: Sequence[Pair]
) -> tuple[Split, ...]:
    """Return the statements that became two or more, and those that became one.

    Only texts without a partner are considered, and pairs of a whole and its half; such
    a pair may then be a part of the result. A text is in at most one split or join.

    Args:
        before: The old texts.
        after: The new texts.
        pairs: The pairs that `match` found.
    """
    equal = [pair for pair in pairs if pair.similarity == 1.0]
    partner = {pair.before: pair.after for pair in pairs if pair.similarity < 1.0}
    back = {new: old for old, new in partner.items()}
    old_items = _known(before, {pair.before for pair in equal})
    new_items = _known(after, {pair.after for pair in equal})
    found = [
        (quality, Split((whole,), halves))
        for quality, whole, halves in _divided(old_items, new_items, partner)
    ]
    found += [
        (quality, Split(halves, (whole,)))
        for quality, whole, halves in _divided(new_items, old_items, back)
    ]
    splits = _each_once(found)
    return tuple(sorted((*splits, *with_reworded_half(before, after, pairs, splits)), key=_order))


def _order(split: Split) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return split.before, split.after


def _known(texts: Sequence[str], left_out: set[int]) -> dict[int, Features]:
    return {place: even_features(text) for place, text in enumerate(texts) if place not in left_out}


def _divided(
    wholes: dict[int, Features], others: dict[int, Features], partner: dict[int, int]
) -> list[Division]:
    """Return possible splits: each whole that consists of halves."""
    taken = set(partner.values())
    unpaired = {place: known for place, known in others.items() if place not in taken}
    if not unpaired or len(wholes) * len(unpaired) > MANY_PAIRS:
        return []
    index = indexed(unpaired)
    found = []
    for place, whole in wholes.items():
        first = partner.get(place)
        covers = shared(whole, index)
        if first is not None and covers:
            covers[first] = _cover(whole, [others[first]])
        likely = sorted(
            (new != first, -cover, new)
            for new, cover in covers.items()
            if _is_half(others[new], whole, cover)
        )
        halves = {new: others[new] for _, _, new in likely[:_MAX_CANDIDATES]}
        found += [(quality, place, chosen) for quality, chosen in _divisions(whole, halves, first)]
    return found


def _is_half(half: Features, whole: Features, common: float) -> bool:
    begins_alike = next(iter(half), "") in whole
    return common > 0 and common / sum(half.values()) >= (_PARTLY if begins_alike else _MOSTLY)


def _divisions(
    whole: Features, halves: dict[int, Features], first: int | None
) -> list[tuple[float, tuple[int, ...]]]:
    """Return the choices of halves that make up the whole, with their quality."""
    apart = {
        two
        for two in combinations(halves, 2)
        if _each_adds(whole, [halves[new] for new in two], _OWN_SHARE / _MAX_HALVES)
    }
    found = []
    for count in range(2, _MAX_HALVES + 1):
        for chosen in combinations(halves, count):
            if first not in (None, *chosen) or not apart.issuperset(combinations(chosen, 2)):
                continue
            known = [halves[new] for new in chosen]
            quality = _quality(whole, known)
            if quality >= _MADE_UP and _each_adds(whole, known, _OWN_SHARE / count):
                found.append((quality, tuple(sorted(chosen))))
    return found


def _quality(whole: Features, halves: Sequence[Features]) -> float:
    """Return how much of the whole is in its halves, plus how much of the halves is in it."""
    covered = _cover(whole, halves) / sum(whole.values())
    shares = sum(_cover(half, [whole]) / sum(half.values()) for half in halves)
    return covered + shares / len(halves) if covered >= _COVERED else 0.0


def _each_adds(whole: Features, halves: Sequence[Features], own: float) -> bool:
    """Return whether each half has a share of the whole that no other half has."""
    least = own * sum(whole.values())
    cover = _cover(whole, halves)
    return all(
        cover - _cover(whole, [*halves[:place], *halves[place + 1 :]]) >= least
        for place in range(len(halves))
    )


def _cover(whole: Features, halves: Sequence[Features]) -> float:
    """Return the weight of the whole that is in one of the halves."""
    return sum(
        min(weight, max(half.get(part, 0.0) for half in halves)) for part, weight in whole.items()
    )


def _each_once(found: list[tuple[float, Split]]) -> tuple[Split, ...]:
    """Keep the best splits and joins, each text in one of them at most."""
    used: set[tuple[str, int]] = set()
    chosen_splits = []
    for _, split in sorted(found, key=lambda hit: (-hit[0], hit[1].before, hit[1].after)):
        texts = {("before", place) for place in split.before}
        texts |= {("after", place) for place in split.after}
        if not used & texts:
            used |= texts
            chosen_splits.append(split)
    return tuple(chosen_splits)
