"""Shows the overview of the open ladder for a steering group."""

from PySide6.QtWidgets import QWidget

from laddereditor.gui.export.files import files_of
from laddereditor.gui.export.sending import show_and_send
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.presentation.dialogs.protocol import GetDialogs
from laddereditor.presentation.export.overview import overview_request
from laddereditor.reports.overview.overview import LadderOverview
from laddereditor.session.day_clock import DayClock, SystemClock
from laddereditor.session.overviews import ladder_overview


class Overviews:
    """Makes the overview in a job, because it checks the last published version too."""

    def __init__(self, workspace: Workspace, dialogs: GetDialogs, window: QWidget) -> None:
        """Make nothing yet.

        Args:
            workspace: Has the open ladder, the jobs for disks and the status bar.
            dialogs: Shows the overview.
            window: The window.
        """
        self._workspace, self._dialogs, self._window = workspace, dialogs, window
        self.clock: DayClock = SystemClock()

    def show(self) -> None:
        """Show the overview of the ladder as it is now."""
        self._workspace.flush_requested.emit()
        session = self._workspace.session
        if session is None:
            return
        ladder, path = session.ladder, session.path
        self._workspace.notice.emit("Looking at the ladder and its last published version…")

        def done(overview: LadderOverview) -> None:
            self._workspace.notice.emit("")  # it is no longer looking
            files = files_of(ladder, self._workspace.sessions)
            request = overview_request(overview, files)
            show_and_send(request, self._workspace, self._dialogs(), self._window)

        def failed(error: Exception) -> None:
            raise error

        self._workspace.disk.run(lambda _: ladder_overview(ladder, path, self.clock), done, failed)
