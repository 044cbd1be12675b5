"""Tables of Word as rows of texts."""

from typing import Any

from laddereditor.exchange.blocks.block import Table
from laddereditor.exchange.blocks.word_runs import WordCounts, paragraph_texts
from laddereditor.exchange.blocks.word_styles import (
    W,
    WordStyles,
    is_contents,
    is_on,
    list_of,
    value,
)
from laddereditor.exchange.tables.grid import Span

_MOST = 500  # columns that a cell may claim to span


def is_layout(table: Any) -> bool:
    """Whether a table only lays out a page: one column, or a table inside of it."""
    rows = table.findall(W + "tr")
    return all(len(row.findall(W + "tc")) < 2 for row in rows) or any(
        inner is not table for inner in table.iter(W + "tbl")
    )


def table_of(table: Any, styles: WordStyles, counts: WordCounts) -> Table | None:
    """Return a table of a document, None for one without texts.

    Args:
        table: A `w:tbl`.
        styles: The styles of the document.
        counts: What is counted on the way.
    """
    rows: list[list[str]] = []
    spans: list[Span] = []
    above: dict[int, int] = {}  # column -> place in `spans` of the merged cell that covers it
    heads = 0
    for number, row in enumerate(_rows(table)):
        if heads == number and is_on(row.find(W + "trPr"), "tblHeader"):
            heads += 1
        rows.append(_row(row, number, _Merging(spans, above), (styles, counts)))
    width = max(map(len, rows), default=0)
    if not any(cell.strip() for row in rows for cell in row):
        return None
    padded = tuple((*row, *[""] * (width - len(row))) for row in rows)
    merged = tuple(one for one in spans if one.bottom > one.top or one.right > one.left)
    return Table(padded, heads or 1, merged=merged)


class _Merging:
    """The cells that are merged so far."""

    def __init__(self, spans: list[Span], above: dict[int, int]) -> None:
        self.spans, self.above = spans, above


def _rows(table: Any) -> list[Any]:
    """Return the rows of a table, but not those that a tracked change deleted."""
    return [row for row in table.iter(W + "tr") if row.find(f"{W}trPr/{W}del") is None]


def _row(
    row: Any, number: int, merging: _Merging, reading: tuple[WordStyles, WordCounts]
) -> list[str]:
    found: list[str] = []
    for cell in row.iter(W + "tc"):
        left = len(found)
        across = value(cell, "tcPr", "gridSpan")
        width = min(int(across), _MOST) if across.isdecimal() and int(across) else 1
        right = left + width - 1
        vertical = cell.find(f"{W}tcPr/{W}vMerge")
        continues = vertical is not None and vertical.get(W + "val") in (None, "continue")
        if continues and left in merging.above:
            place = merging.above[left]
            start = merging.spans[place]
            merging.spans[place] = Span(start.top, start.left, number, start.right)
            found += [""] * width
            continue
        merging.above[left] = len(merging.spans)
        merging.spans.append(Span(number, left, number, right))
        found += [cell_text(cell, *reading), *[""] * (width - 1)]
    return found


def cell_text(cell: Any, styles: WordStyles, counts: WordCounts) -> str:
    """Return the text of a cell, a line for each paragraph; entries of lists have a bullet.

    Args:
        cell: A `w:tc`.
        styles: The styles of the document.
        counts: What is counted on the way.
    """
    lines = []
    for paragraph in cell.iter(W + "p"):
        style = styles.of(value(paragraph, "pPr", "pStyle"))
        texts = paragraph_texts(paragraph, styles, counts)
        text = "".join(run.text for run in texts.runs).strip()
        listed = list_of(paragraph.find(W + "pPr")) or style.list
        is_item = listed is not None and styles.list_place(*listed) is not None
        if text and not is_contents(style):
            lines.append(f"• {text}" if is_item else text)
    return "\n".join(lines)
