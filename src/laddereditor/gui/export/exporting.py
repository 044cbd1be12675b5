"""Exports and prints what the window shows: the active view comes first."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from laddereditor.gui.export.files import files_of
from laddereditor.gui.export.ladder_saving import save_ladder_export
from laddereditor.gui.export.paper import show_preview
from laddereditor.gui.export.saving import save_report
from laddereditor.gui.export.sending import show_and_send
from laddereditor.gui.panes.view_protocols import Exportable
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.address import Address
from laddereditor.presentation.dialogs.protocol import GetDialogs
from laddereditor.presentation.export.offers import ExportOffer
from laddereditor.presentation.export.sheets import sheets_request

_NO_PROFILE = "Select profiles, levels or a family in the tree first: the sheets are about them."
_NOTHING = "There is nothing to print or export here yet."


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

    def export_ladder(self) -> None:
        """Ask what of the ladder to export, as what and for whom, and write it."""
        self._workspace.flush_requested.emit()
        session = self._workspace.session
        if session is None:
            return
        answer = self._dialogs().export_ladder(session.ladder, self._workspace.address)
        if answer is not None:
            save_ladder_export(self._workspace, self._dialogs(), answer, self._window)

    def print(self) -> None:
        """Show the print preview of the active view; it is printed from there."""
        self._workspace.flush_requested.emit()
        front = list(_offers(self._views()[0])) if self._views() else []
        if not front:
            self._workspace.notice.emit(_NOTHING)
            return
        show_preview(front, self._dialogs(), self._window)

    def write_sheet(self, addresses: Sequence[Address]) -> None:
        """Show the sheets about profiles and levels, to be copied, saved or printed.

        Args:
            addresses: What is selected; for nothing, the page that is shown.
        """
        self._workspace.flush_requested.emit()
        session = self._workspace.session
        if session is None:
            return
        ladder = session.ladder
        wanted = addresses or [self._workspace.address]
        request = sheets_request(ladder, wanted, files_of(ladder, self._workspace.sessions))
        if request is None:
            self._workspace.notice.emit(_NO_PROFILE)
        else:
            show_and_send(request, self._workspace, self._dialogs(), self._window)


def _offers(view: QWidget) -> Iterator[ExportOffer]:
    if isinstance(view, Exportable):
        yield from view.offers()
