"""A ladder as plain values (dict, list, str, int, float, bool, date), as in a file."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from pydantic import BaseModel

from laddereditor.model.base import Entity
from laddereditor.model.step_text import StatementLines

Raw = Any  # dict[str, Raw] | list[Raw] | str | int | float | bool | date


def to_raw(value: Any) -> Raw:
    """Return the plain form of a value of the model.

    Fields with their default value are left out; unknown keys come last. A statement that is plain
    text stays text, and one that is a mapping stays a mapping.
    """
    if isinstance(value, str):
        return to_raw(value.statements) if isinstance(value, StatementLines) else value
    if isinstance(value, BaseModel):
        return _entity(value)
    if isinstance(value, Mapping):
        return {
            str(key): item if type(item) is str else to_raw(item) for key, item in value.items()
        }
    if isinstance(value, list | tuple):
        return [item if isinstance(item, str) else to_raw(item) for item in value]
    if value is None or isinstance(value, int | float | bool | date):
        return value
    raise TypeError(f"not a value of a ladder: {type(value).__name__}")


def _entity(entity: BaseModel) -> dict[str, Raw]:
    raw = {  # most values are texts, and need no call
        name: value if isinstance(value, str) else to_raw(value) for name, value in _written(entity)
    }
    extra: dict[str, Raw] = to_raw(entity.model_extra) if entity.model_extra else {}
    return raw | extra


def _written(entity: BaseModel) -> list[tuple[str, Any]]:
    """Return the fields that a file holds: all but those with their default value."""
    values = entity.__dict__
    return [
        (name, values[name])
        for name, info in type(entity).model_fields.items()
        if info.is_required() or values[name] != info.default
    ]


def raw_of_changed(value: Any, before: Any, raw: Raw) -> Raw:
    """Return the plain form of a value, sharing what an edit left alone with that of its old state.

    Args:
        value: The value.
        before: Its old state; parts that are the same objects are not converted again.
        raw: The plain form of the old state.
    """
    if value is before:
        return raw
    if isinstance(value, BaseModel) and type(value) is type(before):
        old = before.__dict__
        return {
            name: raw_of_changed(each, old[name], raw[name]) if name in raw else to_raw(each)
            for name, each in _written(value)
        } | to_raw(value.model_extra or {})
    if isinstance(value, tuple) and isinstance(before, tuple):
        if len(value) == len(before):
            return list(map(raw_of_changed, value, before, raw))
        known = dict(zip(map(id, before), raw, strict=True))
        return [known[id(item)] if id(item) in known else to_raw(item) for item in value]
    return to_raw(value)


def from_raw(entity: type[Entity], raw: Raw) -> Entity:
    """Return the entity that plain values describe.

    Raises:
        ValidationError: The values do not describe such an entity (pydantic).
    """
    return entity.model_validate(raw)
