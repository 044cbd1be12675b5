"""Resolve a profile: its own values, else those that it inherits, each with its source.

What a field inherits, and from where, is said by the field itself (`FieldSpec.inherits`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, Generic, TypeVar, cast

from laddereditor.model.base import Entity
from laddereditor.model.family import Family, Profile
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.model.kinds import by_id
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Experience, Level
from laddereditor.model.statement import Statements
from laddereditor.model.titles import derived_title, derived_titles, titles_left_out

T = TypeVar("T")


class Source(StrEnum):
    """Where a value of a resolved profile comes from."""

    OWN = "own"
    LEVEL = "level"
    PARENT = "parent"  # the family
    PATTERN = "pattern"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Sourced(Generic[T]):
    """A value with its source."""

    value: T
    source: Source

    @property
    def is_inherited(self) -> bool:
        """Whether the value is not stored where it is shown."""
        return self.source not in (Source.OWN, Source.NONE)


@dataclass(frozen=True, slots=True)
class ResolvedProfile:
    """A profile with what it inherits filled in; mappings keep the ladder's order."""

    profile: Profile
    family: Family
    level: Level | None
    inherited: Mapping[str, Any]  # field -> Sourced, or of a mapping: key -> Sourced
    titles: tuple[Sourced[str], ...]  # of the patterns, then the profile's own
    titles_left_out: int  # number of derived titles beyond the limit

    def base(self, spec: FieldSpec) -> Entity | None:
        """Return what a field inherits its value from, if that is an entity."""
        return base_of(spec, self.family, self.level)

    def value(self, name: str) -> Sourced[Any]:
        """Return the value of a field that is not a mapping."""
        if name in self.inherited:
            return cast("Sourced[Any]", self.inherited[name])
        own = getattr(self.profile, name, None)
        return Sourced(own, Source.NONE if is_nothing(own) else Source.OWN)

    def entries(self, name: str) -> dict[str, Sourced[Any]]:
        """Return the entries of a mapping field: a factor's text, a competency's statements."""
        if name in self.inherited:
            return cast("dict[str, Sourced[Any]]", self.inherited[name])
        own: Mapping[str, Any] = getattr(self.profile, name, None) or {}
        return {key: Sourced(value, Source.OWN) for key, value in own.items()}

    @property
    def title(self) -> Sourced[str]:
        """The profile's title, else the one that the level's patterns give."""
        return self.value("title")

    @property
    def summary(self) -> Sourced[str]:
        """Who the person is."""
        return self.value("summary")

    @property
    def experience(self) -> Sourced[Experience | None]:
        """The years of experience."""
        return self.value("experience")

    @property
    def factors(self) -> dict[str, Sourced[str]]:
        """The text of each leveling factor, by its id."""
        return self.entries("factors")

    @property
    def expectations(self) -> dict[str, Sourced[Statements]]:
        """The statements under each competency, by its id."""
        return self.entries("expectations")


def find_level(ladder: Ladder, level_id: str) -> Level | None:
    """Return the level with this id, or None."""
    return next((level for level in ladder.levels if level.id == level_id), None)


def resolved(ladder: Ladder, family: Family, profile: Profile) -> ResolvedProfile:
    """Return `profile` with the source of each value: own, level, family, pattern or none.

    Args:
        ladder: The ladder, for levels and names.
        family: The family of the profile.
        profile: The profile.
    """
    level = find_level(ladder, profile.level)
    inherited: dict[str, Any] = {}
    for spec in overridable_fields(type(profile)):
        base = base_of(spec, family, level)
        if spec.is_keyed:
            inherited[spec.name] = _entries(spec, profile, base, key_order(ladder, family, spec))
        elif spec.inherits == "pattern":
            inherited[spec.name] = _patterned(spec, profile, derived_title(family, level))
        else:
            inherited[spec.name] = _value(spec, profile, base)
    patterns = len(level.title_patterns) if level else 0
    return ResolvedProfile(
        profile=profile,
        family=family,
        level=level,
        inherited=inherited,
        titles=_titles(family, profile, level),
        titles_left_out=titles_left_out(patterns, len(family.specialties)),
    )


@cache
def overridable_fields(entity: type[Entity]) -> tuple[FieldSpec, ...]:
    """Return the fields in which a value of an entity's own takes the place of another's."""
    return tuple(spec for spec in field_specs(entity).values() if spec.is_overriding)


def base_of(spec: FieldSpec, family: Family | None, level: Level | None) -> Entity | None:
    """Return what a field of a profile inherits its value from, if that is an entity.

    Args:
        spec: The field of the profile.
        family: The family of the profile.
        level: The level of the profile.
    """
    if spec.inherits == "parent":
        return family
    return level if spec.inherits == "level" else None


def key_order(ladder: Ladder, family: Family | None, spec: FieldSpec) -> dict[str, Entity]:
    """Return what the keys of a mapping field may be about, by id, in the ladder's order.

    Args:
        ladder: The ladder.
        family: The family, whose own competencies follow those of the ladder; None for none.
        spec: The mapping field.
    """
    known = dict(by_id(ladder, spec.refers_to))
    if spec.refers_to == "competency" and family is not None:
        known |= {own.id: own for own in family.competencies if own.id not in known}
    return known


def is_nothing(value: object) -> bool:
    """Whether a value is that of a field which says nothing: no text, no list, no range."""
    return value is None or (isinstance(value, str | tuple | dict) and not value)


def _value(spec: FieldSpec, profile: Profile, base: Entity | None) -> Sourced[Any]:
    own = getattr(profile, spec.name)
    if not is_nothing(own):
        return Sourced(own, Source.OWN)
    value = getattr(base, spec.name, None)
    return Sourced(own, Source.NONE) if is_nothing(value) else Sourced(value, _source(spec))


def _source(spec: FieldSpec) -> Source:
    return Source.PARENT if spec.inherits == "parent" else Source.LEVEL


def _patterned(spec: FieldSpec, profile: Profile, derived: str) -> Sourced[str]:
    own: str = getattr(profile, spec.name)
    if own:
        return Sourced(own, Source.OWN)
    return Sourced(derived, Source.PATTERN if derived else Source.NONE)


def _entries(
    spec: FieldSpec, profile: Profile, base: Entity | None, order: Mapping[str, object]
) -> dict[str, Sourced[Any]]:
    """Return the entries of a mapping; an empty own list overrides the inherited one."""
    own: Mapping[str, Any] = getattr(profile, spec.name)
    below: Mapping[str, Any] = getattr(base, spec.name, None) or {}
    is_text = spec.shape == "texts"
    found: dict[str, Sourced[Any]] = {}
    for key in dict.fromkeys((*order, *below, *own)):
        if own.get(key) if is_text else key in own:
            found[key] = Sourced(own[key], Source.OWN)
        elif below.get(key) if is_text else key in below:
            found[key] = Sourced(below[key], _source(spec))
        elif is_text:
            found[key] = Sourced("", Source.NONE)
    return found


def _titles(family: Family, profile: Profile, level: Level | None) -> tuple[Sourced[str], ...]:
    derived = derived_titles(family, level)
    known = frozenset(derived)
    own = tuple(Sourced(title, Source.OWN) for title in profile.titles if title not in known)
    return (*(Sourced(title, Source.PATTERN) for title in derived), *own)
