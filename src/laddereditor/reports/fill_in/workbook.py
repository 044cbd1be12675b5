"""Writes tables to fill in as Excel workbooks and as CSV."""

import csv
import io
from typing import cast

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet as ExcelSheet

from laddereditor.reports.fill_in.tables import SampleBook, SampleSheet
from laddereditor.reports.workbook.cells import row_height

ADVICE = "How to fill in"  # the name of the sheet that is not read
_FIRST, _OTHERS, _ADVICE = 22, 34, 100  # widths, in characters
_FONT = "Calibri"
_GREY = PatternFill("solid", fgColor="E8ECF1")
_WRAPPED = Alignment(wrap_text=True, vertical="top")


def workbook_bytes(book: SampleBook) -> bytes:
    """Return a workbook with the sheets to fill in and one that says how."""
    made = Workbook()
    made.remove(cast("ExcelSheet", made.active))
    for sheet in book.sheets:
        _fill(made.create_sheet(sheet.name), sheet)
    advice = made.create_sheet(ADVICE)
    advice.column_dimensions["A"].width = _ADVICE
    advice.page_setup.fitToHeight = 0
    advice.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    for number, line in enumerate((ADVICE, *book.advice), start=1):
        cell = advice.cell(number, 1, line)
        cell.alignment = _WRAPPED
        cell.font = Font(name=_FONT, bold=number == 1)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _fill(made: ExcelSheet, sheet: SampleSheet) -> None:
    widths = [_FIRST, *[_OTHERS] * (len(sheet.rows[0]) - 1)]
    for row, texts in enumerate(sheet.rows, start=1):
        made.row_dimensions[row].height = row_height(texts, widths)
        for column, text in enumerate(texts, start=1):
            _put(made, row, column, text, is_head=row <= sheet.heads)
    for column, width in enumerate(widths, start=1):
        made.column_dimensions[get_column_letter(column)].width = width
    made.freeze_panes = f"B{sheet.heads + 1}"
    made.page_setup.orientation = "landscape"
    made.page_setup.fitToHeight = 0
    made.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _put(made: ExcelSheet, row: int, column: int, text: str, *, is_head: bool) -> None:
    cell = made.cell(row, column, text)
    cell.alignment = _WRAPPED
    cell.font = Font(name=_FONT, bold=is_head or column == 1)
    if is_head:
        cell.fill = _GREY


def csv_bytes(book: SampleBook) -> bytes:
    """Return the first sheet as CSV; the mark at its beginning tells Excel the encoding."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(book.sheets[0].rows)
    return out.getvalue().encode("utf-8-sig")
