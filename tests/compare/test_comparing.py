"""What stands in which row and cell when levels are set side by side."""

import pytest

from laddereditor.compare.sheet.comparing import compare
from laddereditor.compare.sheet.counting import counts_text, differences_only
from laddereditor.compare.sheet.subject import Subject, subject_at
from laddereditor.compare.sheet.table import DifferenceCounts
from laddereditor.model.address import Address, NoSuchPlace
from laddereditor.model.inheritance import Source
from tests.compare.comparing_samples import OURS, cell, compared, ours, rows, texts


def test_that_sections_follow_the_model_and_take_their_headings_from_it() -> None:
    found = compared("data/P1", "data/P2")
    assert [(section.field, section.heading) for section in found.sections] == [
        ("title", "Title"),
        ("summary", "Summary"),
        ("factors", "What this level means"),
        ("experience", "Typical experience"),
        ("responsibilities", "What you'd do"),
        ("expectations", "What is expected"),
        ("skills", "Skills, knowledge & tools"),
        ("qualifications", "What good looks like"),
        ("titles", "Common titles"),
        ("flsa", "FLSA status"),
        ("pay", "What it pays"),
    ]


def test_that_levels_show_what_levels_have_under_the_words_of_levels() -> None:
    found = compared("levels/P1", "levels/P2")
    assert [section.heading for section in found.sections] == [
        "Name",
        "Track",
        "Pay grade",
        "What this level means",
        "Leveling factors",
        "Typical experience",
        "What is expected",
        "Title patterns",
    ]
    assert texts(found, "track") == [["Professional", "Professional"]]
    assert texts(found, "grade") == [["4", None]]


def test_that_a_profile_beside_its_level_shows_what_it_inherits_as_the_same() -> None:
    found = compared("levels/P2", "data/P2")
    inherited = cell(found, 1, "factors/autonomy")
    assert (inherited.state, inherited.source) == ("same", Source.LEVEL)
    assert [section.field for section in found.sections][:5] == [
        "title",
        "name",
        "track",
        "factors",
        "experience",
    ]


def test_that_notes_for_editors_are_never_compared() -> None:
    found = compared("data/P1", "data/P2")
    shown = [cell.text for row in found.rows for cell in row.cells if not cell.is_empty]
    assert not any("Agreed in May" in text for text in shown)


def test_that_each_factor_has_a_row_headed_by_its_name_with_the_source_of_each_text() -> None:
    found = compared("data/P1", "data/P2")
    assert [(row.field, row.heading) for row in rows(found, "factors")] == [
        ("factors/scope", "Scope"),
        ("factors/autonomy", "Autonomy"),
    ]
    own, level = cell(found, 0, "factors/scope"), cell(found, 1, "factors/scope")
    assert (own.text, own.source, own.overrides) == ("Single reports", Source.OWN, True)
    assert (level.text, level.source, level.overrides) == ("Own tasks", Source.LEVEL, False)
    assert level.state == "reworded"


def test_that_factors_keep_the_ladders_order_whatever_the_baseline_has() -> None:
    ladder = ours(
        families=[
            {
                "id": "x",
                "profiles": [
                    {"level": "M1", "factors": {"autonomy": "Free"}},
                    {"level": "P1", "factors": {"scope": "One"}},
                ],
            }
        ]
    )
    found = compared("x/M1", "x/P1", ladder=ladder)
    assert [row.heading for row in rows(found, "factors")] == ["Scope", "Autonomy"]


def test_that_years_are_reported_with_their_unit_and_without_word_marks() -> None:
    found = compared("data/P1", "data/P2")
    years = cell(found, 1, "experience")
    assert (years.text, years.state, years.marks) == ("2–4 years", "changed", ())


def test_that_statements_are_aligned_and_reworded_ones_show_their_words() -> None:
    found = compared("data/P1", "data/P2")
    assert texts(found, "responsibilities") == [
        ["Builds weekly reports within the project", "Builds weekly reports beyond the project"],
        ["Cleans incoming data", "Cleans incoming data"],
        [None, "Chooses how results are shown"],
    ]
    reworded = cell(found, 1, "responsibilities/0")
    assert reworded.state == "reworded"
    assert [mark.text.strip() for mark in reworded.marks if mark.kind != "same"] == [
        "within",
        "beyond",
    ]
    assert cell(found, 1, "responsibilities/2").state == "new"


