"""Accepting a finding: it may stand, for a reason that is kept in the file."""

from laddereditor.edits.edit import Edit, EditRefused
from laddereditor.model.base import evolve
from laddereditor.model.ladder import AcceptedFinding, Checks, Ladder


def accept_finding(_: Ladder, rule: str, at: str, reason: str) -> Edit:
    """Let a rule's finding at an address stand; refused without a reason."""
    if not reason.strip():
        raise EditRefused("Say why the finding may stand, so that the next reader knows.")
    entry = AcceptedFinding(rule=rule, at=at, reason=reason.strip())

    def change(ladder: Ladder) -> Ladder:
        checks = ladder.checks or Checks()
        return evolve(ladder, checks=evolve(checks, accepted=(*checks.accepted, entry)))

    return Edit("Accept a finding", change)
