"""The columns of an exported CSV list, and texts that spreadsheets take for formulas.

A text that a spreadsheet would take for a formula gets an apostrophe, which CSV readers of
spreadsheets leave in the text; so does a text that would look like one with an apostrophe. One
apostrophe is taken off when the file comes back.
"""

from laddereditor.edits.cell_block import as_text

FAMILY, LEVEL, SECTION, ENTRY, TEXT = "Family", "Level", "Section", "Entry", "Text"
LADDER, VERSION, EXPORTED, PLACE, MARK = "Ladder", "Version", "Exported", "Place", "Mark"
COLUMNS = (FAMILY, LEVEL, SECTION, ENTRY, TEXT, LADDER, VERSION, EXPORTED, PLACE, MARK)


def guarded(text: str) -> str:
    """Return a text as a cell of CSV that no spreadsheet takes for a formula."""
    return f"'{text}" if _looks_guarded(text) else text


def unguarded(text: str) -> str:
    """Return the text of a cell that `guarded` wrote."""
    return text[1:] if text.startswith("'") and _looks_guarded(text) else text


def _looks_guarded(text: str) -> bool:
    bare = text.lstrip("'")
    return as_text(bare) is not bare
