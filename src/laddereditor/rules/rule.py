"""The definition of a rule, and the decorator that makes one from a function."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from laddereditor.model.address import FieldPath
from laddereditor.rules.finding import Fix, Severity
from laddereditor.rules.scope import S, Scope


class Issue(NamedTuple):
    """The result of a rule's function; the check adds the rule, its severity and the address."""

    field: FieldPath
    message: str
    fixes: tuple[Fix, ...] = ()


@dataclass(frozen=True)
class Rule:
    """One rule of a good ladder."""

    id: str
    title: str  # what is wrong when it fires: "Id used twice"
    reason: str  # why that matters, one sentence
    severity: Severity  # unless the ladder sets another
    group: str
    scope: Scope[Any]
    check: Callable[[Any], Iterable[Issue]]


def rule(  # noqa: PLR0913 - the description of a rule
    scope: Scope[S], rule_id: str, title: str, reason: str, *, severity: Severity, group: str
) -> Callable[[Callable[[S], Iterable[Issue]]], Rule]:
    """Make a rule from a function that checks one subject.

    Args:
        scope: The kind of subject.
        rule_id: The id by which ladders set its severity.
        title: What is wrong when it fires.
        reason: Why that matters, in one sentence.
        severity: The severity unless the ladder sets another.
        group: The heading in docs and views.
    """

    def made(function: Callable[[S], Iterable[Issue]]) -> Rule:
        return Rule(rule_id, title, reason, severity, group, scope, function)

    return made
