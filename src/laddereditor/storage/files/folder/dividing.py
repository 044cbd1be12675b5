"""Divide a ladder over the files of a folder: each entity stays in its file, in the same order.

The order of a list is that of the files, by their paths, and within each of its text. An edit that
asks for another order moves the smallest number of entities to other files. A new entity goes to
the file of the one before it, and a new top-level entry to the file with most of those.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from laddereditor.model.base import Entity, evolve
from laddereditor.model.kinds import COLLECTIONS
from laddereditor.model.ladder import Ladder
from laddereditor.storage.text.pieces import TextPart
from laddereditor.storage.text.top_level_edits import keys_of
from laddereditor.storage.text.update import matched_records

_REMOVED = object()  # stands for an unknown entry that an edit removes
IN_ALL = ("laddereditor", "id")  # the keys that every file of a folder has


@dataclass(frozen=True, slots=True)
class FileContents:
    """What one file of a folder holds."""

    ladder: Ladder
    keys: frozenset[str]  # the top-level keys in its text


def top_keys(parts: Sequence[TextPart]) -> frozenset[str]:
    """Return the top-level keys of a text."""
    return frozenset(
        key for part in parts if not part.field for chunk in part.chunks for key in keys_of(chunk)
    )


def divided(files: Sequence[FileContents], old: Ladder, new: Ladder) -> list[Ladder]:
    """Return what each file holds after an edit; one that it does not concern keeps its ladder.

    Args:
        files: What the files hold now.
        old: The ladder that they hold together.
        new: The ladder that they are to hold together.
    """
    changes: list[dict[str, Any]] = [{} for _ in files]
    for name in Ladder.model_fields:
        before, after = getattr(old, name), getattr(new, name)
        if before is after:
            continue
        if name in COLLECTIONS:
            for number, records in enumerate(_records(files, name, before, after)):
                if not _same(records, getattr(files[number].ladder, name)):
                    changes[number][name] = records
        elif before != after:
            for number in range(len(files)) if name in IN_ALL else [home_of(files, name)]:
                changes[number][name] = after
    _divide_unknown(files, changes, old.model_extra or {}, new.model_extra or {})
    return [_changed(one.ladder, found) for one, found in zip(files, changes, strict=True)]


def home_of(files: Sequence[FileContents], key: str) -> int:
    """Return the number of the file that a top-level entry is in, or would go to."""
    for number, one in enumerate(files):
        if key in one.keys:
            return number
    entries = [len(one.keys - COLLECTIONS.keys()) for one in files]
    return entries.index(max(entries))


# -- lists ----------------------------------------------------------------------------------------


def _records(
    files: Sequence[FileContents], name: str, old: Sequence[Entity], new: Sequence[Entity]
) -> list[tuple[Entity, ...]]:
    """Return the records of a list that each file gets."""
    stops = list(accumulate(len(getattr(one.ladder, name)) for one in files))
    matched = matched_records(old, new)
    was = [None if place is None else bisect_right(stops, place) for place in matched]
    homes = _in_order(was, lambda: home_of(files, name))
    found: list[list[Entity]] = [[] for _ in files]
    for entity, place, number, home in zip(new, matched, was, homes, strict=True):
        kept = place is not None and number == home and old[place] is entity
        if kept and place is not None:
            own = getattr(files[home].ladder, name)
            found[home].append(own[place - (stops[home] - len(own))])
        else:
            found[home].append(entity)
    return [tuple(records) for records in found]


def _in_order(was: Sequence[int | None], otherwise: Any) -> list[int]:
    """Return the file of each item, none lower than the one before it.

    Args:
        was: The file that each item was in, None for a new item.
        otherwise: Gives the file of the items if none of them was in a file.
    """
    kept = _longest_rising(was)
    if not kept:
        home = otherwise()
        return [home] * len(was)
    current = was[kept[0]]
    found: list[int] = []
    stay = set(kept)
    for place, number in enumerate(was):
        if place in stay:
            current = number
        assert current is not None
        found.append(current)
    return found


def _longest_rising(numbers: Sequence[int | None]) -> list[int]:
    """Return the places of the longest run of numbers of which none is lower than the last.

    This is patience sorting: M. L. Fredman, On computing the length of longest increasing
    subsequences, Discrete Mathematics 11 (1975).
    """
    tops: list[int] = []  # the last number of the best run of each length
    ends: list[int] = []  # its place
    before: list[int | None] = [None] * len(numbers)
    for place, number in enumerate(numbers):
        if number is None:
            continue
        length = bisect_right(tops, number)
        before[place] = ends[length - 1] if length else None
        tops[length : length + 1] = [number]
        ends[length : length + 1] = [place]
    run: list[int] = []
    at = ends[-1] if ends else None
    while at is not None:
        run.append(at)
        at = before[at]
    return run[::-1]


def _same(one: Sequence[Entity], other: Sequence[Entity]) -> bool:
    return len(one) == len(other) and all(a is b for a, b in zip(one, other, strict=True))


# -- other entries --------------------------------------------------------------------------------


def _divide_unknown(
    files: Sequence[FileContents],
    changes: Sequence[dict[str, Any]],
    old: Mapping[str, Any],
    new: Mapping[str, Any],
) -> None:
    for key in {**old, **new}:
        if old.get(key) != new.get(key) or (key in old) != (key in new):
            changes[home_of(files, key)][key] = new.get(key, _REMOVED)


def _changed(ladder: Ladder, changes: Mapping[str, Any]) -> Ladder:
    if not changes:
        return ladder
    made = evolve(ladder, **changes)
    extra = made.model_extra or {}
    kept = {key: value for key, value in extra.items() if value is not _REMOVED}
    object.__setattr__(made, "__pydantic_extra__", kept)
    return made
