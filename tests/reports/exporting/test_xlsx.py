"""Workbooks: what they hold, and what comes back of them."""

import shutil
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import openpyxl
import openpyxl.comments
import pytest
from hypothesis import given, settings

from laddereditor.edits.parts.part import LONGEST
from laddereditor.edits.parts.rebuilding import rebuilt
from laddereditor.edits.parts.returned import ReturnedTable
from laddereditor.edits.parts.returning import Returning
from laddereditor.exchange.returned.workbook import read_workbook_export
from laddereditor.model.ladder import Ladder
from laddereditor.reports.exporter import ExportScope
from laddereditor.reports.workbook.sheet_names import SheetNames
from tests.examples import examples
from tests.reports.exporting.returned import HR, carried, exported
from tests.reports.exporting.test_export_scope import ladder, raw_ladder
from tests.strategies import ladders


def workbook(found: Ladder, scope: ExportScope = HR) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(exported(found, "xlsx", scope)))


@settings(max_examples=examples(40), deadline=None)
@given(ladders())
def test_that_a_ladder_comes_back_the_same(found: Ladder) -> None:
    table = read_workbook_export(exported(found, "xlsx"), "x.xlsx")
    assert table is not None and not table.notes and not table.comments
    assert [cell for cell in table.cells if cell.is_edited] == []
    assert carried(rebuilt(table)) == carried(found)


def test_that_an_empty_ladder_is_a_workbook_too() -> None:
    assert workbook(Ladder(laddereditor=1)).sheetnames == ["About", "choices", "laddereditor"]


def cells_of(book: openpyxl.Workbook, sheet: str) -> dict[str, list[str]]:
    """Return the rows of a sheet by their hidden key, without the key."""
    rows = book[sheet].iter_rows(min_row=4, values_only=True)
    return {str(row[0]): [str(text or "") for text in row[1:]] for row in rows}


def test_that_a_family_has_its_levels_across_and_what_it_inherits_in_grey() -> None:
    book = workbook(ladder())
    assert cells_of(book, "baker")["factors/scope"][:3] == ["Leveling factors", "scope", "One task"]
    own, inherited = book["pastry"]["D4"], book["baker"]["D6"]
    assert book["baker"]["A6"].value == "factors/scope" and inherited.font.italic
    assert not own.font.italic
    assert book["baker"].freeze_panes == "D4" and book["baker"].auto_filter.ref
    assert book["baker"].column_dimensions["A"].hidden and book["baker"].row_dimensions[2].hidden


def test_that_every_sheet_names_ladder_version_and_day() -> None:
    found = Ladder.model_validate(
        ladder().model_dump() | {"name": "Bread", "version": "2.1.0", "effective": None}
    )
    for sheet in workbook(found).worksheets:
        if sheet.sheet_state == "visible" and sheet.title != "About":
            title = str(sheet["B1"].value)
            assert "Bread" in title and "2.1.0" in title and "2026-11-27" in title


def test_that_everybody_gets_no_cell_about_pay_or_owners() -> None:
    data = exported(ladder(), "xlsx", ExportScope())
    with zipfile.ZipFile(BytesIO(data)) as packed:
        text = b"".join(packed.read(name) for name in packed.namelist())
    for hidden in (b"41234", b"Elbonian", b"OWNER", b"SECRET", b">Pay<", b"Owner"):
        assert hidden not in text


def test_that_proficiencies_and_tracks_are_chosen_from_lists() -> None:
    book = workbook(ladder())
    rules = book["baker"].data_validations.dataValidation
    assert [rule.formula1 for rule in rules if "D" in str(rule.sqref)]
    assert ("low",) in list(book["choices"].iter_rows(values_only=True, max_col=1, min_row=2))
    assert book["Levels"].data_validations.dataValidation


UNSAFE = (
    *("=1+1", "+1", "-1", "@x", "\t=1", "_x0041_", "<b>&", " lead"),
    *("a\r\nb", "x\x00y", "'q", "1"),
)


@pytest.mark.parametrize("text", UNSAFE)
def test_that_a_text_stays_text_and_comes_back(text: str) -> None:
    raw = ladder().model_dump()
    raw["families"][0]["profiles"][1]["responsibilities"] = [text, "Bakes"]
    found = Ladder.model_validate(raw)
    data = exported(found, "xlsx")
    for cell in (cell for row in openpyxl.load_workbook(BytesIO(data))["baker"] for cell in row):
        assert cell.data_type in ("s", "n") and not (cell.data_type == "n" and cell.value)
    table = read_workbook_export(data, "x.xlsx")
    assert table is not None and not [cell for cell in table.cells if cell.is_edited]
    returning = Returning(found)
    returning.take(table.cells)
    assert returning.ladder is found and not returning.notes


