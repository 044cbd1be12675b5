"""What is true of a whole family, level or ladder is said once, there."""

from typing import Any

import pytest

from laddereditor.model.ladder import Ladder
from laddereditor.rules.check import check

DUTY = {"responsibilities": ["Loads figures"]}


def ladder(families: list[list[dict[str, Any]]], **parts: Any) -> Ladder:
    """A ladder of three levels, and families whose profiles say what is given, from P1 on."""
    levels = [{"id": f"P{n}", "track": "p", "summary": f"Step {n}"} for n in (1, 2, 3)]
    named = [
        {
            "id": f"f{place}",
            "name": f"Family {place}",
            "summary": "Works",
            "profiles": [{"level": f"P{n}"} | one for n, one in enumerate(profiles, 1)],
        }
        for place, profiles in enumerate(families)
    ]
    tracks = [{"id": "p", "code": "P", "name": "Professional"}]
    raw = {"laddereditor": 1, "tracks": tracks, "levels": levels, "families": named}
    return Ladder.model_validate(raw | parts)


def where(made: Ladder, *rules: str) -> list[tuple[str, str]]:
    return [(one.rule, one.address) for one in check(made).findings if one.rule in rules]


SKILLS = {"skills": [{"id": "sql", "name": "SQL"}, {"id": "tea", "name": "Tea"}]}
EMPTY = "empty-responsibilities", "empty-skills", "no-skills", "unused-skill"


def test_that_a_ladder_without_skills_is_told_once() -> None:
    made = ladder([[DUTY] * 3, [DUTY] * 3])
    assert where(made, *EMPTY) == [("no-skills", "")]


def test_that_a_library_that_nobody_uses_is_one_finding() -> None:
    made = ladder([[DUTY] * 3, [DUTY] * 3], **SKILLS)
    assert where(made, *EMPTY) == [("no-skills", "")]


def test_that_a_family_without_skills_is_told_once() -> None:
    used = DUTY | {"skills": ["sql", "tea"]}
    assert where(ladder([[used] * 3, [DUTY] * 3], **SKILLS), *EMPTY) == [
        ("empty-skills", "families/f1")
    ]


def test_that_a_level_without_skills_is_told_once() -> None:
    used = DUTY | {"skills": ["sql", "tea"]}
    made = ladder([[DUTY, used, used], [DUTY, used, used]], **SKILLS)
    assert where(made, *EMPTY) == [("empty-skills", "levels/P1")]


def test_that_a_single_profile_without_skills_is_told_itself() -> None:
    used = DUTY | {"skills": ["sql", "tea"]}
    made = ladder([[used, DUTY, used], [used] * 3], **SKILLS)
    assert where(made, *EMPTY) == [("empty-skills", "families/f0/P2")]


@pytest.mark.parametrize(
    "way",
    [
        {"expectations": {"delivery": ["Ships"]}},
        {"skills": ["sql"]},
        {"factors": {"scope": "One table"}},
        {"qualifications": ["Has shipped a product"]},
    ],
)
def test_that_ladders_that_work_in_another_way_miss_no_responsibilities(
    way: dict[str, Any],
) -> None:
    made = ladder([[way] * 3, [way] * 3])
    assert where(made, "empty-responsibilities") == []
    one_without = ladder([[way, way, {}], [way] * 3])
    assert where(one_without, "empty-responsibilities") == [
        ("empty-responsibilities", "families/f0/P3")
    ]


def test_that_expectations_of_levels_are_enough_where_no_profile_has_duties() -> None:
    made = ladder([[{}] * 3, [{}] * 3])
    levels = [
        {"id": level.id, "track": "p", "expectations": {"delivery": ["Ships"]}}
        for level in made.levels
    ]
    assert where(ladder([[{}] * 3, [{}] * 3], levels=levels), "empty-responsibilities") == []


def test_that_a_ladder_of_empty_profiles_is_told_once() -> None:
    made = ladder([[{}] * 3, [{}] * 3])
    assert where(made, "empty-responsibilities") == [("empty-responsibilities", "")]


def test_that_a_family_of_empty_profiles_is_told_once() -> None:
    made = ladder([[DUTY] * 3, [{}] * 3])
    assert where(made, "empty-responsibilities") == [("empty-responsibilities", "families/f1")]


