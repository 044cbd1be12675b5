"""Titles find the profiles that a reader would choose, and nothing where there is none."""

import pytest

from tests.compare.labelled_titles import figures, labelled_titles

PARTS = ("tuned", "held_back")
GERMAN = "german"  # over a German ladder, labelled before any answer was seen


def test_that_there_are_enough_labelled_titles() -> None:
    tuned, held_back = map(labelled_titles, PARTS)
    assert len(tuned) + len(held_back) == 300
    assert len(held_back) == 100
    assert sum(one.expected == "none" for one in (*tuned, *held_back)) == 60


def test_that_no_title_is_labelled_twice() -> None:
    both = [(one.ladder, one.row) for part in PARTS for one in labelled_titles(part)]
    assert len(both) == len(set(both))


@pytest.mark.parametrize("part", (*PARTS, GERMAN))
def test_that_matches_are_right_and_most_titles_have_one(part: str) -> None:
    found = figures(labelled_titles(part))
    assert found.precision >= 0.98
    assert found.recall >= 0.9
    assert found.no_match_right >= 0.95
    assert found.right_unclear >= 0.7 * found.unclear
