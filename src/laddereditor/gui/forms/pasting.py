"""What is pasted or dropped into an editor of one text: the same everywhere."""

from PySide6.QtCore import QMimeData

from laddereditor.edits.cell_block import one_cell
from laddereditor.gui.clipboard import copied_text


def pasted_text(source: QMimeData, *, lines: bool = True) -> str:
    """Return the text that a paste or a drop brings; on one line unless `lines` are allowed."""
    return as_pasted(copied_text(source), lines=lines)


def as_pasted(text: str, *, lines: bool = True) -> str:
    """Return a text from the clipboard: the cell of a spreadsheet bare, else as it is."""
    plain = one_cell(text)
    return plain if lines else " ".join(plain.splitlines())
