"""Resolve a profile: its own values, else those of its level, each with its source."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from laddereditor.model.family import Family, Pay, Profile
from laddereditor.model.kinds import by_id
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Experience, Level
from laddereditor.model.statement import SkillUses, Statements
from laddereditor.model.titles import derived_title, derived_titles, titles_left_out

T = TypeVar("T")


class Source(StrEnum):
    """Where a value of a resolved profile comes from."""

    OWN = "own"
    LEVEL = "level"
    PATTERN = "pattern"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Sourced(Generic[T]):
    """A value with its source."""

    value: T
    source: Source


@dataclass(frozen=True, slots=True)
class ResolvedProfile:
    """A profile with what it inherits filled in; mappings keep the ladder's order."""

    level: Level | None
    title: Sourced[str]
    summary: Sourced[str]
    factors: dict[str, Sourced[str]]  # factor id -> text
    experience: Sourced[Experience | None]
    responsibilities: Statements
    expectations: dict[str, Sourced[Statements]]  # competency id -> statements
    skills: SkillUses
    qualifications: Statements
    titles: tuple[Sourced[str], ...]
    titles_left_out: int  # number of derived titles beyond the limit
    pay: Pay | None


def find_level(ladder: Ladder, level_id: str) -> Level | None:
    """Return the level with this id, or None."""
    return next((level for level in ladder.levels if level.id == level_id), None)


def resolved(ladder: Ladder, family: Family, profile: Profile) -> ResolvedProfile:
    """Return `profile` with the source of each value: own, level, pattern or none."""
    level = find_level(ladder, profile.level)
    base = level or Level(id=profile.level)
    return ResolvedProfile(
        level=level,
        title=_title(family, profile, level),
        summary=_text(profile.summary, base.summary),
        factors=_factors(ladder, base, profile),
        experience=_experience(profile, base),
        responsibilities=profile.responsibilities,
        expectations=_expectations(ladder, family, base, profile),
        skills=profile.skills,
        qualifications=profile.qualifications,
        titles=_titles(family, profile, level),
        titles_left_out=titles_left_out(len(base.title_patterns), len(family.specialties)),
        pay=profile.pay,
    )


def _text(own: str, inherited: str) -> Sourced[str]:
    if own:
        return Sourced(own, Source.OWN)
    return Sourced(inherited, Source.LEVEL if inherited else Source.NONE)


def _title(family: Family, profile: Profile, level: Level | None) -> Sourced[str]:
    if profile.title:
        return Sourced(profile.title, Source.OWN)
    derived = derived_title(family, level)
    return Sourced(derived, Source.PATTERN if derived else Source.NONE)


def _factors(ladder: Ladder, level: Level, profile: Profile) -> dict[str, Sourced[str]]:
    order = dict.fromkeys(by_id(ladder, "factor")) | dict.fromkeys(level.factors)
    order |= dict.fromkeys(profile.factors)
    return {
        name: _text(profile.factors.get(name, ""), level.factors.get(name, "")) for name in order
    }


def _experience(profile: Profile, level: Level) -> Sourced[Experience | None]:
    if profile.experience is not None:
        return Sourced(profile.experience, Source.OWN)
    if level.experience is not None:
        return Sourced(level.experience, Source.LEVEL)
    return Sourced(None, Source.NONE)


def _expectations(
    ladder: Ladder, family: Family, level: Level, profile: Profile
) -> dict[str, Sourced[Statements]]:
    order = dict.fromkeys(by_id(ladder, "competency"))
    order |= dict.fromkeys(own.id for own in family.competencies)
    order |= dict.fromkeys(level.expectations) | dict.fromkeys(profile.expectations)
    found: dict[str, Sourced[Statements]] = {}
    for name in order:
        if name in profile.expectations:
            found[name] = Sourced(profile.expectations[name], Source.OWN)
        elif name in level.expectations:
            found[name] = Sourced(level.expectations[name], Source.LEVEL)
    return found


def _titles(family: Family, profile: Profile, level: Level | None) -> tuple[Sourced[str], ...]:
    derived = derived_titles(family, level)
    known = frozenset(derived)
    own = tuple(Sourced(title, Source.OWN) for title in profile.titles if title not in known)
    return (*(Sourced(title, Source.PATTERN) for title in derived), *own)
