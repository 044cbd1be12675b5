"""Connects the Versions view and publishing with the rest of a window."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from laddereditor.compare.sheet.subject import subject_at
from laddereditor.gui.files.opening import Opening
from laddereditor.gui.versions.panel import VersionsPanel
from laddereditor.gui.versions.publishing import Publishing
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.address import NoSuchPlace
from laddereditor.model.ladder import Ladder
from laddereditor.session.jobs import Jobs
from laddereditor.session.session import Session
from laddereditor.storage.files.document import Document

if TYPE_CHECKING:
    from laddereditor.gui.compare.view import CompareView


@dataclass(frozen=True, slots=True)
class VersionsLinks:
    """What the Versions view asks of the rest of a window."""

    workspace: Workspace
    opening: Opening
    jobs: Jobs
    compare: Callable[[], "CompareView"]  # shows that page

    def connect(
        self, versions: VersionsPanel, publishing: Publishing, publish: Callable[[], object]
    ) -> None:
        """Let the view open and compare versions, and publish one.

        Args:
            versions: The view.
            publishing: Reports a new version.
            publish: Asks for a new version and publishes it.
        """
        publishing.published.connect(lambda _: versions.show_newest())
        versions.publish_wanted.connect(publish)
        versions.open_wanted.connect(partial(self.open))
        versions.levels_wanted.connect(partial(self.side_by_side))

    def side_by_side(self, then: Ladder, name: str) -> None:
        """Compare the selected profile or level with what it was."""
        session, address = self.workspace.session, self.workspace.address
        if session is None:
            return
        try:
            now = subject_at(session.ladder, address)
            before = subject_at(then, address, name)
        except NoSuchPlace:
            self.workspace.notice.emit(
                f"Select a profile or level in the tree that {name} has too, then compare."
            )
            return
        self.compare().levels.show_columns([before, now])

    def open(self, document: Document, name: str) -> None:
        """Show an earlier state beside the ladder; one that is open already is gone to."""
        session = self.workspace.session
        title = f"{session.name if session else document.ladder.name} ({name})"
        for other in self.workspace.sessions:
            if other.path is None and other.name == title:
                self.workspace.show_session(other)
                return
        self.opening.create(Session(document, jobs=self.jobs, title=title))
