"""Tests of joining two changed forms of one sequence."""

import pytest

from laddereditor.align.three_way import Swap, joined, swaps


def _put(old: list[str], found: list[Swap]) -> list[str]:
    """Return the old items with the swaps of one side made."""
    made = joined(old, found, [], lambda _one, _two: True)
    assert made is not None
    return made


@pytest.mark.parametrize("count", [40, 8000])
def test_that_only_the_items_that_differ_are_swapped_however_long_the_forms_are(count: int) -> None:
    old = [f"{number % 7}-{number}" for number in range(count)]
    new = [*old[:10], "put", *old[10:20], *old[22 : count - 5], "other", *old[count - 4 :]]
    found = swaps(old, new)
    assert found == [
        Swap(10, 10, ("put",)),
        Swap(20, 22, ()),
        Swap(count - 5, count - 4, ("other",)),
    ]


@pytest.mark.parametrize("count", [40, 8000])
def test_that_the_swaps_make_the_new_form_where_items_repeat(count: int) -> None:
    old = [str(number % 5) for number in range(count)]
    new = [*old[3:], "x", *(str(number % 3) for number in range(count // 2))]
    assert _put(old, swaps(old, new)) == new


@pytest.mark.parametrize("count", [40, 8000])
def test_that_changes_of_both_sides_are_joined_where_they_do_not_meet(count: int) -> None:
    old = [str(number) for number in range(count)]
    ours, theirs = ["first", *old[1:]], [*old[:-1], "last"]
    made = joined(old, swaps(old, ours), swaps(old, theirs), lambda one, two: one.end > two.start)
    assert made == ["first", *old[1:-1], "last"]
