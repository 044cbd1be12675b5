"""Cells on the clipboard: as text for spreadsheets, as a table for Word and mail."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QMimeData

from laddereditor.edits.cell_block import CellBlock
from laddereditor.gui.clipboard.clipboard import cells_data


def copied(block: CellBlock, *, heads: bool = False) -> QMimeData:
    """Return cells for the clipboard; with `heads`, the first row and column are headings.

    Each cell is marked as text, so that a spreadsheet makes no date of `1-2`.
    """
    return cells_data(block, _table(block, heads=heads))


def _table(block: CellBlock, *, heads: bool) -> str:
    """Return the block as an HTML table; a line break stays inside its cell in Excel too."""
    rows = "".join(_row(texts, heads=heads, first=n == 0) for n, texts in enumerate(block))
    table = f'<table border="1" style="border-collapse:collapse">{rows}</table>'
    return f'<meta charset="utf-8">{table}'


def _row(texts: Sequence[str], *, heads: bool, first: bool) -> str:
    cells = (_cell(text, head=heads and (first or n == 0)) for n, text in enumerate(texts))
    return f"<tr>{''.join(cells)}</tr>"


def _cell(text: str, *, head: bool) -> str:
    name = "th" if head else "td"
    lines = escape(text).replace("\n", '<br style="mso-data-placement:same-cell">')
    # The number format keeps Excel from reading dates, numbers and formulas into texts.
    style = "vertical-align:top;text-align:left;mso-number-format:'\\@'"
    return f'<{name} style="{style}">{lines}</{name}>'
