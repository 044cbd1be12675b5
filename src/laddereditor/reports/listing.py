"""A plain list that a view shows, for paper, as a web page, as text and for spreadsheets."""

from collections.abc import Iterator
from dataclasses import dataclass

from laddereditor.reports.common.colors import report_colors
from laddereditor.reports.common.diff_style import diff_style
from laddereditor.reports.common.html_parts import (
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
from laddereditor.reports.comparison.table import separated_rows


@dataclass(frozen=True, slots=True)
class Listing:
    """The rows of a list below their heads, and what is said about the list."""

    title: str
    lines: tuple[str, ...]  # above the table
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def listing_html(listing: Listing) -> str:
    """Return the list as a web page that needs no other file."""
    return document_html(listing.title, diff_style(), _body(listing), "")


def listing_paper(listing: Listing) -> str:
    """Return the list for paper; its heads are repeated on every page."""
    return paper_html(listing.title, _body(listing))


def listing_csv(listing: Listing) -> str:
    """Return the rows as comma-separated values; no cell is treated as a formula."""
    return separated_rows([listing.heads, *listing.rows], "excel")


def listing_text(listing: Listing) -> str:
    """Return the list as plain text, a paragraph for each row."""
    return "\n".join(_text_lines(listing))


def _text_lines(listing: Listing) -> Iterator[str]:
    yield from (listing.title, *listing.lines)
    for row in listing.rows:
        first, *others = row
        yield from ("", f"- {first}")
        for head, text in zip(listing.heads[1:], others, strict=True):
            if text:
                yield f"  {head}: {text}"


def _body(listing: Listing) -> str:
    ground = f"background:{report_colors('light')['alternate']}"
    heads = [cell_html(cell_text(head), ground, "th") for head in listing.heads]
    rows = [row_html([cell_html(cell_text(text)) for text in row]) for row in listing.rows]
    lines = "".join(element("p", html_text(line)) for line in listing.lines)
    return lines + table_html(heads, [rows], CELLS)
