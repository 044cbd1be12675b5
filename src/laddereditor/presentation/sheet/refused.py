"""What a cell of a sheet shows about a text that it refused."""

from dataclasses import replace

from laddereditor.compare.sheet.table import Cell
from laddereditor.edits.cells.pasting import BlockCell
from laddereditor.model.inheritance import Source
from laddereditor.presentation.sheet.content import CellContent, Tag
from laddereditor.presentation.text.runs import TextRun
from laddereditor.presentation.workspace.refused_texts import RefusedText

NOT_IN_FILE = "Not in the file"


def with_refused(content: CellContent, text: RefusedText, valid: str) -> CellContent:
    """Return the content of a cell that refused a text: the text, and below it the valid value.

    Args:
        content: The content of the cell without that text.
        text: The refused text, with the reason.
        valid: The valid value as text, "" for none.
    """
    runs = [TextRun(text.text, "refused")]
    if valid:
        runs.append(TextRun(f"\nStill: {valid}", "muted"))
    return replace(content, runs=tuple(runs), tags=(Tag(NOT_IN_FILE, "error"),), sign="error")


def why_not_typed(cell: Cell | None, block: BlockCell) -> str:
    """Return why no text can be typed into a cell, and what to do instead."""
    if cell is not None and cell.source is Source.PATTERN:
        return f"“{cell.text}” follows {cell.note}; change it there."
    if block.opens_form:
        return "This is changed in the form. Press Enter to go there."
    return block.refusal
