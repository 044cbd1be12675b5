"""Accepting findings."""

import pytest

from laddereditor.edits.accepting import accept_finding
from laddereditor.edits.edit import EditRefused
from laddereditor.model.ladder import AcceptedFinding, Checks, Ladder


def test_that_an_accepted_finding_joins_those_that_are_there_with_its_reason() -> None:
    old = AcceptedFinding(rule="placeholder", at="levels/P1", reason="Agreed")
    ladder = Ladder(laddereditor=1, checks=Checks(accepted=(old,)))
    after = accept_finding(ladder, "empty-summary", "families/x", " Not public ").change(ladder)
    assert after.checks is not None
    assert after.checks.accepted == (
        old,
        AcceptedFinding(rule="empty-summary", at="families/x", reason="Not public"),
    )


def test_that_a_finding_is_not_accepted_without_a_reason() -> None:
    with pytest.raises(EditRefused, match="why"):
        accept_finding(Ladder(laddereditor=1), "empty-summary", "families/x", "  ")
