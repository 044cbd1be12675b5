"""The definition of a rule, and the decorator that makes one from a function."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from laddereditor.model.address import Address, FieldPath
from laddereditor.rules.finding import Fix, Severity
from laddereditor.rules.scope import S, Scope
from laddereditor.rules.words import TextSpan


class Issue(NamedTuple):
    """The result of a rule's function; the check adds the rule, its severity and the address."""

    field: FieldPath
    message: str
    fixes: tuple[Fix, ...] = ()
    spans: tuple[TextSpan, ...] = ()  # the offending words in the text of the field
    address: Address | None = None  # of what it is about, if not the subject but one inside it


@dataclass(frozen=True)
class Limit:
    """A number that a ladder may set for a rule, in its `checks.limits`."""

    default: float
    means: str  # what is limited, with its unit: "characters of a statement"


@dataclass(frozen=True)
class Rule:
    """One rule of a good ladder, with all that is said about it."""

    id: str
    title: str  # what is wrong when it fires: "Id used twice"
    reason: str  # why that matters, one sentence
    source: str  # where the reason or the form comes from
    remedy: str  # what to do about a finding
    fires: str  # an example: a part of a ladder as YAML in which it fires
    silent: str  # a similar part of a ladder in which it does not
    severity: Severity  # unless the ladder sets another
    group: str
    scope: Scope[Any]
    check: Callable[[Any], Iterable[Issue]]
    words: str = ""  # what the house words are that a ladder may give it, "" if it uses none
    limit: Limit | None = None
    is_optional: bool = False  # off until a ladder gives it a severity
    yields_to: tuple[str, ...] = ()  # rules that say the same of the same place, and say it better
    wider: tuple["WiderCheck", ...] = ()

    @property
    def severity_words(self) -> str:
        """Its severity in words, for an optional rule with that it is off."""
        return f"off, {self.severity} where asked for" if self.is_optional else str(self.severity)

    @property
    def checks(self) -> tuple["WiderCheck", ...]:
        """The functions of the rule, each with its scope."""
        return (WiderCheck(self.scope, self.check), *self.wider)


class WiderCheck(NamedTuple):
    """Says at another scope, once, what is true of everything in it."""

    scope: Scope[Any]
    check: Callable[[Any], Iterable[Issue]]


def rule(  # noqa: PLR0913 - the description of a rule
    scope: Scope[S],
    rule_id: str,
    title: str,
    reason: str,
    *,
    source: str,
    remedy: str,
    fires: str,
    silent: str,
    severity: Severity,
    group: str,
    words: str = "",
    limit: Limit | None = None,
    is_optional: bool = False,
    yields_to: tuple[str, ...] = (),
    wider: tuple[tuple[Scope[Any], Callable[[Any], Iterable[Issue]]], ...] = (),
) -> Callable[[Callable[[S], Iterable[Issue]]], Rule]:
    """Make a rule from a function that checks one subject.

    Args:
        scope: The kind of subject.
        rule_id: The id by which ladders set its severity.
        title: What is wrong when it fires.
        reason: Why that matters, in one sentence.
        source: Where the reason or the form comes from, one of `sources`.
        remedy: What to do about a finding.
        fires: An example: a part of a ladder as YAML in which it fires.
        silent: A similar part of a ladder in which it does not.
        severity: The severity unless the ladder sets another.
        group: The heading in docs and views.
        words: What the house words are that a ladder may give it.
        limit: The number that a ladder may set for it.
        is_optional: Whether it is off until a ladder gives it a severity.
        yields_to: Rules whose finding at the same place makes one of this rule superfluous.
        wider: Functions that say once, at another scope, what is true of everything in it; the
            function of the rule is silent then.
    """

    def made(function: Callable[[S], Iterable[Issue]]) -> Rule:
        return Rule(
            rule_id,
            title,
            reason,
            source,
            remedy,
            fires.strip() + "\n",
            silent.strip() + "\n",
            severity,
            group,
            scope,
            function,
            words,
            limit,
            is_optional,
            yields_to,
            tuple(WiderCheck(*one) for one in wider),
        )

    return made
