"""A ladder as plain values (dict, list, str, int, float, bool, date), as in a file."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from pydantic import BaseModel

from laddereditor.model.base import Entity

Raw = Any  # dict[str, Raw] | list[Raw] | str | int | float | bool | date


def to_raw(value: Any) -> Raw:
    """Return the plain form of a value of the model.

    Fields with their default value are left out; unknown keys come last. A statement that is plain
    text stays text, and one that is a mapping stays a mapping.
    """
    if isinstance(value, BaseModel):
        return _entity(value)
    if isinstance(value, Mapping):
        return {str(key): to_raw(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [to_raw(item) for item in value]
    if value is None or isinstance(value, str | int | float | bool | date):
        return value
    raise TypeError(f"not a value of a ladder: {type(value).__name__}")


def _entity(entity: BaseModel) -> dict[str, Raw]:
    values = entity.__dict__
    raw = {
        name: to_raw(values[name])
        for name, info in type(entity).model_fields.items()
        if info.is_required() or values[name] != info.default
    }
    extra: dict[str, Raw] = to_raw(entity.model_extra or {})
    return raw | extra


def from_raw(entity: type[Entity], raw: Raw) -> Entity:
    """Return the entity that plain values describe.

    Raises:
        ValidationError: The values do not describe such an entity (pydantic).
    """
    return entity.model_validate(raw)
