"""Consistency of experience: valid ranges that agree with the texts and rise with the levels."""

import re
from collections.abc import Iterator

from laddereditor.model.address import FieldPath
from laddereditor.model.base import Entity, evolve
from laddereditor.model.counting import plural
from laddereditor.model.family import Profile
from laddereditor.model.level import Experience, Level
from laddereditor.model.number_text import number_text
from laddereditor.rules import contents
from laddereditor.rules.finding import Severity
from laddereditor.rules.fixes import replace
from laddereditor.rules.rule import Issue, rule
from laddereditor.rules.scope import (
    ENTITY,
    LEVEL,
    PROFILE,
    EntitySubject,
    LevelInTrack,
    ProfileInFamily,
)
from laddereditor.rules.sources import FORMAT, PUBLIC_LADDERS

GROUP = "Consistency"
# Fields whose texts are about the person; others may be about other people ("Mentors …").
_OF_THE_PERSON = ("title", "summary", "qualifications", "factors")
_OPEN = float("inf")
_YEARS = re.compile(
    r"(?<![\d.,])(\d{1,2}(?:\.\d)?)(?:\s*(?:-|–|—|to)\s*(\d{1,2}(?:\.\d)?))?\s*(\+)?\s*(?:years?|yrs?)\b",
    re.IGNORECASE,
)


@rule(
    ENTITY,
    "experience-range",
    "Impossible range of experience",
    "A range of years goes from the lower to the higher number.",
    source=FORMAT,
    remedy="Write the lower number of years first.",
    fires="levels: [{id: P1, experience: {min: 5, max: 3}}]",
    silent="levels: [{id: P1, experience: {min: 3, max: 5}}]",
    severity=Severity.ERROR,
    group=GROUP,
)
def experience_range(one: EntitySubject) -> Iterator[Issue]:
    """A range has at least one end, no negative end, and its ends in order."""
    if not isinstance(one.entity, Level | Profile) or one.entity.experience is None:
        return
    years = one.entity.experience
    if years.min is None and years.max is None:
        fix = replace("Remove the empty range", one.address, FieldPath("experience"), years, None)
        yield Issue(
            FieldPath("experience"),
            "The range of experience has neither a start nor an end.",
            (fix,),
        )
    elif min(_low(years), _high(years)) < 0:
        yield Issue(FieldPath("experience"), "Years of experience cannot be less than zero.")
    elif _low(years) > _high(years):
        turned = evolve(years, min=years.max, max=years.min)
        fix = replace("Swap the two numbers", one.address, FieldPath("experience"), years, turned)
        yield Issue(
            FieldPath("experience"),
            f"The range of experience goes down, from {number_text(years.min)} to "
            f"{plural(years.max or 0, 'year')}.",
            (fix,),
        )


@rule(
    PROFILE,
    "experience-level",
    "Experience that does not overlap the level's",
    "A family may differ from its level, but a range without any overlap is often a mistake, "
    "or the profile belongs to another level.",
    source=PUBLIC_LADDERS,
    remedy="Correct the range, or accept it with the reason why this family differs.",
    fires="""
levels: [{id: P1, track: p, experience: {min: 0, max: 2}}]
families: [{id: data, profiles: [{level: P1, experience: {min: 6, max: 9}}]}]
""",
    silent="""
levels: [{id: P1, track: p, experience: {min: 0, max: 2}}]
families: [{id: data, profiles: [{level: P1, experience: {min: 1, max: 3}}]}]
""",
    severity=Severity.WARNING,
    group=GROUP,
)
def experience_level(subject: ProfileInFamily) -> Iterator[Issue]:
    """A profile's own range and its level's have years in common."""
    own, level = subject.profile.experience, subject.level
    general = level.experience if level else None
    if level is None or not _possible(own) or not _possible(general):
        return
    if own and general and (_low(own) > _high(general) or _high(own) < _low(general)):
        yield Issue(
            FieldPath("experience"),
            f"{in_words(own)} here, but {in_words(general)} at {level.id} in general.",
        )


@rule(
    PROFILE,
    "experience-text",
    "Text and range state different experience",
    "A reader who finds two different numbers of years on one page trusts neither.",
    source=PUBLIC_LADDERS,
    remedy="Correct the text or the range, or leave the years out of the text.",
    fires="""
levels: [{id: P1, track: p, experience: {min: 3, max: 5}}]
families: [{id: data, profiles: [{level: P1, qualifications: ["5-8 years of experience"]}]}]
""",
    silent="""
levels: [{id: P1, track: p, experience: {min: 3, max: 5}}]
families: [{id: data, profiles: [{level: P1, qualifications: ["3-5 years of experience"]}]}]
""",
    severity=Severity.WARNING,
    group=GROUP,
)
def experience_text(subject: ProfileInFamily) -> Iterator[Issue]:
    """Years of experience named in a profile's texts are inside its range, own or inherited."""
    inherited = subject.level.experience if subject.level else None
    yield from _texts_against(subject.profile, subject.profile.experience or inherited)


