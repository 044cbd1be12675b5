"""The sheet for a talk between employee and manager: what the next level asks, and blank columns.

The first column quotes the ladder; the others are for what the two write.
"""

from collections.abc import Iterator

from laddereditor.compare.reports.common.colors import report_colors
from laddereditor.compare.reports.common.diff_style import diff_style
from laddereditor.compare.reports.common.html_parts import (
    CELLS,
    cell_html,
    cell_text,
    document_html,
    element,
    html_text,
    paper_html,
    row_html,
    table_html,
)
from laddereditor.compare.reports.comparison.level_summaries import TalkSheet
from laddereditor.compare.reports.comparison.table import separated_rows
from laddereditor.compare.reports.comparison.words import origin_words
from laddereditor.compare.sheet.level_summary import SummaryItem

_NAMES = "Employee: ____________________   Manager: ____________________   Date: ______________"
_WIDTHS = ("width:44%", "width:30%", "width:26%")


def talk_html(sheet: TalkSheet) -> str:
    """Return the sheet as a whole HTML document that needs no other file."""
    return document_html(sheet.title, diff_style(), _body(sheet))


def talk_paper(sheet: TalkSheet) -> str:
    """Return the sheet for paper; the heads of its columns are repeated on every page."""
    return paper_html(sheet.title, _body(sheet))


def talk_csv(sheet: TalkSheet) -> str:
    """Return the rows of the sheet as comma-separated values; no cell is treated as a formula."""
    rows = [[heading, item.text, "", ""] for heading, item in _rows(sheet)]
    source = [[""] * 4, [_source(sheet), "", "", ""]]
    return separated_rows([["Field", *_heads(sheet)], *rows, *source], "excel")


def _source(sheet: TalkSheet) -> str:
    return origin_words((sheet.summary.before, sheet.summary.after))


def _heads(sheet: TalkSheet) -> tuple[str, str, str]:
    return f"What {sheet.summary.codes[1]} asks", "Evidence", "Agreed step"


def _rows(sheet: TalkSheet) -> Iterator[tuple[str, SummaryItem]]:
    """Yield what the next level asks beyond this one, and what it says in other words."""
    for item in sheet.summary.of("only_after", "raised", "unknown"):
        yield item.heading, item


def _body(sheet: TalkSheet) -> str:
    ground = f"background:{report_colors('light')['alternate']}"
    heads = [
        cell_html(cell_text(words), f"{ground};{width}", "th")
        for words, width in zip(_heads(sheet), _WIDTHS, strict=True)
    ]
    bodies: list[list[str]] = []
    before = ""
    for heading, item in _rows(sheet):
        title = "" if heading == before else element("b", f"{cell_text(heading)}<br>")
        bodies.append([row_html((cell_html(title + cell_text(item.text)), *[cell_html("")] * 2))])
        before = heading
    lead = "".join(element("p", html_text(words)) for words in (_source(sheet), _NAMES))
    return f"{lead}\n{table_html(heads, bodies, CELLS)}"
