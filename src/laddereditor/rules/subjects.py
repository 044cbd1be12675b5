"""The blocks in which a ladder is checked, and the subjects of each, in tree order."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import chain
from operator import attrgetter
from typing import Any, NamedTuple

from laddereditor.model.address import Address, listed_at
from laddereditor.model.family import Family, Profile
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.model.terms import Factor, Track
from laddereditor.rules.alike_skills import AlikeSkills
from laddereditor.rules.facts import (
    LevelFacts,
    LevelRanks,
    SkillsInUse,
    Terms,
    as_ids,
    ranks_of,
    reuse_if_equal,
)
from laddereditor.rules.facts_above import Above, above_of
from laddereditor.rules.facts_across import NOTHING_ACROSS, LadderAcross
from laddereditor.rules.facts_contents import ENOUGH, NO_USE, LadderContents, skipped_levels
from laddereditor.rules.facts_overrides import NO_OVERRIDES, LadderOverrides
from laddereditor.rules.options import RuleOptions
from laddereditor.rules.registry import RULES
from laddereditor.rules.scope import (
    ENTITY,
    FACTOR,
    FAMILY,
    LADDER,
    LEVEL,
    PARTS,
    PROFILE,
    REFERENCES,
    SKILL,
    EntitySubject,
    FactorInUse,
    FamilyInLadder,
    LadderSubject,
    LevelInTrack,
    ProfileInFamily,
    ProfileParts,
    Referring,
    RuleSubject,
    Scope,
    SkillInUse,
)
from laddereditor.rules.similar_names import same_codes, similar_names

Subjects = Iterator[tuple[Scope[Any], RuleSubject]]
_NO_IDS: frozenset[str] = frozenset()
# What is said once, at the family, if none of its profiles has it.
_SAID_ONCE = ("responsibilities", "expectations", "skills", "qualifications", "factors")


class FamilyListing(NamedTuple):
    """The addresses of all families, each with earlier ones of the same name and the same code."""

    known_by: tuple[tuple[str, str, str], ...]  # id, name and code of each family
    entries: tuple[tuple[Address, str, str], ...]

    @classmethod
    def of(cls, ladder: Ladder, before: "FamilyListing | None") -> "FamilyListing":
        """Return the listing of a ladder; the previous one while no family is called otherwise."""
        families = ladder.families
        known_by = tuple((one.id, one.name, one.code) for one in families)
        if before and before.known_by == known_by:
            return before
        addresses = [address for address, _ in listed_at(Address("families"), families)]
        names, codes = similar_names(families), same_codes(families)
        return cls(known_by, tuple(zip(addresses, names, codes, strict=True)))


@dataclass(frozen=True, slots=True)
class Context:
    """The facts about the rest of the ladder that subjects hold."""

    terms: Terms
    ranks: LevelRanks
    factors: tuple[Factor, ...]
    uses: SkillsInUse
    above: Above
    options: RuleOptions
    contents: LadderContents
    skipped: frozenset[str]  # levels without profiles that several families leave out
    across: LadderAcross
    alike: AlikeSkills
    overrides: LadderOverrides
    listing: FamilyListing

    @classmethod
    def of(cls, ladder: Ladder, before: "Context | None", today: date | None = None) -> "Context":
        """Return a ladder's context; unchanged facts are those of the context `before`.

        `today` is the day, None if nobody says it.
        """
        ranks = ranks_of(ladder.levels, before.ranks if before else None)
        contents = LadderContents.of(ladder, before.contents if before else None)
        return cls(
            Terms.of(ladder, before.terms if before else None),
            ranks,
            reuse_if_equal(before.factors if before else None, ladder.factors),
            SkillsInUse.of(ladder, before.uses if before else None),
            above_of(ladder, before.above if before else None),
            RuleOptions.of(ladder, before.options if before else None, today),
            contents,
            as_ids(tuple(sorted(skipped_levels(contents, ranks)))),
            LadderAcross.of(ladder, before.across if before else None),
            AlikeSkills.of(ladder.skills, before.alike if before else None),
            LadderOverrides.of(ladder, before.overrides if before else None),
            FamilyListing.of(ladder, before.listing if before else None),
        )


class CheckBlock(NamedTuple):
    """A block: a part of the ladder that is skipped while `depends` are the same objects."""

    key: str
    depends: tuple[object, ...]
    subjects: Callable[[], Subjects]


def plans(ladder: Ladder, context: Context) -> Iterator[CheckBlock]:
    """Yield the blocks: the ladder itself, each of its lists, and each family."""
    terms, uses, options = context.terms, context.uses, context.options
    yield CheckBlock("", (ladder,), partial(_subjects_of_ladder, ladder, context))
    ways = context.contents.ways
    of_factors = partial(_subjects_of_factors, ladder.factors, context)
    yield CheckBlock("factors", (*ladder.factors, options, ways), of_factors)
    for name in ("tracks", "proficiencies", "competencies"):
        listed = getattr(ladder, name)
        yield CheckBlock(
            name, (*listed, options), partial(_subjects_of_list, name, listed, options)
        )
    yield CheckBlock(
        "levels", _of_levels(ladder, context), partial(_subjects_of_levels, ladder, context)
    )
    alike = (*context.alike.same.values(), *context.alike.near.values())
    of_skills = (*ladder.skills, uses.used, uses.asked, terms, options, *alike)
    yield CheckBlock("skills", of_skills, partial(_subjects_of_skills, ladder, context))
    for family, (address, *earlier) in zip(ladder.families, context.listing.entries, strict=True):
        depends = (*_of_family(family, context), *earlier)
        yield CheckBlock(
            address, depends, partial(_subjects_of_family, address, family, context, *earlier)
        )


def _of_levels(ladder: Ladder, context: Context) -> tuple[object, ...]:
    """Return everything that the subjects of levels hold."""
    contents, shared = context.contents, context.across.shared
    facts = (context.terms, context.ranks, context.factors, context.options, contents.ways)
    more = (contents.has_summaries, context.skipped)
    of_each = ((contents.uses.get(one.id), shared.get(one.id)) for one in ladder.levels)
    return (*ladder.levels, *ladder.tracks, *facts, *more, *chain.from_iterable(of_each))


def _of_family(family: Family, context: Context) -> tuple[object, ...]:
    """Return everything that the subjects of a family hold."""
    uses, above = context.contents.uses, context.above.get(family.id) if family.parent else None
    facts = (context.terms, context.ranks, context.options, context.contents.ways)
    more = (context.skipped, context.uses.scale, context.across.families.get(family.id), above)
    return (family, uses, context.overrides.same.get(id(family)), *facts, *more)


def _subjects_of_ladder(ladder: Ladder, context: Context) -> Subjects:
    yield ENTITY, EntitySubject(Address(), ladder, context.options)
    asked = sum(map(bool, context.uses.asked.values()))
    yield (
        LADDER,
        LadderSubject(
            Address(),
            ladder,
            tuple(RULES),
            context.contents.ways,
            context.contents.has_summaries,
            asked,
        ),
    )


def _subjects_of_list(name: str, listed: tuple[Any, ...], options: RuleOptions) -> Subjects:
    entities = listed_at(Address(name), listed)
    for (address, entity), similar in zip(entities, similar_names(listed), strict=True):
        yield ENTITY, EntitySubject(address, entity, options, similar)


def _subjects_of_factors(factors: tuple[Factor, ...], context: Context) -> Subjects:
    yield from _subjects_of_list("factors", factors, context.options)
    known = context.contents.ways.factors
    for address, factor in listed_at(Address("factors"), factors):
        yield FACTOR, FactorInUse(address, factor, factor.id in known or not known)


def _subjects_of_levels(ladder: Ladder, context: Context) -> Subjects:
    tracks = {track.id: track for track in reversed(ladder.tracks)}
    before: dict[str, Level] = {}
    for address, level in listed_at(Address("levels"), ladder.levels):
        track, last = tracks.get(level.track), before.get(level.track)
        yield ENTITY, EntitySubject(address, level, context.options)
        yield REFERENCES, Referring(address, level, context.terms, _NO_IDS)
        yield LEVEL, _level_in_track(address, level, track, last, context)
        before[level.track] = level


def _level_in_track(
    address: Address, level: Level, track: Track | None, before: Level | None, context: Context
) -> LevelInTrack:
    contents = context.contents
    return LevelInTrack(
        address,
        level,
        track,
        before,
        context.ranks,
        context.factors,
        context.options,
        contents.ways,
        contents.uses.get(level.id, NO_USE),
        contents.has_summaries,
        level.id in context.skipped,
        context.across.shared.get(level.id, ()),
    )


def _subjects_of_skills(ladder: Ladder, context: Context) -> Subjects:
    uses = context.uses
    skills = listed_at(Address("skills"), ladder.skills)
    are_asked = sum(map(bool, uses.asked.values())) >= ENOUGH
    no_texts = are_asked and not any(skill.proficiencies for skill in ladder.skills)
    for (address, skill), similar in zip(skills, similar_names(ladder.skills), strict=True):
        used = skill.id in uses.used or not uses.used
        yield ENTITY, EntitySubject(address, skill, context.options, similar)
        yield REFERENCES, Referring(address, skill, context.terms, _NO_IDS)
        yield (
            SKILL,
            SkillInUse(
                address,
                skill,
                used,
                uses.asked.get(skill.id, ()),
                context.options,
                no_texts,
                context.alike.same.get(skill.id),
                context.alike.near.get(skill.id),
            ),
        )


def _subjects_of_family(
    address: Address, family: Family, context: Context, similar: str, same_code: str
) -> Subjects:
    options, terms = context.options, context.terms
    yield ENTITY, EntitySubject(address, family, options, similar)
    above = context.above.get(family.id) if family.parent else None
    ways = context.contents.ways
    ranks, skipped = context.ranks, context.skipped
    across = context.across.families.get(family.id, NOTHING_ACROSS)
    overrides = context.overrides.same.get(id(family), NO_OVERRIDES)
    known = (ways, skipped, context.uses.scale, across, overrides)
    yield FAMILY, FamilyInLadder(address, family, ranks, options, same_code, above, *known)
    owns = family.competencies
    listed = listed_at(address.list_of("competencies"), owns)
    for (place, own), same in zip(listed, similar_names(owns), strict=True):
        yield ENTITY, EntitySubject(place, own, options, same)
        yield REFERENCES, Referring(place, own, terms, _NO_IDS)
    inherited = above.competencies if above else ()
    own_ids = as_ids((*(own.id for own in family.competencies), *sorted(inherited)))
    below, lacked = _below(family, context.ranks), _lacked(family)
    profiles = listed_at(address.list_of("profiles"), family.profiles)
    for (place, profile), step in zip(profiles, below, strict=True):
        yield ENTITY, EntitySubject(place, profile, options)
        yield REFERENCES, Referring(place, profile, terms, own_ids)
        level = context.ranks.get(profile.level)
        use = context.contents.uses.get(profile.level, NO_USE)
        yield PARTS, ProfileParts(place, profile, level, use, ways, lacked, terms, above)
        yield PROFILE, ProfileInFamily(place, profile, level, *step, options, above)


def _lacked(family: Family) -> frozenset[str]:
    """Return the parts that no profile of a family has, if it has several."""
    if family.parent or len(family.profiles) < ENOUGH:
        return _NO_IDS
    lacked = (name for name in _SAID_ONCE if not any(map(attrgetter(name), family.profiles)))
    return as_ids(tuple(lacked))


def _below(
    family: Family, ranks: LevelRanks
) -> list[tuple[Profile | None, LevelFacts | None, bool]]:
    """Return for each profile the one at the nearest level below, and whether it is adjacent."""
    by_level: dict[str, Profile] = {}
    for profile in family.profiles:
        by_level.setdefault(profile.level, profile)
    found: dict[str, tuple[Profile | None, LevelFacts | None, bool]] = {}
    last: dict[str, LevelFacts] = {}  # by track, the nearest level so far that has a profile
    for level in sorted((ranks[one] for one in by_level if one in ranks), key=attrgetter("rank")):
        base = last.get(level.track)
        if base:
            found[level.id] = by_level[base.id], base, base.place + 1 == level.place
        last[level.track] = level
    return [found.get(profile.level, _NONE) for profile in family.profiles]


_NONE = (None, None, False)
