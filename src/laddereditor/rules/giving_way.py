"""Findings that say the same as another one give way to it."""

from collections.abc import Iterable, Sequence

from laddereditor.model.address import Address, FieldPath
from laddereditor.rules.finding import Finding
from laddereditor.rules.registry import RULES

_YIELDS_TO = {rule.id: rule.yields_to for rule in RULES.values() if rule.yields_to}
_YIELDED_TO = {other for rules in _YIELDS_TO.values() for other in rules}
_Said = dict[tuple[str, Address], list[FieldPath]]


def without_repetitions(findings: Sequence[Finding]) -> Iterable[Finding]:
    """Return the findings without those that another rule says better of the same place.

    The same place is the same field, one inside it, or one around it. A finding that was accepted
    counts too: what somebody has looked at is not reported in other words.
    """
    said: _Said = {}
    for one in findings:
        if one.rule in _YIELDED_TO:
            said.setdefault((one.rule, one.address), []).append(one.field)
    if not said:
        return findings
    return [one for one in findings if not _is_said(one, said)]


def _is_said(one: Finding, said: _Said) -> bool:
    return any(
        _is_same_place(field, one.field)
        for rule in _YIELDS_TO.get(one.rule, ())
        for field in said.get((rule, one.address), ())
    )


def _is_same_place(field: FieldPath, other: FieldPath) -> bool:
    inner, outer = (field, other) if len(field) > len(other) else (other, field)
    return inner == outer or not outer or inner.startswith(f"{outer}/")