FACTOR = {"factors": [{"id": "scope", "name": "Scope"}, {"id": "impact", "name": "Impact"}]}
TEXTS = DUTY | {"factors": {"scope": "One table", "impact": "The team"}}
FACTORS = "empty-factor", "unused-factor"


def test_that_a_level_needs_no_factors_where_all_its_profiles_have_them() -> None:
    assert where(ladder([[TEXTS] * 3, [TEXTS] * 3], **FACTOR), *FACTORS) == []


def test_that_the_one_profile_without_a_factor_is_told_itself() -> None:
    without = DUTY | {"factors": {"scope": "One table"}}
    made = ladder([[TEXTS] * 3, [TEXTS] * 3, [TEXTS, without, TEXTS]], **FACTOR)
    assert where(made, *FACTORS) == [("empty-factor", "families/f2/P2")]


def test_that_a_factor_that_nobody_uses_is_told_at_the_factor() -> None:
    some = DUTY | {"factors": {"scope": "One table"}}
    assert where(ladder([[some] * 3], **FACTOR), *FACTORS) == [("unused-factor", "factors/impact")]
    assert where(ladder([[DUTY] * 3], **FACTOR), *FACTORS) == [("unused-factor", "")]


def test_that_a_level_that_no_family_has_is_told_at_the_level() -> None:
    made = ladder([[DUTY, {"level": "P3"} | DUTY], [DUTY, {"level": "P3"} | DUTY]])
    assert where(made, "level-gap") == [("level-gap", "levels/P2")]
    made = ladder([[DUTY, {"level": "P3"} | DUTY], [DUTY] * 3])
    assert where(made, "level-gap") == [("level-gap", "families/f0")]


def test_that_a_level_needs_no_summary_where_most_profiles_have_their_own() -> None:
    own = DUTY | {"summary": "Loads what others read"}
    bare = [{"id": f"P{n}", "track": "p"} for n in (1, 2, 3)]
    rules = "empty-summary", "no-summary-inherited"
    assert where(ladder([[own] * 3, [own] * 3], levels=bare), *rules) == []
    made = ladder([[own] * 3, [own] * 3, [own, DUTY, own]], levels=bare)
    assert where(made, *rules) == [("no-summary-inherited", "families/f2/P2")]
    assert where(ladder([[DUTY] * 3, [DUTY] * 3], levels=bare), *rules) == [("empty-summary", "")]


def test_that_a_library_without_texts_of_proficiencies_is_told_once() -> None:
    steps = {"proficiencies": [{"id": "working", "name": "Working"}]}
    asked = [{"skill": name, "proficiency": "working"} for name in ("sql", "tea")]
    made = ladder([[DUTY | {"skills": asked}] * 3], **SKILLS, **steps)
    assert where(made, "skill-text") == [("skill-text", "")]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Orienta todo o time e garante todo o resultado", 0),
        ("TODO: write this", 1),
        ("Todo", 1),
        ("Criteria for promotion", 1),
    ],
)
def test_that_placeholders_are_no_words_of_other_languages(text: str, times: int) -> None:
    made = ladder([[{"responsibilities": [text]}]])
    assert len(where(made, "placeholder")) == times


def test_that_a_heading_with_items_below_is_no_placeholder() -> None:
    below = {"responsibilities": ["Criteria for promotion", "Has led a project for a year"]}
    examples = {"responsibilities": [{"text": "Criteria for pay", "examples": ["Ships alone"]}]}
    assert where(ladder([[below], [examples]]), "placeholder") == []


def test_that_an_accepted_finding_keeps_those_that_give_way_to_it_quiet() -> None:
    from laddereditor.model.address import Address, FieldPath
    from laddereditor.rules.finding import Finding, Severity
    from laddereditor.rules.giving_way import without_repetitions

    def at(rule: str, field: str) -> Finding:
        place = Address("families/f0/P2")
        return Finding(rule, Severity.WARNING, place, FieldPath(field), "x")

    better, same = at("experience-level", "experience"), at("family-experience", "experience")
    assert list(without_repetitions([same, better])) == [better]
    other = at("family-experience", "summary")
    assert list(without_repetitions([other, better])) == [other, better]
