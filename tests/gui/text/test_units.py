"""Places in code points and in UTF-16 units."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laddereditor.presentation.text.units import (
    flag_around,
    flag_before,
    flag_behind,
    is_picture,
    to_place,
    to_units,
)


def test_that_an_emoji_is_one_place_and_two_units() -> None:
    assert to_units("a🚀b", 2) == 3
    assert to_place("a🚀b", 3) == 2


def test_that_a_unit_inside_of_a_sign_counts_up_to_its_start() -> None:
    assert to_place("a🚀b", 2) == 1


@given(st.text(), st.data())
def test_that_a_place_comes_back(text: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(text)))
    assert to_place(text, to_units(text, place)) == place


@pytest.mark.parametrize(
    ("sign", "is_one"),
    [
        ("🇩🇪", True),
        ("👩‍👩‍👧", True),
        ("👍🏽", True),
        ("🚀", False),
        ("e\u0301", False),
        ("x", False),
    ],
)
def test_that_backspace_takes_pictures_of_several_signs_as_one(sign: str, is_one: bool) -> None:
    assert is_picture(sign) is is_one


def test_that_every_two_halves_in_a_row_are_a_flag() -> None:
    text = "🚀🇩🇪🇫🇷"
    assert [flag_around(text, place) for place in range(6)] == [
        None,
        None,
        (1, 3),
        None,
        (3, 5),
        None,
    ]
    assert (flag_before(text, 3), flag_behind(text, 3)) == ((1, 3), (3, 5))
    assert (flag_before(text, 2), flag_behind(text, 2)) == (None, None)
    assert flag_behind("🇩", 0) is None, "half a flag alone is none"
