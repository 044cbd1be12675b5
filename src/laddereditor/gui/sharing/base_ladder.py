"""Ladders that are built from others: starting one, and what changed in its base since."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from laddereditor.edits.edit import Edit, EditRefused
from laddereditor.edits.taking import in_common, new_from, with_base
from laddereditor.gui.files.opening import Opening
from laddereditor.gui.sharing.base_reading import BaseFile, BaseReading
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.dialogs.protocol import GetDialogs
from laddereditor.session.session import Session
from laddereditor.storage.files.document import new_document
from laddereditor.storage.versions.base_versions import BaseVersions

if TYPE_CHECKING:
    from laddereditor.gui.changes.view import ChangesView

_START = "Choose the ladder to start from"
_NO_BASE = (
    "This ladder is not based on another one. “Create a ladder from another one” in the File menu "
    "starts one that is."
)


class BaseLadders:
    """Starts ladders from others, and shows what they and their bases have."""

    def __init__(
        self,
        workspace: Workspace,
        dialogs: GetDialogs,
        opening: Opening,
        changes: Callable[[], "ChangesView"],
    ) -> None:
        """Keep the parts of the window that are used; `changes` shows that page."""
        self._workspace, self._dialogs, self._opening = workspace, dialogs, opening
        self._changes = changes
        self._reading = BaseReading(workspace, dialogs, opening)

    def start(self) -> None:
        """Ask for a ladder and for parts of it, and start another one with them."""
        self._reading.ask(_START, self._ask_for_parts)

    def _ask_for_parts(self, _path: Path, found: BaseVersions) -> None:
        answer = self._dialogs().parts_to_take(found.newest)
        if answer is None:
            return
        try:
            made = new_from(found.newest, answer.addresses, answer.name, found.digest)
        except EditRefused as refused:
            self._workspace.notice.emit(str(refused))
            return
        self._reading.keep(found.document)
        self._opening.create_from(new_document(made))

    # -- what is ours, and what changed there ---------------------------------------------------

    def show_ours(self) -> None:
        """Show what the active ladder has otherwise than the version that it was built from."""
        session = self._based()
        if session is not None:
            self._reading.with_taken(session, partial(self._show_ours, session))

    def review(self) -> None:
        """Show what changed in the base since; nothing changes before the merge is finished."""
        session = self._based()
        if session is not None:
            self._reading.with_base(session, self._review)

    def _based(self) -> Session | None:
        """Return the active session if its ladder is based on another one; else say so."""
        session = self._workspace.session
        if session is not None and session.ladder.based_on is None:
            self._workspace.notice.emit(_NO_BASE)
            return None
        return session

    def _show_ours(self, session: Session, taken: Ladder) -> None:
        name = taken.name or taken.id
        name = f"{name}, version {taken.version}" if taken.version else name
        self._changes().show_since(in_common(session.ladder, taken, taken), name)

    def _review(self, base: BaseFile) -> None:
        ours, newest = base.session.ladder, base.found.newest
        before, theirs = (in_common(ours, base.taken, one) for one in (base.taken, newest))
        if before == theirs:
            version = f" in version {newest.version}" if newest.version else ""
            self._workspace.notice.emit(f"Nothing that this ladder took changed{version}.")
            return
        finish = partial(self._finish, base)
        self._changes().resolve_merge(before, theirs, base.path.name, finish, base.path)

    def _finish(self, base: BaseFile, merged: Ladder) -> None:
        after = with_base(merged, base.found.newest.version, base.found.digest)
        base.session.apply(Edit(f"Take what changed in {base.path.name}", lambda _: after))
        self._reading.keep(base.found.document)
