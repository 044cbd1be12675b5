"""Accept a finding, for a reason that is stored in the file."""

from laddereditor.edits.edit import Edit, EditRefused
from laddereditor.model.base import evolve
from laddereditor.model.ladder import AcceptedFinding, Checks, Ladder


def accept_finding(_: Ladder, rule: str, at: str, reason: str) -> Edit:
    """Accept a rule's finding at an address.

    Args:
        rule: The id of the rule.
        at: The address of the finding, with its field: `families/data/P3/skills/2`.
        reason: Why it is accepted, for the next reader.

    Raises:
        EditRefused: There is no reason.
    """
    if not reason.strip():
        raise EditRefused("Say why the finding is accepted, so that the next reader knows.")
    entry = AcceptedFinding(rule=rule, at=at, reason=reason.strip())

    def change(ladder: Ladder) -> Ladder:
        checks = ladder.checks or Checks()
        return evolve(ladder, checks=evolve(checks, accepted=(*checks.accepted, entry)))

    return Edit("Accept a finding", change)


def revoke_acceptance(ladder: Ladder, place: int) -> Edit:
    """Revoke the acceptance of a finding, so that its rule checks the place again.

    Args:
        ladder: whose `checks` hold the accepted finding.
        place: which of the accepted findings, counted from 0.
    """
    accepted = ladder.checks.accepted if ladder.checks else ()
    if not 0 <= place < len(accepted):
        raise EditRefused("This finding is no longer among the accepted ones.")
    entry = accepted[place]

    def change(ladder: Ladder) -> Ladder:
        checks = ladder.checks or Checks()
        left = tuple(one for one in checks.accepted if one is not entry)
        return evolve(ladder, checks=evolve(checks, accepted=left))

    return Edit("Take an accepted finding back", change)


def set_severity(_: Ladder, rule: str, severity: str) -> Edit:
    """Give a rule another severity in this ladder.

    Args:
        _: The ladder, which decides nothing.
        rule: The id of the rule.
        severity: "error", "warning", "info" or "off"; "" for the rule's own.
    """

    def change(ladder: Ladder) -> Ladder:
        checks = ladder.checks or Checks()
        rules = {name: word for name, word in checks.rules.items() if name != rule}
        if severity:
            rules[rule] = severity
        return evolve(ladder, checks=evolve(checks, rules=rules))

    return Edit("Change the severity of a rule", change)
