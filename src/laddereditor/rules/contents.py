"""The contents of an entity: its texts and the smaller values in it, each with its path."""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from laddereditor.model.address import FieldPath, encode_key
from laddereditor.model.base import Entity, IdentityKey
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.model.shapes import STATEMENTS, TEXT_LISTS, TEXTS

_PARTED = {"occupations", "equivalents", "links", "pay", "ranges"}
_READ = TEXTS | TEXT_LISTS | _PARTED
_TEXTS, _ITEMS = frozenset(_READ), frozenset(TEXT_LISTS | {"text"})
_PARTS = STATEMENTS | _PARTED | {"skills", "experience", "comments", "checks", "history", "raw"}


@cache
def fields_with(entity: type[Entity], shapes: frozenset[str]) -> tuple[str, ...]:
    """Return the fields with these shapes, without texts for the editors alone."""
    specs = field_specs(entity).values()
    return tuple(spec.name for spec in specs if spec.shape in shapes and not _is_for_editors(spec))


def _is_for_editors(spec: FieldSpec) -> bool:
    return spec.readers == "editors" and spec.shape in _READ


def texts(entity: Entity) -> tuple[tuple[FieldPath, str], ...]:
    """Return every text that readers see, with its path: `("responsibilities/2", "Leads …")`."""
    return _collected(IdentityKey(entity), _TEXTS)


@lru_cache(maxsize=16)  # several rules ask in turn for the texts of one entity
def _collected(entity: IdentityKey, shapes: frozenset[str]) -> tuple[tuple[FieldPath, str], ...]:
    found: list[tuple[FieldPath, str]] = []
    _collect_fields("", entity.entity, shapes, found)
    return tuple(found)


def _collect_fields(
    path: str, entity: Entity, shapes: frozenset[str], found: list[tuple[FieldPath, str]]
) -> None:
    values = entity.__dict__
    for name in fields_with(type(entity), shapes):
        if values[name]:
            _collect(f"{path}/{name}" if path else name, values[name], shapes, found)


def _collect(
    path: str, value: Any, shapes: frozenset[str], found: list[tuple[FieldPath, str]]
) -> None:
    if isinstance(value, str):
        found.append((FieldPath(path), value))
    elif isinstance(value, tuple) and set(map(type, value)) == {str}:  # a list may hold thousands
        found.extend(zip(_places(path, len(value)), value, strict=True))
    elif isinstance(value, tuple):
        for place, item in enumerate(value):
            _collect(f"{path}/{place}", item, shapes, found)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            _collect(f"{path}/{encode_key(key)}", item, shapes, found)
    elif isinstance(value, Entity):
        _collect_fields(path, value, shapes, found)


@lru_cache(maxsize=64)  # after each key the same lists are looked at again
def _places(path: str, count: int) -> tuple[FieldPath, ...]:
    """Return the places of so many items of a list."""
    return tuple([FieldPath(f"{path}/{place}") for place in range(count)])


def list_items(entity: Entity) -> list[tuple[FieldPath, str]]:
    """Return the items of all lists of texts, with their paths."""
    found = _collected(IdentityKey(entity), _ITEMS)
    return [(path, text) for path, text in found if "/" in path]


def parts(entity: Entity) -> list[tuple[FieldPath, Entity]]:
    """Return the entity and the values inside it that have fields, without other entities.

    A profile gives itself and, for example, `("pay/ranges/0", PayRange(…))`.
    """
    found: list[tuple[FieldPath, Entity]] = []
    _collect_parts("", entity, found)
    return found


def _collect_parts(path: str, value: Any, found: list[tuple[FieldPath, Entity]]) -> None:
    if isinstance(value, str):
        return
    if isinstance(value, tuple):
        for place, item in enumerate(value):
            if not isinstance(item, str):
                _collect_parts(f"{path}/{place}", item, found)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            if not isinstance(item, str):
                _collect_parts(f"{path}/{encode_key(key)}", item, found)
    elif isinstance(value, Entity):
        found.append((FieldPath(path), value))
        values = value.__dict__
        for name in fields_with(type(value), frozenset(_PARTS)):
            if values[name]:
                _collect_parts(f"{path}/{name}" if path else name, values[name], found)
