"""What is done with published versions: reading one, restoring it, taking over a folder."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from laddereditor.edits.edit import EditRefused
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.presentation.dialogs.protocol import Dialogs
from laddereditor.presentation.versions.version_rows import VersionRow
from laddereditor.session.jobs import Jobs
from laddereditor.session.session import Session
from laddereditor.session.versions import put_as_draft
from laddereditor.storage.files.document import Document
from laddereditor.storage.reading.faults import UnreadableLadder
from laddereditor.storage.versions.former_name import NotTakenOver, take_over
from laddereditor.storage.versions.listing import ListedVersion, open_version


@dataclass(frozen=True, slots=True)
class VersionActs:
    """Reads and renames in jobs, asks before it changes anything, and shows what failed."""

    workspace: Workspace
    dialogs: Dialogs
    jobs: Jobs

    def read(self, row: VersionRow | None, then: Callable[[Document, str], object]) -> None:
        """Read a state; `then` gets its document and its name. Without one do nothing."""
        if row is None or row.read is None:
            return
        read, name = row.read, row.name

        def done(document: Document) -> None:
            then(document, name)

        def failed(error: Exception) -> None:
            from laddereditor.storage.git.history import NoGitHistory

            if not isinstance(error, UnreadableLadder | NoGitHistory):
                raise error
            self.dialogs.show_message(f"{name[:1].upper()}{name[1:]} cannot be read", str(error))

        self.jobs.run(lambda _: read(), done, failed)

    def ask_and_restore(self, row: VersionRow | None) -> None:
        """Replace the ladder by the contents of a published version, after asking."""
        session = self.workspace.session
        if row is None or row.version is None or row.read is None or session is None:
            return
        number = row.version.version
        sure = self.dialogs.confirm(
            "Restore a version",
            f"The contents of version {number} take the place of the ladder as a draft. Its number "
            "and history stay those of today. Undo takes that back; the file changes only when "
            "you save.",
            "Restore",
        )
        if sure:
            self._restore(session, row.version)

    def _restore(self, session: Session, version: ListedVersion) -> None:
        number = version.version

        def read(document: Document) -> None:
            try:
                put_as_draft(session, version, document)
            except EditRefused as refused:
                failed(refused)
            else:
                self.workspace.notice.emit(
                    f"Restored version {number} as a draft. It is written when you save."
                )

        def failed(error: Exception) -> None:
            if not isinstance(error, EditRefused | UnreadableLadder):
                raise error
            self.dialogs.show_message(f"Version {number} was not restored", str(error))

        self.jobs.run(lambda _: open_version(version), read, failed)

    def take_over(self, former: Path | None, done: Callable[[], None]) -> None:
        """Rename the folder of a former name, so that its versions are those of this file.

        Args:
            former: The folder; None for none.
            done: Called when it has its name.
        """
        session = self.workspace.session
        if session is None or session.path is None or former is None:
            return
        path = session.path

        def failed(error: Exception) -> None:
            if not isinstance(error, NotTakenOver):
                raise error
            self.dialogs.show_message(
                "The versions were not taken over", f"{str(error).rstrip('.')}."
            )

        self.jobs.run(lambda _: take_over(path, former), lambda _: done(), failed)
