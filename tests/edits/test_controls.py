"""Control characters become what was meant, or are left out and named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laddereditor.edits.reading.controls import left_out, without_controls


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("One\vTwo", "One\nTwo"),
        ("One\r\nTwo\rThree\x0cFour\x85Five", "One\nTwo\nThree\nFour\nFive"),
        ("co\x1eop", "co\u2011op"),
        ("long\x1fword", "long\u00adword"),
        ("the team\x92s \x93plan\x94 \x96 done", "the team’s “plan” – done"),
        ("a\x00b\x07c\x7fd\ufdd0e\uffff", "abcde"),
        ("tab\tstays\u00a0\u202f\u2028\u2029", "tab\tstays\u00a0\u202f\u2028\u2029"),
        ("🚀 e\u0301 🇩🇪 \u200fשלום\u202c", "🚀 e\u0301 🇩🇪 \u200fשלום\u202c"),
    ],
)
def test_that_control_characters_become_what_was_meant(text: str, meant: str) -> None:
    assert without_controls(text) == meant


def test_that_what_is_left_out_is_named() -> None:
    assert left_out("a\x00b\x07") == "Control characters were left out: NUL, BEL."
    assert left_out("a\vb\x92") == ""


def test_that_many_signs_are_named_in_part() -> None:
    assert left_out("\x00\x01\x02\x03").endswith("NUL, U+0001, U+0002, ….")


@given(st.text())
def test_that_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = without_controls(text)
    assert without_controls(once) == once
    assert not left_out(once)


def test_that_a_text_that_is_quickly_seen_to_be_plain_is_read_like_any_other() -> None:
    codes = [*range(0x300), *range(0x2000, 0x2070), *range(0xD7F0, 0xE010), *range(0xFDC0, 0x10010)]
    for text in (f"a{chr(code)}b\nc" for code in codes):
        assert without_controls(text) == without_controls("\x00" + text), ascii(text)
