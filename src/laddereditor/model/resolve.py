"""Resolve a profile: its own values, else those that it inherits, each with its source.

What a field inherits, and from where, is said by the field itself (`FieldSpec.inherits`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from laddereditor.model.base import Entity
from laddereditor.model.family import Family, Profile
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.model.inheritance import (
    Holders,
    Source,
    Sourced,
    added_items,
    adds,
    base_of,
    below,
    find_level,
    inheriting_fields,
    is_nothing,
    may_add,
    says,
)
from laddereditor.model.kinds import by_id
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Experience, Level
from laddereditor.model.parents import ParentProfile, own_competencies, parent_profiles
from laddereditor.model.per_ladder import PerLadder
from laddereditor.model.shapes import PLAIN_LISTS
from laddereditor.model.statement import Statements
from laddereditor.model.titles import derived_titles, title_of, titles_left_out

__all__ = [
    "ResolvedProfile",
    "Source",
    "Sourced",
    "find_level",
    "is_nothing",
    "key_order",
    "profile_title",
    "resolved",
]


@dataclass(frozen=True, slots=True)
class ResolvedProfile:
    """A profile with what it inherits filled in; mappings keep the ladder's order."""

    profile: Profile
    family: Family
    level: Level | None
    inherited: Mapping[str, Any]  # field -> Sourced, or of a mapping: key -> Sourced
    titles: tuple[Sourced[str], ...]  # of the patterns, then the profile's own
    titles_left_out: int  # number of derived titles beyond the limit
    parents: tuple[ParentProfile, ...] = ()  # that it inherits from before its level

    def below(self, spec: FieldSpec, key: str = "") -> Sourced[Any]:
        """Return what a field, or a mapping under a key, would hold without an own value."""
        return below(spec, key, Holders(self.family, self.level, self.parents))

    def value(self, name: str) -> Sourced[Any]:
        """Return the value of a field that is not a mapping."""
        if name in self.inherited:
            return cast("Sourced[Any]", self.inherited[name])
        own = getattr(self.profile, name, None)
        return Sourced(own, Source.NONE if is_nothing(own) else Source.OWN)

    def items(self, name: str) -> tuple[Sourced[Any], ...]:
        """Return the items of a list, each with its source: its own first, then inherited ones."""
        spec = field_specs(type(self.profile))[name]
        if not adds(spec, self.profile, self.parents):
            value = self.value(name)
            return tuple(Sourced(item, value.source, value.giver) for item in value.value or ())
        own: tuple[Any, ...] = getattr(self.profile, name)
        added = added_items(spec, own, Holders(self.family, self.level, self.parents))
        return (*(Sourced(item, Source.OWN) for item in own), *added)

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


_MANY = 128  # profiles of a ladder that are remembered; a limit for memory
_RESOLVED: PerLadder[dict[int, ResolvedProfile]] = PerLadder(dict)  # by the profile's identity


def resolved(ladder: Ladder, family: Family, profile: Profile) -> ResolvedProfile:
    """Return `profile` with the source of each value: own, level, family, pattern or none.

    Many views ask for the same few profiles of a ladder, so the last ones are remembered.

    Args:
        ladder: The ladder, for levels and names.
        family: The family of the profile.
        profile: The profile.
    """
    known = _RESOLVED.of(ladder)
    found = known.get(id(profile))
    if found is None or found.profile is not profile or found.family is not family:
        if len(known) >= _MANY:
            known.clear()
        found = known[id(profile)] = _resolve(ladder, family, profile)
    return found


