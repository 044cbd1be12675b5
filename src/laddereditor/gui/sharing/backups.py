"""Keeps the states that saves replace, and restores them."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.dialogs.protocol import EarlierSave, GetDialogs
from laddereditor.presentation.sharing.difference_words import differences, size, when
from laddereditor.presentation.sharing.run_context import RunContext
from laddereditor.session.jobs import Jobs
from laddereditor.session.recovered import compared
from laddereditor.session.session import Session
from laddereditor.storage.files.backups import (
    Backup,
    BackupFailed,
    keep_backup,
    list_backups,
    read_backup,
)
from laddereditor.storage.files.document import Document, read_bytes
from laddereditor.storage.reading.faults import UnreadableLadder


class Backups(QObject):
    """The earlier saves of the ladders that are open."""

    def __init__(
        self,
        workspace: Workspace,
        jobs: Jobs,
        dialogs: GetDialogs,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace, self._jobs, self._dialogs = workspace, jobs, dialogs
        self._context: RunContext | None = None

    def start(self, context: RunContext) -> None:
        """Keep the states that saves replace from now on."""
        self._context = context

    def keep(self, path: Path, data: bytes) -> str:
        """Keep the state of a file that is about to be replaced; call this in a job.

        Returns why it could not be kept, or "".
        """
        context = self._context
        if context is None or context.backups is None:
            return ""
        try:
            keep_backup(context.backups, path, data, context.now())
        except BackupFailed as error:
            return str(error)
        return ""

    def choose(self, session: Session) -> None:
        """Ask for an earlier save, and replace the ladder by it as one undoable step."""
        path, context = session.path, self._context
        if path is None or context is None or context.backups is None:
            self._ask_for_one(session, ())
            return
        folder = context.backups
        self._jobs.run(
            lambda _: list_backups(folder, path), partial(self._ask_for_one, session), _raise
        )

    def _ask_for_one(self, session: Session, found: tuple[Backup, ...]) -> None:
        context = self._context
        if session not in self._workspace.sessions:
            return
        if not found or context is None:
            text = f"No earlier save of {session.name} is kept yet."
            self._dialogs().show_message(
                "Nothing to restore", f"{text} Each save keeps the state before it."
            )
            return
        now = context.now()
        rows = [EarlierSave(when(one.time, now), size(one.size)) for one in found]
        ladder, digest = session.ladder, session.digest

        def describe(row: int, show: Callable[[str], None]) -> None:
            self._describe(found[row], ladder, digest, show)

        row = self._dialogs().earlier_save(session.name, rows, describe)
        if row is not None:
            self._restore(session, found[row], rows[row].when)

    def _describe(
        self, backup: Backup, ladder: Ladder, digest: str | None, show: Callable[[str], None]
    ) -> None:
        def work() -> str:
            try:
                state = read_bytes(read_backup(backup)).ladder
            except (BackupFailed, UnreadableLadder) as error:
                return str(error)
            words = differences(compared(ladder, state))
            same_text = backup.digest == digest and words.startswith("only order")
            return "the same as in the file now" if same_text else words

        self._jobs.run(lambda _: work(), show, partial(_show_error, show))

    def _restore(self, session: Session, backup: Backup, name: str) -> None:
        def read(document: Document) -> None:
            if session not in self._workspace.sessions:
                return
            session.load(document, f"Restore the save of {name}", made_from=backup.digest)
            self._workspace.notice.emit(
                f"Restored the save of {name}. It is written when you save."
            )

        def failed(error: Exception) -> None:
            if not isinstance(error, BackupFailed | UnreadableLadder):
                raise error
            self._dialogs().show_message("This save cannot be restored", str(error))

        self._jobs.run(lambda _: read_bytes(read_backup(backup)), read, failed)


def _raise(error: Exception) -> None:
    raise error


def _show_error(show: Callable[[str], None], error: Exception) -> None:
    if isinstance(error, BackupFailed | UnreadableLadder):
        show(f"cannot be compared: {error}")
    else:
        show("cannot be compared")
        raise error
