"""Equivalents of levels and families: saved, joined, shown by scheme, compared and merged."""

from typing import Any

from laddereditor.compare.diff.applying.applying import apply
from laddereditor.compare.diff.diffing import diff
from laddereditor.compare.merge.merging import merge
from laddereditor.compare.sheet.matrix import matrix
from laddereditor.edits.fields import set_field
from laddereditor.edits.joining import joined
from laddereditor.model.address import Address
from laddereditor.model.equivalent import Equivalent, equivalent_text
from laddereditor.model.equivalents import schemes_of, with_equivalents
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.forms.equivalent_schemes import schemes_for_text
from laddereditor.presentation.tree.nodes import TreeBuilder
from laddereditor.reports.page.reader_page import page_of
from laddereditor.reports.page.texts import equivalent_item
from laddereditor.storage.files.document import new_document, read_text, update
from tests.edits.samples import sample

P3, M1, DATA = Address("levels/P3"), Address("levels/M1"), Address("families/data")
SURVEY = Equivalent(scheme="Survey", code="C31", name="Career", confidence="confirmed")
ACME = Equivalent(scheme="Acme", code="E4", confidence="proposed")


def put(ladder: Ladder, address: Address, *found: Equivalent) -> Ladder:
    return set_field(ladder, address, "equivalents", found).change(ladder)


def filled() -> Ladder:
    ladder = put(put(sample(), P3, SURVEY, ACME), M1, SURVEY)
    return put(ladder, DATA, Equivalent(scheme="survey", code="7", note="Roughly"))


def test_that_a_save_adds_one_line_for_each() -> None:
    before = new_document(sample())
    text = update(before, filled()).text
    assert read_text(text).ladder == filled()
    line = "      - {scheme: Survey, code: C31, name: Career, confidence: confirmed}\n"
    assert text.count(line) == 2


def test_that_the_schemes_of_a_ladder_are_known_whatever_their_case() -> None:
    assert schemes_of(filled()) == ["Acme", "Survey"]
    assert schemes_for_text(filled(), "ur") == ["Survey"]
    held = {str(address): len(found) for address, found in with_equivalents(filled()) if found}
    assert held == {"levels/P3": 2, "levels/M1": 1, "families/data": 1}


def test_that_the_matrix_of_levels_has_a_row_for_each_scheme_with_gaps() -> None:
    found = matrix(filled(), Address("levels"))
    rows = [row for row in found.rows if row.section == "equivalents" and row.cells]
    texts: dict[str, dict[str, Any]] = {
        row.heading: {
            column.level: cell.text
            for column, cell in zip(found.columns, row.cells, strict=True)
            if cell.text
        }
        for row in rows
    }
    assert texts == {
        "Survey": {"P3": "C31 Career", "M1": "C31 Career"},
        "Acme": {"P3": "E4 (proposed)"},
    }
    states = {cell.state for row in rows for cell in row.cells}
    assert "gap" in states


def test_that_equivalents_are_read_in_words() -> None:
    assert equivalent_text(SURVEY) == "C31 Career"
    item = equivalent_item(ACME)
    assert (item.text, item.remark) == ("Acme: E4", "proposed")


def test_that_changes_of_them_ask_nothing_of_people_and_are_taken() -> None:
    changes = diff(sample(), filled())
    assert apply(changes, sample()) == filled()
    assert {change.effect for change in changes} == {"neutral"}


def test_that_those_of_both_sides_are_merged_and_joined() -> None:
    base = put(sample(), P3, SURVEY)
    merged = merge(base, put(base, P3, SURVEY, ACME), put(base, DATA, ACME))
    assert not merged.conflicts
    assert merged.ladder == put(put(base, P3, SURVEY, ACME), DATA, ACME)
    one, other = (put(sample(), P3, found).levels[2] for found in (SURVEY, ACME))
    assert joined(one, other).equivalents == (SURVEY, ACME)


def test_that_a_guess_is_marked_on_pages() -> None:
    ladder = set_field(sample(), P3, "inferred", True).change(sample())
    ladder = set_field(ladder, P3, "pay", {"ranges": [{"market": "US", "inferred": True}]}).change(
        ladder
    )
    page = page_of(ladder, ladder.levels[2])
    assert page.title == "inferred"
    (pay,) = [section for section in page.sections if section.field == "pay"]
    assert pay.items[0].remark == "inferred"
    assert page_of(sample(), sample().levels[2]).title == ""
    assert {change.effect for change in diff(sample(), ladder)} == {"neutral"}
    node = TreeBuilder().build(ladder).children[1].children[0].children[2]
    assert (node.badge, node.muted) == ("P3", True)
