"""Statements, lists and whole profiles that repeat the level below."""

from collections.abc import Iterator
from typing import NamedTuple

from laddereditor.edits.paths import value_at
from laddereditor.edits.words import without_middle
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.counting import plural
from laddereditor.model.family import Profile
from laddereditor.model.level import Level
from laddereditor.rules.finding import Fix, Severity
from laddereditor.rules.fixes import remove
from laddereditor.rules.progression import GROUP
from laddereditor.rules.rule import Issue, rule
from laddereditor.rules.scope import LEVEL, PROFILE, LevelInTrack, ProfileInFamily
from laddereditor.rules.sources import FACTORS, PUBLIC_LADDERS
from laddereditor.rules.statement_lists import (
    ListedStatement,
    StatementList,
    all_said,
    said,
    statement_lists,
)
from laddereditor.rules.words import TextSpan

_WHOLE, _FACTORS = FieldPath(), FieldPath("factors")
_EXPECTATIONS = FieldPath("expectations")
_QUOTED = 80  # letters of a statement in a message
_SEVERAL = 2  # statements of a list that is repeated as a whole


class Step(NamedTuple):
    """Two neighbours of a track: a profile or a level, and the one below it."""

    address: Address
    now: Profile | Level
    below: Profile | Level
    below_code: str


def step_of_profile(one: ProfileInFamily) -> Step | None:
    """Return a profile with the one at the nearest level below in its family."""
    return Step(one.address, one.profile, one.below, one.below.level) if one.below else None


def step_of_level(one: LevelInTrack) -> Step | None:
    """Return a level with the one below it in its track."""
    if one.before is None or one.before.id == one.level.id:
        return None
    return Step(one.address, one.level, one.before, one.before.id)


def paired_lists(step: Step) -> Iterator[tuple[StatementList, StatementList]]:
    """Yield the lists that both neighbours have, each with that of the level below."""
    below = {listed.field: listed for listed in statement_lists(step.below)}
    for listed in statement_lists(step.now):
        if listed.field in below:
            yield listed, below[listed.field]


def quoted(text: str) -> str:
    """Return a text in quotes, without its middle if it is long."""
    return f"“{without_middle(text, _QUOTED)}”"


def _says(one: StatementList) -> frozenset[str]:
    return frozenset(statement.said for statement in one.statements)


# -- one statement ---------------------------------------------------------------------------------


def _repeated_statements(step: Step | None) -> Iterator[Issue]:
    for listed, below in paired_lists(step) if step else ():
        known = _says(below)
        for one in listed.statements:
            if step and one.said in known:
                message = f"Word for word as at {step.below_code}: {quoted(one.text)}."
                span = TextSpan(0, len(one.text))
                yield Issue(one.field, message, _removal(step, listed, one), (span,))


def _removal(step: Step, listed: StatementList, one: ListedStatement) -> tuple[Fix, ...]:
    if len(listed.statements) < _SEVERAL:
        return ()  # an empty list would say nothing at all
    number = int(one.item.last)
    statements = _values(step.now, listed)
    return (remove("Remove it here", step.address, one.item, statements[number]),)


def _values(entity: Profile | Level, listed: StatementList) -> tuple[object, ...]:
    return tuple(value_at(entity, listed.field))


def _repeated_at_level(one: LevelInTrack) -> Iterator[Issue]:
    yield from _repeated_statements(step_of_level(one))


@rule(
    PROFILE,
    "repeated-statement",
    "Statement of the level below, word for word",
    "A statement that two levels share does not tell them apart; readers look for what is more.",
    source=PUBLIC_LADDERS,
    remedy="Say what is expected beyond the level below, or remove it where it is understood.",
    fires="""
levels: [{id: P1, track: p}, {id: P2, track: p}]
families:
- id: data
  profiles:
  - {level: P1, responsibilities: [Loads the figures of a day, Answers questions on figures]}
  - {level: P2, responsibilities: [Loads the figures of a day., Plans how figures are loaded]}
""",
    silent="""
levels: [{id: P1, track: p}, {id: P2, track: p}]
families:
- id: data
  profiles:
  - {level: P1, responsibilities: [Decides on loads of low risk, Answers questions on figures]}
  - {level: P2, responsibilities: [Decides on loads of high risk, Plans how figures are loaded]}
""",
    severity=Severity.WARNING,
    group=GROUP,
    yields_to=("repeated-list", "equal-neighbours"),
    wider=((LEVEL, _repeated_at_level),),
)
def repeated_statement(one: ProfileInFamily) -> Iterator[Issue]:
    """No statement of a list says what the same list says at the level below."""
    yield from _repeated_statements(step_of_profile(one))


