"""Writes the export of a ladder in a job, with progress and a way to cancel it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QWidget

from laddereditor.gui.dialogs.questions import Question
from laddereditor.gui.export.files import files_of
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.dialogs.protocol import Dialogs
from laddereditor.presentation.export.ladder_choice import LadderExportAnswer, file_name
from laddereditor.presentation.files.home import home_folder
from laddereditor.reports.export_scope import export_source
from laddereditor.reports.exporter import ExportRefused
from laddereditor.session.jobs import JobProgress
from laddereditor.storage.files.export_folder import FolderRefused, check_folder, write_folder
from laddereditor.storage.files.ladder_files import SaveFailed, save_bytes

_MOMENT_MS = 300  # an export that ends sooner shows no progress


class ExportCancelled(Exception):
    """The person cancelled the export; nothing was written."""


def save_ladder_export(
    workspace: Workspace, dialogs: Dialogs, answer: LadderExportAnswer, window: QWidget
) -> None:
    """Ask where an export goes, and write it there.

    Args:
        workspace: Where the ladder is open; its status bar says when the file is written.
        dialogs: Asks for the file, and shows why it cannot be written.
        answer: What is exported, for whom, and as what.
        window: The window, over which the progress is shown.
    """
    session = workspace.session
    if session is None:
        return
    folder = session.path.parent if session.path else home_folder()
    proposal = folder / file_name(answer)
    path = dialogs.export_to_save(proposal, answer.exporter.title)
    if path is None:
        return
    like = files_of(session.ladder, workspace.sessions)
    semicolons = workspace.locale.decimal == ","
    write = _writer(session.ladder, answer, path, like, semicolons=semicolons)
    shown = ExportProgress(path.name, window)

    def done(_: object) -> None:
        shown.end()
        workspace.notice.emit(f"Saved as {path.name}.")

    def failed(error: Exception) -> None:
        shown.end()
        if not isinstance(error, SaveFailed | ExportRefused | FolderRefused | OSError):
            raise error
        dialogs.show_message(f"{answer.title} was not exported", f"{str(error).rstrip('.')}.")

    job = workspace.disk.run(write, done, failed, shown.report)

    def cancel() -> None:
        job.cancel()
        workspace.notice.emit("The export was cancelled; nothing was written.")

    shown.watch(cancel)


def _writer(
    ladder: Ladder,
    answer: LadderExportAnswer,
    path: Path,
    like: tuple[Path, ...],
    *,
    semicolons: bool,
) -> Callable[[JobProgress], None]:
    """Return what makes and writes the export, in any thread."""

    def write(progress: JobProgress) -> None:
        def heard(done: int, of: int) -> None:
            if progress.cancelled():
                raise ExportCancelled
            progress.report(done / max(of, 1))

        if not answer.exporter.suffix:
            check_folder(path, force=True)
        source = export_source(ladder, answer.scope, date.today(), semicolons=semicolons)
        files = answer.exporter.write(source, heard)
        if answer.exporter.suffix:
            save_bytes(path, next(iter(files)).data, None, like=like)
        else:
            write_folder(path, ((one.path, one.data) for one in files))

    return write


class ExportProgress(Question):
    """How far an export is, with a button to cancel it; it is shown if that takes a while."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__("Exporting", f"{name} is being written.", parent)
        self.setModal(True)
        self._bar = QProgressBar(self)
        self._bar.setObjectName("export.progress")
        self._bar.setAccessibleName(f"Progress of {name}")
        self._bar.setRange(0, 100)
        self.add(self._bar)
        self.offer_cancel()
        self._ended = False
        self._moment = QTimer(self, singleShot=True, interval=_MOMENT_MS)
        self._moment.timeout.connect(self.show)

    def watch(self, cancel: Callable[[], None]) -> None:
        """Show the progress after a moment, unless the export has ended; call `cancel` for it."""
        if not self._ended:
            self.rejected.connect(cancel)
            self._moment.start()

    def report(self, share: float) -> None:
        """Show the progress, from 0 to 1."""
        self._bar.setValue(round(100 * share))

    def end(self) -> None:
        """Close it: the export has ended."""
        self._ended = True
        self._moment.stop()
        self.accept()
        self.deleteLater()
