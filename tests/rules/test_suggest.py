"""Guesses at what a person meant."""

import pytest

from laddereditor.rules.suggest import did_you_mean, nearest

KNOWN = frozenset({"mentoring", "machine-learning", "P1", "sql"})


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("mentorin", "mentoring"),
        ("nentoring", "mentoring"),
        ("mentorxng", "mentoring"),
        ("Machine Learning", "machine-learning"),
        ("p1", "P1"),
        ("cooking", ""),
        ("", ""),
        ("!", ""),
    ],
)
def test_that_the_nearest_word_is_found_or_none(word: str, meant: str) -> None:
    assert nearest(word, KNOWN) == meant


def test_that_a_question_is_asked_only_if_there_is_a_guess() -> None:
    assert did_you_mean("mentorin", KNOWN) == ' Did you mean "mentoring"?'
    assert did_you_mean("mentorin", KNOWN, {"mentoring": "Mentoring"}) == (
        ' Did you mean "mentoring"?'
    )
    names = {"mentoring": "Coaching others"}
    assert did_you_mean("mentorin", KNOWN, names) == ' Did you mean Coaching others ("mentoring")?'
    assert did_you_mean("cooking", KNOWN) == ""
