"""Texts in a QTextDocument: every character that is put in comes out again.

Qt's own `setPlainText` and `toPlainText` turn U+00A0 into a space, and U+2028, U+2029 and lone
carriage returns into line ends. Here the raw text is read, in which only block ends are U+2029.
A character that would end a block is stored as another one, with the original one as a property
of its format: U+2029 as U+2028, which is shown as a line end.
"""

import re

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat

from laddereditor.presentation.text.units import to_place, to_units

_ORIGINAL = QTextFormat.Property.UserProperty.value + 1
_STAND_INS = {
    "\u2029": "\u2028",
    "\r": "\u2028",
    "\ufdd0": "\ufffd",  # with the next one, what Qt takes for the frame of a table
    "\ufdd1": "\ufffd",
    "\ufeff": "\u2060",  # the binding drops it at the start of a text
}
_PIECES = re.compile(f"([{''.join(_STAND_INS)}])")
_HAS_STAND_INS = "hasStandIns"  # of the document, so that nothing is looked for in vain


def put_text(document: QTextDocument, text: str) -> None:
    """Replace a document's text; its undo history is empty afterwards."""
    if not _PIECES.search(text):
        document.setProperty(_HAS_STAND_INS, False)
        document.setPlainText(text)
        return
    undo = document.isUndoRedoEnabled()
    document.setUndoRedoEnabled(False)
    document.setPlainText("")
    insert_text(QTextCursor(document), text)
    document.setUndoRedoEnabled(undo)


def insert_text(cursor: QTextCursor, text: str, look: QTextCharFormat | None = None) -> None:
    """Replace the selection by a text.

    Args:
        cursor: The cursor that has the selection.
        text: The text; characters that Qt would change are drawn by stand-ins and read back as they
            were.
        look: The format of the text, by default a plain one.
    """
    look = look or QTextCharFormat()
    if not _PIECES.search(text):
        cursor.insertText(text, look)
        return
    cursor.document().setProperty(_HAS_STAND_INS, True)
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    for piece in _PIECES.split(text):
        form = QTextCharFormat(look)
        if piece in _STAND_INS:
            form.setProperty(_ORIGINAL, ord(piece))
        cursor.insertText(_STAND_INS.get(piece, piece), form)
    cursor.endEditBlock()


def text_of(document: QTextDocument) -> str:
    """Return the text of a document."""
    if not document.property(_HAS_STAND_INS):
        return document.toRawText().replace("\u2029", "\n")
    lines, block = [], document.begin()
    while block.isValid():
        lines.append(_original(block))
        block = block.next()
    return "\n".join(lines)


def _original(block: QTextBlock) -> str:
    pieces, at = [], block.begin()
    while not at.atEnd():
        fragment = at.fragment()
        text, code = fragment.text(), fragment.charFormat().property(_ORIGINAL)
        pieces.append(text.replace(_STAND_INS[chr(code)], chr(code)) if code else text)
        at += 1
    return "".join(pieces)


def selected_text(cursor: QTextCursor) -> str:
    """Return what a cursor selects."""
    if not cursor.document().property(_HAS_STAND_INS):
        return cursor.selectedText().replace("\u2029", "\n")
    text = text_of(cursor.document())
    start, end = selection_in(cursor, text)
    return text[start:end]


def selection_in(cursor: QTextCursor, text: str) -> tuple[int, int]:
    """Return start and end of what a cursor selects, in code points of its document's text."""
    return to_place(text, cursor.selectionStart()), to_place(text, cursor.selectionEnd())


def cursor_at(
    document: QTextDocument, text: str, start: int, end: int | None = None
) -> QTextCursor:
    """Return a cursor at a place of a document's text, or selecting from there to `end`.

    Args:
        document: The document.
        text: Its text, as `text_of` gives it.
        start: Where the cursor or the selection begins, in code points.
        end: Where the selection ends; None to select nothing.
    """
    cursor = QTextCursor(document)
    cursor.setPosition(to_units(text, max(0, min(start, len(text)))))
    if end is not None:
        place = to_units(text, max(0, min(end, len(text))))
        cursor.setPosition(place, QTextCursor.MoveMode.KeepAnchor)
    return cursor
