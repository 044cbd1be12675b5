"""Self-assessment forms among files that are to be imported: nothing of a form is imported."""

import re

from laddereditor.edits.parts.form_marks import SHEET, WORD_MARK
from laddereditor.exchange.blocks.bookmarks import bookmarks_of
from laddereditor.exchange.book_parts.zipped import ZippedParts
from laddereditor.exchange.importer import ImportRefused

_ZIP = b"PK\x03\x04"
_BOOKMARK = re.compile(bookmarks_of(WORD_MARK, 0)[0].replace("0", r"\d+", 1).encode())


def refuse_form(data: bytes, source: str) -> None:
    """Refuse a file that is a self-assessment form.

    Args:
        data: The content of the file.
        source: Its name, for the message.

    Raises:
        ImportRefused: It is a form.
    """
    parts = ZippedParts.opened(data) if data.startswith(_ZIP) else None
    if parts is None:
        return
    if parts.mentions(SHEET) or _BOOKMARK.search(parts.data("word/document.xml")):
        raise ImportRefused(
            f"{source} is a self-assessment form, and nothing of it enters a ladder. “Show "
            "the gaps of self-assessments” in the File menu and “laddereditor assess” read it."
        )
