"""Profiles and levels that say too little, compared with the way in which the ladder works.

What is true of all profiles of a family, a level or the ladder is said once, there.
"""

from collections.abc import Iterator

from laddereditor.model.address import FieldPath
from laddereditor.model.counting import plural
from laddereditor.model.family import Profile
from laddereditor.rules.completeness import GROUP, MAX_NAMED
from laddereditor.rules.facts import LevelFacts
from laddereditor.rules.facts_contents import DUTIES, ENOUGH, Ways
from laddereditor.rules.finding import Severity
from laddereditor.rules.rule import Issue, rule
from laddereditor.rules.scope import (
    FACTOR,
    FAMILY,
    LADDER,
    LEVEL,
    PARTS,
    FactorInUse,
    FamilyInLadder,
    LadderSubject,
    LevelInTrack,
    ProfileParts,
)
from laddereditor.rules.sources import FACTORS, OWN, PUBLIC_LADDERS

_DUTIES = FieldPath("responsibilities")
_INSTEAD = frozenset({"skills", "qualifications", "factors"})  # that describe a profile as well


def _factors_of_profile(one: ProfileParts) -> Iterator[Issue]:
    """Where most profiles of a level have their own text for a factor, the others have one too."""
    if one.level is None:
        return
    wanted = one.use.lacked_by_some - one.use.lacked_by_most
    for place in sorted(place for place in wanted if place.startswith("factors/")):
        factor = place.removeprefix("factors/")
        if factor in one.level.factors or one.profile.factors.get(factor, "").strip():
            continue
        if not (one.above and one.above.gives(one.profile.level, "factors")):
            name = one.terms.names["factor"].get(factor, factor)
            yield Issue(
                FieldPath("factors").entry(factor),
                f"Neither this profile nor {one.level.id} says anything about {name}.",
            )


@rule(
    LEVEL,
    "empty-factor",
    "No text for a leveling factor",
    "Leveling factors distinguish levels; without a text they cannot be compared.",
    source=FACTORS,
    remedy="Write one sentence on what the factor means, at the level or in each of its profiles.",
    fires="""
factors: [{id: scope, name: Scope}, {id: impact, name: Impact}]
levels: [{id: P1, factors: {scope: One task, impact: The own team}}, {id: P2, factors: {scope: x}}]
""",
    silent="""
factors: [{id: scope, name: Scope}]
levels: [{id: P1}]
families: [{id: data, profiles: [{level: P1, factors: {scope: One table}}]}]
""",
    severity=Severity.WARNING,
    group=GROUP,
    wider=((PARTS, _factors_of_profile),),
)
def empty_factor(subject: LevelInTrack) -> Iterator[Issue]:
    """A level says what it means for every leveling factor, unless its profiles say it."""
    texts, use = subject.level.factors, subject.use
    missing = [
        one
        for one in subject.factors
        if one.id in subject.ways.factors
        and not texts.get(one.id, "").strip()
        and (not use.has_profiles or f"factors/{one.id}" in use.lacked_by_most)
    ]
    if len(missing) == len(subject.factors) > 1:
        message = "This level does not say what it means for any leveling factor."
        yield Issue(FieldPath("factors"), message)
        return
    for factor in missing[:MAX_NAMED]:
        name = factor.name or factor.id
        message = f"This level does not say anything about {name}."
        yield Issue(FieldPath("factors").entry(factor.id), message)
    if len(missing) > MAX_NAMED:
        more = plural(len(missing) - MAX_NAMED, "more factor")
        yield Issue(FieldPath("factors"), f"This level does not say anything about {more}.")


def _no_factor_used(one: LadderSubject) -> Iterator[Issue]:
    ladder = one.ladder
    if ladder.factors and ladder.levels and not one.ways.factors:
        factors = plural(len(ladder.factors), "leveling factor")
        message = f"This ladder has {factors}, but no level and no profile says anything of them."
        yield Issue(FieldPath("factors"), message)


