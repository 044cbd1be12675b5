"""What the active ladder can be compared with, as a menu: versions, open ladders, files."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from shiboken6 import isValid

from laddereditor.gui.files.reachable import with_reachable
from laddereditor.gui.look.escaping import shown
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.changes.basis import (
    SAVED,
    Basis,
    against,
    from_file,
    review_of,
    review_of_open,
)
from laddereditor.presentation.dialogs.protocol import Dialogs
from laddereditor.presentation.files.home import home_folder
from laddereditor.presentation.versions.published_copies import published_copies
from laddereditor.session.session import Session
from laddereditor.storage.files.frozen_digests import read_digests
from laddereditor.storage.files.ladder_files import open_ladder
from laddereditor.storage.reading.faults import UnreadableLadder
from laddereditor.storage.versions.copies import check_copy, open_copy

T = TypeVar("T")
Choose = Callable[[Basis], None]
_EARLIER = "Choose the earlier file to compare with"
_REVIEWED = "Choose the copy whose changes you want to review"


class Sources:
    """Offers everything to compare with, and reads what is chosen."""

    def __init__(self, workspace: Workspace, dialogs: Dialogs, choose: Choose) -> None:
        self._workspace, self._dialogs, self._jobs = workspace, dialogs, workspace.disk
        self._choose = choose

    def fill(self, menu: QMenu, now: Basis, merge: Basis | None = None) -> None:
        """Fill a menu with everything to compare with; the current choice is checked.

        Args:
            menu: The menu.
            now: What the ladder is compared with now.
            merge: A merge that is not finished; it is offered first.
        """
        session = self._workspace.session
        if session is None:
            return
        if merge is not None:
            words = f"The merge with {shown(merge.name)}"
            _mark(menu.addAction(words, partial(self._choose, merge)), now is merge)
            menu.addSeparator()
        saved = menu.addAction("What changed since the last &save", self._since_saved)
        _mark(saved, now is SAVED)
        earlier = menu.addAction(
            "What changed since an earlier &file…", partial(self._ask_file, against, _EARLIER)
        )
        self._offer_versions(menu, earlier, session, now)
        menu.addSeparator()
        for other in self._workspace.sessions:
            if other is not session:
                words = f"Review what {shown(other.name)} would change"
                act = menu.addAction(words, partial(self._choose, review_of_open(other)))
                _mark(act, now.mode == "review" and now.name == other.name)
        menu.addAction("Review changes from &a file…", self.ask_review)

    def _offer_versions(self, menu: QMenu, before: QAction, session: Session, now: Basis) -> None:
        """Add the published versions to the menu as soon as they are known."""
        path = session.path
        if path is None:
            return

        def found(versions: list[tuple[str, Path]]) -> None:
            if not isValid(menu) or before not in menu.actions():
                return  # it was closed, or filled again
            for version, copy in versions:
                name = f"version {version}"
                act = QAction(f"What changed since {name}{_day(session.ladder, version)}", menu)
                act.triggered.connect(partial(self._since_version, session, version, copy))
                _mark(act, now.mode == "since" and now.name == name)
                menu.insertAction(before, act)

        self._jobs.run(lambda _: published_copies(path), found, _raise)

    def ask_review(self, *_: object) -> None:
        """Ask for a file, and show what it would change."""
        self._ask_file(review_of, _REVIEWED)

    def _since_saved(self) -> None:
        self._choose(SAVED)

    def _since_version(self, session: Session, version: str, path: Path, *_: object) -> None:
        def work() -> tuple[Ladder, str]:
            digest = read_digests(path.parent).get(version, "")
            found = check_copy(path, version, digest, session.ladder)
            doubt = "" if found.state in ("intact", "unsealed") else f"{found.why}."
            return open_copy(path, version).ladder, doubt

        def done(result: tuple[Ladder, str]) -> None:
            ladder, doubt = result
            if doubt:
                self._workspace.notice.emit(doubt)
            if self._workspace.session is session:
                self._choose(against(ladder, f"version {version}"))

        self._read(path, work, done)

    def _ask_file(self, make: Callable[[Ladder, str], Basis], title: str, *_: object) -> None:
        session = self._workspace.session
        folder = session.path.parent if session and session.path else home_folder()

        def ask(reachable: Path) -> None:
            path = self._dialogs.ladder_to_choose(reachable, title)
            if path is not None:
                self._read(path, partial(_ladder_at, path), partial(done, path))

        def done(path: Path, ladder: Ladder) -> None:
            if self._workspace.session is session:
                self._choose(from_file(make(ladder, path.name), path))

        with_reachable(self._workspace, folder, ask)

    def _read(self, path: Path, work: Callable[[], T], done: Callable[[T], None]) -> None:
        def failed(error: Exception) -> None:
            if not isinstance(error, UnreadableLadder):
                raise error
            self._dialogs.show_message(
                f"{path.name} cannot be read",
                f"{path.name} cannot be compared, because it cannot be read. "
                f"Neither it nor your ladder was changed.\n\n{error}",
            )

        self._jobs.run(lambda _: work(), done, failed)


def _raise(error: Exception) -> None:
    raise error


def _ladder_at(path: Path) -> Ladder:
    return open_ladder(path).document.ladder


def _day(ladder: Ladder, version: str) -> str:
    dates = [one.date for one in ladder.history if one.version.strip() == version and one.date]
    return f" ({dates[0].isoformat()})" if dates else ""


def _mark(action: QAction, chosen: bool) -> None:
    action.setCheckable(True)
    action.setChecked(chosen)
