"""Writes a page or text that leaves the program, in a job, and tells what became of it."""

from pathlib import Path

from laddereditor.gui.asking import Asker
from laddereditor.gui.workspace import Workspace


def export_text(workspace: Workspace, asker: Asker, path: Path, text: str, what: str) -> None:
    """Write a text where a person said; `what` names it, such as "The change note"."""

    def failed(error: Exception) -> None:
        if not isinstance(error, OSError):
            raise error
        told = f"{path.name} could not be written: {error.strerror or error}."
        asker.tell(f"{what} was not saved", told)

    workspace.disk.run(
        lambda _: path.write_text(text, encoding="utf-8", newline="\n"),
        lambda _: workspace.notice.emit(f"Saved as {path.name}."),
        failed,
    )
