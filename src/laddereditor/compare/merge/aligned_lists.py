"""Match the items of three lists, in the order of the merged list."""

from collections import deque
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Any

from laddereditor.align.matching import match
from laddereditor.compare.merge.list_order import merged_order
from laddereditor.compare.merge.merge_context import ThreeWayValue
from laddereditor.model.comment import Comment
from laddereditor.model.family import Occupation
from laddereditor.model.ladder import AcceptedFinding, PublishedVersion
from laddereditor.model.pay import PayRange
from laddereditor.model.shapes import TEXT_LISTS
from laddereditor.model.statement import skill_of, statement_text

Items = Sequence[Any]
Token = tuple[str, int]  # ("base", 2): the third item of the base; ("ours", 0), ("theirs", 4)
_KEYS: dict[type, Callable[[Any], Hashable]] = {
    Occupation: lambda item: (item.scheme, item.code),
    PayRange: lambda item: (item.market, item.currency),
    AcceptedFinding: lambda item: (item.rule, item.at),
    Comment: lambda item: (item.author, str(item.date), item.text),
    PublishedVersion: lambda item: item.version,
}


def aligned(lists: ThreeWayValue, shape: str) -> Iterator[tuple[Token, ThreeWayValue]]:
    """Yield each item of a merged list with its three forms (None where it is missing).

    Additions of both sides are included, equal ones once. `shape` is that of the field.
    """
    base: list[Token] = [("base", place) for place in range(len(lists.base))]
    ours = _names("ours", lists.base, lists.ours, shape)
    theirs = _names("theirs", lists.base, lists.theirs, shape)
    _share_additions(ours, theirs, lists, shape)
    by_token = [
        dict(zip(*each, strict=True)) for each in zip((base, ours, theirs), lists, strict=True)
    ]
    for token in merged_order(base, ours, theirs):
        yield token, ThreeWayValue(*(items.get(token) for items in by_token))


def paired(lists: ThreeWayValue, shape: str) -> Iterator[tuple[Token, ThreeWayValue]]:
    """Yield each item of two lists without a base; similar items are paired."""
    ours: list[Token] = [("ours", place) for place in range(len(lists.ours))]
    theirs = [
        ("ours", place) if side == "base" else (side, place)
        for side, place in _names("theirs", lists.ours, lists.theirs, shape)
    ]
    by_token = [
        dict(zip(ours, lists.ours, strict=True)),
        dict(zip(theirs, lists.theirs, strict=True)),
    ]
    for token in merged_order(ours, ours, theirs):
        yield token, ThreeWayValue(None, *(items.get(token) for items in by_token))


def _names(side: str, base: Items, items: Items, shape: str) -> list[Token]:
    """Return for each item its item in the base, or a token for an addition of this side."""
    names: list[Token] = [(side, place) for place in range(len(items))]
    for old, new in _pairs(base, items, shape):
        names[new] = ("base", old)
    return names


def _pairs(base: Items, items: Items, shape: str) -> list[tuple[int, int]]:
    if base is items:
        return [(place, place) for place in range(len(items))]
    if shape in TEXT_LISTS:
        texts = [[statement_text(item) for item in one] for one in (base, items)]
        return [(pair.before, pair.after) for pair in match(*texts)]
    return _by_key(base, items, skill_of if shape == "skills" else _key)


def _key(item: Any) -> Hashable:
    made = _KEYS.get(type(item))
    return made(item) if made else repr(item)


def _by_key(base: Items, items: Items, key: Callable[[Any], Hashable]) -> list[tuple[int, int]]:
    places: dict[Hashable, deque[int]] = {}
    for place, item in enumerate(items):
        places.setdefault(key(item), deque()).append(place)
    pairs = []
    for place, item in enumerate(base):
        if found := places.get(key(item)):
            pairs.append((place, found.popleft()))
    return pairs


def _share_additions(
    ours: list[Token], theirs: list[Token], lists: ThreeWayValue, shape: str
) -> None:
    """Give equal additions of both sides the same token."""
    mine = [place for place, token in enumerate(ours) if token[0] == "ours"]
    other = [place for place, token in enumerate(theirs) if token[0] == "theirs"]
    key: Callable[[Any], Hashable] = repr
    if shape == "skills":
        key = skill_of
    elif shape not in TEXT_LISTS:
        key = _key
    added = [lists.ours[place] for place in mine], [lists.theirs[place] for place in other]
    for one, two in _by_key(*added, key):
        theirs[other[two]] = ours[mine[one]]
