"""What comes and goes along a track of one family."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from laddereditor.model.address import Address, FieldPath, listed_at
from laddereditor.model.family import Family, Profile
from laddereditor.model.statement import proficiency_of, skill_of, used_otherwise
from laddereditor.rules.facts import LevelFacts, LevelRanks
from laddereditor.rules.finding import Severity
from laddereditor.rules.fixes import replace
from laddereditor.rules.progression import GROUP
from laddereditor.rules.progression.repeated import quoted
from laddereditor.rules.rule import Issue, Limit, rule
from laddereditor.rules.scope import FAMILY, LEVEL, FamilyInLadder, LevelInTrack
from laddereditor.rules.sources import OWN, PUBLIC_LADDERS
from laddereditor.rules.statement_lists import all_said, statement_lists
from laddereditor.rules.words import TextSpan

_FEW_STEPS = 3  # with fewer there is no usual size of a step
_FEW_STATEMENTS = 4  # with fewer at the higher level a share says little
_FAR = 0.4  # difference of shares of new statements; both numbers are our own
_TIMES = 3


class Rung(NamedTuple):
    """One profile of a family, with its level."""

    address: Address
    profile: Profile
    level: LevelFacts


def tracks_of(address: Address, family: Family, ranks: LevelRanks) -> list[list[Rung]]:
    """Return the profiles of a family by track, from low to high; of two at a level the first."""
    found: dict[str, Rung] = {}
    for place, profile in listed_at(address.list_of("profiles"), family.profiles):
        level = ranks.get(profile.level)
        if level is not None and level.id not in found:
            found[level.id] = Rung(place, profile, level)
    tracks: dict[str, list[Rung]] = {}
    for rung in sorted(found.values(), key=lambda one: one.level.rank):
        tracks.setdefault(rung.level.track, []).append(rung)
    return list(tracks.values())


def _tracks(one: FamilyInLadder) -> Iterator[list[Rung]]:
    yield from tracks_of(one.address, one.family, one.ranks)


@rule(
    FAMILY,
    "returned-statement",
    "Statement that goes and comes back",
    "A duty that is there at two levels, and not between them, was forgotten at one of them.",
    source=PUBLIC_LADDERS,
    remedy="Say it at the level between too, or say what is more where it comes back.",
    fires="""
levels: [{id: P1, track: p}, {id: P2, track: p}, {id: P3, track: p}]
families:
- id: data
  profiles:
  - {level: P1, responsibilities: [Loads figures, Checks figures]}
  - {level: P2, responsibilities: [Plans loads]}
  - {level: P3, responsibilities: [Loads figures, Decides on loads]}
""",
    silent="""
levels: [{id: P1, track: p}, {id: P2, track: p}, {id: P3, track: p}]
families:
- id: data
  profiles:
  - {level: P1, responsibilities: [Loads figures, Checks figures]}
  - {level: P2, responsibilities: [Loads figures, Plans loads]}
  - {level: P3, responsibilities: [Decides on loads]}
""",
    severity=Severity.WARNING,
    group=GROUP,
)
def returned_statement(one: FamilyInLadder) -> Iterator[Issue]:
    """A statement is at neighbouring levels, or at one."""
    for track in _tracks(one):
        last: dict[str, int] = {}  # where each statement was said last
        for place, rung in enumerate(track):
            for listed in statement_lists(rung.profile):
                for each in listed.statements:
                    before = last.get(each.said, place)
                    if before < place - 1:
                        gone = ", ".join(between.level.id for between in track[before + 1 : place])
                        message = f"Said at {track[before].level.id} and here, but not at {gone}: "
                        text, span = quoted(each.text), (TextSpan(0, len(each.text)),)
                        yield Issue(each.field, message + f"{text}.", (), span, rung.address)
            last.update(dict.fromkeys(all_said(rung.profile), place))


@rule(
    FAMILY,
    "falling-proficiency",
    "Proficiency that falls along a track",
    "A higher level asks for less of a skill than a lower one, which nobody would expect.",
    source=OWN,
    remedy="Ask for at least as much as at the level below, or accept it with the reason.",
    fires="""
proficiencies: [{id: working, name: Working}, {id: expert, name: Expert}]
levels: [{id: P1, track: p}, {id: P2, track: p}]
skills: [{id: sql, name: SQL}]
families:
- id: data
  profiles:
  - {level: P1, skills: [{skill: sql, proficiency: expert}]}
  - {level: P2, skills: [{skill: sql, proficiency: working}]}
""",
    silent="""
proficiencies: [{id: working, name: Working}, {id: expert, name: Expert}]
levels: [{id: P1, track: p}, {id: P2, track: p}]
skills: [{id: sql, name: SQL}]
families:
- id: data
  profiles:
  - {level: P2, skills: [{skill: sql, proficiency: expert}]}
  - {level: P1, skills: [{skill: sql, proficiency: working}]}
