"""Imports level pages from a file or from the clipboard."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from laddereditor.edits.edit import EditRefused
from laddereditor.edits.paste import ProfileHere, insert_ladder_parts, profiles_here
from laddereditor.edits.reading.conventions import Conventions
from laddereditor.exchange.importer import ImportRefused, ImportResult
from laddereditor.exchange.registry import import_file, import_text
from laddereditor.gui.files.opening import Opening
from laddereditor.gui.files.reachable import with_reachable
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.address import Address, walk
from laddereditor.model.counting import plural
from laddereditor.model.family import Profile
from laddereditor.model.kinds import all_profiles
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.dialogs.protocol import GetDialogs, ImportReview
from laddereditor.session.jobs import Jobs
from laddereditor.session.session import Session
from laddereditor.storage.files.document import new_document


class Importing:
    """Reads pages in jobs, and shows what was found before anything is taken."""

    def __init__(
        self,
        workspace: Workspace,
        dialogs: GetDialogs,
        jobs: Jobs,
        opening: Opening,
        look_through: Callable[[Ladder, str], object],
    ) -> None:
        """Import pages into the ladders of a window.

        Args:
            workspace: The ladders of the window.
            dialogs: Asks for the page and where it goes.
            jobs: Runs the reading.
            opening: Opens an import as a ladder of its own.
            look_through: Shows what an imported ladder, of this name, would change.
        """
        self._workspace, self._dialogs, self._jobs = workspace, dialogs, jobs
        self._opening, self._look_through = opening, look_through

    def ask_and_import(self) -> None:
        """Ask for a page file and import it."""
        with_reachable(self._workspace, self._opening.folder, self._ask_for_page)

    def _ask_for_page(self, folder: Path) -> None:
        path = self._dialogs().page_to_import(folder)
        if path is not None:
            self.import_page(path)

    @property
    def _conventions(self) -> Conventions:
        """Return how the person writes numbers; the currency of a page gives its language."""
        return Conventions(locale=self._workspace.locale)

    def import_page(self, path: Path) -> None:
        """Import a page from a file."""
        self._import(path.name, partial(import_file, path, self._conventions))

    def paste_page(self) -> None:
        """Import a page from the clipboard, shown first so that it can be corrected."""
        copied = QGuiApplication.clipboard().text()
        text = self._dialogs().paragraph(
            "Import a page from the clipboard",
            "The text of the page, as copied from a browser or document:",
            copied,
            action="Read it",
        )
        if text is not None and text.strip():
            read = partial(import_text, text, conventions=self._conventions)
            self._import("the pasted text", read)

    def _import(self, source: str, read: Callable[[], ImportResult]) -> None:
        def failed(error: Exception) -> None:
            if not isinstance(error, ImportRefused):
                raise error
            self._dialogs().show_message("Nothing was imported", f"{source}: {error}")

        self._workspace.disk.run(lambda _: read(), partial(self._review, source), failed)

    def _review(self, source: str, result: ImportResult) -> None:
        session = self._workspace.session
        if session is not None and session.read_only:
            session = None
        here = profiles_here(session.ladder, result.ladder) if session else ()
        into = session.name if session else ""
        answer = self._dialogs().review_import(_review(source, result, into, here))
        if answer == "new":
            self._open(result.ladder)
        elif answer == "into" and session is not None:
            self._add(session.ladder, result.ladder, source)
        elif answer == "join":
            self._look_through(result.ladder, source)

    def _open(self, ladder: Ladder) -> None:
        """Open the import as a new ladder, at its first profile."""
        self._opening.create(Session(new_document(ladder), jobs=self._jobs, worth_saving=True))
        first = next((place for place, one in walk(ladder) if isinstance(one, Profile)), Address())
        self._workspace.go_to(first)

    def _add(self, ladder: Ladder, imported: Ladder, source: str) -> None:
        try:
            edit = insert_ladder_parts(ladder, imported)
        except EditRefused as refused:
            self._dialogs().show_message("Nothing was imported", str(refused))
            return
        if edit.change(ladder) is ladder:
            words = f"All that {source} says is in the ladder already. Nothing was changed."
            self._workspace.notice.emit(words)
        else:
            self._workspace.apply(edit)


def _review(
    source: str, result: ImportResult, into: str, here: tuple[ProfileHere, ...]
) -> ImportReview:
    ladder = result.ladder
    found = [f"Family: {family.name}" for family in ladder.families]
    found += [f"Level: {level.id} {level.name}" for level in ladder.levels]
    for _, profile in all_profiles(ladder):
        count = len(profile.responsibilities)
        found.append(plural(count, "responsibility", "responsibilities"))
        found.append(plural(len(profile.qualifications), "qualification"))
    found.append(plural(len(ladder.skills), "skill"))
    unread = tuple(
        f"line {line.line}: {line.text}  ({line.reason})" for line in result.not_understood
    )
    names = tuple(f"{one.family} {one.level}" for one in here)
    return ImportReview(source, tuple(found), result.notes, unread, into, names)
