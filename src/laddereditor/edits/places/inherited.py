"""What a field of an entity holds: its own value, or what it inherits."""

from typing import Any

from laddereditor.edits.paths import put, value_at
from laddereditor.edits.words import canonical, existing
from laddereditor.model.address import (
    Address,
    FieldPath,
)
from laddereditor.model.base import Entity
from laddereditor.model.family import Family, Profile
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.model.ladder import Ladder
from laddereditor.model.resolve import base_of, find_level, is_nothing
from laddereditor.model.titles import derived_title


def effective_at(ladder: Ladder, address: Address, path: FieldPath) -> Any:
    """Return the value at a field's path as it holds: the entity's own, else the inherited one.

    An empty list under a key is one: nothing is expected here.

    Args:
        ladder: The ladder.
        address: The entity.
        path: The path of the field, or of an entry of a mapping.
    """
    entity = existing(ladder, address)
    own = value_at(entity, path)
    below = below_at(ladder, address, path) if is_blank_cell(entity, path) else None
    return own if below is None else below


def is_blank_cell(entity: Entity, path: FieldPath) -> bool:
    """Whether an entity has no own value at a path; an empty list under a key is one."""
    own = value_at(entity, path)
    return own in (None, "") or (not path.rest and is_nothing(own))


def below_at(ladder: Ladder, address: Address, path: FieldPath) -> Any:
    """Return what is inherited at a path where a profile could say something else.

    Args:
        ladder: The ladder.
        address: The profile; other entities inherit nothing.
        path: The path of the field, or of an entry of a mapping.

    Returns:
        The value of the level or family, None if there is none.
    """
    entity = existing(ladder, address)
    spec = overridable(entity, path.name)
    if spec is None or not isinstance(entity, Profile):
        return None
    family = existing(ladder, canonical(ladder, address).parent)
    assert isinstance(family, Family)
    level = find_level(ladder, entity.level)
    if spec.inherits == "pattern":
        return derived_title(family, level)
    return value_at(base_of(spec, family, level), path)


def with_inherited(ladder: Ladder, address: Address, path: FieldPath) -> Ladder:
    """Return the ladder with an inherited value made the entity's own, if a path goes into it.

    Whoever changes the note of an inherited pay keeps its ranges. Mappings are inherited entry by
    entry, so that their entries stay inherited.

    Args:
        ladder: The ladder.
        address: The entity.
        path: The path of the value that is about to be set.
    """
    entity, name = existing(ladder, address), FieldPath(path.name)
    spec = overridable(entity, path.name)
    if not path.rest or spec is None or spec.is_keyed or not is_blank_cell(entity, name):
        return ladder
    below = below_at(ladder, address, name)
    return ladder if is_nothing(below) else put(ladder, address, name, below)


def overridable(entity: Entity, name: str) -> FieldSpec | None:
    """Return the field of a name if an entity may inherit its value."""
    spec = field_specs(type(entity)).get(name)
    return spec if spec and spec.is_overriding else None
