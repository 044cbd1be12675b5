"""The available importers, and the functions that windows and verbs use to import."""

from dataclasses import replace
from pathlib import Path

from laddereditor.edits.reading.controls import left_out, without_controls
from laddereditor.edits.reading.conventions import USUAL, Conventions
from laddereditor.exchange.decoding import read_text, refuse_other_content
from laddereditor.exchange.html_text import is_html, text_of_html
from laddereditor.exchange.importer import Importer, ImportRefused, ImportResult
from laddereditor.exchange.levelpage.reader import LEVEL_PAGE
from laddereditor.exchange.levelpage.table import LEVEL_TABLE

IMPORTERS: dict[str, Importer] = {importer.name: importer for importer in (LEVEL_TABLE, LEVEL_PAGE)}

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
    return import_text(read_text(path), path.name, conventions=conventions)


def _chosen(text: str, name: str) -> Importer:
    if name:
        if name not in IMPORTERS:
            known = ", ".join(IMPORTERS)
            raise ImportRefused(f"There is no importer called “{name}”; there are: {known}.")
        return IMPORTERS[name]
    fitting = (one for one in IMPORTERS.values() if one.recognises(text))
    # The importer of pages explains best what a source should look like.
    return next(fitting, LEVEL_PAGE)
