"""The word for how a cell compares, by what the field holds."""

from typing import Any

import pytest

from laddereditor.compare.sheet.comparing import compare
from laddereditor.compare.sheet.counting import total
from laddereditor.compare.sheet.naming import are_versions, short_names
from laddereditor.compare.sheet.subject import Subject, subject_at
from laddereditor.compare.sheet.table import Comparison
from laddereditor.model.address import Address
from laddereditor.reports.comparison.json_report import comparison_json
from laddereditor.reports.comparison.state_signs import legend_of, state_word
from laddereditor.reports.comparison.table import to_csv
from tests.compare.comparing_samples import OURS, compared, ours

OLD: dict[str, Any] = {
    "level": "P1",
    "title": "Bakery Agent",
    "summary": "Bakes bread for two shops.",
    "responsibilities": ["Folds the dough for the morning"],
    "skills": [{"skill": "sql", "proficiency": "working"}, "writing"],
    "flsa": "exempt",
    "pay": {"status": "published", "ranges": [{"market": "US", "min": 50000, "max": 60000}]},
}
NEW: dict[str, Any] = {
    "level": "P1",
    "title": "Bakery Assistant",
    "summary": "Provides two shops with fresh bread.",
    "responsibilities": ["Folds the dough for the early morning"],
    "skills": ["sql", "writing"],
    "flsa": "nonexempt",
    "pay": {"status": "withheld", "ranges": [{"market": "US", "min": 45000, "max": 60000}]},
}


def version(profile: dict[str, Any], ladder_id: str = "ours") -> Subject:
    family = {"id": "bakers", "name": "Baker", "profiles": [profile]}
    ladder = ours(id=ladder_id, families=[*OURS["families"], family])
    return subject_at(ladder, Address("bakers/P1"))


def words(comparison: Comparison, column: int = 1) -> dict[str, str]:
    """Return the state of the first row of each field that differs."""
    found: dict[str, str] = {}
    for row in comparison.rows:
        word = state_word(comparison, row, column)
        if word not in ("", "Same"):
            found.setdefault(str(row.field), word)
    return found


def test_that_another_name_choice_or_proficiency_is_changed_and_only_phrases_are_reworded() -> None:
    assert words(compare([version(OLD), version(NEW)])) == {
        "title": "Changed",
        "summary": "Reworded",
        "responsibilities": "Reworded",
        "skills": "Changed",
        "flsa": "Changed",
        "pay/status": "Changed",
        "pay/ranges": "Lowered",
    }


def test_that_the_track_of_a_level_is_changed_where_another_column_has_the_same() -> None:
    found = compared("levels/P1", "levels/P2", "levels/M1")
    assert words(found, 2)["track"] == "Changed"


def test_that_counts_legend_and_tables_say_changed_too() -> None:
    found = compare([version(OLD), version(NEW)])
    counts = total(section.counts[1] for section in found.sections)
    assert (counts.reworded, counts.changed) == (2, 5)
    assert [sign.word for sign in legend_of(found)] == ["Same", "Reworded", "Changed", "Lowered"]
    assert ",Exempt,Changed,Nonexempt" in to_csv(found)


def test_that_the_json_says_reworded_for_all_that_differs_in_words_or_values() -> None:
    found = comparison_json(compare([version(OLD), version(NEW)]))
    states = {cell["state"] for row in found["rows"] for cell in row["cells"] if cell}
    assert states == {"same", "reworded"}


@pytest.mark.parametrize(("other", "expected"), [("ours", True), ("another", False)])
def test_that_copies_of_one_ladder_are_versions_and_ladders_with_the_same_codes_are_not(
    other: str, expected: bool
) -> None:
    columns = [version(OLD), version(NEW, other)]
    assert are_versions(columns) == expected


def test_that_other_ladders_with_the_same_codes_are_paired_as_levels_are() -> None:
    before = ["Washes and cuts vegetables", "Keeps the cellar tidy"]
    after = ["Cooks side dishes from the recipe book", "Orders the flour"]
    pairs = {}
    for other in ("ours", "another"):
        columns = (
            version(OLD | {"responsibilities": before}),
            version(OLD | {"responsibilities": after}, other),
        )
        first = next(row for row in compare(columns).rows if row.section == "responsibilities")
        pairs[other] = first.is_match and not first.cells[1].is_empty
    assert pairs == {"ours": False, "another": True}


def test_that_short_names_have_the_family_and_the_file_only_where_they_are_needed() -> None:
    def named(*columns: tuple[str, str]) -> tuple[str, ...]:
        return short_names([subject_at(ours(), Address(place), file) for place, file in columns])

    assert named(("data/P1", ""), ("data/P2", "")) == ("P1", "P2")
    assert named(("data/P1", ""), ("levels/P2", "")) == ("P1", "P2")
    assert named(("data/P1", ""), ("levels/P1", "")) == ("Data Analyst P1", "Level P1")
    assert named(("data/P1", "a"), ("data/P1", "b"), ("data/P2", "b")) == ("P1 (a)", "P1 (b)", "P2")
    assert named(("data/P1", "a"), ("data/P1", "b"), ("levels/P1", "b")) == (
        *("Data Analyst P1 (a)", "Data Analyst P1 (b)"),
        "Level P1",
    )


def test_that_signs_and_counts_say_the_same_of_factors_of_levels() -> None:
    found = compared("data/P1", "data/P2", "levels/P1")
    for section in found.sections:
        signs = [state_word(found, row, 1) for row in section.rows]
        assert signs.count("Reworded") <= section.counts[1].reworded
        assert signs.count("Changed") <= section.counts[1].changed
