"""Long words break where a reader expects it."""

import pytest
from PySide6.QtWidgets import QApplication

from laddereditor.gui.text.layout import lay_out
from laddereditor.presentation.text.hyphens import JOINER, SOFT, with_soft_hyphens


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
    pieces = with_soft_hyphens(word).split(SOFT)
    ends = ["".join(pieces[:n]) for n in range(len(pieces) + 1)]
    assert first in ends
    assert "".join(pieces) == word
    assert last


def test_that_short_words_stay_whole() -> None:
    assert with_soft_hyphens("Plans routes within the whole region") == (
        "Plans routes within the whole region"
    )


def test_that_no_piece_is_without_a_vowel_or_very_short_at_an_edge() -> None:
    pieces = with_soft_hyphens("Softwareentwicklungsprozesse").split(SOFT)
    assert len(pieces[0]) >= 3
    assert len(pieces[-1]) >= 3
    assert all(any(letter in "aeiouäöü" for letter in piece.lower()) for piece in pieces)


def lines_of(text: str, width: int) -> list[str]:
    layout = lay_out(text, width, QApplication.font()).layout
    lines = (layout.lineAt(place) for place in range(layout.lineCount()))
    return [layout.text()[one.textStart() : one.textStart() + one.textLength()] for one in lines]


@pytest.mark.parametrize("width", range(160, 400, 20))
def test_that_a_word_with_room_on_a_line_is_never_broken(qapp: QApplication, width: int) -> None:
    text = "Coordinates responsibilities, cross-functional communication and infrastructure work"
    whole = {piece for word in text.split() for piece in (word, *word.partition("-"))}
    for line in lines_of(text, width):
        assert SOFT not in line
        assert {word if word in whole else word.rstrip("-") for word in line.split()} <= whole


@pytest.mark.parametrize("width", range(60, 200, 7))
@pytest.mark.parametrize(
    "text",
    [
        "Verantwortung, Kundengespräche, Ausbildung, Freigaben, strategische Zusammenarbeit",
        "Rechtsschutzversicherungsgesellschaften beraten Personalverantwortliche",
        "Coordinates responsibilities, communication, infrastructure, stakeholders (external)",
    ],
)
def test_that_no_word_is_split_without_a_hyphen_however_narrow_the_column(
    qapp: QApplication, width: int, text: str
) -> None:
    for line in lines_of(text, width)[:-1]:
        assert line.endswith((" ", "-", SOFT)), line


def test_that_a_word_without_room_is_broken_at_a_syllable(qapp: QApplication) -> None:
    lines = lines_of("Plant Softwareentwicklungsprozesse", 120)
    assert len(lines) > 1
    assert all(line.endswith(SOFT) for line in lines[:-1])


@pytest.mark.parametrize("width", range(90, 260, 10))
def test_that_words_with_a_slash_stay_whole(qapp: QApplication, width: int) -> None:
    lines = lines_of("Senior AI/ML Engineer for CI/CD work", width)
    words = [word.replace(JOINER, "") for line in lines for word in line.split()]
    assert words == ["Senior", "AI/ML", "Engineer", "for", "CI/CD", "work"]


def test_that_a_chain_of_slashes_without_room_breaks_behind_a_slash(qapp: QApplication) -> None:
    lines = lines_of("requirements/architecture/operations", 120)
    assert [line.rstrip() for line in lines[:-1]] == ["requirements/", "architecture/"]
