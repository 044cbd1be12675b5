"""Taking changes: all of them, one alone, all but one."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from laddereditor.compare.applying import apply, with_needs, without
from laddereditor.compare.diffing import diff
from laddereditor.edits.edit import EditRefused
from laddereditor.model.ladder import Ladder
from laddereditor.rules.check import check
from tests.edits.random_edits import random_edit
from tests.strategies import ladders

random_ladders = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@st.composite
def edited(draw: Any) -> tuple[Ladder, Ladder]:
    """A ladder, and what a few edits made of it."""
    before = after = draw(ladders())
    for _ in range(draw(st.integers(0, 4))):
        try:
            after = draw(random_edit(after)).change(after)
        except EditRefused:
            continue
    return before, after


def broken_references(ladder: Ladder) -> set[tuple[str, str]]:
    return {
        (finding.rule, finding.message)
        for finding in check(ladder).findings
        if finding.rule.startswith(("unknown-", "duplicate-id"))
    }


@random_ladders
@given(edited())
def test_that_all_changes_make_the_new_ladder_of_the_old(pair: tuple[Ladder, Ladder]) -> None:
    old, new = pair
    assert apply(diff(old, new), old) == new


@random_ladders
@given(ladders(), ladders())
def test_that_it_holds_for_ladders_that_have_nothing_to_do_with_each_other(
    old: Ladder, new: Ladder
) -> None:
    assert apply(diff(old, new), old) == new


@random_ladders
@given(ladders())
def test_that_a_ladder_read_again_is_the_same(ladder: Ladder) -> None:
    assert diff(ladder, Ladder.model_validate(ladder.model_dump())) == ()


@random_ladders
@given(edited())
def test_that_any_change_can_be_taken_with_what_it_needs(pair: tuple[Ladder, Ladder]) -> None:
    old, new = pair
    changes = diff(old, new)
    known = broken_references(old) | broken_references(new)
    for change in changes:
        taken = apply(with_needs([change], changes), old)
        assert broken_references(taken) <= known


@random_ladders
@given(edited())
def test_that_any_change_can_be_undone(pair: tuple[Ladder, Ladder]) -> None:
    old, new = pair
    changes = diff(old, new)
    known = broken_references(old) | broken_references(new)
    for change in changes:
        assert broken_references(without(changes, [change], old)) <= known