def test_that_a_statement_with_other_examples_is_no_longer_the_same() -> None:
    changed = cell(compared("data/P1", "data/P2"), 1, "responsibilities/1")
    assert (changed.state, changed.change) == ("reworded", "Other examples")
    assert (changed.examples, changed.marks) == (("Removes gaps",), ())


def test_that_a_text_that_differs_by_spaces_alone_is_the_same() -> None:
    ladder = ours(
        families=[
            {
                "id": "x",
                "profiles": [
                    {"level": "P1", "summary": "Plans\n  the day"},
                    {"level": "P2", "summary": "Plans the day"},
                ],
            }
        ]
    )
    assert cell(compared("x/P1", "x/P2", ladder=ladder), 1, "summary").state == "same"


def test_that_texts_that_share_hardly_a_word_carry_no_marks() -> None:
    ladder = ours(
        families=[
            {
                "id": "x",
                "profiles": [
                    {"level": "P1", "summary": "Learns how the trade works."},
                    {"level": "P2", "summary": "Leads large programmes abroad."},
                ],
            }
        ]
    )
    summary = cell(compared("x/P1", "x/P2", ladder=ladder), 1, "summary")
    assert (summary.state, summary.marks) == ("reworded", ())


def test_that_expectations_are_grouped_by_competency_and_say_where_they_would_be() -> None:
    found = compared("data/P1", "data/P2")
    assert [(row.field, row.heading) for row in rows(found, "expectations")] == [
        ("expectations/communication", "Communication"),
        ("expectations/delivery", "Delivery"),
    ]
    inherited = cell(found, 1, "expectations/delivery/0")
    assert (inherited.text, inherited.source) == ("Keeps promised dates", Source.LEVEL)
    assert cell(found, 0, "expectations/communication/0").overrides


def test_that_skills_are_by_category_with_a_rise_from_and_to() -> None:
    found = compared("data/P1", "data/P2")
    assert [(row.heading, row.field) for row in rows(found, "skills")] == [
        ("Tools", "skills"),
        ("", "skills"),
        ("", "skills"),
    ]
    assert texts(found, "skills") == [
        ["SQL (Working)", "SQL (Expert)"],
        ["Mentoring", "Statistics (Working)"],
        [None, "Writing"],
    ]
    risen = cell(found, 1, "skills/0")
    assert (risen.state, risen.change, risen.name) == ("changed", "Working → Expert", "SQL")


def test_that_a_skill_without_a_step_against_one_with_a_step_says_any_proficiency() -> None:
    ladder = ours(
        families=[
            {
                "id": "x",
                "profiles": [
                    {"level": "P1", "skills": ["sql"]},
                    {"level": "P2", "skills": [{"skill": "sql", "proficiency": "expert"}]},
                ],
            }
        ]
    )
    risen = cell(compared("x/P1", "x/P2", ladder=ladder), 1, "skills/0")
    assert risen.change == "Any proficiency → Expert"


def test_that_a_skill_listed_twice_has_two_rows() -> None:
    ladder = ours(families=[{"id": "x", "profiles": [{"level": "P1", "skills": ["sql", "sql"]}]}])
    assert texts(compared("x/P1", "x/P1", ladder=ladder), "skills") == [["SQL", "SQL"]] * 2


def test_that_skills_of_another_ladder_are_matched_by_id_then_name_then_other_names() -> None:
    found = compared("data/P2", "#analysis/P1", "data/P1")
    assert texts(found, "skills") == [
        ["SQL (Expert)", "sql (working)", "SQL (Working)"],
        ["Statistics (Working)", "Statistics and probability", None],
        [None, "Mentorship", "Mentoring"],
        ["Writing", None, None],
    ]


def test_that_a_step_is_named_in_each_columns_own_ladder() -> None:
    found = compared("data/P1", "#analysis/P1")
    assert cell(found, 1, "skills/1").change == ""
    found = compared("data/P2", "#analysis/P1")
    assert cell(found, 1, "skills/1").change == "Expert → working"


def test_that_two_skills_of_one_ladder_never_share_a_row() -> None:
    ladder = ours(
        skills=[{"id": "a", "name": "Coaching"}, {"id": "b", "name": "Coaching"}],
        families=[
            {
                "id": "x",
                "profiles": [{"level": "P1", "skills": ["a"]}, {"level": "P2", "skills": ["b"]}],
            }
        ],
    )
    found = compared("x/P1", "x/P2", "#analysis/P1", ladder=ladder)
    shared = [row for row in rows(found, "skills") if row.is_match]
    assert shared == []
    assert texts(found, "skills")[0] == ["Coaching", "Coaching", "Mentorship"]


