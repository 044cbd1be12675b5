"""How a cell of a sheet shows what was typed into it and cannot be taken; no Qt."""

from dataclasses import replace

from laddereditor.presentation.sheet.content import CellContent, Tag
from laddereditor.presentation.text.runs import TextRun
from laddereditor.presentation.untaken import Untaken

NOT_IN_FILE = "Not in the file"


def with_refused(content: CellContent, untaken: Untaken, held: str) -> CellContent:
    """Return what is drawn in a cell that refused a text: the text, and below it what holds."""
    runs = [TextRun(untaken.text, "refused")]
    if held:
        runs.append(TextRun(f"\nStill: {held}", "muted"))
    return replace(content, runs=tuple(runs), tags=(Tag(NOT_IN_FILE, "error"),), sign="error")
