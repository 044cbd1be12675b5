"""The matrix of a family as a table, for spreadsheets and for paper."""

from collections.abc import Iterator

from laddereditor.compare.reports.comparison_table import separated_rows
from laddereditor.compare.reports.html_parts import (
    CELLS,
    cell_html,
    cell_text,
    paper_html,
    row_html,
    table_html,
)
from laddereditor.compare.reports.report_colors import report_colors
from laddereditor.compare.reports.report_words import said_once
from laddereditor.compare.sheet.table import HEADINGS, Matrix, Row


def matrix_csv(matrix: Matrix) -> str:
    """Return the matrix as comma-separated values; no cell is treated as a formula."""
    rows = ([heading, *(cell.full_text for cell in row.cells)] for heading, row in _lines(matrix))
    return separated_rows([["", *_heads(matrix)], *rows], "excel")


def matrix_paper(matrix: Matrix) -> str:
    """Return the matrix for paper; the levels are repeated on every page."""
    colors = report_colors("light")
    head, ground = f"background:{colors['alternate']}", f"background:{colors['window']}"
    heads = [cell_html(cell_text(words), head, "th") for words in ["", *_heads(matrix)]]
    table = table_html(heads, [(_row(*line, ground) for line in _lines(matrix))], CELLS)
    return paper_html(matrix.title, table)


def _row(heading: str, row: Row, ground: str) -> str:
    style = ground if row.kind in HEADINGS else ""
    cells = [cell_html(cell_text(cell.full_text), style) for cell in row.cells]
    return row_html([cell_html(cell_text(heading), style, "th"), *cells])


def _heads(matrix: Matrix) -> list[str]:
    return [f"{column.level} {column.name}".strip() for column in matrix.columns]


def _lines(matrix: Matrix) -> Iterator[tuple[str, Row]]:
    """Yield the rows that are not empty, each with the words at its left."""
    rows = [row for row in matrix.rows if row.kind in HEADINGS or any(c.text for c in row.cells)]
    yield from zip(said_once(rows), rows, strict=True)
