"""Recognise files that are not ladders: an Office document, a picture, a table, a web page.

Files are recognised by the first bytes of common formats and, inside a zip archive, by the folders
that Office Open XML (ECMA-376) and OpenDocument (ISO/IEC 26300) prescribe.
"""

import re

_KNOWN_STARTS = (
    (b"%PDF", "a PDF document"),
    (b"\xd0\xcf\x11\xe0", "an older Office document (.doc, .xls or .msg)"),
    (b"{\\rtf", "a word processor text (.rtf)"),
    (b"\x89PNG", "a picture (.png)"),
    (b"\xff\xd8\xff", "a picture (.jpg)"),
    (b"GIF8", "a picture (.gif)"),
    (b"\x1f\x8b", "a compressed file (.gz)"),
    (b"7z\xbc\xaf", "an archive (.7z)"),
    (b"Rar!", "an archive (.rar)"),
    (b"SQLite format 3", "a database"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"bplist", "a bookmark or settings of macOS"),
)
_INSIDE_A_ZIP = (
    (b"word/document", "a Word document (.docx)"),
    (b"xl/workbook", "an Excel workbook (.xlsx)"),
    (b"ppt/presentation", "a presentation (.pptx)"),
    (b"opendocument.text", "a LibreOffice text (.odt)"),
    (b"opendocument.spreadsheet", "a LibreOffice spreadsheet (.ods)"),
)
_HTML = re.compile(
    r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta)\b", re.IGNORECASE | re.DOTALL
)
_XML = re.compile(r"\s*<(?:\?xml|[A-Za-z][\w:.-]*[\s/>])")
_MAIL = re.compile(r"(?:[A-Z][\w-]*: [^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){2,}")
_START = 20_000  # characters that are enough to recognise a text


def binary_kind(data: bytes) -> str:
    """Return what kind of file some bytes are, or "" for text and unknown kinds."""
    if data.startswith(b"PK\x03\x04"):
        found = (what for name, what in _INSIDE_A_ZIP if name in data)
        return next(found, "an Office document or a zip archive")
    return next((what for start, what in _KNOWN_STARTS if data.startswith(start)), "")


def text_kind(text: str) -> str:
    """Return what kind of text it is if it is not a ladder, or "" if unknown."""
    start = text[:_START]
    if _HTML.match(start):
        return "a web page (HTML)"
    if _XML.match(start):
        return "an XML file"
    if start.startswith("From ") or (_MAIL.match(start) and re.search(r"(?m)^Subject: ", start)):
        return "a mail"
    return _table_kind(start)


def _table_kind(start: str) -> str:
    lines = [line for line in start.splitlines() if line.strip()][:6]
    if len(lines) < 2:
        return ""
    for sign, name in ((";", "semicolons"), ("\t", "tabs"), (",", "commas")):
        counts = [line.count(sign) for line in lines]
        if counts[0] and all(count >= counts[0] for count in counts[1:-1] or counts):
            return f"a table with {name} between its cells (CSV)"
    return ""
