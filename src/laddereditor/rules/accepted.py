"""Accepted findings that no longer apply."""

from collections.abc import Iterator, Sequence
from functools import partial

from laddereditor.edits.accepting import revoke_acceptance
from laddereditor.edits.edit import Edit, EditRefused
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.ladder import AcceptedFinding, Ladder
from laddereditor.rules.finding import Finding, Fix, Severity
from laddereditor.rules.rule import Issue, rule
from laddereditor.rules.scope import LADDER, LadderSubject
from laddereditor.rules.sources import FORMAT


@rule(
    LADDER,
    "accepted-gone",
    "Accepted finding that no longer applies",
    "What was accepted for a reason would be accepted again, unseen, if it came back otherwise.",
    source=FORMAT,
    remedy="Take the acceptance out; the fix does.",
    fires="""
levels: [{id: P1, summary: Learns the work}]
checks: {accepted: [{rule: placeholder, at: levels/P1/summary, reason: A product is called so}]}
""",
    silent="""
levels: [{id: P1, summary: Builds TBD}]
checks: {accepted: [{rule: placeholder, at: levels/P1/summary, reason: A product is called so}]}
""",
    severity=Severity.INFO,
    group="Structure",
)
def accepted_gone(_: LadderSubject) -> Iterator[Issue]:
    """Every accepted finding is found: `check` asks `gone` after all other rules."""
    yield from ()


def gone(ladder: Ladder, accepted: Sequence[Finding], known: frozenset[str]) -> Iterator[Finding]:
    """Yield a finding for each accepted one that no rule finds.

    Args:
        ladder: The ladder.
        accepted: The findings that were found and accepted.
        known: The rules that are on; of the others nothing is found.
    """
    for place, entry in enumerate(ladder.checks.accepted if ladder.checks else ()):
        if entry.rule in known and not any(_is_of(entry, found) for found in accepted):
            message = f"Nothing of {entry.rule} is found at {entry.at or 'the ladder'} any more."
            fix = Fix("Take the acceptance out", partial(_taken_out, place=place, entry=entry))
            field = FieldPath(f"checks/accepted/{place}")
            severity = accepted_gone.severity
            yield Finding(accepted_gone.id, severity, Address(), field, message, (fix,))


def _is_of(entry: AcceptedFinding, found: Finding) -> bool:
    at, where = Address(entry.at).long_form, found.address.at(found.field)
    inside = where.startswith(f"{at}/") if at else not found.address
    return entry.rule == found.rule and (where == at or inside)


def _taken_out(ladder: Ladder, place: int, entry: AcceptedFinding) -> Edit:
    accepted = ladder.checks.accepted if ladder.checks else ()
    if accepted[place : place + 1] != (entry,):
        raise EditRefused("This place has changed since it was checked.")
    return revoke_acceptance(ladder, place)
