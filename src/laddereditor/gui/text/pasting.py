"""What is pasted, dropped or composed into an editor of one text: the same everywhere."""

from PySide6.QtCore import QMimeData

from laddereditor.edits.cell_block import one_cell
from laddereditor.edits.reading.controls import without_controls
from laddereditor.gui.clipboard.clipboard import copied_text


def pasted_text(source: QMimeData | None = None) -> str:
    """Return the text of data or of the clipboard, without the quotes of a spreadsheet cell."""
    return one_cell(copied_text(source))


def as_taken(text: str, *, lines: bool) -> str:
    """Return a text without control characters, on one line if required."""
    plain = without_controls(text)
    return plain if lines else " ".join(plain.split("\n"))
