"""Brings ladders into the window: files, samples, templates, imported pages."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from laddereditor.assets import resource, sample_ladders
from laddereditor.edits.edit import EditRefused
from laddereditor.edits.ids import slug
from laddereditor.edits.paste import insert_ladder_parts
from laddereditor.exchange.importer import ImportRefused, ImportResult
from laddereditor.exchange.registry import import_file, import_text
from laddereditor.gui.asking import Asker, ImportReview, Template
from laddereditor.gui.settings import Settings
from laddereditor.gui.workspace import Workspace
from laddereditor.model.base import evolve
from laddereditor.model.kinds import all_profiles
from laddereditor.session.jobs import Job, Jobs, Progress
from laddereditor.session.session import Session
from laddereditor.storage.document import (
    Document,
    new_document,
    read_bytes,
    read_text,
    update,
)
from laddereditor.storage.expand import expanded_copy
from laddereditor.storage.faults import Cancelled, UnreadableLadder
from laddereditor.storage.files import OpenedFile, open_ladder, read_ladder_file
from laddereditor.storage.same_file import same_file
from laddereditor.storage.versions.copies import as_frozen
from laddereditor.storage.versions.frozen import is_frozen_copy
from laddereditor.storage.versions.pending import settle_interrupted
from laddereditor.storage.versions.places import version_named

Then = Callable[[Session | None], object]


def _nothing(_: Session | None) -> None: ...


class Opening(QObject):
    """Opens ladders, long reads as jobs, and tells how far they are."""

    started = Signal(str)  # name of the file being read
    progressed = Signal(float)  # 0.0 to 1.0
    ended = Signal()
    told = Signal(object, str)  # a Session that was opened, and what was done to it for that

    def __init__(
        self,
        workspace: Workspace,
        asker: Callable[[], Asker],
        jobs: Jobs,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace, self._ask = workspace, asker
        self._jobs, self._settings = jobs, settings
        self._queue: list[tuple[Path, Then]] = []
        self.elsewhere: Callable[[Path], bool] = lambda _: False  # shows it in another window
        self._job: Job | None = None
        self._reading = False

    # -- files --------------------------------------------------------------------------------

    def ask_and_open(self) -> None:
        """Ask for files and open them."""
        self.open_files(self._ask().files_to_open(self.folder))

    def open_files(self, paths: list[Path]) -> None:
        """Open files one after the other; one that is open already is shown."""
        self._queue += [(path.absolute(), _nothing) for path in paths]
        self._open_next()

    def open_then(self, path: Path, then: Then) -> None:
        """Open a file and call back with its session, or None when it cannot be read."""
        self._queue.append((path.absolute(), then))
        self._open_next()

    def cancel(self) -> None:
        """Stop reading; files that wait are not opened either."""
        self._queue.clear()
        if self._job:
            self._job.cancel()
        self._finish()

    @property
    def is_busy(self) -> bool:
        """Whether a file is being read."""
        return self._reading

    def _open_next(self) -> None:
        if self._reading or not self._queue:
            return
        path, then = self._queue.pop(0)
        for session in self._workspace.sessions:
            if session.path is not None and same_file(session.path, path):
                self._workspace.show_session(session)
                self._workspace.go_to(self._workspace.address)  # also from the welcome page
                then(session)
                self._open_next()
                return
        if self.elsewhere(path):
            self._open_next()
            return
        self._reading = True
        self.started.emit(path.name)

        def work(progress: Progress) -> tuple[OpenedFile, str]:
            notice = settle_interrupted(path)  # of a publication that a crash cut short
            opened = open_ladder(path, progress=progress.report, cancelled=progress.cancelled)
            return opened, notice

        job = self._jobs.run(
            work,
            partial(self._opened, path, then),
            partial(self._failed, path, then),
            self.progressed.emit,
        )
        # A job that ran at once has called back and ended already.
        self._job = job if self._reading else None

    def _opened(self, path: Path, then: Then, found: tuple[OpenedFile, str]) -> None:
        opened, notice = found
        self._settings.add_recent(path)
        session = self.take(opened)
        if notice:
            self.told.emit(session, notice)
        self._finish()
        then(session)
        self._open_next()

    def take(self, opened: OpenedFile) -> Session:
        """Show a file that was read; a published version stays as it is."""
        if is_frozen_copy(opened.path):
            document = as_frozen(opened.document, version_named(opened.path))
            opened = replace(opened, document=document)
        session = Session.from_file(opened, self._jobs)
        self.start(session)
        for notice in opened.document.notices:
            self.told.emit(session, notice)
        return session

    def _failed(self, path: Path, then: Then, error: Exception) -> None:
        self._finish()
        if isinstance(error, Cancelled):
            return
        if not isinstance(error, UnreadableLadder):
            raise error
        answer = self._ask().unreadable(path, error.faults)
        if answer == "again":
            self._queue.insert(0, (path, then))
        elif answer == "expand":
            self._expand(path)
        else:
            then(None)
        self._open_next()

    def _expand(self, path: Path) -> None:
        """Open a copy in which nothing is repeated by name, as a ladder without a file."""

        def failed(error: Exception) -> None:
            if not isinstance(error, UnreadableLadder):
                raise error
            self._ask().tell("The copy cannot be opened", str(error))

        self._jobs.run(
            lambda _: read_bytes(expanded_copy(read_ladder_file(path))),
            partial(self._expanded, path.name),
            failed,
        )

    def _expanded(self, name: str, document: Document) -> None:
        session = Session(document, jobs=self._jobs, worth_saving=True)
        self.start(session)
        self.told.emit(
            session,
            f"This is a copy of {name} with everything written out. The file itself was not "
            "changed; save the copy to keep it.",
        )

    def _finish(self) -> None:
        self._job, self._reading = None, False
        self.ended.emit()

    @property
    def folder(self) -> Path:
        """Where to look for files first."""
        session = self._workspace.session
        if session and session.path:
            return session.path.parent
        recent = self._settings.paths("recent")
        return recent[0].parent if recent else Path.home()

    # -- samples and templates ----------------------------------------------------------------

    def open_sample(self, name: str) -> None:
        """Open a copy of a sample ladder; saving asks for a place of its own."""
        text = sample_ladders()[name].read_text("utf-8")
        self.start(Session(read_text(text), jobs=self._jobs))

    def new_ladder(self) -> None:
        """Ask for a template and a name and start a ladder from it."""
        answer = self._ask().new_ladder(templates())
        if answer is None:
            return
        text = resource("templates", f"{answer.template}.yaml").read_text("utf-8")
        document = read_text(text)
        name = answer.name
        ladder = evolve(document.ladder, name=name, id=slug(name, "ladder"))
        self.start(Session(update(document, ladder), jobs=self._jobs))

    def start(self, session: Session) -> None:
        """Show a session, and look for its findings."""
        self._workspace.open(session)
        session.start_check()

    # -- pages --------------------------------------------------------------------------------

    def ask_and_import(self) -> None:
        """Ask for a page file and import it."""
        path = self._ask().page_to_import(self.folder)
        if path is not None:
            self.import_page(path)

    def import_page(self, path: Path) -> None:
        """Import a page from a file."""
        self._import(path.name, partial(import_file, path))

    def paste_page(self) -> None:
        """Import a page from the clipboard, shown first so that it can be corrected."""
        copied = QGuiApplication.clipboard().text()
        text = self._ask().paragraph(
            "Import a page", "The text of the page, as copied from a browser or document:", copied
        )
        if text is not None and text.strip():
            self._import("the pasted text", partial(import_text, text))

    def _import(self, source: str, read: Callable[[], ImportResult]) -> None:
        try:
            result = read()
        except ImportRefused as refused:
            self._ask().tell("Nothing was imported", f"{source}: {refused}")
            return
        session = self._workspace.session
        into = session.name if session and not session.read_only else ""
        answer = self._ask().review_import(_review(source, result, into))
        if answer == "new":
            self.start(Session(new_document(result.ladder), jobs=self._jobs, worth_saving=True))
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
        found.append(f"{len(profile.responsibilities)} responsibilities")
        found.append(f"{len(profile.qualifications)} qualifications")
    found.append(f"{len(ladder.skills)} skills")
    unread = tuple(
        f"line {line.line}: {line.text}  ({line.reason})" for line in result.not_understood
    )
    return ImportReview(source, tuple(found), result.notes, unread, into)


def templates() -> list[Template]:
    """Return the templates that travel with the program, the richest first."""
    found = []
    for entry in resource("templates").iterdir():
        if entry.name.endswith(".yaml"):
            ladder = read_text(entry.read_text("utf-8")).ladder
            name = entry.name.removesuffix(".yaml")
            found.append((-len(ladder.levels), Template(name, ladder.name, ladder.description)))
    return [template for _, template in sorted(found, key=lambda pair: pair[0])]
