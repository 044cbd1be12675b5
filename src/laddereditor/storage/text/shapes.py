"""Describe the plain values that the model expects, derived from its annotations."""

import types
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError

from laddereditor.model.base import Entity
from laddereditor.model.raw import Raw
from laddereditor.model.statement import Statement
from laddereditor.model.step_text import StepText

ValueKind = Literal["text", "number", "whole", "date", "flag", "list", "map", "record", "any"]


@dataclass(frozen=True, slots=True)
class ValueShape:
    """The shape of one value."""

    kind: ValueKind
    item: "ValueShape | None" = None  # of a list or map
    entity: type[Entity] | None = None  # of a record
    or_text: bool = False  # a plain text is accepted as well
    accepts: Callable[[Raw], bool] | None = None  # of a number, date or flag


@cache
def shapes_of(entity: type[BaseModel]) -> dict[str, ValueShape]:
    """Return the shape of each field of an entity class."""
    return {name: _shape(info.annotation) for name, info in entity.model_fields.items()}


def record_shape(entity: type[Entity]) -> ValueShape:
    """Return the shape of an entity."""
    return ValueShape("record", entity=entity)


def _shape(annotation: Any) -> ValueShape:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is tuple or origin is list:
        return ValueShape("list", item=_shape(arguments[0]))
    if origin is dict:
        return ValueShape("map", item=_shape(arguments[1]))
    if isinstance(annotation, type) and issubclass(annotation, Entity):
        return record_shape(annotation)
    if annotation is str:
        return ValueShape("text")
    if origin in (Union, types.UnionType):
        entity = next((part for part in arguments if _is_entity(part)), None)
        if entity:
            return ValueShape("record", entity=entity, or_text=str in arguments)
    return _single(annotation)


def _is_entity(part: Any) -> bool:
    return isinstance(part, type) and issubclass(part, Entity)


def _single(annotation: Any) -> ValueShape:
    if annotation == StepText:
        return ValueShape("list", item=_shape(Statement), or_text=True)
    kinds = set(_leaves(annotation))
    kind: ValueKind = "any"
    if date in kinds:
        kind = "date"
    elif bool in kinds:
        kind = "flag"
    elif float in kinds:
        kind = "number"
    elif int in kinds:
        kind = "whole"
    return ValueShape(kind, or_text=str in kinds, accepts=_acceptor(annotation))


def _leaves(annotation: Any) -> list[Any]:
    if get_origin(annotation) is Annotated:
        return _leaves(get_args(annotation)[0])
    if get_origin(annotation) in (Union, types.UnionType):
        return [leaf for part in get_args(annotation) for leaf in _leaves(part)]
    return [annotation]


def _acceptor(annotation: Any) -> Callable[[Raw], bool]:
    adapter: TypeAdapter[Any] = TypeAdapter(annotation)

    def accepts(raw: Raw) -> bool:
        try:
            adapter.validate_python(raw)
        except ValidationError:
            return False
        return True

    return accepts


def without_empty(raw: Raw, shape: ValueShape) -> Raw:
    """Return plain values without the empty ones: a `key:` without a value counts as absent.

    An empty item of a list of texts is an empty text, and so is an empty value under a free key.
    Empty values under unknown keys stay.
    """
    if raw is None:
        return _nothing(shape)
    if shape.kind == "list" and isinstance(raw, list) and shape.item:
        return [without_empty(value, shape.item) for value in raw]
    if shape.kind == "map" and isinstance(raw, dict) and shape.item:
        return {key: without_empty(value, shape.item) for key, value in raw.items()}
    if shape.kind == "record" and isinstance(raw, dict) and shape.entity:
        known = shapes_of(shape.entity)
        return {
            key: without_empty(value, known[key]) if key in known else value
            for key, value in raw.items()
            if value is not None or key not in known
        }
    return raw


def _nothing(shape: ValueShape) -> Raw:
    if shape.kind == "text" or shape.or_text:
        return ""
    return [] if shape.kind == "list" else None