@rule(
    FACTOR,
    "unused-factor",
    "Leveling factor without any text",
    "A factor without a text distinguishes no levels, and readers look for it in vain.",
    source=FACTORS,
    remedy="Say what the factor means at each level, or delete it.",
    fires="""
factors: [{id: scope, name: Scope}, {id: impact, name: Impact}]
levels: [{id: P1, factors: {scope: One task}}]
""",
    silent="""
factors: [{id: scope, name: Scope}, {id: impact, name: Impact}]
levels: [{id: P1, factors: {scope: One task, impact: The own team}}]
""",
    severity=Severity.WARNING,
    group=GROUP,
    wider=((LADDER, _no_factor_used),),
)
def unused_factor(one: FactorInUse) -> Iterator[Issue]:
    """Some level or profile says something about each leveling factor."""
    if not one.used:
        yield Issue(FieldPath(), "No level and no profile says anything about this factor.")


@rule(
    PARTS,
    "no-summary-inherited",
    "Profile without a summary, own or inherited",
    "The page of this profile begins with nothing, while others at its level have a summary.",
    source=OWN,
    remedy="Write a summary for the profile, or for the level, which all its profiles then show.",
    fires="""
levels: [{id: P1}]
families:
- {id: data, profiles: [{level: P1, summary: Loads what others read}]}
- {id: design, profiles: [{level: P1, summary: Draws what others build}]}
- {id: sales, profiles: [{level: P1}]}
""",
    silent="""
levels: [{id: P1, summary: Learns the work on tasks of a week}]
families:
- {id: data, profiles: [{level: P1, summary: Loads what others read}]}
- {id: sales, profiles: [{level: P1}]}
""",
    severity=Severity.WARNING,
    group=GROUP,
)
def no_summary_inherited(one: ProfileParts) -> Iterator[Issue]:
    """Where most profiles of a level have their own summary, the others have one too."""
    level, use = one.level, one.use
    if level is None or level.has_summary or one.profile.summary.strip() or one.has("summary"):
        return
    if "summary" in use.lacked_by_some and "summary" not in use.lacked_by_most:
        message = f"Neither this profile nor {level.id} has a summary."
        yield Issue(FieldPath("summary"), message)


def _lacks_duties(profile: Profile, level: LevelFacts | None, ways: Ways) -> bool:
    """Whether a profile does not say what the person does, in the way that this ladder has."""
    if profile.responsibilities or profile.expectations:
        return False
    if ways.parts & DUTIES:
        return True
    if level and level.has_expectations:
        return False
    return not (
        ways.lacks(DUTIES) and (profile.skills or profile.qualifications or profile.factors)
    )


def _is_silent_everywhere(ways: Ways) -> bool:
    return ways.profiles >= ENOUGH and ways.lacks(DUTIES) and not ways.parts & _INSTEAD


def _family_lacks_duties(one: FamilyInLadder) -> bool:
    profiles, ranks = one.family.profiles, one.ranks
    return len(profiles) >= ENOUGH and all(
        _lacks_duties(profile, ranks.get(profile.level), one.ways) for profile in profiles
    )


def _duties_of_family(one: FamilyInLadder) -> Iterator[Issue]:
    if one.family.parent or _is_silent_everywhere(one.ways) or not _family_lacks_duties(one):
        return
    message = "None of this family's profiles has responsibilities. Say what people do."
    yield Issue(FieldPath("profiles"), message)


def _level_lacks_duties(use: frozenset[str], level_has_expectations: bool, ways: Ways) -> bool:
    return use >= DUTIES and bool(ways.parts & DUTIES) and not level_has_expectations


def _duties_of_level(one: LevelInTrack) -> Iterator[Issue]:
    if _level_lacks_duties(one.use.lacked_by_all, bool(one.level.expectations), one.ways):
        message = "None of the profiles at this level has responsibilities. Say what people do."
        yield Issue(FieldPath(), message)


def _duties_of_ladder(one: LadderSubject) -> Iterator[Issue]:
    if _is_silent_everywhere(one.ways):
        message = "No profile of this ladder has responsibilities. Say what people do."
        yield Issue(FieldPath("families"), message)


