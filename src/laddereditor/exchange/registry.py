"""What can be imported, and the way in for windows and verbs."""

from pathlib import Path

from laddereditor.exchange.decoding import read_text, refuse_other_content
from laddereditor.exchange.importer import Importer, ImportRefused, ImportResult
from laddereditor.exchange.levelpage.reader import LEVEL_PAGE

IMPORTERS: dict[str, Importer] = {importer.name: importer for importer in (LEVEL_PAGE,)}


def import_text(text: str, source: str = "pasted text", importer: str = "") -> ImportResult:
    """Return what an importer makes of a text; raises ImportRefused.

    Without the name of an importer the first one that recognises the text is taken.
    """
    refuse_other_content(text, source)
    return _chosen(text, importer).read(text, source)


def import_file(path: Path) -> ImportResult:
    """Return what an importer makes of a file; raises ImportRefused."""
    return import_text(read_text(path), path.name)


def _chosen(text: str, name: str) -> Importer:
    if name:
        if name not in IMPORTERS:
            known = ", ".join(IMPORTERS)
            raise ImportRefused(f"There is no importer called “{name}”; there are: {known}.")
        return IMPORTERS[name]
    fitting = (one for one in IMPORTERS.values() if one.recognises(text))
    # The first importer says best what a page should look like.
    return next(fitting, next(iter(IMPORTERS.values())))
