"""Match the items of two versions of a list: equal, moved, changed and new ones."""

from bisect import bisect_left, bisect_right
from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any

from laddereditor.align.common_items import equal_ends, in_order
from laddereditor.model.base import Entity
from laddereditor.model.kinds import key_of
from laddereditor.model.raw import Raw

_KEYS = ("id", "level", "skill", "text", "market", "code", "rule", "version")
_LIKE = 0.5  # similarity of items that are matched; our choice
_LONG = 250_000  # a bound for the time: items of one list times items of the other
_NEAR = 50  # items of a gap that one is compared with


def align(old: Sequence[Raw], new: Sequence[Raw]) -> list[int | None]:
    """Match the items of the new list to those of the old one.

    Returns:
        For each item of `new`, the index of the old item that it was, or None if it is new.
    """
    return match(old, new, [repr(item) for item in old], [repr(item) for item in new], similarity)


def match(
    old: Sequence[Raw],
    new: Sequence[Raw],
    old_keys: Sequence[Any],
    new_keys: Sequence[Any],
    like: Callable[[Raw, Raw], float],
) -> list[int | None]:
    """Match by equal keys in order, then by equal keys anywhere, then by similarity.

    Equal items at both ends are matched first, so that a change to one of two equal items is not
    taken for a move.

    Args:
        old: The old items.
        new: The new items.
        old_keys: What each old item is compared by, one key for each item.
        new_keys: What each new item is compared by.
        like: Gives the similarity of an old and a new item, from 0 to 1.

    Returns:
        For each new item, the index of its old item, or None.
    """
    found: list[int | None] = [None] * len(new)
    start, behind = equal_ends(old_keys, new_keys)
    stop, new_stop = len(old_keys) - behind, len(new_keys) - behind
    found[:start] = range(start)
    found[new_stop:] = range(stop, len(old_keys))
    for was, now in _equal_in_order(old_keys[start:stop], new_keys[start:new_stop]):
        found[start + now] = start + was
    _match_moved(old_keys, new_keys, found)
    _match_named(old, new, found)
    _match_alike(old, new, found, like)
    return found


def _equal_in_order(old: Sequence[Any], new: Sequence[Any]) -> Iterator[tuple[int, int]]:
    """Yield the indexes of equal items, rising in both lists; long lists are matched faster."""
    if set(old).isdisjoint(new):
        return
    if len(old) * len(new) > _LONG:
        yield from in_order(old, new)
        return
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for block in matcher.get_matching_blocks():
        for step in range(block.size):
            yield block.a + step, block.b + step


def _free(count: int, found: Sequence[int | None]) -> list[int]:
    used = set(found)
    return [index for index in range(count) if index not in used]


def _match_moved(old_keys: Sequence[Any], new_keys: Sequence[Any], found: list[int | None]) -> None:
    places: defaultdict[Any, deque[int]] = defaultdict(deque)
    for index in _free(len(old_keys), found):
        places[old_keys[index]].append(index)
    for number, key in enumerate(new_keys):
        if found[number] is None and places.get(key):
            found[number] = places[key].popleft()


def name_of(item: Raw) -> str:
    """Return what identifies a plain value among its siblings, or ""."""
    if isinstance(item, Entity):
        return key_of(item)
    if not isinstance(item, dict):
        return ""
    return next((f"{key}={item[key]}" for key in _KEYS if key in item), "")


def _match_named(old: Sequence[Raw], new: Sequence[Raw], found: list[int | None]) -> None:
    places: defaultdict[str, dict[int, None]] = defaultdict(dict)
    for index in _free(len(old), found):
        if name := name_of(old[index]):
            places[name][index] = None
    if not places:
        return
    for number, item in enumerate(new):
        name = name_of(item)
        if found[number] is None and places.get(name):
            same = places[name]  # a dict, in the order of the text
            was = number if number in same else next(iter(same))
            found[number] = was
            del same[was]


def _match_alike(
    old: Sequence[Raw],
    new: Sequence[Raw],
    found: list[int | None],
    like: Callable[[Raw, Raw], float],
) -> None:
    """Match the items between two matched ones: a single pair, or else those that are alike."""
    free = _free(len(old), found)
    number = 0
    while number < len(new) and free:
        if found[number] is not None:
            number += 1
            continue
        stop = number
        while stop < len(new) and found[stop] is None:
            stop += 1
        below = _number(found, number - 1, -1)
        above = _number(found, stop, len(old))
        first, last = bisect_right(free, below), bisect_left(free, above)
        gap = free[first:last] if first < last else []
        _pair(old, new, range(number, stop), gap, found, like)
        taken = set(found[number:stop])
        free[first:last] = [index for index in gap if index not in taken]
        number = stop


def _number(found: Sequence[int | None], place: int, otherwise: int) -> int:
    number = found[place] if 0 <= place < len(found) else None
    return otherwise if number is None else number


def _pair(  # noqa: PLR0913, PLR0917 - one step of the matching above
    old: Sequence[Raw],
    new: Sequence[Raw],
    numbers: range,
    gap: list[int],
    found: list[int | None],
    like: Callable[[Raw, Raw], float],
) -> None:
    if len(gap) == len(numbers) == 1:
        if _may_be_one(old[gap[0]], new[numbers[0]]):
            found[numbers[0]] = gap[0]
        return
    start = 0
    for number in numbers:
        if start == len(gap):
            return
        near = range(start, min(len(gap), start + _NEAR))
        best = next((n for n in near if like(old[gap[n]], new[number]) >= _LIKE), None)
        if best is not None:
            found[number] = gap[best]
            start = best + 1


def _may_be_one(old: Raw, new: Raw) -> bool:
    """Whether an item may be a later state of another: not if its name and all else differ."""
    names = name_of(old), name_of(new)
    if not all(names) or names[0] == names[1]:
        return True
    before, after = _filled(old), _filled(new)
    return not (before or after) or any(before.get(key) == after[key] for key in after)


def _filled(item: Raw) -> dict[str, Raw]:
    """Return the fields of a record that are not empty, without those that name it."""
    fields = dict(item)
    return {key: value for key, value in fields.items() if value and key not in _KEYS}


def similarity(old: Raw, new: Raw) -> float:
    """Return how alike two plain values are, 0 to 1."""
    if isinstance(old, str) and isinstance(new, str):
        return _alike_words(old.split(), new.split())
    if isinstance(old, Entity) and isinstance(new, Entity):
        old, new = dict(old), dict(new)
    if isinstance(old, dict) and isinstance(new, dict):
        keys = old.keys() | new.keys()
        same = sum(key in old and key in new and old[key] == new[key] for key in keys)
        return float(same) / max(len(keys), 1)
    return 1.0 if _text(old) == _text(new) else 0.0


def _alike_words(old: Sequence[str], new: Sequence[str]) -> float:
    """Return the share of words that are in both in the same order; quick for long texts too."""
    if len(old) * len(new) <= _LONG:
        return SequenceMatcher(None, old, new, autojunk=False).ratio()
    start, behind = equal_ends(old, new)
    between = old[start : len(old) - behind], new[start : len(new) - behind]
    same = start + behind + sum(1 for _ in _equal_in_order(*between))
    return 2 * same / (len(old) + len(new))


def _text(item: Raw) -> Raw:
    """Return the text of a statement or the skill of a use, in either of their shapes."""
    if isinstance(item, dict):
        return item.get("text", item.get("skill", item))
    return item