def test_that_a_text_that_is_too_long_is_never_cut_in_the_ladder() -> None:
    raw = ladder().model_dump()
    raw["families"][0]["profiles"][1]["summary"] = "x" * (LONGEST + 5)
    found = Ladder.model_validate(raw)
    table = edited(found, "baker", "summary", 5, "y")
    returning = Returning(found)
    returning.take(table.cells)
    assert returning.ladder is found and "only the beginning" in returning.notes[0]


def edited(found: Ladder, sheet: str, key: str, column: int, text: str | None) -> ReturnedTable:
    """Return what comes back after one cell was edited."""
    book = workbook(found)
    rows = book[sheet].iter_rows(min_row=4)
    (row,) = (row for row in rows if row[0].value == key)
    row[column - 1].value = text
    return saved(book)


def saved(book: openpyxl.Workbook) -> ReturnedTable:
    out = BytesIO()
    book.save(out)
    table = read_workbook_export(out.getvalue(), "x.xlsx")
    assert table is not None
    return table


def taken(table: ReturnedTable, into: Ladder | None = None) -> Returning:
    returning = Returning(into or ladder())
    returning.take(table.cells)
    return returning


@pytest.mark.parametrize(
    ("sheet", "key", "column", "text", "address"),
    [
        ("baker", "responsibilities/0", 5, "Bakes bread", "families/baker/P2"),
        ("baker", "responsibilities/0", 5, None, "families/baker/P2"),
        ("baker", "factors/scope", 4, "Two tasks", "families/baker/P1"),
        ("baker", "skills/bread", 4, "high", "families/baker/P1"),
        ("baker", "skills/bread", 5, "low", "families/baker/P2"),
        ("baker", "experience", 4, "2–3", "families/baker/P1"),
        ("baker", "pay/note", 4, "Other", "families/baker/P1"),
        ("baker", "pay/ranges/0", 4, "Market: E · Minimum: 5", "families/baker/P1"),
        ("Levels", "summary", 4, "Beginners", "levels/P1"),
        ("Levels", "track", 4, "man", "levels/P1"),
        ("Skills", "skills/spare", 3, "Other", "skills/spare"),
    ],
)
def test_that_an_edited_cell_is_the_only_change(
    sheet: str, key: str, column: int, text: str | None, address: str
) -> None:
    returning = taken(edited(ladder(), sheet, key, column, text))
    assert not returning.notes
    before, after = carried(ladder()), carried(returning.ladder)
    assert [at for at in before if before[at] != after[at]] == [address]
    assert before.keys() == after.keys()


def test_that_a_statement_is_found_where_it_is_now() -> None:
    table = edited(ladder(), "baker", "responsibilities/0", 5, "Bakes bread")
    raw = ladder().model_dump()
    raw["families"][0]["profiles"][1]["responsibilities"] = ["New here", "Bakes", "Also new"]
    returning = taken(table, Ladder.model_validate(raw))
    found = returning.ladder.families[0].profiles[1].responsibilities
    assert found == ("New here", "Bakes bread", "Also new") and not returning.notes


def test_that_a_text_that_both_changed_is_taken_and_reported() -> None:
    table = edited(ladder(), "Levels", "factors/scope", 4, "Theirs")
    raw = ladder().model_dump()
    raw["levels"][0]["factors"] = {"scope": "Ours"}
    returning = taken(table, Ladder.model_validate(raw))
    assert returning.ladder.levels[0].factors == {"scope": "Theirs"}
    assert "changed in the ladder too" in returning.notes[0]


@pytest.mark.parametrize(
    ("key", "column", "text", "words"),
    [
        ("skills/bread", 4, "Wizard", "there is no “Wizard”"),
        ("experience", 4, "many", "years"),
        ("factors/scope", 4, None, "inherited cannot be emptied"),
        ("pay/ranges/0", 4, "60000", "colon"),
    ],
)
def test_that_what_cannot_be_taken_is_named_with_its_cell(
    key: str, column: int, text: str | None, words: str
) -> None:
    returning = taken(edited(ladder(), "baker", key, column, text))
    assert carried(returning.ladder) == carried(ladder())
    assert len(returning.notes) == 1
    assert returning.notes[0].startswith("baker!D") and words in returning.notes[0]


def test_that_inserted_and_deleted_rows_are_statements() -> None:
    book = workbook(ladder())
    sheet = book["baker"]
    (place,) = (row[0].row for row in sheet.iter_rows() if row[0].value == "responsibilities/0")
    sheet.insert_rows(place + 1)
    sheet.cell(place + 1, 2).value = "Responsibilities"
    sheet.cell(place + 1, 5).value = "Cleans"
    returning = taken(saved(book))
    assert returning.ladder.families[0].profiles[1].responsibilities == ("Bakes", "Cleans")
    sheet.delete_rows(place)
    returning = taken(saved(book))
    assert returning.ladder.families[0].profiles[1].responsibilities == ("Cleans",)


