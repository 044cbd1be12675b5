"""Exports and prints what the window shows: the active view comes first."""

from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from laddereditor.gui.export.files import files_of
from laddereditor.gui.export.paper import show_preview
from laddereditor.gui.export.saving import save_answer
from laddereditor.gui.export.sending import show_and_send
from laddereditor.gui.panes.view_protocols import Exportable
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.dialogs.protocol import GetDialogs
from laddereditor.presentation.export.offers import ExportAnswer, ExportOffer
from laddereditor.presentation.export.sheets import sheets_request
from laddereditor.presentation.export.subjects import (
    AnyExportAnswer,
    ExportRequest,
    LadderExportAnswer,
    quick_scope,
    whole_scope,
)
from laddereditor.reports.exporter import ExportScope
from laddereditor.reports.formats import format_of
from laddereditor.reports.page.parts import ReaderPages

_NO_PROFILE = "Select profiles, levels or a family in the tree first: the sheets are about them."
QuickForm = Literal["docx", "pdf"]
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

    def export(self, selected: Sequence[Address]) -> None:
        """Ask what to export, as what and for whom, and write it.

        Args:
            selected: The entries that are selected in the tree.
        """
        self._workspace.flush_requested.emit()
        request = self._request(selected)
        if request.ladder is None and not request.front and not request.others:
            self._workspace.notice.emit(_NOTHING)
            return
        answer = self._dialogs().export(request)
        if answer is not None:
            save_answer(self._workspace, self._dialogs(), answer, self._window)

    def _request(self, selected: Sequence[Address]) -> ExportRequest:
        front, *others = [list(_offers(view)) for view in self._views()] or [[]]
        session = self._workspace.session
        return ExportRequest(
            session.ladder if session else None,
            self._workspace.address,
            tuple(selected),
            tuple(filter(_is_report, front)),
            tuple(one for found in others for one in found if _is_report(one)),
        )

    def export_shown(self, form: QuickForm) -> None:
        """Write what is shown beside the ladder, for everybody.

        Args:
            form: Word or PDF.
        """
        self._workspace.flush_requested.emit()
        front = list(_offers(self._views()[0])) if self._views() else []
        if front and _is_report(front[0]):
            answer: AnyExportAnswer = ExportAnswer(
                front[0], format_of(front[0].shows, form), pay=False
            )
            save_answer(self._workspace, self._dialogs(), answer, self._window, at_once=True)
        else:
            self._export_part(form, quick_scope)

    def export_whole(self, form: QuickForm) -> None:
        """Write the whole ladder beside it as a document to read, for everybody.

        Args:
            form: Word or PDF.
        """
        self._workspace.flush_requested.emit()
        self._export_part(form, lambda ladder, _: whole_scope(ladder))

    def _export_part(
        self, form: QuickForm, part: Callable[[Ladder, Address], tuple[ExportScope, str]]
    ) -> None:
        # It knows all exporters, whose libraries a program that starts should not wait for.
        from laddereditor.reports.exporters import exporter_named

        session = self._workspace.session
        if session is None:
            self._workspace.notice.emit(_NOTHING)
            return
        scope, title = part(session.ladder, self._workspace.address)
        answer = LadderExportAnswer(exporter_named(form), scope, title)
        save_answer(self._workspace, self._dialogs(), answer, self._window, at_once=True)

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


def _is_report(offer: ExportOffer) -> bool:
    """Whether an offer is more than pages, which are exported as a part of the ladder."""
    return offer.shows is not ReaderPages
