"""What a profile may inherit in a field, and from where.

A profile without an own value has that of its level, its family or the title patterns, as the field
says (`FieldSpec.inherits`). One of a sub-family has before that the value of its parent's profile
at the same level, and its lists add to those of the parent. Some lists add to that of the level.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, Generic, NamedTuple, TypeVar

from laddereditor.model.base import Entity
from laddereditor.model.family import Family, Profile
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.model.parents import ParentProfile, parent_profiles
from laddereditor.model.shapes import PLAIN_LISTS
from laddereditor.model.statement import skill_of, statement_text
from laddereditor.model.titles import derived_title

T = TypeVar("T")


class Source(StrEnum):
    """Where a value of a resolved profile comes from."""

    OWN = "own"
    LEVEL = "level"
    PARENT = "parent"  # the family
    PARENT_PROFILE = "parent-profile"  # the profile of a family above, at the same level
    PATTERN = "pattern"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Sourced(Generic[T]):
    """A value with its source."""

    value: T
    source: Source
    giver: Family | None = None  # the family above whose profile it is from

    @property
    def is_inherited(self) -> bool:
        """Whether the value is not stored where it is shown."""
        return self.source not in (Source.OWN, Source.NONE)


def find_level(ladder: Ladder, level_id: str) -> Level | None:
    """Return the level with this id, or None."""
    for level in ladder.levels:
        if level.id == level_id:
            return level
    return None


class Holders(NamedTuple):
    """What a profile may inherit from."""

    family: Family | None
    level: Level | None
    parents: tuple[ParentProfile, ...] = ()  # the nearest first


def holders_of(ladder: Ladder, family: Family, profile: Profile) -> Holders:
    """Return what a profile may inherit from.

    Args:
        ladder: The ladder.
        family: The family of the profile.
        profile: The profile.
    """
    parents = parent_profiles(ladder, family, profile.level)
    return Holders(family, find_level(ladder, profile.level), parents)


@cache
def inheriting_fields(entity: type[Entity], *, in_sub_family: bool = True) -> tuple[FieldSpec, ...]:
    """Return the fields that a profile may inherit.

    Args:
        entity: The class of profiles.
        in_sub_family: Whether it may inherit them from a profile of a parent; otherwise only from
            its level, its family and the title patterns.
    """
    specs = field_specs(entity).values()
    return tuple(
        spec
        for spec in specs
        if spec.is_overriding or spec.adds_to_level or (in_sub_family and spec.passes_on)
    )


def may_inherit(spec: FieldSpec, parents: tuple[ParentProfile, ...]) -> bool:
    """Whether a profile without an own value of a field may have an inherited one.

    Args:
        spec: The field.
        parents: The profiles that it inherits from before its level.
    """
    return spec.is_overriding or spec.adds_to_level or (bool(parents) and spec.passes_on)


def adds(spec: FieldSpec, profile: Profile, parents: tuple[ParentProfile, ...]) -> bool:
    """Whether the items of a profile's list are in addition to inherited ones.

    Args:
        spec: The field.
        profile: The profile.
        parents: The profiles that it inherits from before its level.
    """
    return may_add(spec, parents) and spec.name not in profile.replaces


def may_add(spec: FieldSpec, parents: tuple[ParentProfile, ...]) -> bool:
    """Whether a field is a list whose items may be in addition to inherited ones.

    Args:
        spec: The field.
        parents: The profiles that the profile inherits from before its level.
    """
    is_list = spec.shape in PLAIN_LISTS and spec.passes_on
    return is_list and (bool(parents) or spec.adds_to_level)


def added_items(
    spec: FieldSpec, own: tuple[Any, ...], holders: Holders
) -> tuple[Sourced[Any], ...]:
    """Return the inherited items of a list, without those that an own or a nearer item stands for.

    An item stands for another one with the same text, or a use of a skill for another use of it.

    Args:
        spec: The field.
        own: The profile's own items.
        holders: What it inherits from.
    """
    seen = set(map(same_item, own))
    found: list[Sourced[Any]] = []
    for item in _items_above(spec, holders):
        if (same := same_item(item.value)) not in seen:
            seen.add(same)
            found.append(item)
    return tuple(found)


def _items_above(spec: FieldSpec, holders: Holders) -> Iterator[Sourced[Any]]:
    """Yield the items of the lists above a profile's, the nearest first."""
    for family, profile in holders.parents:
        for item in getattr(profile, spec.name):
            yield Sourced(item, Source.PARENT_PROFILE, family)
        if spec.name in profile.replaces:
            return
    if spec.adds_to_level:
        for item in getattr(holders.level, spec.name, ()):
            yield Sourced(item, Source.LEVEL)


def same_item(item: Any) -> str:
    """Return what items of a list share of which one stands for another: a text, a skill's id."""
    if isinstance(item, str):
        return item
    return statement_text(item) if hasattr(item, "text") else skill_of(item)


def below(spec: FieldSpec, key: str, holders: Holders) -> Sourced[Any]:
    """Return what a field, or a mapping under a key, would hold without an own value.

    Args:
        spec: The field of the profile.
        key: The key of an entry of a mapping, else "".
        holders: What the profile may inherit from.
    """
    is_added_to = may_add(spec, holders.parents)
    if is_added_to and (items := added_items(spec, (), holders)):
        return whole_list(items)
    if spec.adds_to_level:
        return Sourced((), Source.NONE)
    for family, profile in holders.parents if spec.passes_on else ():
        value = getattr(profile, spec.name)
        if key and says(spec, value, key):
            return Sourced(value[key], Source.PARENT_PROFILE, family)
        if not key and not is_nothing(value) and value is not False:
            return Sourced(value, Source.PARENT_PROFILE, family)
    if spec.inherits == "pattern" and holders.family is not None:
        title = derived_title(holders.family, holders.level)
        return Sourced(title, Source.PATTERN if title else Source.NONE)
    value = getattr(base_of(spec, holders), spec.name, None)
    if key:
        value = value[key] if value and says(spec, value, key) else None
    return Sourced(value, Source.NONE if value is None or value == "" else _source(spec))


def says(spec: FieldSpec, mapping: Mapping[str, Any], key: str) -> bool:
    """Whether a mapping says something under a key; an empty list does: nothing is expected.

    Args:
        spec: The mapping field.
        mapping: Its value.
        key: The id that the entry is about.
    """
    return bool(mapping.get(key)) if spec.shape == "texts" else key in mapping


def whole_list(items: tuple[Sourced[Any], ...]) -> Sourced[Any]:
    """Return inherited items as one list, with the source of the first."""
    values = tuple(item.value for item in items)
    return Sourced(values, items[0].source, items[0].giver) if items else Sourced((), Source.NONE)


def base_of(spec: FieldSpec, holders: Holders) -> Entity | None:
    """Return the level or the family that a field of a profile inherits its value from, if any.

    Args:
        spec: The field of the profile.
        holders: What the profile may inherit from.
    """
    if spec.inherits == "parent":
        return holders.family
    return holders.level if spec.inherits in ("level", "level-too") else None


def is_nothing(value: object) -> bool:
    """Whether a value is that of a field which says nothing: no text, no list, no range."""
    return value is None or (isinstance(value, str | tuple | dict) and not value)


def _source(spec: FieldSpec) -> Source:
    return Source.PARENT if spec.inherits == "parent" else Source.LEVEL
