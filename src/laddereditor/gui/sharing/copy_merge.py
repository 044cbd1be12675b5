"""Merging the active ladder with a colleague's copy of it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from laddereditor.gui.files.reachable import with_reachable
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.dialogs.protocol import GetDialogs
from laddereditor.session.session import Session
from laddereditor.storage.files.document import Document
from laddereditor.storage.files.ladder_files import open_ladder
from laddereditor.storage.reading.faults import UnreadableLadder
from laddereditor.storage.versions.listing import open_version, versions_of

if TYPE_CHECKING:
    from laddereditor.gui.changes.view import ChangesView

_COPY = "Choose the copy to merge with"
_BASE = "Choose the version that both come from"


@dataclass(frozen=True, slots=True)
class CopyMerging:
    """Merges the active ladder with a colleague's copy of it."""

    workspace: Workspace
    dialogs: GetDialogs
    folder: Callable[[], Path]  # in which the copy is looked for first
    changes: Callable[[], "ChangesView"]  # shows that page
    report_lost_comments: Callable[[Session, Document], object]  # reports comments that were lost

    def merge(self) -> None:
        """Ask for the copy, and show the merge with it; nothing changes before it is finished.

        The common ancestor is the last published version with a copy that both have in their
        histories. If there is none, the person is asked for it.
        """
        session, view = self.workspace.session, self.changes()
        if session is not None:
            ask = partial(self._ask_for_copy, session, view)
            with_reachable(self.workspace, self.folder(), ask)

    def _ask_for_copy(self, session: Session, view: "ChangesView", folder: Path) -> None:
        path = self.dialogs().ladder_to_choose(folder, _COPY)
        if path is None:
            return

        def done(found: tuple[Document, Document | None]) -> None:
            theirs, base = found
            if session is not self.workspace.session:
                return
            merge = _CopyMerge(session, view, self, path, theirs)
            if theirs.read_only:
                self.dialogs().show_message(f"{path.name} cannot be merged", f"{theirs.read_only}.")
            elif base is not None:
                merge.show(base)
            else:
                self._ask_for_base(session, path, merge.show)

        mine = session.path, session.ladder
        self.workspace.disk.run(lambda _: _read(path, *mine), done, partial(self._failed, path))

    def _ask_for_base(
        self, session: Session, path: Path, show: Callable[[Document | None], None]
    ) -> None:
        """Ask for the common ancestor, and continue with it, or with None."""
        answer = self.dialogs().choose(
            "No common version",
            f"{session.name} and {path.name} have no published version in common, so that nobody "
            "can tell what was added and what was taken out. Choose the file that both come from, "
            "such as an older copy: then only what both changed is asked. Without it every "
            "difference is asked.",
            [("base", "Choose what both come from…"), ("all", "Ask about every difference")],
            {"base": "Choose…", "all": "Merge"},
        )
        if answer == "all":
            show(None)
        base = self.dialogs().ladder_to_choose(path.parent, _BASE) if answer == "base" else None
        if base is not None:
            self.workspace.disk.run(
                lambda _: open_ladder(base).document, show, partial(self._failed, base)
            )

    def _failed(self, path: Path, error: Exception) -> None:
        if not isinstance(error, UnreadableLadder):
            raise error
        self.dialogs().unreadable(path, error.faults)


@dataclass(frozen=True, slots=True)
class _CopyMerge:
    """A copy that was read, and the ladder that it is merged with."""

    session: Session
    view: "ChangesView"
    merging: CopyMerging
    path: Path  # of the copy
    theirs: Document

    def show(self, base: Document | None) -> None:
        """Show the merge, if its ladder is still the active one.

        Args:
            base: The common ancestor; None if it is unknown.
        """
        if self.session is self.merging.workspace.session:
            ladder = base.ladder if base else None
            finish = partial(self._finish, base)
            self.view.resolve_merge(ladder, self.theirs.ladder, self.path.name, finish, self.path)

    def _finish(self, base: Document | None, merged: Ladder) -> None:
        session, name = self.session, self.path.name
        document = session.take_merged_copy(base, self.theirs, merged, f"Merge with {name}", name)
        if document is not session.document:  # not a step, so not reported yet
            self.merging.report_lost_comments(session, document)


def _read(path: Path, own: Path | None, ladder: Ladder) -> tuple[Document, Document | None]:
    theirs = open_ladder(path).document
    return theirs, common_version(own or path, ladder, theirs.ladder)


def common_version(path: Path, mine: Ladder, theirs: Ladder) -> Document | None:
    """Return the newest published version in both histories, read from its copy.

    Args:
        path: The file of the one ladder, beside which its versions are.
        mine: That ladder.
        theirs: The other ladder.

    Returns:
        The version; None if no copy can be read, so that only the two ladders are compared.
    """
    known = {entry.version.strip() for entry in theirs.history}
    for version in versions_of(path, mine):
        if version.in_history and version.version in known and version.state == "intact":
            try:
                return open_version(version)
            except UnreadableLadder:
                continue
    return None
