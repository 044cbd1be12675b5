"""Random ladders with every field that the model has, each made from a number, as block YAML.

Few ids are used for many entities, so that ids are repeated, references dangle and levels are
called like fields.
"""

from random import Random
from typing import Any

import yaml

from laddereditor.model.ladder import Ladder
from laddereditor.storage.files.document import Document, read_text
from laddereditor.storage.reading.faults import UnreadableLadder
from laddereditor.storage.text.shapes import ValueShape, shapes_of

_IDS = (
    *("a", "b", "c", "P1", "P2", "M1", "a-b", "ä", "a/b", "a~2", "%2F", "", "null", "1_000"),
    *("~", "P1 ", "p1", "id", "name", "summary", "competencies", "owner", "__init__"),
)
_TEXTS = (
    *("", "x", "Leads things", "Leads things well", " ", "{specialty}", "{0} {", "a\nb", "- x"),
    *("# y", '"q"', "'q'", "=1+1", "a: b", "[x]", "null", "yes", "1e400", "9" * 60, "%s", "..."),
    *("---", "<<", "*x", "&x", "!x", "|", ">", "?", "x\ty", "\u00a0", "e\u0301", "🚀 x", "a \n"),
)
# Nearly every entity has these if it knows them; the first three are drawn from the ids.
_KEYS = ("id", "level", "code", "name", "text", "skill", "version", "rule")
_NUMBERS = (0, 1, 3, -2, 2.5, 10**400)
_DATES = ("2026-01-01", "0001-01-01", "9999-12-31")


def shaped(number: int) -> Document | None:
    """Return the document of a random ladder, or None if it is not a ladder."""
    random = Random(number)
    values = {name: _value(random, shape) for name, shape in shapes_of(Ladder).items()}
    kept = {name: value for name, value in values.items() if random.random() < 0.7}
    raw = {**kept, "laddereditor": 1, "id": "t"}
    text = yaml.safe_dump(raw, sort_keys=random.random() < 0.5, allow_unicode=True, width=200)
    try:
        return read_text(text)
    except UnreadableLadder:
        return None


def _value(random: Random, shape: ValueShape, depth: int = 0) -> Any:
    if shape.or_text and random.random() < 0.6:
        return _text(random)
    if shape.kind == "list" and shape.item:
        return [_value(random, shape.item, depth + 1) for _ in range(random.randint(0, 2))]
    if shape.kind == "map" and shape.item:
        keys = random.sample(_IDS, random.randint(0, 2))
        return {key: _value(random, shape.item, depth + 1) for key in keys}
    if shape.kind == "record" and shape.entity:
        return _record(random, shapes_of(shape.entity), depth)
    choices = {"number": _NUMBERS, "whole": _NUMBERS, "date": _DATES, "flag": (True, False)}
    return random.choice(choices[shape.kind]) if shape.kind in choices else _text(random)


def _record(random: Random, shapes: dict[str, ValueShape], depth: int) -> dict[str, Any]:
    record = {
        name: random.choice(_IDS) if name in _KEYS[:3] else _value(random, shape, depth + 1)
        for name, shape in shapes.items()
        if name in _KEYS or random.random() < 0.3
    }
    if random.random() < 0.05:
        record[random.choice(_IDS)] = random.choice(("x", {"a": ["b"]}, [1], None))
    return record


def _text(random: Random) -> str:
    return random.choice(_IDS if random.random() < 0.3 else _TEXTS)
