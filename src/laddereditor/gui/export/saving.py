"""Saves a report in a format to a file that the person chooses."""

from collections.abc import Callable
from typing import Any

from laddereditor.gui.export.files import save_export
from laddereditor.gui.export.paper import paper_font, pdf_bytes
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.presentation.dialogs.protocol import Dialogs
from laddereditor.presentation.export.offers import ExportOffer
from laddereditor.presentation.files.home import home_folder
from laddereditor.reports.formats import Format


def _writer(
    offer: ExportOffer, chosen: Format[Any], *, pay: bool, semicolons: bool
) -> Callable[[], bytes]:
    """Return what makes the bytes of a file, in any thread."""
    if chosen.is_paper:
        font = paper_font(offer)
        return lambda: pdf_bytes(offer, pay=pay, font=font)
    return lambda: chosen.as_file(offer.report(pay), semicolons=semicolons)


def save_report(
    workspace: Workspace, dialogs: Dialogs, offer: ExportOffer, chosen: Format[Any], *, pay: bool
) -> None:
    """Ask where a report goes, and write it there.

    Args:
        workspace: Where the ladders are open; its status bar says when the file is written.
        dialogs: Asks for the file, and shows why it cannot be written.
        offer: What is exported.
        chosen: The format.
        pay: Whether pay is included.
    """
    session = workspace.session
    folder = session.path.parent if session and session.path else home_folder()
    path = dialogs.export_to_save(folder / offer.file_name(chosen.suffix), chosen.title)
    if path is not None:
        semicolons = workspace.locale.decimal == ","
        make = _writer(offer, chosen, pay=pay, semicolons=semicolons)
        save_export(workspace, dialogs, path, offer, make)
