"""Takes back an export with the edits and comments that others made in it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from laddereditor.exchange.importer import ImportRefused
from laddereditor.gui.files.opening import Opening
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.counting import plural
from laddereditor.model.ladder import Ladder
from laddereditor.model.naming import place_words
from laddereditor.presentation.dialogs.protocol import GetDialogs
from laddereditor.regular_files import read_regular
from laddereditor.session.jobs import Jobs
from laddereditor.session.returned_exports import (
    ReturnedExport,
    ReturnedFile,
    read_returned,
    with_comments,
)
from laddereditor.session.session import Session
from laddereditor.storage.files.document import new_document

_MOST_BYTES = 50_000_000
_SHOWN = 10  # deleted entries that the question names
_LookThrough = Callable[[Callable[[Ladder], Ladder], str], object]


class ReturnedExports:
    """Shows the edits of an export as changes to review; other files go to `other`."""

    def __init__(
        self,
        workspace: Workspace,
        dialogs: GetDialogs,
        jobs: Jobs,
        opening: Opening,
        look_through: _LookThrough,
    ) -> None:
        """Take back exports into the ladders of a window.

        Args:
            workspace: The ladders of the window.
            dialogs: Shows what was not taken, and the comments.
            jobs: Runs the reading.
            opening: Opens an export as a ladder of its own, if no ladder is open.
            look_through: Shows what an export, of this name, would change; the function returns a
                ladder with its edits.
        """
        self._workspace, self._dialogs, self._jobs = workspace, dialogs, jobs
        self._opening, self._look_through = opening, look_through

    def take(self, path: Path, other: Callable[[], None]) -> None:
        """Take back a file; call `other` if it is not one of our exports."""
        session = self._workspace.session
        into = session.ladder if session is not None and not session.read_only else None

        def work(_: object) -> tuple[ReturnedFile, ReturnedExport] | None:
            file = read_returned(read_regular(path, _MOST_BYTES), path.name)
            return (file, file.into(into)) if file else None

        def done(found: tuple[ReturnedFile, ReturnedExport] | None) -> None:
            if found is None:
                other()
            elif into is None:
                self._open(found[1], path.name)
            else:
                self._review(*found)

        def failed(error: Exception) -> None:
            if isinstance(error, ImportRefused):
                self._dialogs().show_message("Nothing was imported", str(error))
            elif isinstance(error, OSError):
                other()  # what reads other files says what is wrong
            else:
                raise error

        self._workspace.disk.run(work, done, failed)

    def _open(self, returned: ReturnedExport, name: str) -> None:
        document = new_document(returned.ladder)
        self._opening.create(Session(document, jobs=self._jobs, worth_saving=True))
        self._say(returned, name)

    def _review(self, file: ReturnedFile, returned: ReturnedExport) -> None:
        """Show the edits as changes, after what was not taken."""
        name = file.source
        self._say(returned, name)
        keep = bool(returned.comments) and self._keeps_comments(returned)
        session = self._workspace.session
        if session is None:
            return
        remove = bool(returned.removed) and self._shows_deletions(returned, name)
        if returned.ladder is session.ladder and not (keep or remove):
            words = "Nothing that the ladder does not say already"
            self._workspace.notice.emit(f"{words} was edited in {name}.")
            return
        self._look_through(partial(_edited, file, keep, remove), name)

    def _shows_deletions(self, returned: ReturnedExport, name: str) -> bool:
        """Ask whether entries that were deleted in the file are changes to review, too."""
        listed = "\n".join(f"• {place}" for place in returned.removed[:_SHOWN])
        more = len(returned.removed) - _SHOWN
        rest = f"\n… and {plural(more, 'other')}" if more > 0 else ""
        text = (
            f"Deleted in {name}:\n\n{listed}{rest}\n\nShow these deletions among the changes to "
            "review? Nothing is deleted unless you take it there. With Cancel, only what was "
            "edited is shown."
        )
        return self._dialogs().confirm("Deleted rows and columns", text, "Show them")

    def _keeps_comments(self, returned: ReturnedExport) -> bool:
        """Ask whether comments go into the ladder."""
        count = plural(len(returned.comments), "comment")
        text = f"Keep the {count} as comments of the ladder? They are never exported."
        return self._dialogs().confirm("Comments", text, "Keep")

    def _say(self, returned: ReturnedExport, name: str) -> None:
        """Show the comments, and what was not taken with its reasons."""
        ladder = returned.ladder
        comments = [
            f"{place_words(ladder, one.address, one.path)}: “{one.text}”"
            + (f" ({one.author})" if one.author else "")
            for one in returned.comments
        ]
        parts = []
        if comments:
            parts.append(f"{plural(len(comments), 'comment')}:\n\n" + "\n".join(comments))
        if returned.notes:
            parts.append("To look at:\n\n" + "\n".join(returned.notes))
        if parts:
            self._dialogs().show_message(f"What came back in {name}", "\n\n".join(parts))


def _edited(file: ReturnedFile, keep: bool, remove: bool, ladder: Ladder) -> Ladder:
    """Return a ladder with the edits of an export in it, and its comments and deletions or not."""
    found = file.into(ladder, removing=remove)
    return with_comments(found.ladder, found.comments) if keep else found.ladder