@rule(
    ENTITY,
    "level-experience-text",
    "Level's text and range state different experience",
    "A reader who finds two different numbers of years on one page trusts neither.",
    source=PUBLIC_LADDERS,
    remedy="Correct the text or the range, or leave the years out of the text.",
    fires="""
levels: [{id: P1, summary: "At least 8 years of experience", experience: {min: 3, max: 5}}]
""",
    silent="""
levels: [{id: P1, summary: "At least 3 years of experience", experience: {min: 3, max: 5}}]
""",
    severity=Severity.WARNING,
    group=GROUP,
)
def level_experience_text(one: EntitySubject) -> Iterator[Issue]:
    """Years of experience named in a level's texts are inside its range."""
    if isinstance(one.entity, Level):
        yield from _texts_against(one.entity, one.entity.experience)


@rule(
    LEVEL,
    "level-experience",
    "Experience does not rise from level to level",
    "If the years fall or leave a gap, the ladder has a step that nobody can climb.",
    source=PUBLIC_LADDERS,
    remedy="Let each range begin where the one below ends.",
    fires="""
levels:
- {id: P1, track: p, experience: {min: 0, max: 2}}
- {id: P2, track: p, experience: {min: 5, max: 8}}
""",
    silent="""
levels:
- {id: P1, track: p, experience: {min: 0, max: 2}}
- {id: P2, track: p, experience: {min: 2, max: 5}}
""",
    severity=Severity.WARNING,
    group=GROUP,
)
def level_experience(subject: LevelInTrack) -> Iterator[Issue]:
    """Within a track the ranges of levels rise without a gap."""
    if subject.before is not None and subject.before.id != subject.level.id:
        yield from _step(
            subject.before.id, subject.before.experience, subject.level.experience, next_to=True
        )


@rule(
    PROFILE,
    "family-experience",
    "Experience does not rise within the family",
    "If the years fall or leave a gap, the family has a step that nobody can climb.",
    source=PUBLIC_LADDERS,
    remedy="Let each range begin where the one below ends.",
    fires="""
levels: [{id: P1, track: p}, {id: P2, track: p}]
families:
- id: data
  profiles:
  - {level: P1, experience: {min: 3, max: 5}}
  - {level: P2, experience: {min: 1, max: 2}}
""",
    silent="""
levels: [{id: P1, track: p}, {id: P2, track: p}]
families:
- id: data
  profiles:
  - {level: P1, experience: {min: 3, max: 5}}
  - {level: P2, experience: {min: 5, max: 8}}
""",
    severity=Severity.WARNING,
    group=GROUP,
    yields_to=("experience-level",),
)
def family_experience(subject: ProfileInFamily) -> Iterator[Issue]:
    """Within a family the ranges rise without a gap; reported where a profile has its own range."""
    level, level_below, below = subject.level, subject.level_below, subject.below
    if level is None or level_below is None or below is None:
        return
    if not subject.profile.experience and not below.experience:
        return  # both are inherited, so the levels' rule reports it
    yield from _step(
        below.level,
        below.experience or level_below.experience,
        subject.profile.experience or level.experience,
        next_to=subject.neighbours,
    )


def in_words(years: Experience) -> str:
    """Return a range as people write it: "3–5 years", "10+ years", "up to 2 years"."""
    if years.max is None:
        return f"{number_text(years.min)}+ years"
    if years.min is None:
        return f"up to {plural(years.max, 'year')}"
    return f"{number_text(years.min)}–{number_text(years.max)} years"


def _step(
    below_id: str, below: Experience | None, years: Experience | None, *, next_to: bool
) -> Iterator[Issue]:
    if not below or not years or not _possible(below) or not _possible(years):
        return
    if _low(years) < _low(below) or _high(years) < _high(below) != _OPEN:
        yield Issue(
            FieldPath("experience"),
            f"{in_words(years)} is less than {in_words(below)} at {below_id}, a level below.",
        )
    elif next_to and _low(years) > _high(below) + 1:
        yield Issue(
            FieldPath("experience"),
            f"There is a gap between {in_words(below)} at {below_id} and {in_words(years)} here.",
        )


def _texts_against(entity: Entity, years: Experience | None) -> Iterator[Issue]:
    if years is None or not _possible(years):
        return
    for path, text in contents.texts(entity):
        if "xperience" not in text or not path.startswith(_OF_THE_PERSON):
            continue
        for match in _YEARS.finditer(text):
            low, high = float(match[1]), float(match[2] or match[1])
            wanting_more = match[3] and low >= _high(years) > _low(years)
            if low < _low(years) or high > _high(years) or wanting_more:
                yield Issue(
                    path, f'"{match.group()}" does not agree with {in_words(years)} of experience.'
                )


def _possible(years: Experience | None) -> bool:
    """Whether a range is valid; if not, `experience-range` reports it."""
    if years is None or (years.min is None and years.max is None):
        return False
    return 0 <= _low(years) <= _high(years)


def _low(years: Experience) -> float:
    return 0 if years.min is None else years.min


def _high(years: Experience) -> float:
    return _OPEN if years.max is None else years.max
