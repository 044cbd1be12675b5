"""Entities without the fields that their readers may not see."""

from collections.abc import Set
from typing import Any, TypeVar

from laddereditor.model.base import Entity, evolve
from laddereditor.model.fields import FieldSpec, Readers, field_specs

E = TypeVar("E", bound=Entity)

ALL_READERS: frozenset[Readers] = frozenset({"everybody", "managers", "pay", "editors"})


def readable(entity: E, readers: Set[Readers], *, with_unknown: bool = True) -> E:
    """Return an entity, with those in it, without what is not for these readers.

    Args:
        entity: The entity.
        readers: Those whose fields stay. What decides how entries inherit stays in any case.
        with_unknown: Whether keys that the format does not know stay.

    Returns:
        The entity itself if nothing of it goes; parts of which nothing goes are the same objects.
    """
    changes: dict[str, Any] = {}
    for name, spec in field_specs(type(entity)).items():
        value = getattr(entity, name)
        kept = _kept(type(entity), spec, value, readers, with_unknown)
        if kept is not value:
            changes[name] = kept
    if entity.model_extra and not with_unknown:
        return type(entity).model_validate({**_known(entity), **changes})
    return evolve(entity, **changes) if changes else entity


def _known(entity: Entity) -> dict[str, Any]:
    return {name: getattr(entity, name) for name in type(entity).model_fields}


def _kept(
    holder: type[Entity], spec: FieldSpec, value: Any, readers: Set[Readers], with_unknown: bool
) -> Any:
    """Return the value of a field for these readers: the default if it is not for them."""
    if spec.readers not in readers and not (spec.is_structural or spec.required):
        default = holder.model_fields[spec.name].get_default()
        return value if value == default else default
    return _inside(value, readers, with_unknown)


def _inside(value: Any, readers: Set[Readers], with_unknown: bool) -> Any:
    """Return a value with the entities in it reduced; the value itself if nothing goes."""
    if isinstance(value, Entity):
        return readable(value, readers, with_unknown=with_unknown)
    if isinstance(value, tuple):
        items = tuple(_inside(item, readers, with_unknown) for item in value)
        same = all(item is one for item, one in zip(items, value, strict=True))
        return value if same else items
    if isinstance(value, dict):
        entries = {key: _inside(item, readers, with_unknown) for key, item in value.items()}
        return value if all(entries[key] is value[key] for key in value) else entries
    return value
