"""Check whether a folder answers before a dialog opens in it and has to wait."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer

from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.presentation.files.home import home_folder

_PATIENCE_MS = 1000


def with_reachable(workspace: Workspace, folder: Path, then: Callable[[Path], object]) -> None:
    """Call a function with a folder that answers.

    Args:
        workspace: Asks the disk in its jobs.
        folder: The folder that is wanted; the home folder takes its place if it is missing or slow.
        then: The function; it is called once, at the latest after `_PATIENCE_MS` milliseconds.
    """
    waiting = True

    def go_on(found: Path) -> None:
        nonlocal waiting
        if waiting:
            waiting = False
            then(found)

    def answered(there: bool) -> None:
        go_on(folder if there else home_folder())

    workspace.disk.run(lambda _: folder.is_dir(), answered, lambda _: answered(False))
    if waiting:
        QTimer.singleShot(_PATIENCE_MS, workspace, lambda: answered(False))
