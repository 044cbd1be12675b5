"""Statements that a profile or level says twice."""

from collections.abc import Iterator

from laddereditor.align.common_words import LINKING
from laddereditor.align.language_features import stem
from laddereditor.edits.paths import value_at
from laddereditor.model.base import Entity
from laddereditor.model.family import Profile
from laddereditor.model.level import Level
from laddereditor.rules.finding import Fix, Severity
from laddereditor.rules.fixes import remove
from laddereditor.rules.rule import Issue, rule
from laddereditor.rules.scope import ENTITY, EntitySubject
from laddereditor.rules.sources import PUBLIC_LADDERS
from laddereditor.rules.statement_lists import ListedStatement, statement_lists
from laddereditor.rules.words import TextSpan

GROUP = "Consistency"
_FEW_STEMS = 2  # one word alone says too little to be the same as another


def _removal(one: EntitySubject, statement: ListedStatement) -> tuple[Fix, ...]:
    held = value_at(one.entity, statement.item)
    return (remove("Remove it here", one.address, statement.item, held),)


@rule(
    ENTITY,
    "statement-twice",
    "Statement twice in one profile",
    "What is said twice was pasted once too often, or was meant to say something else.",
    source=PUBLIC_LADDERS,
    remedy="Remove one of the two, or write what it was meant to say.",
    fires="""
families:
- {id: data, profiles: [{level: P1, responsibilities: [Loads figures, Checks, Loads figures.]}]}
""",
    silent="""
families:
- {id: data, profiles: [{level: P1, responsibilities: [Loads figures, Checks, Loads maps]}]}
""",
    severity=Severity.WARNING,
    group=GROUP,
)
def statement_twice(one: EntitySubject) -> Iterator[Issue]:
    """A profile or level says no statement twice, in one list or in two."""
    seen: dict[str, ListedStatement] = {}
    for statement in _statements(one.entity):
        first = seen.setdefault(statement.said, statement)
        if first is not statement:
            same = first.item.above == statement.item.above
            where = f"line {int(first.item.last) + 1} of this list" if same else first.item.above
            message = f"The same as {where}. Remove one of the two."
            span = (TextSpan(0, len(statement.text)),)
            fixes = _removal(one, statement) if same else ()
            yield Issue(statement.field, message, fixes, span)


def _statements(entity: Entity) -> Iterator[ListedStatement]:
    if isinstance(entity, Profile | Level):
        for listed in statement_lists(entity):
            yield from listed.statements


@rule(
    ENTITY,
    "nearly-twice",
    "Two statements of a list that say nearly the same",
    "Two lines that differ in the form of their words count as two duties, and are one.",
    source=PUBLIC_LADDERS,
    remedy="Keep the better of the two.",
    fires="""
families:
- id: data
  profiles:
  - {level: P1, responsibilities: [Mentoring junior analysts, Checks, Mentors junior analysts]}
""",
    silent="""
families:
- id: data
  profiles:
  - {level: P1, responsibilities: [Mentoring junior analysts, Checks, Mentors senior analysts]}
""",
    severity=Severity.WARNING,
    group=GROUP,
)
def nearly_twice(one: EntitySubject) -> Iterator[Issue]:
    """No two statements of a list have the same words after inflection and linking words."""
    if not isinstance(one.entity, Profile | Level):
        return
    for listed in statement_lists(one.entity):
        seen: dict[frozenset[str], ListedStatement] = {}
        for statement in listed.statements:
            stems = _stems(statement.said)
            first = seen.setdefault(stems, statement)
            if len(stems) < _FEW_STEMS or first.said == statement.said:
                continue
            line = int(first.item.last) + 1
            message = f"Nearly the same as line {line} of this list: “{first.text}”."
            span = (TextSpan(0, len(statement.text)),)
            yield Issue(statement.field, message, _removal(one, statement), span)


def _stems(said: str) -> frozenset[str]:
    return frozenset(stem(word) for word in said.split() if word not in LINKING)
