"""A comparison as a table for the clipboard: for Word and Excel, as tabbed text and as HTML."""

import csv
import io
from collections.abc import Iterator

from laddereditor.compare.reports.html_parts import (
    AS_TEXT,
    BREAK,
    IN_CELLS,
    element,
    html_text,
    marked_html,
    row_html,
)
from laddereditor.compare.reports.report_colors import report_colors
from laddereditor.compare.reports.report_words import (
    counts_words,
    head_of,
    lines_of,
    remark,
    short_text,
    sign_of,
)
from laddereditor.compare.sheet.table import Cell, Comparison, Row, Section
from laddereditor.edits.cell_block import as_text
from laddereditor.edits.cells.texts import EXAMPLE

_TABLE = {
    "border": "1",
    "cellspacing": "0",
    "cellpadding": "4",
    "style": "border-collapse:collapse",
}


def to_tsv(comparison: Comparison, *, marked: bool = True) -> str:
    """Return the table as text with tabs; each cell says its state in words.

    `marked` cells are never taken for formulas: see `cell_block.as_text`.
    """

    def cell(text: str) -> str:
        plain = text.replace("\t", " ").replace("\r", " ").replace("\0", "")
        return as_text(plain) if marked else plain

    out = io.StringIO()
    writer = csv.writer(out, dialect="excel-tab", lineterminator="\n")
    writer.writerow(["", *map(cell, _heads(comparison))])
    for section, heading, row in lines_of(comparison):
        cells = (_text(section, row, n, comparison.baseline) for n in range(len(section.counts)))
        writer.writerow([cell(heading), *map(cell, cells)])
    return out.getvalue()


def _heads(comparison: Comparison) -> list[str]:
    return [
        head_of(subject).in_one_line(baseline=n == comparison.baseline)
        for n, subject in enumerate(comparison.columns)
    ]


def _text(section: Section, row: Row | None, column: int, baseline: int) -> str:
    if row is None:
        return counts_words(section, column, baseline)
    cell, sign = row.cells[column], sign_of(row, column, baseline)
    if cell.is_empty:
        return sign.word if sign else ""
    state = f"{sign.word}: " if sign else ""
    examples = "".join(f"\n{EXAMPLE}{example}" for example in cell.examples)
    return f"{state}{short_text(cell)}{_remark(cell)}{examples}"


def _remark(cell: Cell) -> str:
    return f" ({remark(cell)})" if remark(cell) else ""


def to_html_table(comparison: Comparison) -> str:
    """Return the table as an HTML fragment: no style sheet, texts escaped, states in words."""
    return element("table", "".join(_html_rows(comparison)), _TABLE)


def _html_rows(comparison: Comparison) -> Iterator[str]:
    colors = report_colors("light")
    head, ground = f"background:{colors['alternate']}", f"background:{colors['window']}"
    yield row_html([_td(_html(text), head, "th") for text in ["", *_heads(comparison)]])
    base = comparison.baseline
    for section, heading, row in lines_of(comparison):
        columns = range(len(section.counts))
        if row is None:
            cells = [_td(_html(counts_words(section, n, base)), ground) for n in columns]
        else:
            cells = [_html_cell(row, n, base) for n in columns]
        yield row_html([_td(_html(heading), "" if row else ground, "th"), *cells])


def _td(inner: str, style: str = "", tag: str = "td") -> str:
    weight = "font-weight:bold;" if tag == "th" else ""
    fixed = f"vertical-align:top;text-align:left;{weight}{AS_TEXT}"
    return element(tag, inner, {"style": f"{fixed};{style}" if style else fixed})


def _html_cell(row: Row, column: int, baseline: int) -> str:
    colors = report_colors("light")
    cell, sign = row.cells[column], sign_of(row, column, baseline)
    if sign is None:
        return _td("" if cell.is_empty else _html_text(cell))
    changed = "" if sign.role == "text_muted" else f"background:{colors[f'{sign.role}_bg']}"
    if cell.is_empty:
        return _td(f"<b>{sign.word}</b>", changed)
    return _td(f"<b>{sign.word}:</b> {_html_text(cell)}", changed)


def _html_text(cell: Cell) -> str:
    examples = "".join(f"{BREAK}{_html(EXAMPLE + example)}" for example in cell.examples)
    words = marked_html(cell.marks, IN_CELLS, BREAK) or _html(short_text(cell))
    return f"{words}{_html(_remark(cell))}{examples}"


def _html(text: str) -> str:
    return html_text(text, BREAK)
