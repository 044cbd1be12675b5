"""Writes a page or text that leaves the program, in a job, and tells what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from laddereditor.gui.workspace import Workspace
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.asking import Asker
from laddereditor.session.session import Session
from laddereditor.storage.files.ladder_files import SaveFailed, save_bytes


@dataclass(frozen=True, slots=True)
class Export:
    """A text that leaves the program."""

    name: str  # what people call it, such as "The change note"
    text: str
    like: Sequence[Path]  # the files that it is from: it is no more open than any of them


def files_of(ladder: Ladder, sessions: Sequence[Session]) -> tuple[Path, ...]:
    """Return the files that a ladder is from: its own, if it is open and has one.

    A published version, or a ladder that was not saved yet, is as open as the open ladders with
    its id; where there is none of these nobody can tell, and it is as open as all that are open.
    """
    own = [one.path for one in sessions if one.ladder is ladder and one.path]
    with_id = [one.path for one in sessions if one.path and one.ladder.id == ladder.id]
    every = [one.path for one in sessions if one.path]
    return tuple(own or (with_id if ladder.id else ()) or every)


def export_text(workspace: Workspace, asker: Asker, path: Path, export: Export) -> None:
    """Write a text where a person said; a new file is no more open than those that it is from."""
    data, what = export.text.encode("utf-8", "replace"), export.name

    def failed(error: Exception) -> None:
        if not isinstance(error, SaveFailed):
            raise error
        asker.tell(f"{what} was not saved", f"{error}.")

    workspace.disk.run(
        lambda _: save_bytes(path, data, None, like=export.like),
        lambda _: workspace.notice.emit(f"Saved as {path.name}."),
        failed,
    )
