"""A block of cells as the text that spreadsheets put on the clipboard: tabs, lines, quotes."""

import re
from collections.abc import Iterable, Sequence

from laddereditor.edits.reading.controls import without_controls

CellBlock = tuple[tuple[str, ...], ...]

_ENDS = ("\t", "\n", "")
# A spreadsheet treats a cell that begins with one of these as a formula: the signs are those that
# OWASP names under “CSV Injection”. Spaces and invisible characters before them are a precaution of
# our own; the wide forms count in Japanese and Chinese spreadsheets.
_UNSEEN = r"\s\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
_FORMULA = re.compile(rf"[{_UNSEEN}]*[=+\-@＝＋－＠]")


def read_block(text: str) -> CellBlock:
    """Return the rows of cells of a copied text.

    A quoted cell may hold tabs, line breaks or doubled quotes, as spreadsheets write them; other
    quotes are part of the text, and so is a quote that is not closed before the next tab or line.
    Short rows are filled up with empty cells. The line break at the end, which spreadsheets add,
    is ignored.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    rows: list[list[str]] = [[]]
    at = 0
    while True:
        cell, at = _cell(text, at)
        rows[-1].append(cell)
        if at >= len(text):
            break
        if text[at] == "\n":
            rows.append([])
        at += 1
    width = max(map(len, rows))
    return tuple((*row, *[""] * (width - len(row))) for row in rows)


def pasted_block(text: str) -> CellBlock:
    """Return the cells of a pasted text as `read_block` does, without control characters."""
    return tuple(tuple(map(without_controls, row)) for row in read_block(text))


def _cell(text: str, start: int) -> tuple[str, int]:
    """Return the cell that begins at `start`, and where the character after it is."""
    quoted = _quoted(text, start) if text.startswith('"', start) else None
    if quoted:
        return quoted
    ends = [at for sign in "\t\n" if (at := text.find(sign, start)) >= 0]
    end = min(ends, default=len(text))
    return text[start:end], end


def _quoted(text: str, start: int) -> tuple[str, int] | None:
    at = start + 1
    while (at := text.find('"', at)) >= 0:
        if text.startswith('""', at):
            at += 2
        elif text[at + 1 : at + 2] in _ENDS:
            inner = text[start + 1 : at]
            is_cell = any(sign in inner for sign in ("\t", "\n", '""'))
            return (inner.replace('""', '"'), at + 1) if is_cell else None
        else:
            return None
    return None


def one_cell(text: str) -> str:
    """Return a pasted text without what a spreadsheet adds when one cell is copied.

    It adds a line break at the end and, around a cell with line breaks, quotes; spaces at the
    edges are removed too. Any other text is returned with plain line breaks.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    body = plain.removesuffix("\n")
    cell, end = _cell(body, 0)
    if end < len(body):
        return plain
    return cell.strip(" \u00a0") if plain.endswith("\n") else cell


def write_block(rows: Iterable[Sequence[str]]) -> str:
    """Return rows of cells as text that `read_block` and spreadsheets read as those cells."""
    return "\n".join("\t".join(map(_written, row)) for row in rows) + "\n"


def as_text(cell: str) -> str:
    """Return a cell with an apostrophe before it if a spreadsheet would treat it as a formula.

    Spreadsheets use the apostrophe as a text mark and do not show it. OWASP recommends it against
    CSV injection.
    """
    return f"'{cell}" if _FORMULA.match(cell) else cell


def marked_block(rows: Iterable[Sequence[str]]) -> CellBlock:
    """Return rows of cells that spreadsheets do not treat as formulas."""
    return tuple(tuple(map(as_text, row)) for row in rows)


def lines_as_text(text: str) -> str:
    """Return lines of text in which no line and no cell after a tab is treated as a formula."""
    lines = text.split("\n")
    return "\n".join("\t".join(map(as_text, line.split("\t"))) for line in lines)


def _written(cell: str) -> str:
    plain = cell.replace("\r\n", "\n").replace("\r", "\n")
    if plain.startswith('"') or "\t" in plain or "\n" in plain:
        return '"' + plain.replace('"', '""') + '"'
    return plain
