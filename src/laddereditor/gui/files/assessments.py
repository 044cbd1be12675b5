"""Reads filled self-assessment forms and shows their gaps."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from laddereditor.exchange.importer import ImportRefused
from laddereditor.exchange.returned.filled_form import FilledForm
from laddereditor.gui.export.sending import show_and_send
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.presentation.dialogs.protocol import GetDialogs
from laddereditor.presentation.export.gaps import gaps_request
from laddereditor.presentation.files.home import home_folder
from laddereditor.regular_files import read_regular
from laddereditor.storage.files.system_words import reason

_MOST_BYTES = 50_000_000


class Assessments:
    """Shows the gaps of filled forms, in one window; nothing of them enters a ladder."""

    def __init__(self, workspace: Workspace, dialogs: GetDialogs, window: QWidget) -> None:
        """Read nothing yet.

        Args:
            workspace: Has the jobs for disks and the status bar.
            dialogs: Asks for the files, and shows the gaps.
            window: The window.
        """
        self._workspace, self._dialogs, self._window = workspace, dialogs, window

    def read(self) -> None:
        """Ask for filled forms, and show their gaps."""
        session = self._workspace.session
        folder = session.path.parent if session and session.path else home_folder()
        paths = self._dialogs().forms_to_read(folder)
        if not paths:
            return

        def done(forms: Sequence[FilledForm]) -> None:
            request = gaps_request(forms, paths)
            show_and_send(request, self._workspace, self._dialogs(), self._window)

        def failed(error: Exception) -> None:
            if not isinstance(error, ImportRefused):
                raise error
            self._dialogs().show_message("The forms were not read", str(error))

        self._workspace.disk.run(lambda _: _forms(paths), done, failed)


def _forms(paths: Sequence[Path]) -> tuple[FilledForm, ...]:
    return tuple(form for path in paths for form in _read(path))


def _read(path: Path) -> tuple[FilledForm, ...]:
    # It knows readers of Excel and Word, for which a program that starts should not wait.
    from laddereditor.exchange.returned.filled_forms import read_forms

    try:
        data = read_regular(path, _MOST_BYTES)
    except OSError as error:
        raise ImportRefused(f"{path.name} cannot be read: {reason(error)}.") from error
    return read_forms(data, path.name)
