"""Merging the ladder in front with a colleague's copy of it."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from laddereditor.edits.edit import Edit
from laddereditor.gui.reachable import with_reachable
from laddereditor.model.ladder import Ladder
from laddereditor.session.session import Session
from laddereditor.storage.faults import UnreadableLadder
from laddereditor.storage.files import OpenedFile, open_ladder
from laddereditor.storage.versions.listing import open_version, versions_of

if TYPE_CHECKING:
    from laddereditor.gui.changes.view import ChangesView
    from laddereditor.gui.main_window import MainWindow


def merge_with_copy(folder: Path, view: "ChangesView", window: "MainWindow") -> None:
    """Ask for the copy, and show the merge with it; nothing changes before it is finished.

    What both come from is the last version that both know and that was published with a copy.
    """
    session = window.workspace.session
    if session is not None:
        with_reachable(window.workspace, folder, partial(_ask_for_copy, session, view, window))


def _ask_for_copy(
    session: Session, view: "ChangesView", window: "MainWindow", folder: Path
) -> None:
    paths = window.asker.files_to_open(folder)
    if not paths:
        return
    path = paths[0]

    def done(found: tuple[OpenedFile, Ladder | None]) -> None:
        opened, base = found
        if session is window.workspace.session:
            finish = partial(_finish, session, path.name)
            view.settle_merge(base, opened.document.ladder, path.name, finish)

    def failed(error: Exception) -> None:
        if not isinstance(error, UnreadableLadder):
            raise error
        window.asker.unreadable(path, error.faults)

    mine = session.path, session.ladder
    window.disk_jobs.run(lambda _: _read(path, *mine), done, failed)


def _read(path: Path, own: Path | None, ladder: Ladder) -> tuple[OpenedFile, Ladder | None]:
    opened = open_ladder(path)
    return opened, common_version(own or path, ladder, opened.document.ladder)


def common_version(path: Path, mine: Ladder, theirs: Ladder) -> Ladder | None:
    """Return the newest published version that both ladders know, as its copy holds it.

    None if there is none that can be read: then what the two have in common is all that is known.
    """
    known = {entry.version.strip() for entry in theirs.history}
    for version in versions_of(path, mine):
        if version.in_history and version.version in known and version.state == "intact":
            try:
                return open_version(version).ladder
            except UnreadableLadder:
                continue
    return None


def _finish(session: Session, name: str, merged: Ladder) -> None:
    session.apply(Edit(f"Merge with {name}", lambda _: merged))
