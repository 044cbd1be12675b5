"""The table of all equivalents of a ladder, for spreadsheets and for paper."""

from collections.abc import Iterator
from itertools import groupby

from laddereditor.compare.sheet.equivalent_table import EquivalentRow, EquivalentTable
from laddereditor.compare.sheet.table import Cell
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
from laddereditor.reports.comparison.words import dated_words

EQUIVALENTS = "Equivalents"


def equivalents_csv(table: EquivalentTable) -> str:
    """Return the table as comma-separated values; each row names its group and its id."""
    heads = ["", "", "", *(column.words for column in table.columns)]
    rows = (
        [row.group, row.address.key, row.name, *(cell.text for cell in row.cells)]
        for row in table.rows
    )
    return separated_rows([heads, *rows, *_source_rows(table, len(heads))], "excel")


def _source_rows(table: EquivalentTable, width: int) -> list[list[str]]:
    empty = [""] * (width - 1)
    return [["", *empty], [_source(table), *empty]] if table.ladder else []


def equivalents_paper(table: EquivalentTable) -> str:
    """Return the table for paper, with its gaps; the schemes are repeated on every page."""
    colors = report_colors("light")
    head = f"background:{colors['alternate']}"
    heads = [cell_html(cell_text(c.words), head, "th") for c in table.columns]
    heads = [cell_html("", head, "th"), *heads]
    rows = [list(_group(table, *group)) for group in groupby(table.rows, lambda row: row.group)]
    gaps = f": {plural(len(table.gaps), 'gap')}" if table.gaps else ""
    source = element("p", html_text(_source(table)))
    return paper_html(f"{EQUIVALENTS}{gaps}", source + table_html(heads, rows, CELLS))


def _group(table: EquivalentTable, group: str, rows: Iterator[EquivalentRow]) -> Iterator[str]:
    ground = f"background:{report_colors('light')['window']}"
    empty = [cell_html("", ground)] * len(table.columns)
    yield row_html([cell_html(cell_text(group), ground, "th"), *empty])
    for row in rows:
        name = "" if row.number else row.name
        yield row_html([cell_html(cell_text(name), "", "th"), *map(_cell, row.cells)])


def _cell(cell: Cell) -> str:
    if cell.state == "gap":
        ground = f"background:{report_colors('light')['warning_bg']}"
        return cell_html(cell_text(f"Gap: {cell.note}"), ground)
    return cell_html(cell_text(cell.text))


def _source(table: EquivalentTable) -> str:
    """Return the ladder with its version and when it is in force, and the date of today."""
    return dated_words([table.ladder] if table.ladder else [], "written")
