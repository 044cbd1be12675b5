"""Random edits of a ladder, as plain values."""

import copy
import re
from random import Random
from typing import Any

from laddereditor.storage.text.tree import YamlNode, parse_tree
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
    if path[-1] in FREE:
        items = _other_items(list(value.items()), rng)
        value.clear()
        value.update(items)
        return
    value["notes" if "id" in value else "note"] = any_text(rng)
    for key in ("summary", "name", "factors"):
        if rng.random() < 0.3:
            value.pop(key, None)


def _other_items(items: list[tuple[str, Any]], rng: Random) -> list[tuple[str, Any]]:
    """Return the entries of a mapping in another order, or one added, renamed or removed."""
    place = rng.randint(0, len(items))
    kind = rng.choice(["shuffle", "add", "rename", "remove"]) if items else "add"
    if kind == "shuffle":
        rng.shuffle(items)
    elif kind == "add":
        items.insert(place, (any_text(rng), any_text(rng)))
    elif kind == "rename":
        _, value = items[place - 1]
        items[place - 1] = (any_text(rng), value)
    else:
        del items[place - 1]
    return items


def region(text: str, path: tuple[Any, ...]) -> tuple[int, int]:
    """Return the lines of a file that a value stands in: the first, and that after the last.

    The blank lines and comments above it belong to it, and the blank lines below: they go where
    what is below becomes the first of its collection.
    """
    node = parse_tree(text)
    assert node is not None
    start, after = 0, len(text)
    for step in path:
        if isinstance(step, int):
            start = _dash(text, node, node.items[step].start)
            node = node.items[step]
        else:
            pair = node.entry(step)
            if pair is None:
                break
            start, node = pair[0].start, pair[1]
        after = node.after
    last = text.count("\n", 0, after) + (0 if text[:after].endswith("\n") else 1)
    first = text.count("\n", 0, start)
    lines = text.split("\n")
    while first and lines[first - 1].strip()[:1] in ("", "#"):
        first -= 1
    while last < len(lines) - 1 and not lines[last].strip():
        last += 1
    return first, last


def _dash(text: str, node: YamlNode, start: int) -> int:
    """Return where the dash of an item is, which may stand in a line above it."""
    if node.flow:
        return start
    line = text.rfind("\n", 0, start) + 1
    while text[line + node.column] != "-" or text[line : line + node.column].strip(" -"):
        line = text.rfind("\n", 0, line - 1) + 1
    return line


def outside_is_same(before: str, after: str, path: tuple[Any, ...]) -> bool:
    """Whether two files are the same but for the lines of one value."""
    first, last = region(before, path)
    old, new = before.split("\n"), after.split("\n")
    above, below = old[:first], old[last:]
    if new == above[:-1] + [line.removesuffix("\r") for line in above[-1:]]:
        return True  # the last lines went, and there is no line end behind the last one
    same_above = [*above[:-1], *map(_bare, above[-1:])] == [
        *new[: max(first - 1, 0)],
        *map(_bare, new[max(first - 1, 0) : first]),
    ]
    return same_above and (not below or new[-len(below) :] == below)


def _bare(line: str) -> str:
    """Return a line without the comma that an item needs while another one follows."""
    return line.removesuffix("\r").removesuffix(",")


def reorder(raw: dict[str, Any], rng: Random) -> dict[str, Any]:
    """Return the plain values with the items of one list, or of a mapping, in another order."""
    new = copy.deepcopy(raw)
    many = [place for place in places(new)[1:] if _can_reorder(at(new, place), place)]
    if many:
        value = at(new, rng.choice(many))
        items = list(value.items()) if isinstance(value, dict) else list(value)
        rng.shuffle(items)
        value.clear()
        value.update(items) if isinstance(value, dict) else value.extend(items)
    return new


def _can_reorder(value: Any, path: tuple[Any, ...]) -> bool:
    return (isinstance(value, list) or (isinstance(value, dict) and path[-1] in FREE)) and len(
        value
    ) > 1


def move_profile(raw: dict[str, Any], rng: Random) -> dict[str, Any]:
    """Return the plain values with a profile in another family, which may be a new one."""
    new = copy.deepcopy(raw)
    families = new.get("families", [])
    rich = [family for family in families if len(family.get("profiles", [])) > 1]
    if not rich:
        return new
    source = rng.choice(rich)
    profile = source["profiles"].pop(rng.randrange(len(source["profiles"])))
    others = [family for family in families if family is not source]
    target = rng.choice([*others, None])
    if target is None:
        target = {"id": "new", "name": "New", "profiles": []}
        families.insert(rng.randint(0, len(families)), target)
    target.setdefault("profiles", []).append(profile)
    return new


def comments(text: str) -> list[str]:
    """Return the comments of a file, in alphabetical order."""
    tokens = re.findall(r"(?m)(?:^|\s)(# (?:comment \d+: 'it's'|trailing|note|the end))\r?$", text)
    return sorted(tokens)
