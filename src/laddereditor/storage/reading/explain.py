"""Explain what is wrong with plain values, in words for the people who wrote the file."""

from collections.abc import Iterator, Sequence

from laddereditor.model.lookup import ValuePath
from laddereditor.model.raw import Raw
from laddereditor.model.spacing import single_spaced
from laddereditor.storage.reading.intended import list_hint, text_hint
from laddereditor.storage.text.shapes import ValueShape, shapes_of

_SHOULD = {
    "text": "should be a text",
    "number": "should be a number, such as 3 or 2.5",
    "whole": "should be a whole number",
    "date": "should be a date like 2026-12-01",
    "flag": "should be true or false",
    "list": "should be a list",
    "map": "should be a group of names with texts, such as 'scope: One project'",
    "record": "should be a group of fields",
    "any": "has a form that this program does not know",
}


def problems(raw: Raw, shape: ValueShape, path: ValuePath = ()) -> Iterator[tuple[ValuePath, str]]:
    """Yield everything that is wrong with a plain value.

    Args:
        raw: The plain value.
        shape: The shape that it should have.
        path: Where it is in its record.

    Yields:
        The path of each problem, and words that follow a name, such as "should be a list". A path
        that does not exist in `raw` is that of a missing field.
    """
    if shape.or_text and isinstance(raw, str):
        return
    if shape.kind == "list":
        yield from _in_list(raw, shape, path)
    elif shape.kind == "map":
        yield from _in_map(raw, shape, path)
    elif shape.kind == "record":
        yield from _in_record(raw, shape, path)
    elif shape.kind == "text":
        if not isinstance(raw, str):
            yield path, _SHOULD["text"] + _instead_of_it(raw) + text_hint(raw)
    elif shape.accepts and not shape.accepts(raw):
        yield path, _SHOULD[shape.kind] + _instead_of_it(raw)


def _instead_of_it(raw: Raw) -> str:
    if isinstance(raw, list):
        return ", not a list"
    if isinstance(raw, dict):
        return ", not a group of fields"
    if raw is None:
        return ", but is empty"
    shown = raw if len(raw) <= 40 else raw[:39] + "…"
    return f", not '{shown}'"


def _in_list(raw: Raw, shape: ValueShape, path: ValuePath) -> Iterator[tuple[ValuePath, str]]:
    if not isinstance(raw, list):
        yield path, _SHOULD["list"] + list_hint(raw)
    elif shape.item:
        for number, value in enumerate(raw):
            yield from problems(value, shape.item, (*path, number))


def _in_map(raw: Raw, shape: ValueShape, path: ValuePath) -> Iterator[tuple[ValuePath, str]]:
    if not isinstance(raw, dict):
        yield path, _SHOULD["map"] + ("" if isinstance(raw, str) else _instead_of_it(raw))
    elif shape.item:
        for key, value in raw.items():
            yield from problems(value, shape.item, (*path, key))


def _in_record(raw: Raw, shape: ValueShape, path: ValuePath) -> Iterator[tuple[ValuePath, str]]:
    if not isinstance(raw, dict) or shape.entity is None:
        text = "should be a text or a group of fields" if shape.or_text else _SHOULD["record"]
        yield path, text + _instead_of_it(raw) + (text_hint(raw) if shape.or_text else "")
        return
    known = shapes_of(shape.entity)
    hint = text_hint(raw, known) if shape.or_text else ""
    if hint:
        yield path, "should be a text or a group of fields" + hint
        return
    for key, value in raw.items():
        if key in known:
            yield from problems(value, known[key], (*path, key))
    for name, info in shape.entity.model_fields.items():
        if info.is_required() and name not in raw:
            yield (*path, name), "is missing"


def wording(path: ValuePath, problem: str) -> str:
    """Return a problem as a sentence about the last name of its path."""
    if not path:
        return f"this {problem}"
    if isinstance(path[-1], int):
        name = next((step for step in reversed(path) if isinstance(step, str)), "list")
        return f"item {path[-1] + 1} of '{name}' {problem}"
    return f"'{path[-1]}' {problem}"


def enclosing_names(path: ValuePath, raw: Raw) -> str:
    """Return what encloses the last name of a path, for people: `families › Data › P3`."""
    found: list[str] = []
    steps: Sequence[str | int] = path[:-1]
    for number, step in enumerate(steps):
        raw = _inside(raw, step)
        if isinstance(step, int):
            found.append(_name_of(raw) or f"item {step + 1}")
        elif not isinstance(path[number + 1], int) or (
            step != "profiles" and number + 1 < len(steps)
        ):
            found.append(step)
    return " › ".join(found)


def _inside(raw: Raw, step: str | int) -> Raw:
    try:
        return raw[step]
    except (LookupError, TypeError):
        return None


def _name_of(raw: Raw) -> str:
    if not isinstance(raw, dict):
        return ""
    for key in ("name", "level", "title", "id", "text", "skill", "market"):
        value = raw.get(key)
        if isinstance(value, str) and value.strip():
            text = single_spaced(value)
            return text if len(text) <= 40 else text[:39] + "…"
    return ""