@rule(
    PARTS,
    "empty-responsibilities",
    "Profile without responsibilities",
    "A profile that does not say what the person does cannot be used for leveling.",
    source=PUBLIC_LADDERS,
    remedy="Say what the person does at this level, in responsibilities or in expectations.",
    fires="""
families:
- id: data
  profiles: [{level: P1, responsibilities: [Loads the figures of a day]}, {level: P2}]
""",
    silent="""
families:
- id: data
  profiles:
  - {level: P1, responsibilities: [Loads the figures of a day]}
  - {level: P2, expectations: {delivery: [Loads the figures of a year]}}
""",
    severity=Severity.WARNING,
    group=GROUP,
    wider=((FAMILY, _duties_of_family), (LEVEL, _duties_of_level), (LADDER, _duties_of_ladder)),
)
def empty_responsibilities(one: ProfileParts) -> Iterator[Issue]:
    """A profile says what the person does, in the way that profiles of this ladder do."""
    inherits = one.has("responsibilities") or one.has("expectations")
    if inherits or not _lacks_duties(one.profile, one.level, one.ways):
        return
    has_expectations = bool(one.level and one.level.has_expectations)
    if (
        _is_silent_everywhere(one.ways)
        or one.lacked_by_family >= (DUTIES if one.ways.parts & DUTIES else DUTIES | _INSTEAD)
        or _level_lacks_duties(one.use.lacked_by_all, has_expectations, one.ways)
    ):
        return
    yield Issue(_DUTIES, "No responsibilities yet. Say what the person does.")


def _skills_of_family(one: FamilyInLadder) -> Iterator[Issue]:
    profiles = one.family.profiles
    if one.family.parent or len(profiles) < ENOUGH or one.ways.lacks({"skills"}):
        return
    levels = (one.ranks.get(profile.level) for profile in profiles)
    if not any((*(one.skills for one in profiles), *(one.has_skills for one in levels if one))):
        yield Issue(FieldPath("profiles"), "None of this family's profiles has skills.")


def _skills_of_level(one: LevelInTrack) -> Iterator[Issue]:
    lacked = "skills" in one.use.lacked_by_all and not one.level.skills
    if lacked and not one.ways.lacks({"skills"}):
        message = "Neither this level nor any of its profiles has skills."
        yield Issue(FieldPath("skills"), message)


@rule(
    PARTS,
    "empty-skills",
    "Profile without skills",
    "Skills tell people what to learn for the level.",
    source=OWN,
    remedy="Choose skills from the library, for the profile or for its level.",
    fires="""
skills: [{id: sql, name: SQL}]
families: [{id: data, profiles: [{level: P1, skills: [sql]}, {level: P2}]}]
""",
    silent="""
families: [{id: data, profiles: [{level: P1}, {level: P2}]}]
""",
    severity=Severity.WARNING,
    group=GROUP,
    wider=((FAMILY, _skills_of_family), (LEVEL, _skills_of_level)),
)
def empty_skills(one: ProfileParts) -> Iterator[Issue]:
    """A profile names skills where the ladder works with skills, itself or by inheriting them."""
    said_elsewhere = "skills" in one.lacked_by_family | one.use.lacked_by_all
    if one.has("skills") or said_elsewhere or one.ways.lacks({"skills"}):
        return
    if not (one.level and one.level.has_skills):
        yield Issue(FieldPath("skills"), "No skills yet. Choose some from the library.")


@rule(
    LADDER,
    "no-skills",
    "Ladder that does not use skills",
    "Skills tell people what to learn for a level; some ladders leave that to other texts.",
    source=PUBLIC_LADDERS,
    remedy="Add skills to profiles or levels, or accept it if this ladder works without skills.",
    fires="""
families: [{id: data, profiles: [{level: P1, responsibilities: [Loads figures]}]}]
""",
    silent="""
skills: [{id: sql, name: SQL}]
levels: [{id: P1, skills: [sql]}]
families: [{id: data, profiles: [{level: P1, responsibilities: [Loads figures]}]}]
""",
    severity=Severity.INFO,
    group=GROUP,
)
def no_skills(one: LadderSubject) -> Iterator[Issue]:
    """Some level or profile names a skill."""
    if one.ways.profiles and one.ways.lacks({"skills"}):
        count = len(one.ladder.skills)
        library = f" Its library has {plural(count, 'skill')}." if count else ""
        yield Issue(FieldPath("skills"), f"No profile of this ladder uses skills.{library}")
