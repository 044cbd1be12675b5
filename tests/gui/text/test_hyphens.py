"""Long words break where a reader expects it."""

import pytest

from laddereditor.presentation.text.hyphens import SOFT, softened


@pytest.mark.parametrize(
    ("word", "seam"),
    [
        ("Verantwortungsbereich", "Verantwortungs|bereich"),
        ("Geschwindigkeitsbegrenzung", "Geschwindigkeits|begrenzung"),
        ("Gesellschaftsvertrag", "Gesellschafts|vertrag"),
        ("Qualitätssicherungsplan", "Qualitäts|sicherungsplan"),
    ],
)
def test_that_a_compound_breaks_at_its_seam(word: str, seam: str) -> None:
    first, last = seam.split("|")
    pieces = softened(word).split(SOFT)
    ends = ["".join(pieces[:n]) for n in range(len(pieces) + 1)]
    assert first in ends
    assert "".join(pieces) == word
    assert last


def test_that_short_words_stay_whole() -> None:
    assert softened("Plans routes within the whole region") == (
        "Plans routes within the whole region"
    )


def test_that_no_piece_is_without_a_vowel_or_very_short_at_an_edge() -> None:
    pieces = softened("Softwareentwicklungsprozesse").split(SOFT)
    assert len(pieces[0]) >= 3
    assert len(pieces[-1]) >= 3
    assert all(any(letter in "aeiouäöü" for letter in piece.lower()) for piece in pieces)
