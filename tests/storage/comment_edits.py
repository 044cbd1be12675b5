"""Random edits of every kind that a person can make, as plain values."""

import copy
import re
from collections.abc import Callable, Iterator
from random import Random
from typing import Any, NamedTuple

from tests.storage.commented_files import (
    Namer,
    some_family,
    some_level,
    some_profile,
    texts,
)

Raw = Any
_RECORDS = {"families": some_family, "profiles": some_profile}
_WORD = re.compile(r"^[wfLks]\d+\b")
_UNKNOWN = ("laddereditor",)


class Edit(NamedTuple):
    """The values after an edit, its name, and the words that it put for other ones."""

    raw: dict[str, Raw]
    name: str
    renamed: dict[str, str]


class StepStates(NamedTuple):
    """A value with what holds it."""

    value: Raw
    parent: Raw
    key: Any
    name: str  # the field it is in


def holdings(raw: Raw, name: str = "") -> Iterator[StepStates]:
    """Yield every value in a ladder."""
    for key, value in list(raw.items() if isinstance(raw, dict) else enumerate(raw)):
        field = str(key) if isinstance(raw, dict) else name
        yield StepStates(value, raw, key, field)
        if isinstance(value, dict | list):
            yield from holdings(value, field)


def random_edit(raw: dict[str, Raw], rng: Random, namer: Namer) -> Edit:
    """Return a random edit of a ladder."""
    new = copy.deepcopy(raw)
    kind = rng.choice(list(KINDS))
    renamed = KINDS[kind](new, rng, namer) or {}
    return Edit(new, kind, renamed)


def _lists(raw: Raw, least: int = 1) -> list[StepStates]:
    return [h for h in holdings(raw) if isinstance(h.value, list) and len(h.value) >= least]


def _pick(rng: Random, found: list[StepStates]) -> StepStates | None:
    return rng.choice(found) if found else None


def fresh(held: StepStates, rng: Random, namer: Namer) -> Raw:  # noqa: PLR0911 - one a list
    """Return a new item for a list."""
    if held.name in _RECORDS:
        return _RECORDS[held.name](rng, namer, [])
    if held.name == "levels":
        return some_level(rng, namer)
    if held.name == "skills" and held.value:
        if any(isinstance(item, dict) and "id" in item for item in held.value):
            return {"id": namer.word("s"), "name": namer.text(rng)}
        return namer.word("s")
    if held.name == "history":
        return {"version": f"{namer.count}.0.1", "summary": namer.text(rng)}
    if held.name == "ranges":
        namer.count += 1
        return {"market": f"M{namer.count}", "min": 3}
    return namer.text(rng)


def _insert(raw: Raw, rng: Random, namer: Namer) -> None:
    held = _pick(rng, _lists(raw, 0))
    if held:
        for _ in range(rng.choice([1, 1, 2])):
            place = rng.randint(0, len(held.value))
            held.value.insert(place, fresh(held, rng, namer))


def _append(raw: Raw, rng: Random, namer: Namer) -> None:
    held = _pick(rng, _lists(raw))
    if held:
        held.value.append(fresh(held, rng, namer))


def _remove(raw: Raw, rng: Random, _: Namer) -> None:
    held = _pick(rng, _lists(raw))
    if held:
        del held.value[rng.choice([0, -1, rng.randrange(len(held.value))])]


def _remove_several(raw: Raw, rng: Random, _: Namer) -> None:
    held = _pick(rng, _lists(raw, 2))
    if held:
        held.value[:] = [item for item in held.value if rng.random() < 0.5]


def _move(raw: Raw, rng: Random, _: Namer) -> None:
    held = _pick(rng, _lists(raw, 2))
    if held:
        item = held.value.pop(rng.randrange(len(held.value)))
        held.value.insert(rng.randint(0, len(held.value)), item)


def _shuffle(raw: Raw, rng: Random, _: Namer) -> None:
    held = _pick(rng, _lists(raw, 2))
    if held:
        rng.shuffle(held.value)


def _renew(value: Raw, namer: Namer) -> Raw:
    """Return a copy with new words, as a duplicate has a new id."""
    if isinstance(value, dict):
        return {key: _renew(inner, namer) for key, inner in value.items()}
    if isinstance(value, list):
        return [_renew(inner, namer) for inner in value]
    if isinstance(value, str):
        return _WORD.sub(lambda found: namer.word(found.group()[0]), value, count=1)
    return value


