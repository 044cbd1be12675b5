"""Which skills are suggested for what is typed."""

import pytest

from laddereditor.model.terms import Skill
from laddereditor.presentation.forms.skill_matching import exact_match, suggestions

LIBRARY = (
    Skill(id="mentoring", name="Mentoring", aliases=("Mentorship", "Coaching")),
    Skill(id="technical-mentoring", name="Technical mentoring"),
    Skill(id="cementing", name="Cementing"),
    Skill(id="python", name="Python"),
    Skill(id="pythonic-style", name="Clean code"),
    Skill(id="no-name"),
)


def names(typed: str, taken: tuple[str, ...] = ()) -> list[str]:
    return [one.name if one.skill else f"+{one.name}" for one in suggestions(LIBRARY, typed, taken)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("ment", ["Mentoring", "Technical mentoring", "Cementing", "+ment"]),
        ("MENTORING", ["Mentoring", "Technical mentoring"]),
        ("  technical   mentoring ", ["Technical mentoring"]),
        ("coach", ["Mentoring", "+coach"]),
        ("Coaching", ["Mentoring"]),
        ("pythonic", ["Clean code", "+pythonic"]),
        ("Weaving", ["+Weaving"]),
        ("no-name", ["no-name"]),
        ("", []),
        ("   ", []),
    ],
)
def test_that_the_best_match_comes_first(typed: str, expected: list[str]) -> None:
    assert names(typed) == expected


def test_that_skills_in_use_are_not_suggested_again() -> None:
    assert names("ment", ("mentoring",)) == ["Technical mentoring", "Cementing", "+ment"]
    assert names("Mentoring", ("mentoring",)) == ["Technical mentoring"]


def test_that_the_other_name_that_matched_is_reported() -> None:
    assert suggestions(LIBRARY, "coach")[0].alias == "Coaching"


def test_that_an_exact_name_is_known() -> None:
    assert exact_match(LIBRARY, "mentorship ") == LIBRARY[0]
    assert exact_match(LIBRARY, "mentor") is None


def test_that_names_with_commas_are_offered_one_by_one_and_as_one() -> None:
    several, whole = suggestions((), "Kafka,  dbt")
    assert (several.names, several.name) == (("Kafka", "dbt"), "Kafka, dbt")
    assert (whole.names, whole.name) == ((), "Kafka, dbt")
