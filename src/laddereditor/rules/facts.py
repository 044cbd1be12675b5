"""The facts that rules need from the rest of the ladder, chosen so that they seldom change.

Facts that equal those of the previous check are replaced by them (`reuse_if_equal`). A new text of
a level, a skill or a profile changes no fact, so that nothing elsewhere is checked again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from operator import is_
from typing import NamedTuple, TypeVar

from laddereditor.model.base import Entity
from laddereditor.model.family import Family
from laddereditor.model.kinds import SHARED_KINDS, entities, key_of, label_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Experience, Level
from laddereditor.model.statement import SkillUses, proficiency_of, skill_of

T = TypeVar("T")


def reuse_if_equal(before: T | None, now: T) -> T:
    """Return the previous value if the two are equal, so that `is` holds, else the new one."""
    return before if before is not None and before == now else now


@dataclass(frozen=True, slots=True)
class Terms:
    """The ids that can be referred to, by kind ("skill", "level" …), and what they are called.

    Names are for suggestions alone: another name makes no check necessary.
    """

    ids: Mapping[str, frozenset[str]]
    names: Mapping[str, Mapping[str, str]] = field(compare=False)
    lists: Mapping[str, tuple[Entity, ...]] = field(compare=False)  # what they were taken from

    @classmethod
    def of(cls, ladder: Ladder, before: "Terms | None") -> "Terms":
        """Return the ids of a ladder."""
        lists = {kind: entities(ladder, kind) for kind in SHARED_KINDS}
        if before and all(lists[kind] is before.lists[kind] for kind in SHARED_KINDS):
            return before
        ids: dict[str, frozenset[str]] = {}
        names: dict[str, dict[str, str]] = {}
        for kind, listed in lists.items():
            names[kind] = {key_of(one): label_of(one) for one in listed}
            ids[kind] = reuse_if_equal(before.ids[kind] if before else None, frozenset(names[kind]))
        return reuse_if_equal(before, cls(ids, names, lists))


@lru_cache(maxsize=10_000)
def as_ids(ids: tuple[str, ...]) -> frozenset[str]:
    """Return the ids as a set; equal ids give the same object."""
    return frozenset(ids)


class LevelFacts(NamedTuple):
    """The facts about a level by which profiles are ordered or that they inherit."""

    id: str
    track: str
    rank: int  # index in the ladder's list
    experience: Experience | None
    has_summary: bool
    has_skills: bool
    competencies: frozenset[str]  # for which it has expectations
    factors: frozenset[str]  # ids of those with a text
    patterns: int  # how many title patterns it has
    place: int  # index in its track
    below: str  # the level below in its track, "" for the lowest
    above: str = ""  # the level above in its track, "" for the highest

    @property
    def has_expectations(self) -> bool:
        """Whether it expects anything of every family."""
        return bool(self.competencies)


LevelRanks = Mapping[str, LevelFacts]  # level id -> facts, in order of rank


def ranks_of(levels: tuple[Level, ...], before: LevelRanks | None) -> LevelRanks:
    """Return the facts of all levels; of several with the same id, those of the first."""
    found: dict[str, LevelFacts] = {}
    highest: dict[str, tuple[int, str]] = {}  # by track, the next place and the level below it
    next_above = _next_above(levels)
    for rank, level in enumerate(levels):
        if level.id in found:
            continue
        patterns = len(level.title_patterns)
        texts = as_ids(tuple(key for key, text in level.factors.items() if text.strip()))
        asked = as_ids(tuple(key for key, listed in level.expectations.items() if listed))
        says = bool(level.summary), bool(level.skills), asked, texts
        place, below = highest.get(level.track, (0, ""))
        above = next_above.get(level.id, "")
        highest[level.track] = place + 1, level.id
        facts = LevelFacts(
            level.id, level.track, rank, level.experience, *says, patterns, place, below, above
        )
        found[level.id] = reuse_if_equal((before or {}).get(level.id), facts)
    return reuse_if_equal(before, found)


def _next_above(levels: tuple[Level, ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    above: dict[str, str] = {}  # by track
    for level in reversed(levels):
        next_one = above.get(level.track, "")
        found[level.id] = next_one if next_one != level.id else found.get(level.id, "")
        above[level.track] = level.id
    return found


@dataclass(frozen=True, slots=True)
class FamilyUse:
    """The skills that one family's profiles use."""

    family: Family = field(compare=False)
    used: frozenset[str]
    asked: frozenset[tuple[str, str]]  # skill id, proficiency id

    @classmethod
    def of(cls, family: Family, before: "FamilyUse | None") -> "FamilyUse":
        """Return what a family uses; as before if all its lists of skills are the same objects."""
        lists = [profile.skills for profile in family.profiles]
        old = [profile.skills for profile in before.family.profiles] if before else []
        if before and len(lists) == len(old) and all(map(is_, lists, old)):
            return cls(family, before.used, before.asked)
        return cls(family, *_used_and_asked(lists))


def _used_and_asked(
    lists: Iterable[SkillUses],
) -> tuple[frozenset[str], frozenset[tuple[str, str]]]:
    """Return the skills that lists use, and those with a proficiency, with that."""
    pairs = {(skill_of(use), proficiency_of(use)) for uses in lists for use in uses}
    return frozenset(skill for skill, _ in pairs), frozenset(pair for pair in pairs if pair[1])


@dataclass(frozen=True, slots=True)
class SkillsInUse:
    """The skills that all profiles and levels together use."""

    families: tuple[FamilyUse, ...] = field(compare=False)
    of_levels: frozenset[tuple[str, str]] = field(compare=False)  # skill id, proficiency id or ""
    scale: tuple[str, ...] = field(compare=False)  # proficiency ids, lowest first
    used: frozenset[str]
    asked: Mapping[str, tuple[str, ...]]  # skill id -> proficiencies, lowest first

    @classmethod
    def of(cls, ladder: Ladder, before: "SkillsInUse | None") -> "SkillsInUse":
        """Return the uses in a ladder; unchanged families are not read again."""
        known = {id(use.family): use for use in before.families} if before else {}
        named = {use.family.id: use for use in before.families} if before else {}
        families = tuple(
            known.get(id(family)) or FamilyUse.of(family, named.get(family.id))
            for family in ladder.families
        )
        steps = tuple(step.id for step in ladder.proficiencies)
        scale = reuse_if_equal(before.scale if before else None, steps)
        asked_for = [use for level in ladder.levels for use in level.skills]
        listed = frozenset((skill_of(use), proficiency_of(use)) for use in asked_for)
        of_levels = reuse_if_equal(before.of_levels if before else None, listed)
        same = before and before.scale == scale
        if before and same and before.families == families and before.of_levels is of_levels:
            return cls(families, of_levels, scale, before.used, before.asked)
        in_levels = {skill for skill, _ in of_levels}
        used = frozenset[str]().union(in_levels, *(use.used for use in families))
        pairs = of_levels.union(*(use.asked for use in families))
        asked = _asked(pairs, scale, before.asked if before else {})
        return cls(families, of_levels, scale, used, asked)


def _asked(
    pairs: Iterable[tuple[str, str]],
    scale: tuple[str, ...],
    before: Mapping[str, tuple[str, ...]],
) -> Mapping[str, tuple[str, ...]]:
    by_skill: dict[str, set[str]] = {}
    for skill, proficiency in pairs:
        by_skill.setdefault(skill, set()).add(proficiency)
    return {
        skill: reuse_if_equal(before.get(skill), tuple(step for step in scale if step in asked))
        for skill, asked in by_skill.items()
    }
