"""Texts that are written without quotes."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from laddereditor.storage.text.align import align
from laddereditor.storage.text.words import one_line

WORDS = st.text("Aany0-9 ,.;()'/:#[]{}?!&*%@\n\té\U0001f600", min_size=1, max_size=12)


@given(WORDS, st.booleans())
def test_that_words_read_as_themselves_without_and_within_brackets(text: str, flow: bool) -> None:
    written = one_line(text, flow=flow)
    assert yaml.safe_load(f"[{written}]" if flow else f"- {written}") == [text]


@pytest.mark.parametrize("text", ["Leads a team", "Plans, and (at times) builds", "It's a - b"])
def test_that_plain_words_are_written_without_quotes(text: str) -> None:
    assert one_line(text) == text


@pytest.mark.parametrize("text", ["yes", "Null", "Leads: a team", "Leads #1 and", "Leads a ", "n"])
def test_that_what_yaml_would_read_otherwise_is_quoted(text: str) -> None:
    assert one_line(text) == f'"{text}"'


def test_that_a_changed_item_before_many_new_ones_keeps_its_place() -> None:
    new = ["Leads a large team", *(f"Line {number}" for number in range(1000))]
    assert align(["Leads a team"], new) == [0, *[None] * 1000]


def test_that_a_named_item_is_found_again_among_items_without_a_name() -> None:
    old = ["Leads", {"text": "Plans", "examples": ["A"]}]
    assert align(old, ["New", {"text": "Plans", "examples": ["B"]}, "Newer"]) == [0, 1, None]
