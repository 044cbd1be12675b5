"""Writes a page or text that leaves the program, in a job, and tells what became of it."""

from pathlib import Path

from laddereditor.gui.asking import Asker
from laddereditor.gui.workspace import Workspace
from laddereditor.storage.files import SaveFailed, save_bytes


def export_text(workspace: Workspace, asker: Asker, path: Path, text: str, what: str) -> None:
    """Write a text where a person said; `what` names it, such as "The change note".

    A new file is no more open than the files of the open ladders, which the text may be from.
    """
    data, ladders = text.encode("utf-8", "replace"), workspace.paths

    def failed(error: Exception) -> None:
        if not isinstance(error, SaveFailed):
            raise error
        asker.tell(f"{what} was not saved", f"{error}.")

    workspace.disk.run(
        lambda _: save_bytes(path, data, None, like=ladders),
        lambda _: workspace.notice.emit(f"Saved as {path.name}."),
        failed,
    )
