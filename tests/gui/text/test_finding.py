"""Where a text is found in another one, and which signs of it are marked."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laddereditor.presentation.text.finding import contains, places_in_text


@pytest.mark.parametrize(
    ("text", "wanted", "marked"),
    [
        ("Plans routes", "ROUTES", ["routes"]),
        ("Café in Zürich", "zurich", ["Zürich"]),
        ("Große Straße", "strasse", ["Straße"]),
        ("two\u2028lines  here", "two lines here", ["two\u2028lines  here"]),
        ("respon\u00adsi\u00adbility", "responsibility", ["respon\u00adsi\u00adbility"]),
        ("on and on", "on", ["on", "on"]),
        ("aaa", "aa", ["aa"]),
        ("Plans routes", " routes ", ["routes"]),
        ("Plans routes", "carriers", []),
        ("Plans routes", " ", []),
        ("", "x", []),
    ],
)
def test_that_case_accents_and_line_breaks_do_not_count(
    text: str, wanted: str, marked: list[str]
) -> None:
    assert [text[start:end] for start, end in places_in_text(text, wanted)] == marked
    assert contains(text, wanted) == bool(marked)


@given(st.text(max_size=8), st.text(min_size=1, max_size=4), st.text(max_size=8))
def test_that_a_text_is_found_wherever_it_stands(before: str, wanted: str, after: str) -> None:
    text = f"{before} {wanted} {after}"
    places = places_in_text(text, wanted)
    assert bool(places) == contains(text, wanted)
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(one[1] <= other[0] for one, other in pairwise(places))
