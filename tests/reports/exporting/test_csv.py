"""CSV lists: what they hold, and what comes back of them."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from laddereditor.edits.cell_block import as_text
from laddereditor.edits.parts.csv_cells import guarded, unguarded
from laddereditor.edits.parts.rebuilding import rebuilt
from laddereditor.edits.parts.returning import Returning
from laddereditor.exchange.returned.csv_list import read_csv_export
from laddereditor.model.ladder import Ladder
from laddereditor.reports.exporter import ExportScope
from tests.examples import examples
from tests.reports.exporting.returned import carried, exported
from tests.reports.exporting.test_export_scope import ladder
from tests.strategies import ladders


def rows_of(found: Ladder, scope: ExportScope | None = None) -> list[dict[str, str]]:
    text = exported(found, "csv", scope or ExportScope("hr")).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def returned(rows: list[dict[str, str]], delimiter: str = ",") -> Returning:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    table = read_csv_export(out.getvalue(), "x.csv")
    assert table is not None
    found = Returning(ladder())
    found.take(table.cells)
    found.notes += table.notes
    return found


@settings(max_examples=examples(40), deadline=None)
@given(ladders())
def test_that_a_ladder_comes_back_the_same(found: Ladder) -> None:
    table = read_csv_export(exported(found, "csv").decode("utf-8"), "x.csv")
    assert table is not None and not table.notes
    assert [cell for cell in table.cells if cell.is_edited] == []
    said = {address: fields for address, fields in carried(found).items() if any(fields.values())}
    again = carried(rebuilt(table))
    assert {address: again.get(address) for address in said} == said


@given(st.text("'=+-@ax\n", max_size=5))
def test_that_no_cell_is_a_formula_and_each_comes_back(text: str) -> None:
    cell = guarded(text)
    assert as_text(cell) is cell and unguarded(cell) == text


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_that_only_what_was_edited_changes(delimiter: str) -> None:
    rows = rows_of(ladder())
    (bakes,) = (row for row in rows if row["Text"] == "Bakes")
    bakes["Text"] = "=Bakes bread"
    found = returned(rows, delimiter)
    assert found.notes == []
    assert found.ladder.families[0].profiles[1].responsibilities == ("=Bakes bread",)
    before, after = carried(ladder()), carried(found.ladder)
    assert [at for at in before if before[at] != after[at]] == ["families/baker/P2"]


def test_that_an_emptied_text_goes_and_a_missing_row_does_not() -> None:
    rows = rows_of(ladder())
    (bakes,) = (row for row in rows if row["Text"] == "Bakes")
    assert returned([row for row in rows if row is not bakes]).ladder == ladder()
    bakes["Text"] = ""
    assert returned(rows).ladder.families[0].profiles[1].responsibilities == ()


def test_that_an_added_row_adds_a_statement_by_its_words() -> None:
    rows = rows_of(ladder())
    added = dict.fromkeys(rows[0], "")
    added |= {"Family": "baker", "Level": "P2", "Section": "Responsibilities", "Text": "Cleans"}
    lost = dict.fromkeys(rows[0], "") | {"Text": "Nowhere"}
    found = returned([*rows, added, lost])
    assert found.ladder.families[0].profiles[1].responsibilities == ("Bakes", "Cleans")
    assert len(found.notes) == 1 and "Nowhere" in found.notes[0]


def test_that_semicolons_replace_commas_between_cells() -> None:
    from dataclasses import replace

    from laddereditor.reports.data.csv_export import write_csv
    from laddereditor.reports.export_scope import export_source
    from laddereditor.reports.exporter import unheard

    source = replace(export_source(ladder(), ExportScope()), semicolons=True)
    (only,) = write_csv(source, unheard)
    text = only.data.decode("utf-8-sig")
    assert text.startswith("Family;Level;Section") and "\r\n" in text
    assert read_csv_export(text, "x.csv") is not None


def test_that_other_csv_is_not_taken_for_an_export() -> None:
    assert read_csv_export("Text,Place\na,b\n", "x.csv") is None
    assert read_csv_export("", "x.csv") is None
