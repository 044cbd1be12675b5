"""The available importers, and the functions that windows and verbs use to import."""

from pathlib import Path

from laddereditor.exchange.decoding import read_text, refuse_other_content
from laddereditor.exchange.importer import Importer, ImportRefused, ImportResult
from laddereditor.exchange.levelpage.reader import LEVEL_PAGE

IMPORTERS: dict[str, Importer] = {importer.name: importer for importer in (LEVEL_PAGE,)}


def import_text(text: str, source: str = "pasted text", importer: str = "") -> ImportResult:
    """Import a text.

    Args:
        text: The text.
        source: Its name in messages.
        importer: The name of an importer; by default the first one that recognises the text.

    Raises:
        ImportRefused: The importer cannot read the text.
    """
    refuse_other_content(text, source)
    return _chosen(text, importer).read(text, source)


def import_file(path: Path) -> ImportResult:
    """Import a file.

    Raises:
        ImportRefused: The file cannot be imported.
    """
    return import_text(read_text(path), path.name)


def _chosen(text: str, name: str) -> Importer:
    if name:
        if name not in IMPORTERS:
            known = ", ".join(IMPORTERS)
            raise ImportRefused(f"There is no importer called “{name}”; there are: {known}.")
        return IMPORTERS[name]
    fitting = (one for one in IMPORTERS.values() if one.recognises(text))
    # The first importer explains best what a page should look like.
    return next(fitting, next(iter(IMPORTERS.values())))
