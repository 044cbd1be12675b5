"""The importer of documents: Markdown, saved pages and Word, read as workbooks are."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from laddereditor.edits.reading.conventions import USUAL, Conventions
from laddereditor.exchange.blocks.document_import import (
    SUFFIXES,
    document_text,
    is_word,
    read_document,
)
from laddereditor.exchange.blocks.document_workbook import (
    DocumentWorkbook,
    level_names,
    workbook_of_document,
)
from laddereditor.exchange.blocks.own_reader import is_own, read_own
from laddereditor.exchange.blocks.web_sources import COMPONENTS, MDX
from laddereditor.exchange.decoding import decoded
from laddereditor.exchange.html_text import is_html, text_of_html
from laddereditor.exchange.importer import (
    FileImporter,
    ImportRefused,
    ImportResult,
    UnreadLine,
)
from laddereditor.exchange.levelpage.reader import LEVEL_PAGE
from laddereditor.exchange.levelpage.table import LEVEL_TABLE
from laddereditor.exchange.tables.importing import import_workbook
from laddereditor.exchange.tables.mapping import Mapping, Pin
from laddereditor.model.ladder import Ladder

_NAMES = (".md", ".markdown", MDX, *COMPONENTS)
_PACKED = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # zip files and those of old programs


@dataclass(frozen=True)
class ImportedDocument:
    """What came of a document, and how it was read; no mapping if it is one of our own."""

    result: ImportResult
    mapping: Mapping | None = None


def is_document(data: bytes, source: str) -> bool:
    """Return whether a file is a document: one of Word, or a text with headings.

    Saved level pages are not, unless we exported them: their own importers know more of them.

    Args:
        data: The content.
        source: The name of the file.
    """
    if is_word(data, source):
        return True
    text = _text_of(data, source)
    from_page = is_html(text)
    if not text or not (from_page or source.casefold().endswith(_NAMES)):
        return False
    document = read_document(data, source)
    if is_own(document):
        return True
    grids = workbook_of_document(document, source).workbook.grids
    if any(one.outline and len(level_names(one)) > 1 for one in grids):
        return True  # a page is about one level
    return bool(grids) and not _is_page(text_of_html(text) if from_page else text, source)


def _text_of(data: bytes, source: str) -> str:
    """Return a file as text, "" for one that is not."""
    try:
        return "" if data.startswith(_PACKED) else document_text(decoded(data, source).text, source)
    except ImportRefused:
        return ""


def _is_page(text: str, source: str) -> bool:
    """Whether the importers of level pages understand more of a text than they leave."""
    for one in (LEVEL_TABLE, LEVEL_PAGE):
        if one.recognises(text):
            try:
                found = one.read(text, source, USUAL)
            except ImportRefused:
                continue
            return len({line for line, _ in found.used}) > len(found.not_understood)
    return False


def import_document(
    data: bytes,
    source: str,
    pins: Sequence[Pin] = (),
    conventions: Conventions = USUAL,
    here: Ladder | None = None,
) -> ImportedDocument:
    """Return the ladder of a document, read with the pins of a person.

    Args:
        data: The content of the file.
        source: Its name.
        pins: What a person decided about it.
        conventions: How numbers are written.
        here: The ladder that it is added to.

    Raises:
        ImportRefused: It cannot be read, or holds no ladder.
    """
    document = read_document(data, source)
    if is_own(document) and not pins:
        own = read_own(document, here)
        return ImportedDocument(ImportResult(own.ladder, own.left, own.used, document.notes))
    made = workbook_of_document(document, source)
    found = import_workbook(made.workbook, pins, conventions, here)
    return ImportedDocument(_with_lines(found.result, made), found.mapping)


def _with_lines(result: ImportResult, made: DocumentWorkbook) -> ImportResult:
    """Return a result whose lines are those of the document, if it has only a text."""
    if len(made.lines) != 1:
        return result
    lines = made.lines[0]

    def placed(one: UnreadLine) -> UnreadLine:
        return replace(one, line=lines[one.line - 1].number, cell="")

    sheet = f"Sheet “{made.workbook.grids[0].name}”"
    return replace(
        result,
        notes=tuple(note.replace(sheet, "The document", 1) for note in result.notes),
        not_understood=tuple(map(placed, result.not_understood)),
        left_out=tuple(map(placed, result.left_out)),
    )


def _read(data: bytes, source: str, conventions: Conventions) -> ImportResult:
    return import_document(data, source, (), conventions).result


DOCUMENT = FileImporter(
    name="document",
    title="Document",
    suffixes=SUFFIXES,
    recognises=is_document,
    read=_read,
)