""",
    severity=Severity.WARNING,
    group=GROUP,
)
def falling_proficiency(one: FamilyInLadder) -> Iterator[Issue]:
    """The proficiency of a skill never falls from level to level of a track."""
    scale = {step: place for place, step in enumerate(one.scale)}
    for track in _tracks(one):
        last: dict[str, tuple[str, str]] = {}  # by skill, its proficiency below, and at which level
        for rung in track:
            for place, use in enumerate(rung.profile.skills):
                skill, step = skill_of(use), proficiency_of(use)
                if step not in scale:
                    continue
                wanted, code = last.get(skill, (step, ""))
                if scale[step] < scale[wanted]:
                    field = FieldPath(f"skills/{place}")
                    raised = used_otherwise(use, proficiency=wanted)
                    fix = replace(f"Ask for {wanted} here too", rung.address, field, use, raised)
                    message = f"{step} of {skill} here, but {wanted} at {code}, a level below."
                    yield Issue(field, message, (fix,), (), rung.address)
                else:
                    last[skill] = step, rung.level.id


def _competencies(rung: Rung) -> frozenset[str]:
    own = {key for key, listed in rung.profile.expectations.items() if listed}
    return rung.level.competencies.union(own)


def _gap_at_level(one: LevelInTrack) -> Iterator[Issue]:
    now = one.ranks.get(one.level.id)
    below, above = (one.ranks.get(code) for code in (now.below, now.above)) if now else (None, None)
    if now and below and above and now.competencies:
        missing = below.competencies & above.competencies - now.competencies
        for competency in sorted(missing):
            yield _gap(competency, below.id, above.id)


def _gap(competency: str, below: str, above: str, address: Address | None = None) -> Issue:
    message = f"Nothing is expected of {competency} here, but at {below} and at {above}."
    return Issue(FieldPath("expectations"), message, (), (), address)


@rule(
    FAMILY,
    "competency-gap",
    "Competency left out between two levels",
    "Readers see a competency that goes and comes back, and do not know what holds in between.",
    source=PUBLIC_LADDERS,
    remedy="Say what is expected at the level between, or accept it with the reason.",
    fires="""
levels: [{id: P1, track: p}, {id: P2, track: p}, {id: P3, track: p}]
families:
- id: data
  profiles:
  - {level: P1, expectations: {care: [Checks], help: [Asks]}}
  - {level: P2, expectations: {care: [Names gaps]}}
  - {level: P3, expectations: {care: [Closes gaps], help: [Teaches]}}
""",
    silent="""
levels: [{id: P1, track: p}, {id: P2, track: p}, {id: P3, track: p}]
families:
- id: data
  profiles:
  - {level: P1, expectations: {care: [Checks]}}
  - {level: P2, expectations: {care: [Names gaps], help: [Asks]}}
  - {level: P3, expectations: {care: [Closes gaps], help: [Teaches]}}
""",
    severity=Severity.WARNING,
    group=GROUP,
    wider=((LEVEL, _gap_at_level),),
)
def competency_gap(one: FamilyInLadder) -> Iterator[Issue]:
    """A competency that two levels have is there at the level between, too."""
    if one.family.parent:
        return  # what it inherits may fill the gap
    for track in _tracks(one):
        for place in range(1, len(track) - 1):
            below, rung, above = track[place - 1 : place + 2]
            between = _competencies(rung)
            missing = _own(below) & _own(above) - between
            for competency in sorted(missing) if _own(rung) else ():
                yield _gap(competency, below.level.id, above.level.id, rung.address)


def _own(rung: Rung) -> set[str]:
    return {key for key, listed in rung.profile.expectations.items() if listed}


@rule(
    FAMILY,
    "uneven-step",
    "Step between levels that is far smaller or larger than the others",
    "People wait in vain at a step that is too small, and cannot take one that is too large.",
    source=OWN,
    remedy="Compare the two levels, and share out what is new, or accept it with the reason.",
    fires="""
levels: [{id: P1, track: p}, {id: P2, track: p}, {id: P3, track: p}, {id: P4, track: p}]
families:
- id: data
  profiles:
  - {level: P1, responsibilities: [Loads, Checks, Asks, Notes]}
  - {level: P2, responsibilities: [Plans loads, Names gaps, Explains, Reviews]}
  - {level: P3, responsibilities: [Decides on loads, Closes gaps, Teaches, Designs]}
  - {level: P4, responsibilities: [Decides on loads, Closes gaps, Teaches, Designs all]}
""",
    silent="""
levels: [{id: P1, track: p}, {id: P2, track: p}, {id: P3, track: p}, {id: P4, track: p}]
families:
- id: data
  profiles:
  - {level: P1, responsibilities: [Loads, Checks, Asks, Notes]}
  - {level: P2, responsibilities: [Loads, Checks, Asks, Reviews]}
  - {level: P3, responsibilities: [Loads, Checks, Teaches, Reviews]}
  - {level: P4, responsibilities: [Loads, Decides, Teaches, Reviews]}
""",
    severity=Severity.INFO,
    group=GROUP,
    limit=Limit(_TIMES, "times as large or small as the usual step of the family"),
    yields_to=("equal-neighbours",),
)
def uneven_step(one: FamilyInLadder) -> Iterator[Issue]:
    """The share of new statements is about the same at each step of a track."""
    times = max(one.options.limit("uneven-step", _TIMES), 1.0)
    for track in _tracks(one):
        shares = _shares(track)
        if len(shares) < _FEW_STEPS:
            continue
        for place, (below, rung) in enumerate(pairwise(track)):
            if len(all_said(rung.profile)) < _FEW_STATEMENTS:
                continue
            usual = median(share for at, share in enumerate(shares) if at != place)
            share = shares[place]
            if abs(share - usual) >= _FAR and not usual / times < share < usual * times:
                size = "small" if share < usual else "large"
                message = (
                    f"A {size} step from {below.level.id}: {share:.0%} of the statements are new, "
                    f"usually {usual:.0%} in this family."
                )
                yield Issue(FieldPath(), message, (), (), rung.address)


def _shares(track: Sequence[Rung]) -> list[float]:
    """Return for each step of a track the share of statements that the lower level lacks."""
    listed = [all_said(rung.profile) for rung in track]
    if not all(listed):
        return []
    return [len(now - below) / len(now) for below, now in pairwise(listed)]
