"""Tables of web pages as rows of texts."""

from typing import Any

from laddereditor.exchange.blocks.block import Table
from laddereditor.exchange.tables.grid import Span
from laddereditor.model.spacing import single_spaced

_BREAKS = frozenset(
    ("p", "div", "li", "ul", "ol", "br", "h1", "h2", "h3", "h4", "h5", "h6", "section", "dt", "dd")
)
_LAYOUT = ".//table|.//h1|.//h2|.//h3"
_MOST = 1_000  # rows and columns that a cell may claim to span


def table_of(element: Any) -> Table | None:
    """Return a table, None if it only lays out a page or has one cell."""
    if element.xpath(_LAYOUT):
        return None
    rows: list[list[str]] = []
    merged: list[Span] = []
    taken: dict[tuple[int, int], str] = {}
    heads = 0
    for number, row in enumerate(element.iter("tr")):
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        heads += heads == number and bool(cells) and _is_head(row, cells)
        rows.append(_row(cells, number, taken, merged))
    width = max(map(len, rows), default=0)
    if width < 2:
        return None
    padded = tuple((*row, *[""] * (width - len(row))) for row in rows)
    return Table(padded, heads, merged=tuple(merged))


def _row(
    cells: list[Any], number: int, taken: dict[tuple[int, int], str], merged: list[Span]
) -> list[str]:
    """Return the texts of a row, "" in the places that a cell above or before covers."""
    found: list[str] = []
    for cell in cells:
        while taken.pop((number, len(found)), None) is not None:
            found.append("")
        across, down = _span(cell, "colspan"), _span(cell, "rowspan")
        left = len(found)
        if across > 1 or down > 1:
            merged.append(Span(number, left, number + down - 1, left + across - 1))
        for below in range(1, down):
            taken |= {(number + below, left + right): "" for right in range(across)}
        found += [cell_text(cell), *[""] * (across - 1)]
    while taken.pop((number, len(found)), None) is not None:
        found.append("")
    return found


def _span(cell: Any, name: str) -> int:
    text = cell.get(name, "1").strip()
    return max(1, min(int(text), _MOST)) if text.isdecimal() and len(text) < 6 else 1


def _is_head(row: Any, cells: list[Any]) -> bool:
    return row.getparent().tag == "thead" or all(cell.tag == "th" for cell in cells)


def cell_text(cell: Any) -> str:
    """Return the text of a cell, a line for each paragraph; entries of lists have a bullet."""
    parts: list[str] = []
    _collect(cell, parts)
    lines = (single_spaced(line) for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line and line != "•")


def _collect(element: Any, parts: list[str]) -> None:
    if element.text:
        parts.append(" ".join(element.text.split("\n")))
    for child in element:
        if isinstance(child.tag, str) and child.tag not in ("script", "style", "svg", "noscript"):
            if child.tag in _BREAKS:
                parts.append("\n• " if child.tag == "li" else "\n")
            _collect(child, parts)
            if child.tag in _BREAKS:
                parts.append("\n")
        if child.tail:
            parts.append(" ".join(child.tail.split("\n")))
