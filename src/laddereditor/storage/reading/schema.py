"""The JSON Schema (draft 2020-12) of a ladder file, for other editors.

It accepts what the reader accepts, because it is built from the shapes that files are read by. A
text may be written without quotes as a number or as true or false (`grade: 7`), and an empty value
counts as absent.
"""

from typing import Any

from laddereditor.model.base import Entity
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.model.ladder import Ladder
from laddereditor.model.spacing import single_spaced
from laddereditor.storage.text.shapes import ValueShape, shapes_of

Schema = dict[str, Any]

_TEXT = ("string", "number", "boolean")
_NUMBER = r"^\s*[+-]?[0-9]+(\.[0-9]+)?\s*$"
_WHOLE = r"^\s*[0-9]{1,9}\s*$"
_DATE = r"^\s*[0-9]{4}-[0-9]{2}-[0-9]{2}\s*$"
_FLAGS = ("true", "false", "yes", "no", "on", "off", "y", "n", "t", "f", "1", "0")  # as pydantic


def json_schema() -> Schema:
    """Return the schema of a whole file."""
    definitions: Schema = {}
    _define(Ladder, definitions)
    ladder = definitions.pop(Ladder.__name__)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Career ladder",
        **ladder,
        "$defs": definitions,
    }


def _define(entity: type[Entity], definitions: Schema) -> None:
    """Add the schema of a record, and of every record in it."""
    if entity.__name__ in definitions:
        return
    definitions[entity.__name__] = {}  # a placeholder while its fields are visited
    specs = field_specs(entity)
    fields = {
        name: _field(shape, specs[name], definitions) for name, shape in shapes_of(entity).items()
    }
    definitions[entity.__name__] = {
        "type": "object",
        "description": single_spaced(entity.__doc__ or ""),
        "properties": fields,
        "required": [name for name, spec in specs.items() if spec.required],
        "additionalProperties": True,
    }


def _field(shape: ValueShape, spec: FieldSpec, definitions: Schema) -> Schema:
    inner = _value(shape, definitions)
    described: Schema = {"title": spec.title, "description": spec.help}
    if spec.choices:
        described["examples"] = list(spec.choices)
    return {**described, **(inner if spec.required else _or_empty(inner))}


def _value(shape: ValueShape, definitions: Schema) -> Schema:  # noqa: PLR0911 - one line a kind
    """Return the schema of a value that is not empty."""
    if shape.kind == "list" and shape.item:
        array: Schema = {"type": "array", "items": _item(shape.item, definitions)}
        return {"anyOf": [{"type": list(_TEXT)}, array]} if shape.or_text else array
    if shape.kind == "map" and shape.item:
        return {"type": "object", "additionalProperties": _item(shape.item, definitions)}
    if shape.kind == "record" and shape.entity:
        _define(shape.entity, definitions)
        record: Schema = {"$ref": f"#/$defs/{shape.entity.__name__}"}
        return {"anyOf": [{"type": list(_TEXT)}, record]} if shape.or_text else record
    if shape.kind == "text" or (shape.kind == "date" and shape.or_text):
        return {"type": list(_TEXT)}
    if shape.kind == "number":
        return _number_or(_NUMBER, "number")
    if shape.kind == "whole":
        return _number_or(_WHOLE, "integer")
    if shape.kind == "date":
        return {"type": "string", "pattern": _DATE}
    return _flag() if shape.kind == "flag" else {}


def _item(shape: ValueShape, definitions: Schema) -> Schema:
    """Return the schema of a list item or of a value under a free name; a text may be empty."""
    inner = _value(shape, definitions)
    if shape.kind in ("text", "list", "any") or shape.or_text:
        return _or_empty(inner)
    return inner


def _or_empty(inner: Schema) -> Schema:
    if not inner:
        return inner
    kinds = inner.get("type")
    if kinds is None:
        return {"anyOf": [*inner.get("anyOf", [inner]), {"type": "null"}]}
    return {**inner, "type": [*([kinds] if isinstance(kinds, str) else kinds), "null"]}


def _number_or(pattern: str, kind: str) -> Schema:
    least = {"minimum": 1} if kind == "integer" else {}
    return {"anyOf": [{"type": kind, **least}, {"type": "string", "pattern": pattern}]}


def _flag() -> Schema:
    written = "|".join(
        "".join(f"[{sign}{sign.upper()}]" if sign.isalpha() else sign for sign in word)
        for word in _FLAGS
    )
    flags: list[Schema] = [{"type": "boolean"}, {"enum": [0, 1]}]
    return {"anyOf": [*flags, {"type": "string", "pattern": f"^({written})$"}]}