def test_that_comments_come_back_and_our_own_do_not() -> None:
    book = workbook(ladder())
    book["baker"]["E5"].comment = openpyxl.comments.Comment("Still true?", "Dana")
    (comment,) = saved(book).comments
    assert (comment.text, comment.author, comment.where) == ("Still true?", "Dana", "baker!E5")
    assert comment.address == "families/baker/P2" and comment.path == "summary"


def test_that_new_rows_and_columns_are_new_entries() -> None:
    book = workbook(ladder())
    skills, baker = book["Skills"], book["baker"]
    row = skills.max_row + 1
    skills.cell(row, 3).value = "Sour dough"
    (summary,) = (r[0].row for r in baker.iter_rows() if r[0].value == "summary")
    baker.cell(3, 6).value = "M1 Manager"
    baker.cell(summary, 6).value = "Runs the bakery"
    returning = taken(saved(book))
    assert returning.ladder.skills[-1].name == "Sour dough"
    assert returning.ladder.skills[-1].id == "sour-dough"
    assert returning.ladder.families[0].profiles[-1].summary == "Runs the bakery"


def test_that_other_sheets_and_removed_ones_are_named() -> None:
    book = workbook(ladder())
    book.create_sheet("Mine")["A1"] = "x"
    del book["waiter"]
    notes = taken_notes(book)
    assert any("“Mine”" in note for note in notes)
    assert any("families/waiter" in note for note in notes)


def taken_notes(book: openpyxl.Workbook) -> tuple[str, ...]:
    return saved(book).notes


def test_that_names_of_sheets_are_what_excel_allows() -> None:
    names = SheetNames()
    wanted = ["A/B", "a b", "[x]:*?", "History", "'q'", "", "y" * 40, "y" * 50, "y" * 31]
    found = [names.name(one) for one in wanted]
    assert len({one.casefold() for one in found}) == len(found)
    assert all(0 < len(one) <= 31 and not set("[]:*?/\\") & set(one) for one in found)
    assert "history" not in {one.casefold() for one in found}


def test_that_three_hundred_levels_fit() -> None:
    raw = {"laddereditor": 1, "levels": [{"id": f"P{n}", "name": f"{n}"} for n in range(300)]}
    found = Ladder.model_validate(raw)
    table = read_workbook_export(exported(found, "xlsx"), "x.xlsx")
    assert table is not None and len(rebuilt(table).levels) == 300


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@pytest.mark.parametrize("ending", ["xlsx", "ods"])
def test_that_only_the_edits_come_back_from_libreoffice(tmp_path: Path, ending: str) -> None:
    book = workbook(ladder())
    (row,) = (row for row in book["baker"].iter_rows() if row[0].value == "responsibilities/0")
    row[4].value = "Bakes  bread\nand cake"
    row[4].comment = openpyxl.comments.Comment("Still true?", "Dana")
    book.save(tmp_path / "in.xlsx")
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    convert = ["--convert-to", ending, "--outdir", str(tmp_path / "out"), str(tmp_path / "in.xlsx")]
    subprocess.run(["soffice", home, "--headless", *convert], check=True, capture_output=True)
    table = read_workbook_export((tmp_path / "out" / f"in.{ending}").read_bytes(), "x")
    assert table is not None and not table.notes
    (cell,) = (cell for cell in table.cells if cell.is_edited)
    assert cell.text == "Bakes  bread\nand cake"
    assert [comment.text for comment in table.comments] == ["Still true?"]


def test_that_edits_that_were_taken_are_not_taken_again() -> None:
    book = workbook(ladder())
    sheet = book["baker"]
    (place,) = (row[0].row for row in sheet.iter_rows() if row[0].value == "responsibilities/0")
    sheet.cell(place, 5).value = "Bakes bread"
    sheet.insert_rows(place + 1)
    sheet.cell(place + 1, 5).value = "Cleans"
    sheet["E5"].value = "New summary"
    table = saved(book)
    once = taken(table)
    again = taken(table, once.ladder)
    assert again.ladder is once.ladder and not once.notes


def test_that_each_printed_page_names_the_ladder_and_its_number() -> None:
    raw = raw_ladder() | {"name": "Bread & cake", "version": "1.2"}
    book = workbook(Ladder.model_validate(raw))
    for name in ("baker", "Levels", "Skills"):
        foot = book[name].oddFooter
        assert foot.left.text.startswith("Bread && cake, version 1.2")
        assert foot.right.text == "&P / &N"
