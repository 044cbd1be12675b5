"""Imports level pages and spreadsheets, from files or from the clipboard."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from laddereditor.edits.edit import EditRefused
from laddereditor.edits.importing.differing import take_values
from laddereditor.edits.importing.pages import NamedPage, import_pages, place_in
from laddereditor.edits.reading.conventions import Conventions
from laddereditor.exchange.importer import ImportRefused, ImportResult
from laddereditor.exchange.records.reading import is_records
from laddereditor.exchange.registry import import_file, import_text
from laddereditor.exchange.tables.files.workbook_file import is_workbook_name
from laddereditor.gui.files.opening import Opening
from laddereditor.gui.files.reachable import with_reachable
from laddereditor.gui.files.returned import ReturnedExports
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.address import Address, walk
from laddereditor.model.family import Profile
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.dialogs.protocol import GetDialogs, ImportDecision
from laddereditor.presentation.importing.plan import ImportPlan
from laddereditor.presentation.mapping.work import MappingWork, source_names
from laddereditor.session.jobs import Jobs
from laddereditor.session.mapped_workbook import MappedWorkbook, read_and_map
from laddereditor.session.session import Session
from laddereditor.storage.files.document import new_document

# Shows what an import, of this name, would change; the function returns a ladder with the import.
_LookThrough = Callable[[Callable[[Ladder], Ladder], str], object]
_ShowMapping = Callable[[MappingWork], None]
# The pages that were read with their names, and those that were refused with the reason.
_Read = tuple[list[tuple[str, ImportResult]], list[str]]


class Importing:
    """Reads pages in jobs, and shows what was found before anything is taken."""

    def __init__(
        self,
        workspace: Workspace,
        dialogs: GetDialogs,
        jobs: Jobs,
        opening: Opening,
        show: tuple[_LookThrough, _ShowMapping],
    ) -> None:
        """Import pages into the ladders of a window.

        Args:
            workspace: The ladders of the window.
            dialogs: Asks for the pages and where they go.
            jobs: Runs the reading.
            opening: Opens an import as a ladder of its own.
            show: Shows what an import would change, and what a workbook is taken for.
        """
        self._workspace, self._dialogs, self._jobs = workspace, dialogs, jobs
        self._opening = opening
        self._look_through, self._show_mapping = show
        self._returned = ReturnedExports(workspace, dialogs, jobs, opening, self._look_through)

    def ask_and_import(self) -> None:
        """Ask for page files and import them."""
        with_reachable(self._workspace, self._opening.folder, self._ask_for_pages)

    def _ask_for_pages(self, folder: Path) -> None:
        self.import_files(self._dialogs().pages_to_import(folder))

    def import_files(self, paths: Sequence[Path]) -> None:
        """Import files by the mapping page; pages of a level guide as such.

        One of our own exports comes back with its edits.
        """
        if len(paths) == 1:
            self._returned.take(paths[0], partial(self._import_others, paths))
        else:
            self._import_others(paths)

    def _import_others(self, paths: Sequence[Path]) -> None:
        """Import files; workbooks and data each belong together, and so do documents."""
        workbooks = [path for path in paths if is_workbook_name(path.name)]
        data = [path for path in paths if is_records(path.name)]
        texts = [path for path in paths if path not in (*workbooks, *data)]
        for group in (workbooks, data, texts):
            if group:
                self._map(group)

    def ask_and_import_folder(self) -> None:
        """Ask for a folder and import the data or the documents in it as one ladder."""
        with_reachable(self._workspace, self._opening.folder, self._ask_for_folder)

    def _ask_for_folder(self, start: Path) -> None:
        if folder := self._dialogs().folder_to_import(start):
            self._map([folder])

    def _map(self, paths: Sequence[Path]) -> None:
        """Show what files are taken for; pages of a level guide, which have no mapping, as such."""
        conventions, name = self._conventions, source_names([path.name for path in paths])

        def shown(work: MappingWork | None) -> None:
            if work is None:
                self.import_pages(paths)
            else:
                self._show_mapping(work)

        def failed(error: Exception) -> None:
            if not isinstance(error, ImportRefused):
                raise error
            self._dialogs().show_message("Nothing was imported", str(error))

        def read(_: object) -> MappingWork | None:
            found = read_and_map(paths, conventions)
            return MappingWork.begun(found) if found is not None else None

        self._workspace.notice.emit(f"Reading {name} …")
        self._workspace.disk.run(read, shown, failed)

    def open_mapped(self, work: MappedWorkbook) -> None:
        """Open what was made of a workbook as a new ladder, at its first profile."""
        self._create(work.result.ladder)

    def review_mapped(self, work: MappedWorkbook) -> None:
        """Show what a workbook would change in the open ladder."""
        pages = (NamedPage(work.workbook.source, work.result.ladder),)

        def added(ladder: Ladder) -> Ladder:
            return import_pages(ladder, pages, taken="join").change(ladder)

        self._look_through(added, work.workbook.source)

    @property
    def _conventions(self) -> Conventions:
        """Return how the person writes numbers; the currency of a page gives its language."""
        return Conventions(locale=self._workspace.locale)

    def import_pages(self, paths: Sequence[Path]) -> None:
        """Import pages from files."""
        conventions = self._conventions
        if paths:
            self._import(
                {path.name: partial(import_file, path, conventions) for path in paths}
                if len({path.name for path in paths}) == len(paths)
                else {str(path): partial(import_file, path, conventions) for path in paths}
            )

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
            self._import({"the pasted text": read})

    def _import(self, sources: dict[str, Callable[[], ImportResult]]) -> None:
        def failed(error: Exception) -> None:
            raise error

        self._workspace.disk.run(lambda _: _read(sources), self._review, failed)

    def _review(self, read: _Read) -> None:
        pages, refused = read
        if refused:
            title = "Not all pages were imported" if pages else "Nothing was imported"
            self._dialogs().show_message(title, "\n\n".join(refused))
        if not pages:
            return
        session = self._workspace.session
        if session is not None and session.read_only:
            session = None
        plan = ImportPlan.of(
            pages, session.ladder if session else None, session.name if session else ""
        )
        decision = self._dialogs().review_import(plan.review())
        if decision is not None:
            self._carry_out(plan, decision)

    def _carry_out(self, plan: ImportPlan, decision: ImportDecision) -> None:
        if decision.answer == "new":
            self._open(plan, decision)
        elif decision.answer == "into":
            self._add(plan, decision)
        else:
            self._go_through(plan, decision)

    def _open(self, plan: ImportPlan, decision: ImportDecision) -> None:
        """Open the import as a new ladder, at its first profile."""
        try:
            joined = plan.joined(decision.choices, None)
            words = tuple(joined.differing[at] for at in decision.taken)
            ladder = joined.ladder
            ladder = take_values(ladder, words).change(ladder) if words else ladder
        except EditRefused as refused:
            self._dialogs().show_message("Nothing was imported", str(refused))
            return
        self._create(ladder)

    def _create(self, ladder: Ladder) -> None:
        self._opening.create(Session(new_document(ladder), jobs=self._jobs, worth_saving=True))
        first = next((place for place, one in walk(ladder) if isinstance(one, Profile)), Address())
        self._workspace.go_to(first)

    def _add(self, plan: ImportPlan, decision: ImportDecision) -> None:
        session = self._workspace.session
        if session is None:
            return
        pages = plan.pages(decision.choices)
        try:
            words = plan.differing(decision.choices)
            chosen = tuple(words[at] for at in decision.taken)
            edit = import_pages(session.ladder, pages, words=chosen)
        except EditRefused as refused:
            self._dialogs().show_message("Nothing was imported", str(refused))
            return
        if edit.change(session.ladder) is session.ladder:
            words_of_all = f"All that {plan.source} says is in the ladder already."
            self._workspace.notice.emit(f"{words_of_all} Nothing was changed.")
            self._go_to_first(session.ladder, pages)
        elif self._workspace.apply(edit):
            self._go_to_first(session.ladder, pages, edit.select)

    def _go_through(self, plan: ImportPlan, decision: ImportDecision) -> None:
        """Show the changes of profiles that are there already, the first of them selected."""
        session = self._workspace.session
        if session is None:
            return
        pages = plan.pages(decision.choices)
        words = plan.joined(decision.choices, session.ladder, "join").differing
        chosen = tuple(words[at] for at in decision.taken if at < len(words))
        self._go_to_first(session.ladder, pages)

        def added(ladder: Ladder) -> Ladder:
            return import_pages(ladder, pages, taken="join", words=chosen).change(ladder)

        self._look_through(added, plan.source)

    def _go_to_first(
        self, ladder: Ladder, pages: Sequence[NamedPage], select: Address = Address()
    ) -> None:
        """Show the first imported profile that is there."""
        found = (place for page in pages if (place := place_in(ladder, page)))
        if place := select or next(found, Address()):
            self._workspace.go_to(place)


def _read(sources: dict[str, Callable[[], ImportResult]]) -> _Read:
    """Read pages, the others even if one is refused."""
    pages: list[tuple[str, ImportResult]] = []
    refused: list[str] = []
    for name, read in sources.items():
        try:
            pages.append((name, read()))
        except ImportRefused as error:
            refused.append(f"{name}: {error}")
    return pages, refused
