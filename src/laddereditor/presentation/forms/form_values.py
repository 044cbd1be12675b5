"""What a form shows: an entity with its context, and where each value comes from."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from laddereditor.model.address import (
    Address,
    FieldPath,
    NoSuchPlace,
    decode_key,
)
from laddereditor.model.base import Entity
from laddereditor.model.family import Family, Profile
from laddereditor.model.fields import FieldSpec
from laddereditor.model.inheritance import (
    Source,
    Sourced,
    adds,
    inheriting_fields,
)
from laddereditor.model.inputs import Inputs, inherited_inputs, referred_inputs
from laddereditor.model.kinds import label_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.model.resolve import ResolvedProfile, resolved

PATTERN = "title pattern"


@dataclass(frozen=True, slots=True)
class EntityForm:
    """An entity of a ladder at its address, with the context that a form needs."""

    ladder: Ladder
    address: Address
    entity: Entity
    read_only: bool = False
    family: Family | None = None  # of a profile, or the family itself
    resolved: ResolvedProfile | None = None  # of a profile

    @property
    def level(self) -> Level | None:
        """The level of a profile, if it exists."""
        return self.resolved.level if self.resolved else None


def field_inputs(place: EntityForm, spec: FieldSpec) -> Inputs:
    """Return what a field shows of an entity: its value, and what it inherits and refers to."""
    return (
        place.address,
        place.read_only,
        getattr(place.entity, spec.name, None),
        *inherited_inputs(spec, place.resolved),
        *referred_inputs(spec, place.ladder, place.family),
    )


@dataclass(frozen=True, slots=True)
class FormValue:
    """A value as a form shows it, and where it comes from."""

    value: Any
    inherited: bool = False  # it is not stored here
    origin: str = ""  # "level P3", "title pattern": what would hold without an own value
    added: int = 0  # how many items at the end of a list are inherited, in addition to its own


def place_at(ladder: Ladder, address: Address, *, read_only: bool = False) -> EntityForm:
    """Return an entity with its context; the ladder itself if nothing is at the address.

    Args:
        ladder: The ladder.
        address: The address of the entity.
        read_only: Whether the form only shows it.
    """
    try:
        entity = address.entity(ladder)
    except NoSuchPlace:
        return EntityForm(ladder, Address(), ladder, read_only)
    place = EntityForm(ladder, address, entity, read_only)
    if isinstance(entity, Family):
        return replace(place, family=entity)
    if isinstance(entity, Profile):
        family = address.parent.entity(ladder)
        assert isinstance(family, Family)
        return replace(place, family=family, resolved=resolved(ladder, family, entity))
    return place


def own_value(entity: Entity, path: FieldPath) -> Any:
    """Return what the entity itself stores at a path such as `factors/scope`; None if nothing."""
    if "/" not in path:
        return getattr(entity, path, None)
    value: Any = entity
    for part in path.parts:
        if isinstance(value, Mapping):
            value = value.get(decode_key(part))
        else:
            value = getattr(value, part, None)
    return value


def shown_at(place: EntityForm, path: FieldPath) -> FormValue:
    """Return the value to show at a path of the place's entity."""
    profile_values = place.resolved
    spec = _inheriting(profile_values).get(path.name) if profile_values else None
    sourced = _sourced(profile_values, spec, path) if profile_values and spec else None
    if spec is None or sourced is None:
        return FormValue(own_value(place.entity, path))
    if sourced.source is Source.NONE:
        return FormValue(sourced.value)
    assert profile_values is not None
    origin = _origin_below(profile_values, spec, path)
    is_inherited, added = sourced.source is not Source.OWN, 0
    if adds(spec, profile_values.profile, profile_values.parents):
        added = sum(item.is_inherited for item in profile_values.items(spec.name))
        origin = origin if added else ""
    return FormValue(sourced.value, inherited=is_inherited, origin=origin, added=added)


def _inheriting(found: ResolvedProfile) -> dict[str, FieldSpec]:
    return _inheriting_fields(in_sub_family=bool(found.parents))


@cache
def _inheriting_fields(*, in_sub_family: bool) -> dict[str, FieldSpec]:
    fields = inheriting_fields(Profile, in_sub_family=in_sub_family)
    return {spec.name: spec for spec in fields}


def _sourced(found: ResolvedProfile, spec: FieldSpec, path: FieldPath) -> Sourced[Any] | None:
    if not spec.is_keyed:
        return found.value(spec.name)
    return found.entries(spec.name).get(path.key) if "/" in path else None


def _origin_below(found: ResolvedProfile, spec: FieldSpec, path: FieldPath) -> str:
    """Return the words for what a profile would inherit at a path, "" for nothing."""
    below = found.below(spec, path.key if spec.is_keyed else "")
    if below.giver is not None:
        return f"{label_of(below.giver)} {found.profile.level}"
    if spec.inherits == "pattern":
        return PATTERN if spec.shape == "line" else ""
    if not below.value:
        return ""
    return (
        f"family {label_of(found.family)}"
        if below.source is Source.PARENT
        else f"level {found.profile.level}"
    )
