"""Numbers and ranges that count something else than years, as people write them."""

import pytest

from laddereditor.edits.cells.reading import read_field
from laddereditor.edits.cells.records import read_cell
from laddereditor.edits.reading.conventions import USUAL
from laddereditor.edits.reading.years import read_years
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.model.level import Experience
from laddereditor.model.paths import FieldPath
from laddereditor.model.pay import PayRange

BUDGET = FieldSpec(
    name=FieldPath("budget"), title="Budget", help="", shape="number", unit="EUR a year"
)
NOTICE = FieldSpec(
    name=FieldPath("notice"), title="Notice", help="", shape="experience", unit="weeks"
)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("2–4", 2, 4),
        ("2 – 4 weeks", 2, 4),
        ("2 weeks to 4 weeks", 2, 4),
        ("1 week", 1, 1),
        ("10+ weeks", 10, None),
        ("up to 2 weeks", None, 2),
        ("1,000–2,000", 1000, 2000),
    ],
)
def test_that_a_range_is_read_with_the_unit_of_its_field(
    text: str, low: float | None, high: float | None
) -> None:
    assert read_field(NOTICE, text) == Experience(min=low, max=high)


@pytest.mark.parametrize("text", ["5 years", "6 months", "3–5 yrs", "2 weeks 400", "2~400", "2 4"])
def test_that_another_unit_or_two_numbers_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"weeks|not a number"):
        read_field(NOTICE, text)


def test_that_weeks_keep_every_digit() -> None:
    assert read_field(NOTICE, "0.1255–2") == Experience(min=0.1255, max=2)


def test_that_a_range_without_a_unit_is_read() -> None:
    assert read_years("3–5", unit="") == Experience(min=3, max=5)
    with pytest.raises(ValueError, match="write the range as"):
        read_years("3 weeks", unit="")


@pytest.mark.parametrize("text", ["60000", "60000 EUR a year", "60 000 eur a year"])
def test_that_a_number_may_have_its_unit_behind_it(text: str) -> None:
    assert read_field(BUDGET, text) == 60000


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("EUR a year", "Not a number"),
        ("a year", "Not a number"),
        ("60000 USD a year", "“60000 USD a year” is more than a number"),
        ("1.5m", "“1.5m” is more than a number"),
    ],
)
def test_that_a_unit_without_a_number_and_other_words_are_refused(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        read_field(BUDGET, text)


def test_that_an_amount_of_pay_may_have_its_unit_behind_it() -> None:
    spec = field_specs(PayRange)["min"]
    assert read_cell(spec, "$60,000 a year", "USD", USUAL) == {"min": 60000}
    assert read_cell(spec, "60k a year", "", USUAL) == {"min": 60000}
    with pytest.raises(ValueError, match="more than a number"):
        read_cell(spec, "60000 a month", "USD", USUAL)
