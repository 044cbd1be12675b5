"""Reports as Word files and Excel workbooks, from the HTML that they have on paper."""

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from typing import Any

import docx
import lxml.html
from docx.oxml.ns import qn
from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from laddereditor.exchange.blocks.block import BlockDocument, Heading, Item, Paragraph, Table
from laddereditor.exchange.blocks.html_reader import read_html
from laddereditor.reports.documents.pdf.pdf import pdf_of
from laddereditor.reports.documents.word import docx_of
from laddereditor.reports.documents.word_xml import WIDTH, WIDTH_TURNED, column_sizes
from laddereditor.reports.workbook.cells import CellMaker, add_sheet, row_height

_TURNED_CHARACTERS = 118
_WIDE = 4  # columns that a page in portrait has room for
_WIDEST = 60  # characters of a column in a workbook
_LIST_MARK = "– "


def report_docx(html: str, language: str = "") -> bytes:
    """Return a report as a Word file; wide tables lie across the page.

    Args:
        html: The report as it is laid out on paper.
        language: The language of its texts, "" if it is not known.
    """
    document = _document(html, language)
    tables = [one for one in document.blocks if isinstance(one, Table)]
    is_wide = any(len(one.rows[0]) > _WIDE for one in tables)
    made: Any = docx.Document(BytesIO(docx_of(document, turned=is_wide)))
    shares = _shares(html)
    for number, (table, element) in enumerate(zip(tables, made.tables, strict=True)):
        given = shares[number] if number < len(shares) else []
        sizes = given if len(given) == len(table.rows[0]) else _sizes(table, is_wide=is_wide)
        _fit(element._tbl, sizes, WIDTH_TURNED if is_wide else WIDTH)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def report_pdf(html: str, language: str = "") -> bytes:
    """Return a report as a tagged PDF.

    Args:
        html: The report as it is laid out on paper.
        language: The language of its texts, "" if it is not known.

    Raises:
        PdfRefused: The extra `pdf` is not installed.
    """
    return pdf_of(_document(html, language))


def report_xlsx(html: str) -> bytes:
    """Return a report as an Excel workbook with one sheet; every cell is a text.

    Args:
        html: The report as it is laid out on paper.
    """
    document = _document(html)
    tables = [one for one in document.blocks if isinstance(one, Table)]
    widths = _widths(tables)
    book = Workbook(write_only=True)
    sheet = add_sheet(book, "Report")
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    make = CellMaker(sheet)
    for block in document.blocks:
        if isinstance(block, Table):
            for place, row in enumerate(block.rows):
                style = "head" if place < block.heads else "first"
                height = row_height(row, widths[: len(row)])
                sheet.put([make.cell(text, style) for text in row], height)
        else:
            sheet.put([_line(make, block)])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _line(make: CellMaker, block: Heading | Paragraph | Item) -> Any:
    if isinstance(block, Heading):
        return make.cell(block.text, "title")
    mark = _LIST_MARK if isinstance(block, Item) else ""
    return make.cell(f"{mark}{block.text}", "plain")


def _document(html: str, language: str = "") -> BlockDocument:
    """Return a report as blocks, its headings as deep as they are in a document."""
    found = read_html(html)
    highest = min((one.depth for one in found.blocks if isinstance(one, Heading)), default=1)
    blocks = tuple(
        replace(one, depth=one.depth - highest + 1) if isinstance(one, Heading) else one
        for one in found.blocks
    )
    return BlockDocument(blocks, language=language)


def _shares(html: str) -> list[list[int]]:
    """Return the widths that the columns of each table say they have, in percent."""
    root: Any = lxml.html.fromstring(html)
    rows = (table.xpath("(.//tr)[1]/*/@width") for table in root.iter("table"))
    return [[int(one.rstrip("%")) for one in row if one.rstrip("%").isdecimal()] for row in rows]


def _sizes(table: Table, *, is_wide: bool) -> list[int]:
    return column_sizes(table.rows, _TURNED_CHARACTERS) if is_wide else column_sizes(table.rows)


def _fit(table: Any, sizes: Sequence[int], total: int) -> None:
    """Give the columns of a table of Word their widths."""
    widths = [total * size // sum(sizes) for size in sizes]
    table.tblPr.find(qn("w:tblW")).set(qn("w:w"), str(sum(widths)))
    for column, width in zip(table.tblGrid.iter(qn("w:gridCol")), widths, strict=True):
        column.set(qn("w:w"), str(width))
    for row in table.iter(qn("w:tr")):
        for cell, width in zip(row.iter(qn("w:tcW")), widths, strict=True):
            cell.set(qn("w:w"), str(width))


def _widths(tables: Sequence[Table]) -> list[int]:
    """Return the widths of the columns of a sheet, in characters."""
    most = max((len(one.rows[0]) for one in tables), default=1)
    found = [10] * most
    for table in tables:
        for column, size in enumerate(column_sizes(table.rows, _WIDEST * most)):
            found[column] = max(found[column], min(size + 2, _WIDEST))
    return found
