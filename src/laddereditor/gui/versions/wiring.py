"""Connects the Versions view and publishing with the rest of a window."""

from typing import TYPE_CHECKING

from laddereditor.compare.sheet.subject import subject_at
from laddereditor.gui.versions.publishing import Publishing
from laddereditor.model.address import NoSuchPlace
from laddereditor.model.ladder import Ladder
from laddereditor.session.session import Session
from laddereditor.storage.files.document import Document

if TYPE_CHECKING:
    from laddereditor.gui.main_window import MainWindow


def connect_versions(window: "MainWindow") -> Publishing:
    """Let the view open, compare and publish; returns what publishes."""
    publishing = Publishing(
        window.workspace,
        lambda: window.asker,
        window.disk_jobs,
        window.saving,
        window,
    )
    publishing.published.connect(lambda _: window.versions.show_newest())
    window.versions.publish_wanted.connect(window.actions_by_id["file.publish"].trigger)
    window.versions.open_wanted.connect(lambda document, name: _open(window, document, name))
    window.versions.levels_wanted.connect(lambda ladder, name: _side_by_side(window, ladder, name))
    return publishing


def _side_by_side(window: "MainWindow", then: Ladder, name: str) -> None:
    """Compare the selected profile or level with what it was."""
    session, address = window.workspace.session, window.workspace.address
    if session is None:
        return
    try:
        now = subject_at(session.ladder, address)
        before = subject_at(then, address, name)
    except NoSuchPlace:
        window.workspace.notice.emit(
            f"Select a profile or level in the tree that {name} has too, then compare."
        )
        return
    window.compare().show_columns([before, now])


def _open(window: "MainWindow", document: Document, name: str) -> None:
    """Show an earlier state beside the ladder; one that is open already is gone to."""
    session = window.workspace.session
    title = f"{session.name if session else document.ladder.name} ({name})"
    for other in window.workspace.sessions:
        if other.path is None and other.name == title:
            window.workspace.show_session(other)
            return
    window.opening.start(Session(document, jobs=window.jobs, title=title))
