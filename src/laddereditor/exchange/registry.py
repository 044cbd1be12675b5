"""The available importers, and the functions that windows and verbs use to import."""

from dataclasses import replace
from pathlib import Path

from laddereditor.edits.reading.controls import left_out, without_controls
from laddereditor.edits.reading.conventions import USUAL, Conventions
from laddereditor.exchange.blocks.importing import DOCUMENT
from laddereditor.exchange.decoding import decode, read_content, refuse_other_content
from laddereditor.exchange.html_text import is_html, text_of_html
from laddereditor.exchange.importer import FileImporter, Importer, ImportRefused, ImportResult
from laddereditor.exchange.levelpage.reader import LEVEL_PAGE
from laddereditor.exchange.levelpage.table import LEVEL_TABLE
from laddereditor.exchange.records.importing import RECORDS
from laddereditor.exchange.returned.form_files import refuse_form
from laddereditor.exchange.tables.importing import SPREADSHEET

IMPORTERS: dict[str, Importer] = {importer.name: importer for importer in (LEVEL_TABLE, LEVEL_PAGE)}
FILE_IMPORTERS: dict[str, FileImporter] = {
    importer.name: importer for importer in (SPREADSHEET, RECORDS, DOCUMENT)
}
MAX_BYTES = 50_000_000  # of a file: many times the largest public ladder in a spreadsheet

_FROM_HTML = "The text was taken from the source of a web page; lines are counted in that text."


def import_text(
    text: str,
    source: str = "pasted text",
    importer: str = "",
    conventions: Conventions = USUAL,
) -> ImportResult:
    """Import a text, without control characters, as if it was typed into the window.

    Args:
        text: The text.
        source: Its name in messages.
        importer: The name of an importer; by default the first one that recognises the text.
        conventions: How the person writes numbers.

    Raises:
        ImportRefused: The importer cannot read the text.
    """
    refuse_other_content(text, source)
    clean = without_controls(text)
    from_html = is_html(clean)
    if from_html:
        clean = text_of_html(clean)
        refuse_other_content(clean, source)
    result = _chosen(clean, importer).read(clean, source, conventions)
    notices = [_FROM_HTML] if from_html else []
    notices += filter(None, [left_out(text)])
    return replace(result, notes=(*result.notes, *notices))


def import_file(path: Path, conventions: Conventions = USUAL) -> ImportResult:
    """Import a file.

    Raises:
        ImportRefused: The file cannot be imported.
    """
    data = read_content(path, MAX_BYTES)
    refuse_form(data, path.name)
    fitting = (one for one in FILE_IMPORTERS.values() if one.recognises(data, path.name))
    if (importer := next(fitting, None)) is not None:
        return importer.read(data, path.name, conventions)
    return import_text(decode(data, path.name), path.name, conventions=conventions)


def _chosen(text: str, name: str) -> Importer:
    if name:
        if name not in IMPORTERS:
            known = ", ".join(IMPORTERS)
            raise ImportRefused(f"There is no importer called “{name}”; there are: {known}.")
        return IMPORTERS[name]
    fitting = (one for one in IMPORTERS.values() if one.recognises(text))
    # The importer of pages explains best what a source should look like.
    return next(fitting, LEVEL_PAGE)
