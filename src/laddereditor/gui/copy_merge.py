"""Merging the ladder in front with a colleague's copy of it."""

from collections.abc import Callable
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
    Without one the person is asked for it.
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
    finish = partial(_finish, session, path.name)

    def done(found: tuple[OpenedFile, Ladder | None]) -> None:
        opened, base = found
        theirs = opened.document
        if session is not window.workspace.session:
            return
        if theirs.read_only:
            window.asker.tell(f"{path.name} cannot be merged", f"{theirs.read_only}.")
        elif base is not None:
            view.settle_merge(base, theirs.ladder, path.name, finish, path)
        else:
            show = partial(_if_in_front, session, view, window, theirs.ladder, path, finish)
            _ask_for_base(session, path, window, show)

    mine = session.path, session.ladder
    window.disk_jobs.run(lambda _: _read(path, *mine), done, partial(_failed, window, path))


def _if_in_front(  # noqa: PLR0913, PLR0917 - what a merge is shown with
    session: Session,
    view: "ChangesView",
    window: "MainWindow",
    theirs: Ladder,
    path: Path,
    finish: Callable[[Ladder], object],
    base: Ladder | None,
) -> None:
    if session is window.workspace.session:
        view.settle_merge(base, theirs, path.name, finish, path)


def _ask_for_base(
    session: Session, path: Path, window: "MainWindow", show: Callable[[Ladder | None], None]
) -> None:
    """Ask for what both come from, and go on with it, or with None for nothing."""
    answer = window.asker.choose(
        "No common version",
        f"{session.name} and {path.name} have no published version in common, so that nobody can "
        "tell what was added and what was taken out. Choose the file that both come from, such as "
        "an older copy: then only what both changed is asked. Without it every difference is "
        "asked.",
        [("base", "Choose what both come from…"), ("all", "Ask about every difference")],
    )
    if answer == "all":
        show(None)
    paths = window.asker.files_to_open(path.parent) if answer == "base" else []
    if paths:
        base = paths[0]
        window.disk_jobs.run(
            lambda _: open_ladder(base).document.ladder, show, partial(_failed, window, base)
        )


def _failed(window: "MainWindow", path: Path, error: Exception) -> None:
    if not isinstance(error, UnreadableLadder):
        raise error
    window.asker.unreadable(path, error.faults)


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
