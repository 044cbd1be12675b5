"""Finding phrases of a word list in texts."""

import time

import pytest

from laddereditor.rules.words import WordList, words_of

WORDS = WordList.of(["TBD", "to be defined", "yet to be defined", "^Criteria for", "???", "XXX"])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Scope is TBD.", "TBD"),
        ("tbd", "tbd"),
        ("atbd tbds", ""),
        ("atbd, then Tbd", "Tbd"),
        ("What is it???", ""),
        ("What is it ???", "???"),
        ("Criteria for P3", "Criteria for"),
        ("All criteria for P3", ""),
        ("\nCriteria for P3", ""),
        ("It is yet to be defined", "yet to be defined"),
        ("It is to be defined, TBD", "to be defined"),
        ("xxxxxxxxx", ""),
        ("\u0130\u0130 TBD later", "TBD"),
        ("\u0130TBD", ""),
    ],
)
def test_that_the_first_phrase_at_word_boundaries_is_found_as_written(
    text: str, found: str
) -> None:
    assert WORDS.find(text) == found


def test_that_only_phrases_whose_words_are_there_are_looked_for() -> None:
    kept = WORDS.among(words_of(["Is TBD.", "Was to be Defined."]))
    assert [one.written for one in kept] == ["to be defined", "???", "tbd"]
    assert [one.written for one in WORDS.among(words_of(["Leads"]))] == ["???"]


def test_that_all_phrases_of_a_text_are_marked_and_none_inside_another() -> None:
    text = "TBD: yet to be defined, or tbd"
    marked = [text[start:end] for start, end in WORDS.spans(text)]
    assert marked == ["TBD", "yet to be defined", "tbd"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("TODO", "TODO"),
        ("Scope: TODO", "TODO"),
        ("Orienta todo o time", ""),
        ("ORIENTA TODO O TIME", ""),
        ("Todo: write this", "Todo:"),
        ("A method for todo: no", ""),
        ("Nog open.", "Nog open"),
        ("Nog open voor een gesprek", ""),
    ],
)
def test_that_an_exact_phrase_needs_its_case_and_one_with_a_sign_its_place(
    text: str, found: str
) -> None:
    assert WordList.of(["^todo:", "nog open$"], ["TODO"]).find(text) == found


def test_that_a_hundred_thousand_phrases_are_looked_through_at_once() -> None:
    many = WordList.of(f"word{number} thing" for number in range(100_000))
    start = time.process_time()
    assert many.find("a word7 thing") == "word7 thing"
    assert time.process_time() - start < 0.2