def test_that_factors_and_competencies_of_another_ladder_are_matched_by_name() -> None:
    found = compared("data/P1", "#analysis/P1")
    assert texts(found, "factors")[0] == ["Single reports", "Own tasks"]
    assert texts(found, "expectations") == [
        ["Asks before guessing", "Asks before guessing"],
        [None, "Checks twice"],
    ]
    assert cell(found, 1, "expectations/talk/0").state == "same"
    assert [row.heading for row in rows(found, "expectations")] == ["Communication", "Care"]


def test_that_pay_has_a_row_for_its_status_and_one_for_each_market() -> None:
    found = compared("data/P1", "data/P2")
    assert [(row.field, row.heading) for row in rows(found, "pay")] == [
        ("pay/status", "Status"),
        ("pay/ranges", "US"),
        ("pay/ranges", "DE"),
    ]
    assert texts(found, "pay")[0] == ["Published", "Withheld"]
    german = cell(found, 1, "pay/ranges/0")
    assert (german.text, german.state) == ("45,000 – 55,000 EUR", "changed")


def test_that_common_titles_from_patterns_are_shown_as_such() -> None:
    found = compared("data/P1", "data/P1")
    assert [(c.text, c.source, c.field) for row in rows(found, "titles") for c in row.cells[:1]
            if not c.is_empty] == [
        ("Risk I", Source.PATTERN, "titles"),
        ("Report Analyst", Source.OWN, "titles/0"),
    ]  # fmt: skip


def test_that_an_own_title_that_a_pattern_gives_too_is_shown_once_as_its_own() -> None:
    ladder = ours(
        families=[
            {
                "id": "x",
                "specialties": ["Risk"],
                "profiles": [{"level": "P1", "titles": ["Risk I"]}],
            }
        ]
    )
    (row,) = rows(compared("x/P1", "x/P1", ladder=ladder), "titles")
    assert [(c.text, c.source, c.field) for c in row.cells if not c.is_empty] == [
        ("Risk I", Source.OWN, "titles/0")
    ] * 2


def test_that_categories_follow_the_library_of_the_baseline() -> None:
    found = compared("#analysis/P1", "data/P1", "data/P2", baseline=1)
    assert [row.heading for row in rows(found, "skills")] == ["", "Tools", "People", ""]
    found = compared("#analysis/P1", "data/P1", "data/P2", baseline=0)
    assert [row.heading for row in rows(found, "skills")] == ["", "Leading", "Software", ""]


def test_that_two_libraries_with_the_same_categories_follow_that_of_the_baseline() -> None:
    other = ours(skills=sorted(OURS["skills"], key=lambda skill: skill.get("category", "")))
    columns = [subject_at(ladder, Address("data/P1")) for ladder in (other, ours())]
    headings = [[row.heading for row in rows(compare(columns, n), "skills")] for n in (0, 1)]
    assert headings == [["People", "Tools"], ["Tools", "People"]]


def test_that_the_baseline_names_a_factor_where_it_knows_it() -> None:
    found = compared("#analysis/P1", "data/P1", baseline=1)
    assert next((row.field, row.heading) for row in rows(found, "factors")) == (
        "factors/scope",
        "Scope",
    )
    found = compared("#analysis/P1", "data/P1")
    assert next((row.field, row.heading) for row in rows(found, "factors")) == (
        "factors/reach",
        "scope",
    )


def test_that_the_baseline_names_a_factor_that_only_others_have_a_text_for() -> None:
    ladder = ours(levels=[{"id": "P1"}], families=[{"id": "x", "profiles": [{"level": "P1"}]}])
    found = compared("x/P1", "#analysis/P1", ladder=ladder)
    assert [(row.field, row.heading) for row in rows(found, "factors")] == [
        ("factors/scope", "Scope")
    ]


def test_that_a_familys_own_competencies_keep_its_order() -> None:
    own = [{"id": "b", "name": "Bravery"}, {"id": "a", "name": "Accuracy"}]
    profiles = [
        {"level": "M1", "expectations": {"b": ["Speaks up"]}},
        {"level": "P1", "expectations": {"a": ["DifferenceCounts twice"]}},
    ]
    ladder = ours(levels=[], families=[{"id": "x", "competencies": own, "profiles": profiles}])
    found = compared("x/M1", "x/P1", ladder=ladder)
    assert [row.heading for row in rows(found, "expectations")] == ["Bravery", "Accuracy"]


