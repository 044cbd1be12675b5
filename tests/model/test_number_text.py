"""Numbers as text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laddereditor.model.number_text import number_text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (0, "0"),
        (3.0, "3"),
        (2.5, "2.5"),
        (61234.56, "61234.56"),
        (1234567.25, "1234567.25"),
        (0.00001, "0.00001"),
        (10**25, "1" + "0" * 25),
    ],
)
def test_that_every_digit_of_a_number_is_in_its_text(value: float | None, text: str) -> None:
    assert number_text(value) == text


def test_that_commas_separate_the_thousands_where_it_is_asked_for() -> None:
    assert number_text(1234567.25, grouped=True) == "1,234,567.25"
    assert number_text(60000, grouped=True) == "60,000"


@given(st.integers() | st.floats(allow_nan=False, allow_infinity=False))
def test_that_the_text_of_a_number_means_the_same_number(value: float) -> None:
    text = number_text(value)
    assert "e" not in text
    assert (int(text) if isinstance(value, int) else float(text)) == value
