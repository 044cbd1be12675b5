"""Finding phrases of a word list in texts."""

import pytest

from laddereditor.rules.words import WordList

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
    assert WORDS.among(["Other", text]).find(text) == found


def test_that_only_phrases_which_are_in_the_texts_are_kept() -> None:
    kept = WORDS.among(["Is TBD.", "Was to be Defined."])
    assert [phrase for phrase, _ in kept.phrases] == ["to be defined", "tbd"]


def test_that_phrases_are_found_in_the_texts_that_have_one() -> None:
    texts = ["Leads", "Scope is TBD.", "atbd", "Criteria for P3", "What is it ???", "\u0130TBD tbd"]
    found = list(WORDS.found_in(texts))
    assert found == [(1, "TBD"), (3, "Criteria for"), (4, "???"), (5, "tbd")]
    assert found == [(n, WORDS.find(text)) for n, text in enumerate(texts) if WORDS.find(text)]
    assert list(WORDS.found_in(["Leads", ""])) == []
