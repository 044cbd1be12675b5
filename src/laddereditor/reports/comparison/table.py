"""A comparison as a table for Word, for spreadsheets and for paper."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from laddereditor.compare.sheet.table import Cell, Comparison, Row, Section
from laddereditor.edits.cell_block import as_text
from laddereditor.edits.cell_texts import EXAMPLE
from laddereditor.reports.common.colors import report_colors
from laddereditor.reports.common.html_parts import (
    BREAK,
    CELLS,
    IN_CELLS,
    cell_html,
    cell_text,
    element,
    html_text,
    marked_html,
    paper_html,
    row_html,
    table_html,
)
from laddereditor.reports.comparison.state_signs import sign_of, state_word
from laddereditor.reports.comparison.words import (
    counts_words,
    head_of,
    is_baseline,
    lines_of,
    origin_words,
    remark,
    short_text,
    title_words,
)


def to_tsv(comparison: Comparison, *, marked: bool = True) -> str:
    """Return the table as text with tabs; a column before each says its cells' states in words.

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
    heads = _heads(comparison)
    yield heads
    for section, heading, row in lines_of(comparison):
        yield [heading, *chain.from_iterable(_texts(comparison, section, row))]
    rest = [""] * (len(heads) - 1)
    yield ["", *rest]
    yield [origin_words(comparison.columns), *rest]


def _heads(comparison: Comparison) -> list[str]:
    """Return the heads: of the rows, then of each column's states and of its texts."""
    found = [""]
    for n, name in enumerate(comparison.names):
        head = head_of(comparison.columns[n])
        found += [f"State of {name}", head.in_one_line(baseline=is_baseline(comparison, n))]
    return found


def _texts(comparison: Comparison, section: Section, row: Row | None) -> Iterator[tuple[str, str]]:
    """Yield the state and the text of each column in a line; of a section, how much differs."""
    for column, counts in enumerate(section.counts):
        if row is None:
            yield "", counts_words(comparison, column, counts)
        else:
            yield state_word(comparison, row, column), _text(row.cells[column])


def _text(cell: Cell) -> str:
    if cell.is_empty:
        return ""
    examples = "".join(f"\n{EXAMPLE}{example}" for example in cell.examples)
    return f"{short_text(cell)}{_note(cell)}{examples}"


def _note(cell: Cell) -> str:
    return f" ({remark(cell)})" if remark(cell) else ""


def to_html_table(comparison: Comparison) -> str:
    """Return the table as an HTML fragment: no style sheet, texts escaped, states in words."""
    rows = [row_html(_html_heads(comparison)), *_html_rows(comparison)]
    source = element("p", html_text(origin_words(comparison.columns)))
    return element("table", "".join(rows), CELLS) + source


def comparison_paper(comparison: Comparison) -> str:
    """Return the comparison for paper; the heads are repeated on every page."""
    return _paper(comparison, _html_text)


def comparison_plain(comparison: Comparison) -> str:
    """Return the comparison for paper without marks in its texts, which Word does not know."""
    return _paper(comparison, lambda cell: cell_text(_text(cell)))


def _paper(comparison: Comparison, written: Callable[[Cell], str]) -> str:
    """Return the comparison with the state of a cell above its text: a page is not wide."""
    ground = f"background:{report_colors('light')['alternate']}"
    heads = [
        head_of(subject).in_one_line(baseline=is_baseline(comparison, column))
        for column, subject in enumerate(comparison.columns)
    ]
    rows = [
        row_html(
            [
                cell_html(cell_text(heading), "" if row else ground, "th"),
                *_paper_cells(comparison, section, row, written),
            ]
        )
        for section, heading, row in lines_of(comparison)
    ]
    shown = [cell_html(cell_text(text), ground, "th") for text in ("", *heads)]
    source = element("p", html_text(origin_words(comparison.columns)))
    return paper_html(title_words(comparison), source + table_html(shown, [rows], CELLS))


def _paper_cells(
    comparison: Comparison, section: Section, row: Row | None, written: Callable[[Cell], str]
) -> Iterator[str]:
    for column, counts in enumerate(section.counts):
        if row is None:
            ground = f"background:{report_colors('light')['window']}"
            yield cell_html(cell_text(counts_words(comparison, column, counts)), ground)
            continue
        word, style = _state(comparison, row, column)
        state = f"{element('i', cell_text(word))}{BREAK}" if word else ""
        cell = row.cells[column]
        yield cell_html(state + ("" if cell.is_empty else written(cell)), style)


def _html_heads(comparison: Comparison) -> list[str]:
    ground = f"background:{report_colors('light')['alternate']}"
    return [cell_html(cell_text(text), ground, "th") for text in _heads(comparison)]


def _html_rows(comparison: Comparison) -> Iterator[str]:
    ground = f"background:{report_colors('light')['window']}"
    for section, heading, row in lines_of(comparison):
        if row is None:
            texts = chain.from_iterable(_texts(comparison, section, None))
            cells = [cell_html(cell_text(text), ground) for text in texts]
        else:
            cells = [_html_cells(comparison, row, n) for n in range(len(row.cells))]
        yield row_html([cell_html(cell_text(heading), "" if row else ground, "th"), *cells])


def _html_cells(comparison: Comparison, row: Row, column: int) -> str:
    """Return the cells of a column in a row: its state, then its text."""
    cell = row.cells[column]
    word, style = _state(comparison, row, column)
    text = cell_html("" if cell.is_empty else _html_text(cell), style)
    return cell_html(cell_text(word), style) + text


def _state(comparison: Comparison, row: Row, column: int) -> tuple[str, str]:
    """Return the word for the state of a cell, "" for none, and the style of the cell."""
    sign = sign_of(comparison, row, column)
    if sign is None:
        return "", ""
    tinted = sign.role != "text_muted"
    ground = report_colors("light")[f"{sign.role}_bg"] if tinted else ""
    return sign.word, f"background:{ground}" if tinted else ""


def _html_text(cell: Cell) -> str:
    examples = "".join(f"{BREAK}{cell_text(EXAMPLE + example)}" for example in cell.examples)
    words = marked_html(cell.marks, IN_CELLS, BREAK) or cell_text(short_text(cell))
    return f"{words}{cell_text(_note(cell))}{examples}"
