"""A comparison in the terminal."""

import datetime as dt

import pytest

from laddereditor.compare.sheet.counting import differences_only
from laddereditor.reports.common.text_layout import StyledRun, painted, text_width, wrap
from laddereditor.reports.comparison.text import comparison_text
from tests.compare.comparing_samples import compared, ours


def lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.split("\n")]


def test_that_each_state_is_shown_by_a_sign() -> None:
    found = lines(comparison_text(compared("data/P1", "data/P2"), 200))
    assert (
        "Builds weekly reports within the project │ "
        "↑ Builds weekly reports [-within-] {+beyond+} the project"
    ) in [line.replace("[-within-]{+", "[-within-] {+") for line in found]
    assert "│ • Chooses how results are shown" in found
    assert "• Mentoring │ • Statistics (Working)" in found
    assert "SQL (Working) │ ↑ SQL (Working → Expert)" in found


def test_that_what_is_the_same_is_shown_by_its_sign_alone() -> None:
    found = lines(comparison_text(compared("levels/P1", "levels/P2"), 120))
    assert "Own tasks │ =" in found


def test_that_heads_name_columns_and_the_baseline() -> None:
    found = lines(comparison_text(compared("data/P1", "#analysis/P1", baseline=1), 120))
    assert found[0] == "Data Analyst P1 │ Analysis P1"
    assert "│ theirs.yaml" in found
    assert "│ (baseline)" in found


def test_that_the_ladder_its_version_and_the_date_are_below_the_columns() -> None:
    ladder = ours(version="2.1.0", effective="2026-05-04")
    words = " ".join(lines(comparison_text(compared("data/P1", "data/P2", ladder=ladder), 200)))
    assert words.endswith(
        f"Our ladder, version 2.1.0, in force from 2026-05-04; compared on {dt.date.today()}"
    )


def test_that_counts_are_under_the_heading_of_a_section() -> None:
    found = lines(comparison_text(compared("data/P1", "data/P2"), 120))
    place = next(n for n, line in enumerate(found) if line.startswith("── What you'd do"))
    assert found[place + 1] == "│ 1 only at P2, 2 reworded"


def test_that_a_heading_is_shown_once_over_its_rows() -> None:
    found = lines(comparison_text(compared("data/P1", "data/P2"), 120))
    assert found.count("Communication") == 1
    assert found.count("Tools") == 1


def test_that_inherited_text_says_so() -> None:
    found = lines(comparison_text(compared("data/P1", "levels/P1"), 200))
    assert "Guided (from level) │ =" in found


@pytest.mark.parametrize("width", [20, 40, 60, 100])
def test_that_no_line_is_wider_than_the_terminal(width: int) -> None:
    report = comparison_text(compared("data/P1", "data/P2", "levels/P1", "#analysis/P1"), width)
    assert max(map(text_width, report.split("\n"))) <= width


def test_that_narrow_columns_are_below_each_other_under_their_names() -> None:
    found = lines(comparison_text(compared("data/P1", "data/P2", "levels/P1"), 50))
    assert "Data Analyst P1 Junior Data Analyst" in found
    assert "Data Analyst P2 ≠ [-Junior-] Data Analyst" in found
    assert "Level P1 – not at Level P1" in found


def test_that_columns_of_one_family_are_named_by_their_level_where_it_is_narrow() -> None:
    found = lines(comparison_text(compared("data/P1", "data/P2", "data/M1"), 50))
    assert "P1 Junior Data Analyst" in found


def test_that_colour_is_only_there_when_asked_for_and_adds_no_words() -> None:
    comparison = compared("data/P1", "data/P2")
    plain, coloured = (
        comparison_text(comparison, 100),
        comparison_text(comparison, 100, colour=True),
    )
    assert "\x1b" not in plain
    assert "\x1b[32m" in coloured


def test_that_words_of_one_style_are_coloured_as_one() -> None:
    line = wrap([StyledRun("two words", "new"), StyledRun(" and plain")], 40)[0]
    assert painted(line, colour=True) == "\x1b[32mtwo words\x1b[0m and plain"


def test_that_control_characters_of_a_file_do_not_reach_the_terminal() -> None:
    nasty = "Red \x1b[31m alarm\x07 \u202e back"
    ladder = ours(families=[{"id": "x", "profiles": [{"level": "P1", "summary": nasty}]}])
    report = comparison_text(compared("x/P1", "x/P1", ladder=ladder), 100)
    assert not {"\x1b", "\x07", "\u202e"} & set(report)
    assert "Red [31m alarm back" in report


def test_that_nothing_left_to_show_is_reported() -> None:
    comparison = differences_only(compared("data/P1", "data/P1"))
    assert "Nothing differs." in comparison_text(comparison, 100)


def test_that_words_longer_than_a_line_are_cut_and_wide_letters_count_twice() -> None:
    assert [painted(line, colour=False) for line in wrap([StyledRun("abcdefg hi")], 4)] == [
        "abcd",
        "efg",
        "hi",
    ]
    assert [painted(line, colour=False) for line in wrap([StyledRun("漢字漢")], 4)] == [
        "漢字",
        "漢",
    ]


def test_that_a_word_of_two_styles_is_not_torn_apart() -> None:
    wrapped = wrap([StyledRun("one two"), StyledRun("three", "new")], 9)
    assert [painted(line, colour=False) for line in wrapped] == ["one", "twothree"]
