"""Files of spreadsheet programs are read as people see them."""

import datetime
import io
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook as Book
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.styles.colors import Color

from laddereditor.exchange.tables import Grid, Span, Workbook, read_workbooks, workbook_of
from laddereditor.exchange.tables.files.looks import tinted
from laddereditor.exchange.tables.files.ods_xml import ods_tables


def saved(book: Book) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def sheet_of(book: Book) -> Any:
    """Return the first sheet of a new workbook."""
    return book.active


def first_sheet(book: Book) -> Grid:
    return workbook_of(saved(book), "file.xlsx").grids[0]


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        (3.0, "General", "3"),
        (2.5, "General", "2.5"),
        (0.1 + 0.2, "General", "0.3"),
        (0.5, "0%", "50%"),
        (1234.5, "#,##0", "1,234"),
        (65000, '"$"#,##0', "$65,000"),
        (65000, "#,##0 [$€-407]", "€65,000"),
        (2.5, "0.00", "2.50"),
        (True, "General", "TRUE"),
        (datetime.datetime(2026, 5, 3), "yyyy-mm-dd", "2026-05-03"),
        (datetime.datetime(2026, 5, 3), "d-mmm", "3-May"),
        (datetime.datetime(2026, 5, 3), "mmm-yy", "May-26"),
        ("Bakes_x000D_\nbread", "General", "Bakes\nbread"),
        ("Bakes\r\nbread", "General", "Bakes\nbread"),
        ("_x005F_x000D_", "General", "_x000D_"),
        ("#N/A", "General", "#N/A"),
    ],
)
def test_that_values_are_what_people_see(value: object, number_format: str, shown: str) -> None:
    book = Book()
    sheet_of(book)["A1"] = value
    sheet_of(book)["A1"].number_format = number_format
    assert first_sheet(book).rows[0][0].text == shown


def test_that_looks_merged_cells_and_comments_are_read() -> None:
    book = Book()
    sheet = sheet_of(book)
    sheet["A1"], sheet["A2"], sheet["A3"] = "Craft", "Dough", "Plain"
    sheet["A1"].font = Font(b=True)
    sheet["A1"].fill = PatternFill("solid", fgColor="FFD9D9D9")
    sheet["A2"].alignment = Alignment(indent=2)
    sheet["A2"].comment = Comment("Ines:\nPlease check.", "Ines")
    sheet["A3"].fill = PatternFill("solid", fgColor="FFFFFFFF")
    sheet.merge_cells("A1:C1")
    grid = first_sheet(book)
    assert (grid.rows[0][0].bold, grid.rows[0][0].shade) == (True, "d9d9d9")
    second = grid.rows[1][0]
    assert (second.indent, second.comment, second.wrote) == (2, "Please check.", "Ines")
    assert grid.rows[2][0].shade == ""
    assert grid.merged == (Span(0, 0, 0, 0),)  # only one column has a text


def test_that_colours_of_themes_and_of_the_old_palette_are_read() -> None:
    book = Book()
    sheet = sheet_of(book)
    sheet["A1"], sheet["A2"], sheet["A3"] = "a", "b", "c"
    sheet["A1"].fill = PatternFill("solid", fgColor=Color(theme=4))
    sheet["A2"].fill = PatternFill("solid", fgColor=Color(theme=4, tint=0.6))
    sheet["A3"].fill = PatternFill("solid", fgColor=Color(indexed=10))
    shades = [row[0].shade for row in first_sheet(book).rows]
    assert shades == ["4f81bd", "b9cde5", "ff0000"]
    assert tinted("000000", 1.0) == "ffffff" and tinted("808080", -1.0) == "000000"


def test_that_formulas_give_their_stored_value_and_are_reported_without_one() -> None:
    book = Book()
    sheet_of(book)["A1"], sheet_of(book)["B1"] = "x", "=1+1"
    workbook = workbook_of(saved(book), "file.xlsx")
    assert "has 1 formula without a stored value" in workbook.notes[0]


def test_that_what_is_hidden_is_known() -> None:
    book = Book()
    sheet = sheet_of(book)
    for row in range(1, 4):
        sheet.append([f"a{row}", "b", "c"])
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["C"].hidden = True
    book.create_sheet("Lists").sheet_state = "hidden"
    workbook = workbook_of(saved(book), "file.xlsx")
    assert workbook.grids[0].hidden_rows == {1}
    assert workbook.grids[0].hidden_columns == {2}
    assert [grid.hidden for grid in workbook.grids] == [False, True]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_that_a_text_file_is_read_in_every_encoding(encoding: str, delimiter: str) -> None:
    lines = [["Stufe", "Größe", "Text"], ["P1", "ä", '"eins\nzwei"'], ["P2", "", "drei"]]
    text = "\r\n\r\n" + "\r\n".join(map(delimiter.join, lines))
    workbook = workbook_of(text.encode(encoding), "Bäcker.csv")
    grid = workbook.grids[0]
    rows = [tuple(cell.text for cell in row) for row in grid.rows]
    assert grid.name == "Bäcker"
    assert rows[2:] == [("Stufe", "Größe", "Text"), ("P1", "ä", "eins\nzwei"), ("P2", "", "drei")]


def test_that_lines_above_the_table_of_a_text_file_do_not_hide_its_delimiter() -> None:
    data = b"Our ladder, version 2\n\nCompetency;Junior;Senior\nDough;a, b;c, d\nOven;e;f\n"
    rows = workbook_of(data, "file.csv").grids[0].rows
    assert [cell.text for cell in rows[2]] == ["Competency", "Junior", "Senior"]


def test_that_several_files_are_the_sheets_of_one_workbook(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("x,y\n1,2\n", "utf-8")
    book = Book()
    sheet_of(book).title = "One"
    sheet_of(book)["A1"] = "x"
    book.save(tmp_path / "b.xlsx")
    joined: Workbook = read_workbooks([tmp_path / "a.csv", tmp_path / "b.xlsx"])
    assert [grid.name for grid in joined.grids] == ["a", "One"]
    assert joined.source == "a.csv, b.xlsx"


def test_that_merged_cells_of_an_open_document_are_found() -> None:
    content = (
        b'<table:table table:name="S"><table:table-row>'
        b'<table:table-cell table:number-columns-repeated="2"/>'
        b'<table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="3">'
        b"<text:p>x</text:p></table:table-cell><table:covered-table-cell/></table:table-row>"
        b'<table:table-row table:number-rows-repeated="9"><table:table-cell/></table:table-row>'
        b"</table:table>"
    )
    (table,) = ods_tables(content)
    assert table.spans == [Span(0, 2, 2, 3)]
    assert (table.height, table.width) == (1, 3)
