"""The matrix of a family as a table, for spreadsheets and for paper."""

from collections.abc import Iterator

from laddereditor.compare.sheet.table import HEADINGS, Cell, Matrix, Row
from laddereditor.model.counting import plural
from laddereditor.reports.common.colors import report_colors
from laddereditor.reports.common.html_parts import (
    CELLS,
    cell_html,
    cell_text,
    element,
    html_text,
    paper_html,
    row_html,
    table_html,
)
from laddereditor.reports.comparison.table import separated_rows
from laddereditor.reports.comparison.words import dated_words, headings_once


def matrix_csv(matrix: Matrix) -> str:
    """Return the matrix as comma-separated values; no cell is treated as a formula."""
    rows = ([heading, *(cell.full_text for cell in row.cells)] for heading, row in _lines(matrix))
    width = len(matrix.columns)
    source = [[""] * (width + 1), [_source(matrix), *[""] * width]] if matrix.ladder else []
    return separated_rows([["", *_heads(matrix)], *rows, *source], "excel")


def matrix_paper(matrix: Matrix) -> str:
    """Return the matrix for paper with its gaps; the levels are repeated on every page."""
    colors = report_colors("light")
    head, ground = f"background:{colors['alternate']}", f"background:{colors['window']}"
    heads = [cell_html(cell_text(words), head, "th") for words in ["", *_heads(matrix)]]
    table = table_html(heads, [(_row(*line, ground) for line in _lines(matrix))], CELLS)
    gaps = f": {plural(matrix.gaps, 'gap')}" if matrix.gaps else ""
    source = element("p", html_text(_source(matrix)))
    return paper_html(f"{matrix.title}{gaps}", source + table)


def _source(matrix: Matrix) -> str:
    """Return the ladder with its version and when it is in force, and the date of today."""
    return dated_words([matrix.ladder] if matrix.ladder else [], "written")


def _row(heading: str, row: Row, ground: str) -> str:
    style = ground if row.kind in HEADINGS else ""
    cells = [_cell(cell, style) for cell in row.cells]
    return row_html([cell_html(cell_text(heading), style, "th"), *cells])


def _cell(cell: Cell, style: str) -> str:
    """Return a cell as the window shows it: gaps in words, inherited texts in italics."""
    if cell.state == "gap":
        words = f"Gap: {cell.note}" if cell.note else ""
        return cell_html(cell_text(words), f"background:{report_colors('light')['warning_bg']}")
    slant = "font-style:italic" if cell.state == "inherited" else ""
    return cell_html(cell_text(cell.full_text), style or slant)


def _heads(matrix: Matrix) -> list[str]:
    return [
        f"{column.level} {column.name}".strip() + (", no profile" if column.is_absent else "")
        for column in matrix.columns
    ]


def _lines(matrix: Matrix) -> Iterator[tuple[str, Row]]:
    """Yield the rows that are not empty, each with the words at its left."""
    rows = [row for row in matrix.rows if row.kind in HEADINGS or any(c.text for c in row.cells)]
    yield from zip(headings_once(rows), rows, strict=True)
