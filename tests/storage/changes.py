"""Random edits of a ladder, as plain values."""

import copy
from random import Random
from typing import Any

from laddereditor.storage.tree import parse_tree
from tests.storage.styles import any_family, any_level, any_profile, any_text

FREE = ("factors", "a", "unknown key", "rules")  # mappings whose keys anyone may choose
FRESH = {"families": any_family, "levels": any_level, "profiles": any_profile}


def places(raw: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the paths of all values."""
    found = [path]
    if isinstance(raw, dict):
        for key, value in raw.items():
            found += places(value, (*path, key))
    elif isinstance(raw, list):
        for number, value in enumerate(raw):
            found += places(value, (*path, number))
    return found


def at(raw: Any, path: tuple[Any, ...]) -> Any:
    """Return the value at a path."""
    for step in path:
        raw = raw[step]
    return raw


def change(raw: dict[str, Any], rng: Random) -> tuple[dict[str, Any], tuple[Any, ...]]:
    """Return the plain values with one random edit, and the path of what was edited."""
    new = copy.deepcopy(raw)
    path = rng.choice([place for place in places(new)[1:] if place[0] != "laddereditor"] or [()])
    if not path:
        new["name"] = any_text(rng)
        return new, ("name",)
    value, parent = at(new, path), at(new, path[:-1])
    if isinstance(value, list):
        _change_list(value, str(path[-1]), rng)
    elif isinstance(value, str) and path[-1] not in ("effective", "date"):
        parent[path[-1]] = _text(value, rng)
    elif isinstance(value, bool):
        parent[path[-1]] = not value
    elif isinstance(value, int | float):
        parent[path[-1]] = rng.choice([0, 12, 2.5])
    elif isinstance(value, dict):
        _change_map(value, path, rng)
    return new, path


def _text(value: str, rng: Random) -> str:
    words = value.split(" ")
    kind = rng.randint(0, 3)
    if kind == 0 or len(words) < 2:
        return any_text(rng)
    place = rng.randrange(len(words))
    if kind == 1:
        return " ".join([*words[:place], "changed", *words[place:]])
    return " ".join([*words[:place], *words[place + 1 :]])


def _change_list(value: list[Any], name: str, rng: Random) -> None:
    kind = rng.randint(0, 4)
    if kind == 0 and value:
        del value[rng.randrange(len(value))]
    elif kind == 1 and len(value) > 1:
        value.insert(rng.randrange(len(value)), value.pop(rng.randrange(len(value))))
    elif kind == 2 and value:
        rng.shuffle(value)
    elif kind == 3:
        value.clear()
    else:
        value.insert(rng.randint(0, len(value)), _fresh(value, name, rng))


def _fresh(value: list[Any], name: str, rng: Random) -> Any:
    if name in FRESH:
        return FRESH[name](rng, rng.randint(5, 999))
    if value and isinstance(value[0], dict):
        return {
            **value[0],
            **{key: any_text(rng) for key in ("id", "rule", "version") if key in value[0]},
        }
    return (
        any_text(rng)
        if name not in ("accepted", "history", "ranges", "occupations")
        else {"rule": "r", "version": "9"}
    )


def _change_map(value: dict[str, Any], path: tuple[Any, ...], rng: Random) -> None:
    if path[-1] in FREE and rng.random() < 0.5:
        items = list(value.items())
        rng.shuffle(items)
        value.clear()
        value.update(items)
    elif path[-1] in FREE:
        value[any_text(rng)] = any_text(rng)
    else:
        value["notes" if "id" in value else "note"] = any_text(rng)
        for key in ("summary", "name", "factors"):
            if rng.random() < 0.3:
                value.pop(key, None)


def region(text: str, path: tuple[Any, ...]) -> tuple[int, int]:
    """Return the lines of a file that a value stands in: the first, and that after the last."""
    node = parse_tree(text)
    assert node is not None
    start, after = 0, len(text)
    for step in path:
        if isinstance(step, int):
            node = node.items[step]
            start = text.rfind("-", 0, node.start) if not node.flow else node.start
        else:
            pair = node.entry(step)
            if pair is None:
                break
            start, node = pair[0].start, pair[1]
        after = node.after
    last = text.count("\n", 0, after) + (0 if text[:after].endswith("\n") else 1)
    return text.count("\n", 0, start), last


def outside_is_same(before: str, after: str, path: tuple[Any, ...]) -> bool:
    """Whether two files are the same but for the lines of one value."""
    first, last = region(before, path)
    old, new = before.split("\n"), after.split("\n")
    below = old[last:]
    return old[:first] == new[:first] and (not below or new[-len(below) :] == below)