def _resolve(ladder: Ladder, family: Family, profile: Profile) -> ResolvedProfile:
    level = find_level(ladder, profile.level)
    holders = Holders(family, level, parent_profiles(ladder, family, profile.level))
    inherited: dict[str, Any] = {}
    for spec in inheriting_fields(type(profile), in_sub_family=bool(holders.parents)):
        if spec.is_keyed:
            inherited[spec.name] = _entries(spec, profile, holders, key_order(ladder, family, spec))
        elif may_add(spec, holders.parents) or (spec.shape in PLAIN_LISTS and holders.parents):
            inherited[spec.name] = _list(spec, profile, holders)
        else:
            inherited[spec.name] = _value(spec, profile, holders)
    patterns = len(level.title_patterns) if level else 0
    return ResolvedProfile(
        profile=profile,
        family=family,
        level=level,
        inherited=inherited,
        titles=_titles(profile, holders),
        titles_left_out=titles_left_out(patterns, len(family.specialties)),
        parents=holders.parents,
    )


def profile_title(ladder: Ladder, family: Family, profile: Profile) -> str:
    """Return the title of a profile: its own, else a parent's, else the one of the patterns.

    Args:
        ladder: The ladder.
        family: The family of the profile.
        profile: The profile.
    """
    if profile.title:
        return profile.title
    for above in parent_profiles(ladder, family, profile.level):
        if above.profile.title:
            return above.profile.title
    return title_of(family, profile, find_level(ladder, profile.level))


def key_order(ladder: Ladder, family: Family | None, spec: FieldSpec) -> dict[str, Entity]:
    """Return what the keys of a mapping field may be about, by id, in the ladder's order.

    Args:
        ladder: The ladder.
        family: The family, whose own competencies follow those of the ladder; None for none.
        spec: The mapping field.
    """
    known = dict(by_id(ladder, spec.refers_to))
    if spec.refers_to == "competency" and family is not None:
        own = own_competencies(ladder, family)
        known |= {one.id: one for one in own if one.id not in known}
    return known


def _value(spec: FieldSpec, profile: Profile, holders: Holders) -> Sourced[Any]:
    own = getattr(profile, spec.name)
    if not is_nothing(own) and own is not False:
        return Sourced(own, Source.OWN)
    inherited = below(spec, "", holders)
    return inherited if not is_nothing(inherited.value) else Sourced(own, Source.NONE)


def _list(spec: FieldSpec, profile: Profile, holders: Holders) -> Sourced[Any]:
    """Return a list with the inherited items that it adds to, if it does not replace them."""
    own: tuple[Any, ...] = getattr(profile, spec.name)
    if spec.name in profile.replaces or not spec.passes_on:
        return Sourced(own, Source.OWN)
    if not own:
        inherited = below(spec, "", holders)
        return inherited if inherited.value else Sourced(own, Source.NONE)
    items = added_items(spec, own, holders)
    return Sourced((*own, *(item.value for item in items)), Source.OWN)


def _entries(
    spec: FieldSpec, profile: Profile, holders: Holders, order: Mapping[str, object]
) -> dict[str, Sourced[Any]]:
    """Return the entries of a mapping; an empty own list overrides the inherited one."""
    own: Mapping[str, Any] = getattr(profile, spec.name)
    base: Mapping[str, Any] = getattr(base_of(spec, holders), spec.name, None) or {}
    above = [key for one in holders.parents for key in getattr(one.profile, spec.name)]
    found: dict[str, Sourced[Any]] = {}
    for key in dict.fromkeys((*order, *base, *above, *own)):
        if says(spec, own, key):
            found[key] = Sourced(own[key], Source.OWN)
        elif (inherited := below(spec, key, holders)).source is not Source.NONE:
            found[key] = inherited
        elif spec.shape == "texts":
            found[key] = Sourced("", Source.NONE)
    return found


def _titles(profile: Profile, holders: Holders) -> tuple[Sourced[str], ...]:
    assert holders.family is not None
    derived = derived_titles(holders.family, holders.level)
    known = frozenset(derived)
    own = [Sourced(title, Source.OWN) for title in profile.titles]
    if holders.parents:
        spec = field_specs(Profile)["titles"]
        if adds(spec, profile, holders.parents):
            own += added_items(spec, profile.titles, holders)
    shown = [one for one in own if one.value not in known]
    return (*[Sourced(title, Source.PATTERN) for title in derived], *shown)
