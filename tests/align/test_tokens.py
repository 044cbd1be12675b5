"""Into what pieces texts are cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laddereditor.align.tokens import bare, is_unspaced, pieces, words


@given(st.text())
def test_that_pieces_joined_give_the_text(text: str) -> None:
    assert "".join(pieces(text)) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the team's plan", ["the", " ", "team's", " ", "plan"]),
        ("on-call, 24/7", ["on-call", ",", " ", "24/7"]),
        ("10,000.50 €", ["10,000.50", " ", "€"]),
        ("C++ / C#", ["C++", " ", "/", " ", "C#"]),
        ("Re\u0301sume\u0301!", ["Re\u0301sume\u0301", "!"]),
        ("测试 plan", ["测", "试", " ", "plan"]),
        ("नमस्ते", ["नमस्ते"]),
        ("👩‍💻!", ["👩‍💻", "!"]),
        ("👍🏽 ok", ["👍🏽", " ", "ok"]),
        ("a  b", ["a", "  ", "b"]),
    ],
)
def test_that_a_piece_is_what_a_reader_sees_as_one(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


def test_that_words_are_of_one_case_and_parted_at_hyphens_between_words() -> None:
    assert words("Co-ordinates ON-SITE e-mail") == ("coordinates", "on", "site", "email")


def test_that_width_and_composition_of_letters_do_not_count() -> None:
    assert words("ＡＢＣ re\u0301gion") == ("abc", "r\u00e9gion")


def test_that_signs_that_mean_something_stay() -> None:
    assert bare("Growth > 5 %, yearly!") == "growth>5%yearly"


def test_that_scripts_without_spaces_are_known() -> None:
    assert [is_unspaced(sign) for sign in ("測", "テ", "ท", "한", "a")] == [True] * 3 + [False] * 2
