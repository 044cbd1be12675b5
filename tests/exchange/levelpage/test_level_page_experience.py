"""Years of experience as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laddereditor.exchange.levelpage.experience import parse_experience
from laddereditor.model.level import Experience


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("3–5 yrs", 3, 5),
        ("3-5 years", 3, 5),
        ("3 — 5 Years of experience", 3, 5),
        ("3 to 5", 3, 5),
        ("between 3 and 5 years", 3, 5),
        ("three to five years", 3, 5),
        ("0-1 year", 0, 1),
        ("1.5–3 years", 1.5, 3),
        ("5–8+ years", 5, None),
        ("5-8 or more", 5, None),
        ("10+", 10, None),
        ("10 + yrs.", 10, None),
        ("10 years or more", 10, None),
        ("at least 10 years", 10, None),
        ("minimum of 2 years' experience", 2, None),
        ("over 15 years", 15, None),
        ("up to 2", None, 2),
        ("less than 2 years", None, 2),
        ("2 years or less", None, 2),
        ("about 4 years", 4, 4),
        ("1 year", 1, 1),
        ("none", 0, 0),
        ("No prior experience required", 0, 0),
        ("6–18 months", 0.5, 1.5),
    ],
)
def test_that_a_range_is_read(text: str, low: float | None, high: float | None) -> None:
    assert parse_experience(text) == Experience(min=low, max=high)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "it depends",
        "years",
        "5–3 years",
        "3–5 years in bakeries",
        "6 months to 2 years",
        "3, 5 or 7",
        "100 years",
        "-3",
        "3–5–7",
        "junior",
    ],
)
def test_that_other_words_are_no_range(text: str) -> None:
    assert parse_experience(text) is None


@given(st.text(alphabet="0123456789-–+ toyears.<>≥", max_size=25))
def test_that_no_text_breaks_the_reading(text: str) -> None:
    found = parse_experience(text)
    if found and found.min is not None and found.max is not None:
        assert found.min <= found.max
