"""Writes exports to files in a job, and reports the result."""

from collections.abc import Callable, Sequence
from pathlib import Path

from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.dialogs.protocol import Dialogs
from laddereditor.presentation.export.offers import ExportOffer
from laddereditor.session.session import Session
from laddereditor.storage.files.ladder_files import SaveFailed, save_bytes


def files_of(ladder: Ladder, sessions: Sequence[Session]) -> tuple[Path, ...]:
    """Return the files that a ladder is from: its own, if it is open and has one.

    For a published version, or a ladder that was not saved yet, these are the files of the open
    ladders with its id, or of all open ladders if none has its id.
    """
    own = [one.path for one in sessions if one.ladder is ladder and one.path]
    with_id = [one.path for one in sessions if one.path and one.ladder.id == ladder.id]
    every = [one.path for one in sessions if one.path]
    return tuple(own or (with_id if ladder.id else ()) or every)


def save_export(
    workspace: Workspace,
    dialogs: Dialogs,
    path: Path,
    offer: ExportOffer,
    make: Callable[[], bytes],
) -> None:
    """Write the bytes that `make` returns to the chosen file; `make` runs in a job.

    A new file gets no wider permissions than the files that the export is made from.

    Args:
        workspace: Has the jobs for disks and the status bar.
        dialogs: Shows why the file cannot be written.
        path: The chosen file.
        offer: What is exported, with the files that it is made from.
        make: Returns the bytes; it must not use widgets.
    """

    def failed(error: Exception) -> None:
        if not isinstance(error, SaveFailed):
            raise error
        dialogs.show_message(f"{offer.words} was not saved", f"{error}.")

    workspace.disk.run(
        lambda _: save_bytes(path, make(), None, like=offer.files),
        lambda _: workspace.notice.emit(f"Saved as {path.name}."),
        failed,
    )