# -- one list --------------------------------------------------------------------------------------


def _repeated_lists(step: Step | None) -> Iterator[Issue]:
    for listed, below in paired_lists(step) if step else ():
        says = _says(listed)
        if step and len(says) >= _SEVERAL and says == _says(below):
            count = plural(len(says), "statement")
            yield Issue(listed.field, f"All {count} here are those of {step.below_code}.")


def _repeated_lists_at_level(one: LevelInTrack) -> Iterator[Issue]:
    yield from _repeated_lists(step_of_level(one))


@rule(
    PROFILE,
    "repeated-list",
    "List that says the same as at the level below",
    "A competency or a list of duties that is the same at two levels does not tell them apart.",
    source=PUBLIC_LADDERS,
    remedy="Say what is expected beyond the level below, or remove the list here.",
    fires="""
levels: [{id: P1, track: p}, {id: P2, track: p}]
families:
- id: data
  profiles:
  - {level: P1, expectations: {care: [Checks figures, Names gaps], help: [Asks early]}}
  - {level: P2, expectations: {care: [Names gaps, Checks figures], help: [Explains figures]}}
""",
    silent="""
levels: [{id: P1, track: p}, {id: P2, track: p}]
families:
- id: data
  profiles:
  - {level: P1, expectations: {care: [Checks figures, Names gaps], help: [Asks early]}}
  - {level: P2, expectations: {care: [Names gaps, Closes gaps], help: [Explains figures]}}
""",
    severity=Severity.WARNING,
    group=GROUP,
    yields_to=("equal-neighbours",),
    wider=((LEVEL, _repeated_lists_at_level),),
)
def repeated_list(one: ProfileInFamily) -> Iterator[Issue]:
    """No list of several statements is that of the level below."""
    yield from _repeated_lists(step_of_profile(one))


# -- whole neighbours ------------------------------------------------------------------------------


def _equal_levels(one: LevelInTrack) -> Iterator[Issue]:
    step = step_of_level(one)
    if step and one.before:
        below, now = (_factor_texts(level) for level in (one.before, one.level))
        if now and now == below:
            message = f"All leveling factors say the same as at {step.below_code}."
            yield Issue(_FACTORS, message)
        if _say_the_same(step):
            message = f"The expectations are those of {step.below_code}."
            yield Issue(_EXPECTATIONS, message)


def _factor_texts(level: Level) -> dict[str, str]:
    return {factor: said(text) for factor, text in level.factors.items() if text.strip()}


def _say_the_same(step: Step) -> bool:
    now = all_said(step.now)
    return bool(now) and now == all_said(step.below)


@rule(
    PROFILE,
    "equal-neighbours",
    "Two neighbouring levels that say the same",
    "If nothing distinguishes two levels, nobody can be placed at one of them or grow to the next.",
    source=FACTORS,
    remedy="Say what is expected beyond the level below, or make one level of the two.",
    fires="""
levels: [{id: P1, track: p}, {id: P2, track: p}]
families:
- id: data
  profiles:
  - {level: P1, responsibilities: [Loads figures, Checks figures]}
  - {level: P2, responsibilities: [Checks figures, Loads figures]}
""",
    silent="""
levels: [{id: P1, track: p}, {id: P2, track: p}]
families:
- id: data
  profiles:
  - {level: P1, responsibilities: [Loads figures, Checks figures]}
  - {level: P2, responsibilities: [Checks figures, Plans loads]}
""",
    severity=Severity.ERROR,
    group=GROUP,
    wider=((LEVEL, _equal_levels),),
)
def equal_neighbours(one: ProfileInFamily) -> Iterator[Issue]:
    """A profile differs from the one below in its family in at least one statement."""
    step = step_of_profile(one)
    if step and _say_the_same(step):
        yield Issue(_WHOLE, f"This profile says what {step.below_code} says, and nothing more.")
