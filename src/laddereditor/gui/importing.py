"""Brings level pages into the window: from a file, or from the clipboard."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from laddereditor.edits.edit import EditRefused
from laddereditor.edits.paste import insert_ladder_parts
from laddereditor.exchange.importer import ImportRefused, ImportResult
from laddereditor.exchange.registry import import_file, import_text
from laddereditor.gui.opening import Opening
from laddereditor.gui.reachable import with_reachable
from laddereditor.gui.workspace import Workspace
from laddereditor.model.kinds import all_profiles
from laddereditor.presentation.asking import Asker, ImportReview
from laddereditor.presentation.forms.value_labels import plural
from laddereditor.session.jobs import Jobs
from laddereditor.session.session import Session
from laddereditor.storage.files.document import new_document


class Importing:
    """Reads pages in jobs, and shows what was found before anything is taken."""

    def __init__(
        self, workspace: Workspace, asker: Callable[[], Asker], jobs: Jobs, opening: Opening
    ) -> None:
        self._workspace, self._ask, self._jobs = workspace, asker, jobs
        self._opening = opening

    def ask_and_import(self) -> None:
        """Ask for a page file and import it."""
        with_reachable(self._workspace, self._opening.folder, self._ask_for_page)

    def _ask_for_page(self, folder: Path) -> None:
        path = self._ask().page_to_import(folder)
        if path is not None:
            self.import_page(path)

    def import_page(self, path: Path) -> None:
        """Import a page from a file."""
        self._import(path.name, partial(import_file, path))

    def paste_page(self) -> None:
        """Import a page from the clipboard, shown first so that it can be corrected."""
        copied = QGuiApplication.clipboard().text()
        text = self._ask().paragraph(
            "Import a page from the clipboard",
            "The text of the page, as copied from a browser or document:",
            copied,
            action="Read it",
        )
        if text is not None and text.strip():
            self._import("the pasted text", partial(import_text, text))

    def _import(self, source: str, read: Callable[[], ImportResult]) -> None:
        def failed(error: Exception) -> None:
            if not isinstance(error, ImportRefused):
                raise error
            self._ask().tell("Nothing was imported", f"{source}: {error}")

        self._workspace.disk.run(lambda _: read(), partial(self._review, source), failed)

    def _review(self, source: str, result: ImportResult) -> None:
        session = self._workspace.session
        into = session.name if session and not session.read_only else ""
        answer = self._ask().review_import(_review(source, result, into))
        if answer == "new":
            self._opening.start(
                Session(new_document(result.ladder), jobs=self._jobs, worth_saving=True)
            )
        elif answer == "into" and session is not None:
            try:
                self._workspace.apply(insert_ladder_parts(session.ladder, result.ladder))
            except EditRefused as refused:
                self._ask().tell("Nothing was imported", str(refused))


def _review(source: str, result: ImportResult, into: str) -> ImportReview:
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
    return ImportReview(source, tuple(found), result.notes, unread, into)
