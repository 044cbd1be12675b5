"""Reads the base of a ladder for the window, and finds the version that was taken."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from laddereditor.gui.files.opening import Opening
from laddereditor.gui.files.reachable import with_reachable
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.ladder import BasedOn, Ladder
from laddereditor.presentation.dialogs.protocol import GetDialogs
from laddereditor.session.session import Session
from laddereditor.storage.files.document import Document
from laddereditor.storage.files.kept_bases import BaseNotKept, keep_base, read_kept_base
from laddereditor.storage.files.ladder_files import open_ladder
from laddereditor.storage.reading.faults import UnreadableLadder
from laddereditor.storage.versions.base_versions import BaseVersions, doubt_of, read_base

_BASE = "Choose the ladder that this one is based on"
_TAKEN = "Choose the version that this ladder was built from"


@dataclass(frozen=True, slots=True)
class BaseFile:
    """A base that was read, with the version that the ladder of a session was built from."""

    session: Session
    path: Path
    found: BaseVersions
    taken: Ladder


@dataclass(frozen=True, slots=True)
class BaseReading:
    """Asks for the file of a base, reads it, and keeps copies of what was taken."""

    workspace: Workspace
    dialogs: GetDialogs
    opening: Opening

    def ask(self, title: str, use: Callable[[Path, BaseVersions], None]) -> None:
        """Ask for a ladder from which nothing was taken yet, and read it.

        Args:
            title: The title of the dialog.
            use: Is called with its file and what is known of it.
        """
        self._choose(title, lambda path: self._read(path, partial(read_base, path), use))

    def with_taken(self, session: Session, use: Callable[[Ladder], None]) -> None:
        """Find the version that a session's ladder was built from, and ask only if need be.

        Args:
            session: The session; its ladder is based on another one.
            use: Is called with the version, if the session is still the active one.
        """
        based_on = session.ladder.based_on
        if based_on is None:
            return

        def done(kept: Document | None) -> None:
            if session is not self.workspace.session:
                return
            if kept is None:
                self.with_base(session, lambda base: use(base.taken))
            else:
                use(kept.ladder)

        self.workspace.disk.run(lambda _: read_kept_base(based_on), done, _raise)

    def with_base(self, session: Session, use: Callable[[BaseFile], None]) -> None:
        """Ask for the file of a session's base, and read it with the version taken.

        Args:
            session: The session; its ladder is based on another one.
            use: Is called with both, if the session is still the active one.
        """
        based_on = session.ladder.based_on
        if based_on is None:
            return

        def read(path: Path) -> None:
            done = partial(self._found, session, based_on, use)
            self._read(path, partial(read_base, path, based_on), done)

        self._choose(f"{_BASE} ({based_on.ladder})", read)

    def keep(self, document: Document) -> None:
        """Keep a copy of a base from which something was taken; say so if that is impossible."""

        def failed(error: Exception) -> None:
            if not isinstance(error, BaseNotKept):
                raise error
            self.workspace.notice.emit(str(error))

        self.workspace.disk.run(lambda _: keep_base(document), lambda _: None, failed)

    # -- finding the version taken ------------------------------------------------------------

    def _found(
        self,
        session: Session,
        based_on: BasedOn,
        use: Callable[[BaseFile], None],
        path: Path,
        found: BaseVersions,
    ) -> None:
        if session is not self.workspace.session or not self._is_base(found.newest, based_on, path):
            return
        if found.taken is None:
            self._ask_for_taken(session, based_on, use, path, found)
            return
        if found.doubt:
            self.workspace.notice.emit(found.doubt)
        use(BaseFile(session, path, found, found.taken))

    def _ask_for_taken(
        self,
        session: Session,
        based_on: BasedOn,
        use: Callable[[BaseFile], None],
        path: Path,
        found: BaseVersions,
    ) -> None:
        version = f"version {based_on.version}" if based_on.version else "the version"
        if not self.dialogs().confirm(
            f"There is no copy of {version}",
            f"{path.name} has no copy of {version}, from which this ladder was built, and neither "
            "has this program. Without it, it is unknown what changed since. Choose a file that "
            f"has it, such as a copy that a colleague has or that was sent by mail.",
            "Choose the file…",
        ):
            return

        def done(taken_path: Path, document: Document) -> None:
            if not self._is_base(document.ladder, based_on, taken_path):
                return
            if not (doubt := doubt_of(document, based_on, taken_path.name)):
                self.keep(document)
            chosen = replace(found, taken=document.ladder, doubt=doubt)
            self._found(session, based_on, use, path, chosen)

        def read(taken_path: Path) -> None:
            self._read(taken_path, lambda: open_ladder(taken_path).document, done)

        self._choose(_TAKEN, read, path.parent)

    def _is_base(self, ladder: Ladder, based_on: BasedOn, path: Path) -> bool:
        if ladder.id == based_on.ladder:
            return True
        self.workspace.notice.emit(
            f"{path.name} is the ladder “{ladder.id}”; this one is based on “{based_on.ladder}”."
        )
        return False

    # -- files --------------------------------------------------------------------------------

    def _choose(self, title: str, use: Callable[[Path], None], folder: Path | None = None) -> None:
        def ask(reachable: Path) -> None:
            path = self.dialogs().ladder_to_choose(reachable, title)
            if path is not None:
                use(path)

        with_reachable(self.workspace, folder or self.opening.folder, ask)

    def _read(self, path: Path, work: Callable[[], Any], use: Callable[[Path, Any], None]) -> None:
        def failed(error: Exception) -> None:
            if not isinstance(error, UnreadableLadder):
                raise error
            self.dialogs().unreadable(path, error.faults)

        self.workspace.disk.run(lambda _: work(), partial(use, path), failed)


def _raise(error: Exception) -> None:
    raise error
