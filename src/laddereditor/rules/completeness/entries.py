"""Entries that say nothing: no name, no summary, no profiles, no way from level to level."""

from collections.abc import Iterator
from operator import attrgetter

from laddereditor.model.address import FieldPath
from laddereditor.model.counting import plural
from laddereditor.model.family import Profile
from laddereditor.model.kinds import entity_name, kind_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.terms import Track
from laddereditor.rules.completeness import GROUP, MAX_NAMED
from laddereditor.rules.facts import LevelFacts, LevelRanks
from laddereditor.rules.facts_contents import ENOUGH
from laddereditor.rules.finding import Severity
from laddereditor.rules.fixes import add_entry
from laddereditor.rules.rule import Issue, rule
from laddereditor.rules.scope import (
    ENTITY,
    FAMILY,
    LADDER,
    LEVEL,
    EntitySubject,
    FamilyInLadder,
    LadderSubject,
    LevelInTrack,
)
from laddereditor.rules.sources import FORMAT, OWN, PUBLIC_LADDERS


@rule(
    ENTITY,
    "empty-name",
    "No name",
    "People know an entry by its name; without one, pages show its id.",
    source=FORMAT,
    remedy="Write the name that people use for it.",
    fires="skills: [{id: sql}]",
    silent="skills: [{id: sql, name: SQL}]",
    severity=Severity.WARNING,
    group=GROUP,
)
def empty_name(one: EntitySubject) -> Iterator[Issue]:
    """Everything but a profile, whose title can be derived, has a name; a track also a code."""
    entity = one.entity
    kind = kind_of(entity)
    if not isinstance(entity, Profile) and not entity_name(entity).strip():
        yield Issue(
            FieldPath("name"), f"This {kind.title.lower() if kind else 'ladder'} has no name."
        )
    if isinstance(entity, Track) and not entity.code.strip():
        yield Issue(
            FieldPath("code"), "This track has no code. Level codes start with it, such as P in P3."
        )
    if isinstance(entity, Ladder) and not entity.id.strip():
        yield Issue(FieldPath("id"), "This ladder has no id. Give it one, such as technology.")


def _summary_of_family(one: FamilyInLadder) -> Iterator[Issue]:
    said_once = one.ways.families >= ENOUGH and not one.ways.families_have_summaries
    if not one.family.summary.strip() and not said_once:
        yield Issue(FieldPath("summary"), "The summary is empty. Say what it does.")


def _summaries_of_ladder(one: LadderSubject) -> Iterator[Issue]:
    if one.ways.families >= ENOUGH and not one.ways.families_have_summaries:
        message = "No family of this ladder has a summary. Say what each of them does."
        yield Issue(FieldPath("families"), message)
    if len(one.ladder.levels) >= ENOUGH and one.ways.profiles and not one.has_summaries:
        message = "No level and no profile of this ladder has a summary. Say who is at each level."
        yield Issue(FieldPath("levels"), message)


@rule(
    LEVEL,
    "empty-summary",
    "Level or family without a summary",
    "Readers see the summary first, and profiles without their own summary show the level's.",
    source=OWN,
    remedy="Write one or two sentences: who is at this level, or what this family does.",
    fires="families: [{id: data, name: Data}]",
    silent="""
levels: [{id: P1}]
families: [{id: data, summary: Loads, profiles: [{level: P1, summary: Loads what others read}]}]
""",
    severity=Severity.WARNING,
    group=GROUP,
    wider=((FAMILY, _summary_of_family), (LADDER, _summaries_of_ladder)),
)
def empty_summary(one: LevelInTrack) -> Iterator[Issue]:
    """A level has a summary, unless most of its profiles have their own."""
    needed = not one.use.has_profiles or "summary" in one.use.lacked_by_most
    said_once = bool(one.ways.profiles) and not one.summaries_elsewhere
    if needed and not one.level.summary.strip() and not said_once:
        yield Issue(FieldPath("summary"), "The summary is empty. Say who is at this level.")


def _families_without_profiles(one: LadderSubject) -> Iterator[Issue]:
    if one.ways.families >= ENOUGH and not one.ways.profiles:
        message = "No family has profiles yet. Add one for each of its levels."
        yield Issue(FieldPath("families"), message)


@rule(
    FAMILY,
    "empty-family",
    "Family without profiles",
    "A family without profiles has no page that anybody could read.",
    source=OWN,
    remedy="Add a profile for each level that the family has.",
    fires="families: [{id: data, name: Data}]",
    silent="families: [{id: data, name: Data, profiles: [{level: P1}]}]",
    severity=Severity.WARNING,
    group=GROUP,
    wider=((LADDER, _families_without_profiles),),
)
def empty_family(subject: FamilyInLadder) -> Iterator[Issue]:
    """A family has profiles."""
    said_once = subject.ways.families >= ENOUGH and not subject.ways.profiles
    if not subject.family.profiles and not said_once:
        yield Issue(
            FieldPath("profiles"),
            "This family has no profiles yet. Add one for each of its levels.",
        )


def _level_without_profiles(one: LevelInTrack) -> Iterator[Issue]:
    if one.is_skipped:
        message = "No family has a profile at this level, but several have one below and one above."
        yield Issue(FieldPath(), message)


@rule(
    FAMILY,
    "level-gap",
    "Level left out between two profiles",
    "People at the level below have no next step to grow into.",
    source=PUBLIC_LADDERS,
    remedy="Add a profile for the level that is missing, or accept it if nobody is meant to "
    "be there.",
    fires="""
levels: [{id: P1, track: p}, {id: P2, track: p}, {id: P3, track: p}]
families: [{id: data, profiles: [{level: P1}, {level: P3}]}]
""",
    silent="""
levels: [{id: P1, track: p}, {id: P2, track: p}, {id: P3, track: p}]
families: [{id: data, profiles: [{level: P1}, {level: P2}, {level: P3}]}]
""",
    severity=Severity.WARNING,
    group=GROUP,
    wider=((LEVEL, _level_without_profiles),),
)
def level_gap(subject: FamilyInLadder) -> Iterator[Issue]:
    """From its lowest to its highest level in a track, a family has a profile for each."""
    ranks = subject.ranks
    present = {profile.level for profile in subject.family.profiles}
    levels = sorted((ranks[one] for one in present if one in ranks), key=attrgetter("rank"))
    last: dict[str, LevelFacts] = {}
    for level in levels:
        below = last.get(level.track)
        missing = level.place - below.place - 1 if below else 0
        for level_id in _down_from(level, ranks, min(missing, MAX_NAMED)):
            if level_id in subject.skipped:
                continue  # which is said once at the level
            label = f"Add a profile for {level_id}"
            fix = add_entry(label, subject.address, "profile", level=level_id)
            message = f"There is no {level_id}, but a level below and one above."
            yield Issue(FieldPath("profiles"), message, (fix,))
        if below and missing > MAX_NAMED:
            more = plural(missing - MAX_NAMED, "more level is missing", "more levels are missing")
            yield Issue(FieldPath("profiles"), f"{more} between {below.id} and {level.id}.")
        last[level.track] = level


def _down_from(level: LevelFacts, ranks: LevelRanks, count: int) -> list[str]:
    """Return the `count` levels below one in its track, from low to high."""
    found: list[str] = []
    while len(found) < count:
        level = ranks[level.below]
        found.append(level.id)
    return found[::-1]