def _duplicate(raw: Raw, rng: Random, namer: Namer) -> None:
    held = _pick(rng, [h for h in _lists(raw) if h.name not in ("history", "ranges")])
    if held:
        place = rng.randrange(len(held.value))
        twin = _renew(held.value[place], namer)
        held.value.insert(rng.choice([place + 1, len(held.value)]), twin)


def _paste(raw: Raw, rng: Random, namer: Namer) -> None:
    held = _pick(rng, [h for h in _lists(raw) if h.name not in ("history", "ranges", "skills")])
    others = [h for h in _lists(raw, 0) if held and h.name == held.name]
    if held and others:
        target = rng.choice(others)
        copies = [_renew(item, namer) for item in rng.sample(held.value, 1)]
        place = rng.randint(0, len(target.value))
        target.value[place:place] = copies


def _to_other(raw: Raw, rng: Random, _: Namer) -> None:
    """Move an item into another list of the same field."""
    held = _pick(rng, [h for h in _lists(raw) if h.name not in ("skills", "ranges")])
    others = [
        h for h in _lists(raw, 0) if held and h.name == held.name and h.value is not held.value
    ]
    if held and others:
        target = rng.choice(others)
        item = held.value.pop(rng.randrange(len(held.value)))
        target.value.insert(rng.randint(0, len(target.value)), item)


def _texts_of(raw: Raw) -> list[StepStates]:
    return [h for h in holdings(raw) if isinstance(h.value, str) and " " in h.value]


def _reword(raw: Raw, rng: Random, _: Namer) -> None:
    held = _pick(rng, _texts_of(raw))
    if held:
        more = rng.choice([" and more", ": a # b", "\nsecond line", " “x” - 'y'", " longer" * 20])
        held.parent[held.key] = held.value + more


def _set_field(raw: Raw, rng: Random, namer: Namer) -> None:
    records = [h for h in holdings(raw) if isinstance(h.value, dict) and not isinstance(h.key, str)]
    held = _pick(rng, records)
    if held and "level" in held.value:
        name = rng.choice(["title", "summary", "notes", "responsibilities", "titles"])
        new = namer.text(rng)
        if name in ("responsibilities", "titles"):
            held.value.setdefault(name, texts(rng, namer))
        else:
            held.value[name] = new
    elif held and "id" in held.value:
        held.value[rng.choice(["summary", "description", "name"])] = namer.text(rng)
    elif held and "text" in held.value:
        held.value.setdefault("examples", texts(rng, namer))


def _clear_field(raw: Raw, rng: Random, _: Namer) -> None:
    held = _pick(
        rng,
        [
            h
            for h in holdings(raw)
            if isinstance(h.key, str)
            and h.key not in ("id", "level", "text", "skill", "version", "market", *_UNKNOWN)
        ],
    )
    if held:
        del held.parent[held.key]


def _rename(raw: Raw, rng: Random, namer: Namer) -> dict[str, str]:
    held = _pick(rng, [h for h in holdings(raw) if h.key in ("id", "level")])
    if not held:
        return {}
    word = namer.word(held.value[0])
    renamed = {held.value: word}
    for other in list(holdings(raw)):
        if other.value == next(iter(renamed)):
            other.parent[other.key] = word
    return renamed


def _give_examples(raw: Raw, rng: Random, namer: Namer) -> None:
    found = [
        h
        for h in holdings(raw)
        if isinstance(h.value, str)
        and h.name in ("responsibilities", "craft", "care")
        and isinstance(h.parent, list)
    ]
    held = _pick(rng, found)
    if held:
        held.parent[held.key] = {"text": held.value, "examples": texts(rng, namer)}


def _several(raw: Raw, rng: Random, namer: Namer) -> None:
    for kind in rng.sample([_insert, _remove, _move, _to_other, _reword, _clear_field], 2):
        kind(raw, rng, namer)


KINDS: dict[str, Callable[[Raw, Random, Namer], dict[str, str] | None]] = {
    "insert": _insert,
    "append": _append,
    "remove": _remove,
    "remove several": _remove_several,
    "move": _move,
    "shuffle": _shuffle,
    "duplicate": _duplicate,
    "paste": _paste,
    "move to another": _to_other,
    "reword": _reword,
    "set a field": _set_field,
    "clear a field": _clear_field,
    "rename": _rename,
    "give examples": _give_examples,
    "two at once": _several,
}