def test_that_of_two_terms_with_one_id_the_first_counts() -> None:
    twins = [{"id": "scope", "name": "First"}, {"id": "scope", "name": "Second"}]
    found = compared("levels/P1", "levels/P2", ladder=ours(factors=twins))
    assert rows(found, "factors")[0].heading == "First"


def test_that_what_only_one_column_has_shares_rows_behind_the_rest() -> None:
    profiles = [
        {"level": "P1", "responsibilities": ["DifferenceCounts the stock every evening"]},
        {"level": "P2", "responsibilities": ["Speaks with suppliers about prices"]},
    ]
    ladder = ours(families=[{"id": "x", "profiles": profiles}])
    assert texts(compared("x/P1", "x/P2", ladder=ladder), "responsibilities") == [
        ["DifferenceCounts the stock every evening", "Speaks with suppliers about prices"],
    ]
    found = compared("x/P1", "x/P2", ladder=ladder)
    assert [row.is_match for row in rows(found, "responsibilities")] == [False]
    counts = next(one.counts for one in found.sections if one.field == "responsibilities")
    assert counts[1] == DifferenceCounts(new=1, gone=1)


def test_that_a_track_is_read_from_left_to_right() -> None:
    columns = [subject_at(ours(), Address(f"levels/{code}")) for code in ("P1", "P2", "P1")]
    found = compare(columns, stepwise=True)
    assert [found.base_of(n) for n in range(3)] == [None, 0, 1]
    autonomy = next(row for row in found.rows if row.field == "factors/autonomy")
    assert [one.state for one in autonomy.cells] == ["same", "reworded", "reworded"]
    beside = compare(columns, before=found)
    autonomy = next(row for row in beside.rows if row.field == "factors/autonomy")
    assert [one.state for one in autonomy.cells] == ["same", "reworded", "same"]


def test_that_counts_say_what_is_new_gone_reworded_and_the_same() -> None:
    found = compared("data/P1", "data/P2")
    counts = {str(section.field): section.counts for section in found.sections}
    assert counts["responsibilities"] == (
        DifferenceCounts(same=2),
        DifferenceCounts(new=1, reworded=2),
    )
    assert counts["skills"][1] == DifferenceCounts(new=2, gone=1, changed=1)
    assert (
        counts_text(DifferenceCounts(new=3, reworded=1, changed=2, same=8))
        == "3 new, 1 reworded, 2 changed, 8 the same"
    )


def test_that_rows_that_a_pair_lacks_are_not_counted_for_it() -> None:
    found = compared("data/M1", "data/M1", "data/P2")
    counts = {str(section.field): section.counts for section in found.sections}
    assert counts["responsibilities"] == (
        DifferenceCounts(),
        DifferenceCounts(),
        DifferenceCounts(new=3),
    )


def test_that_differences_only_keeps_the_counts_of_the_whole() -> None:
    whole = compared("levels/P1", "levels/P2")
    found = differences_only(whole)
    assert [row.heading for row in rows(found, "factors")] == ["Autonomy"]
    assert "track" not in [section.field for section in found.sections]
    factors = next(section for section in found.sections if section.field == "factors")
    assert factors.counts[1] == DifferenceCounts(changed=1, same=1)
    assert differences_only(compared("data/P1", "data/P1")).sections == ()


def test_that_another_baseline_is_what_the_others_are_compared_with() -> None:
    found = compared("data/P1", "data/P2", baseline=1)
    assert found.baseline == 1
    assert cell(found, 0, "responsibilities/0").state == "reworded"
    assert cell(found, 1, "responsibilities/2").state == "same"
    assert compared("data/P1", "data/P2", baseline=-1).baseline == 1
    with pytest.raises(IndexError):
        compared("data/P1", "data/P2", baseline=2)


def test_that_a_column_that_is_gone_is_refused() -> None:
    with pytest.raises(NoSuchPlace):
        compare([Subject(ours(), Address("families/data/P9"))])
    with pytest.raises(NoSuchPlace):
        subject_at(ours(), Address("skills/sql"))


def test_that_one_column_alone_is_all_the_same() -> None:
    found = compared("data/P1")
    assert {c.state for row in found.rows for c in row.cells if not c.is_empty} == {"same"}
