"""What says the same and is only written otherwise: a state between the same and reworded."""

import unicodedata
from typing import Any

import pytest

from laddereditor.compare.diff.wording.spelling import differ_only_in_spelling
from laddereditor.compare.sheet.comparing import compare
from laddereditor.compare.sheet.counting import counts_text, differences_only, total
from laddereditor.compare.sheet.level_summary import level_summary
from laddereditor.compare.sheet.subject import subject_at
from laddereditor.compare.sheet.table import Cell, Comparison, DifferenceCounts
from laddereditor.compare.sheet.track import step_size
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from laddereditor.reports.comparison.json_report import comparison_json
from laddereditor.reports.comparison.state_signs import state_word
from laddereditor.reports.comparison.text import comparison_text

WRITTEN_OTHERWISE = [
    ("en", "Makes sure that every order is right", "Make sure that every order is right"),
    ("en", "Checks the order before it leaves", "Checks the orders before it leaves"),
    ("en", "Checks the order before it leaves", "Checked the order before it leaves"),
    ("en", "Keeps the workshop tidy", "Keeps workshop tidy"),
    ("en", "Keeps the workshop tidy", "Keep workshop tidy"),
    ("en", "Explains delays to customers", "Explains dealys to customers"),
    ("en", "Explains delays to customers", "Explains delays to to customers"),
    ("en", "Explains delays to customers", "explains delays to customers."),
    ("en", "Files the 'red' forms", "Files the “red” forms"),
    ("en", "Files the red forms", "Files  the red\u00a0forms"),
    ("fr", "Prépare les commandes", unicodedata.normalize("NFD", "Prépare les commandes")),
    ("de", "Prüft die Bestellungen der Kunden", "Prüft Bestellungen der Kunden"),
    ("de", "Schreibt den Bericht", "Schreibt den Berichtt"),
    ("es", "Revisa los pedidos", "Revisa pedidos"),
]
SAYING_SOMETHING_ELSE = [
    ("en", "Keeps two workshops tidy", "Keeps three workshops tidy"),
    ("en", "Keeps 15 workshops tidy", "Keeps 1.5 workshops tidy"),
    ("en", "Keeps the workshop tidy", "Keeps workshops tidy"),
    ("en", "Leads a project", "Leads projects"),
    ("en", "Does the books alone", "Does not do the books alone"),
    ("en", "Keeps the workshop tidy", "Keeps the office tidy"),
    ("en", "Works with guidance", "Works without guidance"),
    ("en", "Plans the week", "Plans the week of the team"),
    ("en", "Explains delays to customers", "Tells customers early about delays"),
    ("en", "The", "A"),
    ("en", "…", "–"),
]


@pytest.mark.parametrize(("language", "before", "after"), WRITTEN_OTHERWISE)
def test_that_slips_forms_and_articles_are_no_difference_in_meaning(
    language: str, before: str, after: str
) -> None:
    assert differ_only_in_spelling(before, after, language)
    assert differ_only_in_spelling(after, before, language)


@pytest.mark.parametrize(("language", "before", "after"), SAYING_SOMETHING_ELSE)
def test_that_other_words_and_numbers_are_a_difference(
    language: str, before: str, after: str
) -> None:
    assert not differ_only_in_spelling(before, after, language)
    assert not differ_only_in_spelling(after, before, language)


def _two_levels(before: list[Any], after: list[Any], **more: Any) -> Comparison:
    ladder = Ladder.model_validate(
        {
            "laddereditor": 1,
            "id": "shop",
            "name": "Shop",
            "language": "en",
            "tracks": [{"id": "p", "code": "P", "name": "P"}],
            "levels": [{"id": code, "name": code, "track": "p"} for code in ("P1", "P2")],
            "families": [
                {
                    "id": "shop",
                    "name": "Shop",
                    "profiles": [
                        {"level": "P1", "responsibilities": before},
                        {"level": "P2", "responsibilities": after, **more},
                    ],
                }
            ],
        }
    )
    return compare([subject_at(ladder, Address(f"shop/{code}")) for code in ("P1", "P2")])


def _cells(found: Comparison) -> list[Cell]:
    return [row.cells[1] for row in found.rows if row.field == "responsibilities"]


def test_that_the_state_stands_in_cells_counts_signs_and_json() -> None:
    found = _two_levels(
        ["Keeps the workshop tidy", "Orders stock"], ["Keep workshop tidy", "Orders stock"]
    )
    assert [cell.state for cell in _cells(found)] == ["spelling", "same"]
    section = next(one for one in found.sections if one.field == "responsibilities")
    assert section.counts[1] == DifferenceCounts(same=1, spelling=1)
    assert counts_text(section.counts[1]) == "1 the same, 1 the same but for spelling"
    row = next(row for row in section.rows if row.cells[1].state == "spelling")
    assert state_word(found, row, 1) == "Same but for spelling"
    assert "≃" in comparison_text(found)
    said = [cell["state"] for one in comparison_json(found)["rows"] for cell in one["cells"][1:]]
    assert "spelling" in said


def test_that_it_counts_as_what_stays() -> None:
    found = _two_levels(["Keeps the workshop tidy"], ["Keep workshop tidy"])
    summary = level_summary(found, 1)
    assert summary.items == ()
    assert summary.stays == (("What you'd do", 1),)
    counts = total(one.counts[1] for one in found.sections if one.field == "responsibilities")
    assert step_size(found, 1).share == 0.0
    assert counts.staying == 1


def test_that_differences_only_keeps_what_is_written_otherwise() -> None:
    found = differences_only(_two_levels(["Keeps the workshop tidy"], ["Keep workshop tidy"]))
    assert [cell.state for cell in _cells(found)] == ["spelling"]


def test_that_other_examples_are_more_than_spelling() -> None:
    found = _two_levels(
        [{"text": "Keeps the workshop tidy", "examples": ["Sweeps"]}],
        [{"text": "Keep workshop tidy", "examples": ["Sorts tools"]}],
    )
    assert [cell.state for cell in _cells(found)] == ["reworded"]


def test_that_names_and_codes_count_letter_by_letter() -> None:
    found = _two_levels(["Greets"], ["Greets"], title="P1 Shops")
    title = next(row for row in found.rows if row.field == "title")
    assert [cell.text for cell in title.cells] == ["P1 Shop", "P1 Shops"]
    assert title.cells[1].state == "changed"
