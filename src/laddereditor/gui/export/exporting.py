"""Exports and prints what the window shows: the active view comes first."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from laddereditor.compare.reports.formats import Format
from laddereditor.gui.export.files import save_export
from laddereditor.gui.export.paper import paper_font, pdf_bytes, show_preview
from laddereditor.gui.panes.view_protocols import Exportable
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.presentation.dialogs.protocol import Dialogs, GetDialogs
from laddereditor.presentation.export.offers import ExportOffer
from laddereditor.presentation.files.home import home_folder

_NOTHING = "There is nothing to print or export here yet."


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


class Exporting(QObject):
    """Carries out Export and Print for one window."""

    def __init__(
        self,
        workspace: Workspace,
        dialogs: GetDialogs,
        views: Callable[[], Sequence[QWidget]],
        window: QWidget,
    ) -> None:
        """Export and print what a window shows.

        Args:
            workspace: The ladders of the window.
            dialogs: Asks for the file and the format.
            views: Returns the views in sight, the active one first.
            window: The window.
        """
        super().__init__(window)
        self._workspace, self._dialogs, self._views, self._window = (
            workspace,
            dialogs,
            views,
            window,
        )

    def front_words(self) -> str:
        """Return what Print would print, such as "the comparison"."""
        views = self._views()
        return views[0].export_kind if views and isinstance(views[0], Exportable) else ""

    def export(self) -> None:
        """Ask what to export, for whom and in which format, and write it."""
        self._workspace.flush_requested.emit()
        offers = [offer for view in self._views() for offer in _offers(view)]
        if not offers:
            self._workspace.notice.emit(_NOTHING)
            return
        answer = self._dialogs().export(offers)
        if answer is not None:
            chosen, pay = answer.format, answer.pay
            save_report(self._workspace, self._dialogs(), answer.offer, chosen, pay=pay)

    def print(self) -> None:
        """Show the print preview of the active view; it is printed from there."""
        self._workspace.flush_requested.emit()
        front = list(_offers(self._views()[0])) if self._views() else []
        if not front:
            self._workspace.notice.emit(_NOTHING)
            return
        show_preview(front, self._dialogs(), self._window)


def _offers(view: QWidget) -> Iterator[ExportOffer]:
    if isinstance(view, Exportable):
        yield from view.offers()
