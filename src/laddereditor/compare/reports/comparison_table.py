"""A comparison as a table for Word, for spreadsheets and for paper."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from laddereditor.compare.reports.html_parts import (
    BREAK,
    CELLS,
    IN_CELLS,
    cell_html,
    cell_text,
    element,
    marked_html,
    paper_html,
    row_html,
    table_html,
)
from laddereditor.compare.reports.report_colors import report_colors
from laddereditor.compare.reports.report_words import (
    counts_words,
    head_of,
    lines_of,
    remark,
    short_text,
    sign_of,
    title_words,
)
from laddereditor.compare.sheet.table import Cell, Comparison, Row, Section
from laddereditor.edits.cell_block import as_text
from laddereditor.edits.cell_texts import EXAMPLE


def to_tsv(comparison: Comparison, *, marked: bool = True) -> str:
    """Return the table as text with tabs; each cell says its state in words.

    `marked` cells are never treated as formulas: see `cell_block.as_text`.
    """
    rows = _rows(comparison)
    return separated_rows(rows, "excel-tab", marked=marked)


def to_csv(comparison: Comparison) -> str:
    """Return the table as comma-separated values; no cell is treated as a formula."""
    return separated_rows(_rows(comparison), "excel")


def separated_rows(rows: Iterable[Sequence[str]], dialect: str, *, marked: bool = True) -> str:
    """Return rows as text with a separator between cells.

    Args:
        rows: The cells of each row.
        dialect: The name of a dialect of `csv`.
        marked: Whether cells that a spreadsheet would treat as formulas are marked as text.
    """
    out = io.StringIO()
    writer = csv.writer(out, dialect=dialect, lineterminator="\n")
    for row in rows:
        plain = [cell.replace("\t", " ").replace("\r", " ").replace("\0", "") for cell in row]
        writer.writerow(map(as_text, plain) if marked else plain)
    return out.getvalue()


def with_semicolons(text: str) -> str:
    """Return comma-separated values with semicolons in place of the commas between cells.

    Excel opens a CSV file by the list separator of its system, which is a semicolon wherever the
    comma is the decimal mark.
    """
    out = io.StringIO()
    rows = csv.reader(io.StringIO(text, newline=""))
    csv.writer(out, delimiter=";", lineterminator="\n").writerows(rows)
    return out.getvalue()


def _rows(comparison: Comparison) -> Iterator[list[str]]:
    yield ["", *_heads(comparison)]
    for section, heading, row in lines_of(comparison):
        columns = range(len(section.counts))
        yield [heading, *(_text(section, row, n, comparison.baseline) for n in columns)]


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
    return f"{state}{short_text(cell)}{_note(cell)}{examples}"


def _note(cell: Cell) -> str:
    return f" ({remark(cell)})" if remark(cell) else ""


def to_html_table(comparison: Comparison) -> str:
    """Return the table as an HTML fragment: no style sheet, texts escaped, states in words."""
    rows = [row_html(_html_heads(comparison)), *_html_rows(comparison)]
    return element("table", "".join(rows), CELLS)


def comparison_paper(comparison: Comparison) -> str:
    """Return the comparison for paper; the heads are repeated on every page."""
    table = table_html(_html_heads(comparison), [_html_rows(comparison)], CELLS)
    return paper_html(title_words(comparison), table)


def _html_heads(comparison: Comparison) -> list[str]:
    ground = f"background:{report_colors('light')['alternate']}"
    return [cell_html(cell_text(text), ground, "th") for text in ["", *_heads(comparison)]]


def _html_rows(comparison: Comparison) -> Iterator[str]:
    ground, base = f"background:{report_colors('light')['window']}", comparison.baseline
    for section, heading, row in lines_of(comparison):
        columns = range(len(section.counts))
        if row is None:
            words = (cell_text(counts_words(section, n, base)) for n in columns)
            cells = [cell_html(counts, ground) for counts in words]
        else:
            cells = [_html_cell(row, n, base) for n in columns]
        yield row_html([cell_html(cell_text(heading), "" if row else ground, "th"), *cells])


def _html_cell(row: Row, column: int, baseline: int) -> str:
    colors = report_colors("light")
    cell, sign = row.cells[column], sign_of(row, column, baseline)
    if sign is None:
        return cell_html("" if cell.is_empty else _html_text(cell))
    changed = "" if sign.role == "text_muted" else f"background:{colors[f'{sign.role}_bg']}"
    if cell.is_empty:
        return cell_html(f"<b>{sign.word}</b>", changed)
    return cell_html(f"<b>{sign.word}:</b> {_html_text(cell)}", changed)


def _html_text(cell: Cell) -> str:
    examples = "".join(f"{BREAK}{cell_text(EXAMPLE + example)}" for example in cell.examples)
    words = marked_html(cell.marks, IN_CELLS, BREAK) or cell_text(short_text(cell))
    return f"{words}{cell_text(_note(cell))}{examples}"
