"""Sheets to fill in as web pages, for paper, as tables for spreadsheets and as plain text."""

from collections.abc import Iterator
from itertools import groupby

from laddereditor.model.phrases import phrases_of
from laddereditor.reports.common.colors import report_colors
from laddereditor.reports.common.diff_style import diff_style
from laddereditor.reports.common.html_parts import (
    BREAK,
    CELLS,
    INK,
    NEXT_SHEET,
    cell_html,
    cell_text,
    document_html,
    element,
    html_text,
    paper_html,
    row_html,
    table_html,
)
from laddereditor.reports.comparison.table import separated_rows
from laddereditor.reports.worksheets.worksheet import (
    Worksheet,
    WorksheetColumn,
    WorksheetRow,
    Worksheets,
)

_TALL = "<br>&nbsp;"  # of an empty row, so that there is room to write

_WHOLE_WIDTH = {**CELLS, "width": "100%"}
_SHORT_BLANK = "____"


def worksheets_html(report: Worksheets) -> str:
    """Return the sheets as a whole HTML document that needs no other file."""
    if len(report.sheets) == 1:
        return document_html(report.title, diff_style(), _body(report.sheets[0]), report.language)
    parts = (f"<h2>{html_text(one.title)}</h2>\n{_body(one)}" for one in report.sheets)
    return document_html(report.title, diff_style(), NEXT_SHEET.join(parts), report.language)


def worksheets_paper(report: Worksheets) -> str:
    """Return the sheets for paper; the heads of a table are repeated on every page."""
    return NEXT_SHEET.join(paper_html(one.title, _body(one)) for one in report.sheets)


def worksheets_fragment(report: Worksheets) -> str:
    """Return the sheets as HTML to paste into a text."""
    parts = (f"<h3>{html_text(one.title)}</h3>\n{_body(one)}" for one in report.sheets)
    return element("div", "".join(parts), {"style": f"color:{INK}"})


def worksheets_csv(report: Worksheets) -> str:
    """Return the rows as comma-separated values; no cell is treated as a formula.

    The heading of a row, and of several sheets the title, have columns of their own, so that a
    spreadsheet can filter by them.
    """
    rows = list(_csv_rows(report))
    sources = dict.fromkeys(sheet.source for sheet in report.sheets)
    beside = [""] * (len(rows[0]) - 1)
    return separated_rows([*rows, ["", *beside], *([one, *beside] for one in sources)], "excel")


def _csv_rows(report: Worksheets) -> Iterator[list[str]]:
    is_several, say = len(report.sheets) > 1, phrases_of(report.language).say
    for sheet in report.sheets[:1]:
        first = [say("Sheet"), say("Field")] if is_several else [say("Field")]
        yield [*first, *(column.head for column in sheet.columns)]
    for sheet in report.sheets:
        for row in sheet.rows:
            quote = "\n".join(row.lines)
            cells = (_filled(column, quote) for column in sheet.columns)
            yield [*([sheet.title] * is_several), row.heading, *cells]


def _filled(column: WorksheetColumn, quote: str) -> str:
    return quote if column.fill is None else column.fill


def worksheets_text(report: Worksheets) -> str:
    """Return the quotes of the sheets as plain text, under their headings."""
    return "\n\n\n".join("\n".join(_text_lines(sheet)) for sheet in report.sheets)


def _text_lines(sheet: Worksheet) -> Iterator[str]:
    yield from (sheet.title, sheet.source, *sheet.lead)
    blanks = [column for column in sheet.columns if column.fill is not None]
    for heading, rows in groupby(sheet.rows, key=lambda row: row.heading):
        yield from ("", *([heading] if heading else []))
        for row in rows:
            first, *below = row.lines
            yield f"- {first}"
            yield from (f"  - {line}" for line in below)
            yield "  " + "   ".join(f"{c.head}: {c.fill or _SHORT_BLANK}" for c in blanks)


def _body(sheet: Worksheet) -> str:
    ground = f"background:{report_colors('light')['alternate']}"
    heads = [
        cell_html(cell_text(column.head), ground, "th", f"{column.width}%")
        for column in sheet.columns
    ]
    lead = "".join(element("p", html_text(line)) for line in (sheet.source, *sheet.lead))
    return f"{lead}\n{table_html(heads, _bodies(sheet), _WHOLE_WIDTH)}"


def _bodies(sheet: Worksheet) -> Iterator[list[str]]:
    before = ""
    for row in sheet.rows:
        heading = "" if row.heading == before else row.heading
        quote = _quote_html(row, heading)
        cells = [
            cell_html(quote if column.fill is None else cell_text(column.fill))
            for column in sheet.columns
        ]
        yield [row_html(cells)]
        before = row.heading


def _quote_html(row: WorksheetRow, heading: str) -> str:
    title = element("b", f"{cell_text(heading)}{BREAK}") if heading else ""
    first, *below = row.lines
    lines = "".join(f"{BREAK}– {cell_text(line)}" for line in below)
    return f"{title}{cell_text(first) or _TALL}{lines}"
