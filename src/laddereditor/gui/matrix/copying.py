"""Cells on the clipboard: as text for spreadsheets, as a table for Word and mail."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QMimeData

from laddereditor.compare.sheet.block import block_of
from laddereditor.compare.sheet.table import Matrix
from laddereditor.edits.cell_block import Block
from laddereditor.gui.clipboard import cells_data
from laddereditor.presentation.matrix.words import column_words, row_words


def copied(
    matrix: Matrix, rows: Sequence[int], columns: Sequence[int], *, heads: bool
) -> QMimeData:
    """Return the cells of some rows and columns for the clipboard, perhaps with their heads."""
    block = block_of(matrix, rows, columns)
    if heads:
        block = _with_heads(matrix, rows, columns, block)
    return cells_data(block, _table(block, heads=heads))


def _with_heads(matrix: Matrix, rows: Sequence[int], columns: Sequence[int], block: Block) -> Block:
    first = (matrix.title, *(column_words(matrix.columns[column]) for column in columns))
    names = [row_words(matrix.rows[row]) for row in rows if matrix.rows[row].cells]
    return (first, *((name, *texts) for name, texts in zip(names, block, strict=True)))


def _table(block: Block, *, heads: bool) -> str:
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
