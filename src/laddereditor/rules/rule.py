"""What a rule is, and the decorator that makes one of a function."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from laddereditor.rules.finding import Fix, Severity
from laddereditor.rules.scope import S, Scope


class Found(NamedTuple):
    """What the function of a rule yields; the check adds the rule, its severity and the address."""

    field: str
    message: str
    fixes: tuple[Fix, ...] = ()


@dataclass(frozen=True)
class Rule:
    """Something a good ladder obeys."""

    id: str
    title: str  # what is wrong when it fires: "Id used twice"
    reason: str  # why that matters, one sentence
    severity: Severity  # unless the ladder sets another
    group: str
    scope: Scope[Any]
    check: Callable[[Any], Iterable[Found]]


def rule(  # noqa: PLR0913 - what a rule says of itself
    scope: Scope[S], rule_id: str, title: str, reason: str, *, severity: Severity, group: str
) -> Callable[[Callable[[S], Iterable[Found]]], Rule]:
    """Make a rule of a function that looks at one subject of `scope`."""

    def made(function: Callable[[S], Iterable[Found]]) -> Rule:
        return Rule(rule_id, title, reason, severity, group, scope, function)

    return made
