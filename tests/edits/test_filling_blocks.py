"""Blocks of cells as spreadsheets copy them, and values as texts of cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laddereditor.edits.cell_block import one_cell, read_block, write_block
from laddereditor.edits.cell_texts import (
    experience_text,
    range_text,
    read_choice,
    read_experience,
    read_statements,
    statement_cell,
)
from laddereditor.edits.lines import split_lines
from laddereditor.model.level import Experience
from laddereditor.model.pay import PayRange
from laddereditor.model.statement import ExampledStatement, make_statement
from tests.strategies import filled_lines

_cells = st.text('ab "\t\n,;–é', max_size=6)
_blocks = st.integers(1, 3).flatmap(
    lambda width: st.lists(st.tuples(*[_cells] * width), min_size=1, max_size=4).map(tuple)
)


@given(_blocks)
def test_that_a_block_is_read_as_it_was_written(block: tuple[tuple[str, ...], ...]) -> None:
    assert read_block(write_block(block)) == block


def test_that_a_quoted_cell_of_a_spreadsheet_keeps_its_lines_tabs_and_quotes() -> None:
    text = 'one\t"first\nsecond ""so"" said\tx"\r\nthree\t\r\n'
    assert read_block(text) == (("one", 'first\nsecond "so" said\tx'), ("three", ""))


def test_that_a_quote_which_is_not_closed_is_only_a_quote() -> None:
    assert read_block('"Yes" she said\tb') == (('"Yes" she said', "b"),)
    assert read_block('5" pipe\t"open') == (('5" pipe', '"open'),)


@pytest.mark.parametrize("text", ['"Senior"', '""', '"a" b', '"Senior"\tb'])
def test_that_quotes_around_a_plain_text_are_part_of_it(text: str) -> None:
    assert read_block(text)[0][0] == text.partition("\t")[0]


@pytest.mark.parametrize(
    ("copied", "cell"),
    [
        ('"Survey\r\n2025"\r\n', "Survey\n2025"),
        ('"Survey\n2025"', "Survey\n2025"),
        ('"say ""yes"""\r\n', 'say "yes"'),
        ("Mentoring\r\n", "Mentoring"),
        ("Mentoring \r\n", "Mentoring"),
        (" and more", " and more"),
        ('"Senior"', '"Senior"'),
        ("two\r\nlines", "two\nlines"),
        ("a\tb\n", "a\tb\n"),
        ("", ""),
    ],
)
def test_that_one_copied_cell_is_its_text_alone(copied: str, cell: str) -> None:
    assert one_cell(copied) == cell


def test_that_a_cell_with_a_line_break_is_one_statement() -> None:
    copied = '"Survey\r\n2025"\r\nNext\r\n"He says ""no"""\r\n'
    assert split_lines(copied) == ("Survey 2025", "Next", 'He says "no"')


def test_that_short_rows_are_filled_up() -> None:
    assert read_block("a\tb\nc") == (("a", "b"), ("c", ""))


def test_that_a_blank_line_in_the_middle_is_a_row() -> None:
    assert read_block("a\n\nb\n") == (("a",), ("",), ("b",))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("3-5", 3, 5),
        ("3–5", 3, 5),
        (" 3 to 5 years ", 3, 5),
        ("10+", 10, None),
        ("10 + yrs", 10, None),
        ("up to 2", None, 2),
        ("≤ 2", None, 2),
        ("4", 4, 4),
        ("0,5–1.5", 0.5, 1.5),
    ],
)
def test_that_years_are_read_as_people_write_them(
    text: str, low: float | None, high: float | None
) -> None:
    assert read_experience(text) == Experience(min=low, max=high)


@pytest.mark.parametrize("text", ["abc", "3-5-7", "5-3", "May 3", "3-", "+", "1e3", "-2"])
def test_that_other_texts_are_no_years(text: str) -> None:
    with pytest.raises(ValueError, match=r"years"):
        read_experience(text)


_years = st.none() | st.integers(0, 40) | st.sampled_from([0.5, 2.5])


@given(_years, _years)
def test_that_years_are_read_as_they_were_written(low: float | None, high: float | None) -> None:
    if low is not None and high is not None and low > high:
        low, high = high, low
    years = Experience(min=low, max=high)
    empty = low is None and high is None
    assert read_experience(experience_text(years)) == (None if empty else years)


def test_that_a_choice_is_taken_by_its_value_or_its_words_in_any_case() -> None:
    options = [("nonexempt", "Nonexempt"), ("", "Any")]
    assert read_choice(" NONEXEMPT ", options) == "nonexempt"
    assert read_choice("any", options) == ""
    with pytest.raises(ValueError, match="Nonexempt, Any"):
        read_choice("maybe", options)


@given(filled_lines, st.lists(filled_lines.filter(lambda one: not one.startswith("–")), max_size=2))
def test_that_a_statement_is_read_as_it_was_written(text: str, examples: list[str]) -> None:
    statement = make_statement(text, tuple(examples))
    assert read_statements(statement_cell(statement)) == (statement,)


def test_that_lines_of_a_cell_are_statements_of_their_own() -> None:
    assert read_statements("• Leads\n• Plans\n\n") == ("Leads", "Plans")


def test_that_lines_with_dashes_below_a_statement_are_its_examples() -> None:
    (found,) = read_statements("Leads\n– a team\n–a guild")
    assert found == ExampledStatement(text="Leads", examples=("a team", "a guild"))


def test_that_unknown_keys_of_a_statement_stay_with_its_new_text() -> None:
    old = ExampledStatement.model_validate({"text": "Leads", "owner": "Mara"})
    (found,) = read_statements("Plans", old)
    assert isinstance(found, ExampledStatement)
    assert (found.text, found.model_extra) == ("Plans", {"owner": "Mara"})


def test_that_a_pay_range_is_one_line() -> None:
    pay = PayRange.model_validate(
        {"market": "US", "currency": "USD", "min": 78000, "max": 106000.5, "as_of": "2026-07-01"}
    )
    assert range_text(pay) == "78,000 – 106,000.5 USD, as of 2026-07-01"
