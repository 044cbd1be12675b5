"""Ladders that are built from others: starting one, and what changed in its base since."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from laddereditor.edits.edit import Edit, EditRefused
from laddereditor.edits.taking import in_common, new_from, with_base
from laddereditor.gui.files.opening import Opening
from laddereditor.gui.files.reachable import with_reachable
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.dialogs.protocol import GetDialogs
from laddereditor.session.session import Session
from laddereditor.storage.files.document import new_document
from laddereditor.storage.reading.faults import UnreadableLadder
from laddereditor.storage.versions.base_versions import BaseVersions, read_base

if TYPE_CHECKING:
    from laddereditor.gui.changes.view import ChangesView

_START = "Choose the ladder to start from"
_BASE = "Choose the ladder that this one is based on"
_NO_BASE = (
    "This ladder is not based on another one. “Create a ladder from another one” in the File menu "
    "starts one that is."
)
UseBase = Callable[[Session, Path, BaseVersions, Ladder], None]


@dataclass(frozen=True, slots=True)
class BaseLadders:
    """Starts ladders from others, and shows what they and their bases have."""

    workspace: Workspace
    dialogs: GetDialogs
    opening: Opening
    changes: Callable[[], "ChangesView"]  # shows that page

    # -- starting -----------------------------------------------------------------------------

    def start(self) -> None:
        """Ask for a ladder and for parts of it, and start another one with them."""

        def ask(folder: Path) -> None:
            path = self.dialogs().ladder_to_choose(folder, _START)
            if path is not None:
                self._read(path, lambda: read_base(path), self._ask_for_parts)

        with_reachable(self.workspace, self.opening.folder, ask)

    def _ask_for_parts(self, found: BaseVersions) -> None:
        answer = self.dialogs().parts_to_take(found.newest)
        if answer is None:
            return
        try:
            made = new_from(found.newest, answer.addresses, answer.name, found.digest)
        except EditRefused as refused:
            self.workspace.notice.emit(str(refused))
            return
        self.opening.create_from(new_document(made))

    # -- what is ours, and what changed there ---------------------------------------------------

    def show_ours(self) -> None:
        """Show what the active ladder has otherwise than the version that it was built from."""
        self._with_base(self._show_ours)

    def review(self) -> None:
        """Show what changed in the base since; nothing changes before the merge is finished."""
        self._with_base(self._review)

    def _with_base(self, use: UseBase) -> None:
        session = self.workspace.session
        if session is None:
            return
        based_on = session.ladder.based_on
        if based_on is None:
            self.workspace.notice.emit(_NO_BASE)
            return

        def ask(folder: Path) -> None:
            path = self.dialogs().ladder_to_choose(folder, f"{_BASE} ({based_on.ladder})")
            if path is not None:
                done = partial(self._use, use, session, path)
                self._read(path, lambda: read_base(path, based_on), done)

        with_reachable(self.workspace, self.opening.folder, ask)

    def _use(self, use: UseBase, session: Session, path: Path, found: BaseVersions) -> None:
        based_on = session.ladder.based_on
        if session is not self.workspace.session or based_on is None:
            return
        if found.newest.id != based_on.ladder:
            self.workspace.notice.emit(
                f"{path.name} is the ladder “{found.newest.id}”; this one is based on "
                f"“{based_on.ladder}”."
            )
            return
        if found.taken is None:
            self.dialogs().show_message(
                f"There is no copy of version {based_on.version}",
                f"{path.name} has no copy of version {based_on.version}, from which this ladder "
                "was built, so it is unknown what changed since. Look for its versions in the "
                f"folder beside {path.name}.",
            )
            return
        if found.doubt:
            self.workspace.notice.emit(found.doubt)
        use(session, path, found, found.taken)

    def _show_ours(self, session: Session, path: Path, _found: BaseVersions, taken: Ladder) -> None:
        name = f"{path.name}, version {taken.version}" if taken.version else path.name
        self.changes().show_since(in_common(session.ladder, taken, taken), name)

    def _review(self, session: Session, path: Path, found: BaseVersions, taken: Ladder) -> None:
        ours = session.ladder
        base, theirs = in_common(ours, taken, taken), in_common(ours, taken, found.newest)
        if base == theirs:
            version = f" in version {found.newest.version}" if found.newest.version else ""
            self.workspace.notice.emit(f"Nothing that this ladder took changed{version}.")
            return
        finish = partial(self._finish, session, path.name, found)
        self.changes().resolve_merge(base, theirs, path.name, finish, path)

    def _finish(self, session: Session, name: str, found: BaseVersions, merged: Ladder) -> None:
        after = with_base(merged, found.newest.version, found.digest)
        session.apply(Edit(f"Take what changed in {name}", lambda _: after))

    # -- reading ------------------------------------------------------------------------------

    def _read(
        self,
        path: Path,
        work: Callable[[], BaseVersions],
        done: Callable[[BaseVersions], None],
    ) -> None:
        def failed(error: Exception) -> None:
            if not isinstance(error, UnreadableLadder):
                raise error
            self.dialogs().unreadable(path, error.faults)

        self.workspace.disk.run(lambda _: work(), done, failed)
