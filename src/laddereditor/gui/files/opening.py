"""Opens ladders in the window: files, samples, templates, imported pages."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from laddereditor.assets import resource, sample_ladders
from laddereditor.edits.ids import slug
from laddereditor.exchange.blocks.document_import import is_document_name
from laddereditor.exchange.tables.files.workbook_file import is_workbook_name
from laddereditor.gui.files.reachable import with_reachable
from laddereditor.gui.settings.settings import Settings
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.base import evolve
from laddereditor.presentation.dialogs.protocol import GetDialogs, Template
from laddereditor.presentation.files.file_reading import FileIsGone, FoundFile, find_and_read
from laddereditor.presentation.files.home import home_folder
from laddereditor.session.jobs import Job, Jobs
from laddereditor.session.session import Session
from laddereditor.storage.files.document import (
    Document,
    read_bytes,
    read_text,
    update,
)
from laddereditor.storage.files.ladder_files import OpenedFile, read_ladder_file
from laddereditor.storage.reading.expand import expanded_copy
from laddereditor.storage.reading.faults import Cancelled, UnreadableLadder

WhenOpened = Callable[[Session | None], object]
_STALLED_MS = 1000  # time without progress after which the next file is started


def _nothing(_: Session | None) -> None: ...


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A file to be opened, and its callbacks."""

    path: Path
    then: WhenOpened = _nothing
    remembered: bool = False  # it was open the last time; nobody asked for it now


class Opening(QObject):
    """Opens ladders, long reads as jobs, and reports their progress."""

    started = Signal(str)  # name of the file being read
    progressed = Signal(float)  # 0.0 to 1.0
    ended = Signal()
    created = Signal()  # a ladder without a file is shown: new, imported, a sample, a version
    notified = Signal(object, str)  # a Session that was opened, and what was done to it for that

    def __init__(
        self,
        workspace: Workspace,
        dialogs: GetDialogs,
        jobs: Jobs,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace, self._dialogs = workspace, dialogs
        self._jobs, self._settings = jobs, settings
        self._queue: list[_Wanted] = []
        self._under_way: dict[Path, Job | None] = {}
        self._again: list[_Wanted] = []  # wanted again while they are being read
        self._real: dict[Path, str] = {}  # of the files opened here, where their paths lead
        self.elsewhere: Callable[[], list[Path]] = list  # what other windows have open
        self.show_elsewhere: Callable[[Path], bool] = lambda _: False  # shows one of those
        self.import_files: Callable[[list[Path]], object] = lambda _: None  # of other programs
        self._stalled = QTimer(self, singleShot=True, interval=_STALLED_MS)
        self._stalled.timeout.connect(self._open_one)

    # -- files --------------------------------------------------------------------------------

    def ask_and_open(self) -> None:
        """Ask for files and open them."""
        with_reachable(
            self._workspace,
            self.folder,
            lambda folder: self.open_files(self._dialogs().files_to_open(folder)),
        )

    def ask_and_open_folder(self) -> None:
        """Ask for a folder and open the ladder whose files are in it."""
        with_reachable(
            self._workspace,
            self.folder,
            lambda folder: self.open_files(self._dialogs().folder_to_open(folder)),
        )

    def open_files(self, paths: list[Path]) -> None:
        """Open files one after the other; one that is already open is shown.

        Files of other programs are imported.
        """
        foreign = [path for path in paths if _is_foreign(path.name)]
        self._queue += [_Wanted(path.absolute()) for path in paths if path not in foreign]
        self._open_next()
        if foreign:
            self.import_files(foreign)

    def open_then(self, path: Path, then: WhenOpened, *, remembered: bool = False) -> None:
        """Open a file and call back with its session, or None when it cannot be read.

        Args:
            path: The file.
            then: Is called with the session, or with None.
            remembered: Whether nobody asked for it now: if it is missing, a notice says so rather
                than a dialog.
        """
        self._queue.append(_Wanted(path.absolute(), then, remembered))
        self._open_next()

    def cancel(self) -> None:
        """Stop reading; files that wait are not opened either."""
        self._queue.clear()
        self._again.clear()
        self._stalled.stop()
        for job in self._under_way.values():
            if job is not None:
                job.cancel()
        self._under_way.clear()
        self.ended.emit()

    @property
    def coming(self) -> list[Path]:
        """The files that are being read or wait to be read."""
        return [*self._under_way, *(wanted.path for wanted in self._queue)]

    @property
    def is_busy(self) -> bool:
        """Whether a file is being read."""
        return bool(self._under_way)

    def _open_next(self) -> None:
        if not self._under_way:
            self._open_one()

    def _open_one(self) -> None:
        """Begin with the next file, whether or not another one is being read."""
        while self._queue and self._show_if_open(self._queue[0]):
            self._queue.pop(0)
        if not self._queue:
            return
        wanted = self._queue.pop(0)
        path = wanted.path
        if path in self._under_way:
            self._again.append(wanted)
            self._open_one()
            return
        self._under_way[path] = None
        self.started.emit(path.name)
        self._stalled.start()  # a disk that does not answer delays no other files
        known = [s.path for s in self._workspace.sessions if s.path] + self.elsewhere()
        job = self._workspace.disk.run(
            lambda progress: find_and_read(path, known, progress, remembered=wanted.remembered),
            partial(self._found, wanted),
            partial(self._failed, wanted),
            self._report,
        )
        if path in self._under_way:  # a job that ran at once has already called back and ended
            self._under_way[path] = job

    def _report(self, share: float) -> None:
        if self._queue:
            self._stalled.start()
        self.progressed.emit(share)

    def _show_if_open(self, wanted: _Wanted, real: str = "") -> bool:
        """Show a file that is already open; `real` finds it under another path too."""
        path = wanted.path
        for session in self._workspace.sessions:
            other = session.path
            if other is not None and (other == path or (real and self._real.get(other) == real)):
                self._workspace.show_session(session)
                self._workspace.go_to(self._workspace.address)  # also from the welcome page
                wanted.then(session)
                return True
        return self.show_elsewhere(path)

    def _found(self, wanted: _Wanted, found: FoundFile) -> None:
        self._real[found.same or wanted.path] = found.real
        shown = self._show_if_open(wanted, found.real)
        if not shown and found.same is not None:
            shown = self.show_elsewhere(found.same)
        if shown:
            self._finish(wanted.path)
        elif found.opened is None:  # it was closed while its path was checked
            self._finish(wanted.path)
            self._queue.insert(0, wanted)
        else:
            self._settings.add_recent(found.opened.path)
            session = self.take(found.opened)
            if found.notice:
                self.notified.emit(session, found.notice)
            self._finish(wanted.path)
            wanted.then(session)
        self._open_next()

    def take(self, opened: OpenedFile) -> Session:
        """Show a file that was read."""
        session = Session.from_file(opened, self._jobs)
        self.start(session)
        for notice in opened.document.notices:
            self.notified.emit(session, notice)
        return session

    def _failed(self, wanted: _Wanted, error: Exception) -> None:
        path = wanted.path
        self._finish(path)
        if isinstance(error, FileIsGone):
            self._workspace.notice.emit(
                f"{path.name} was open the last time. It is no longer in its folder, so it was "
                "left out."
            )
            wanted.then(None)
        elif isinstance(error, UnreadableLadder):
            self._ask_about(wanted, error)
        elif not isinstance(error, Cancelled):
            self._open_next()
            raise error
        self._open_next()

    def _ask_about(self, wanted: _Wanted, error: UnreadableLadder) -> None:
        answer = self._dialogs().unreadable(wanted.path, error.faults)
        if answer == "again":
            self._queue.insert(0, wanted)
        elif answer == "expand":
            self._expand(wanted.path)
        elif answer == "import":
            wanted.then(None)
            self.import_files([wanted.path])
        else:
            wanted.then(None)

    def _expand(self, path: Path) -> None:
        """Open an expanded copy, in which aliases are written out, as a ladder without a file."""

        def failed(error: Exception) -> None:
            if not isinstance(error, UnreadableLadder):
                raise error
            self._dialogs().show_message("The copy cannot be opened", str(error))

        self._workspace.disk.run(
            lambda _: read_bytes(expanded_copy(read_ladder_file(path))),
            partial(self._expanded, path.name),
            failed,
        )

    def _expanded(self, name: str, document: Document) -> None:
        session = Session(document, jobs=self._jobs, worth_saving=True)
        self.create(session)
        self.notified.emit(
            session,
            f"This is a copy of {name} with everything written out. The file itself was not "
            "changed; save the copy to keep it.",
        )

    def _finish(self, path: Path) -> None:
        self._under_way.pop(path, None)
        self._queue[:0] = [wanted for wanted in self._again if wanted.path == path]
        self._again = [wanted for wanted in self._again if wanted.path != path]
        if self._under_way:
            self.started.emit(next(reversed(self._under_way)).name)
        else:
            self._stalled.stop()
            self.ended.emit()

    @property
    def folder(self) -> Path:
        """The folder in which file dialogs start."""
        session = self._workspace.session
        if session and session.path:
            return session.path.parent
        recent = self._settings.paths("recent")
        return recent[0].parent if recent else home_folder()

    # -- samples and templates ----------------------------------------------------------------

    def open_sample(self, name: str) -> None:
        """Open a copy of a sample ladder; saving asks for a file."""
        text = sample_ladders()[name].read_text("utf-8")
        self.create(Session(read_text(text), jobs=self._jobs))

    def new_ladder(self) -> None:
        """Ask for a template and a name and start a ladder from it."""
        answer = self._dialogs().new_ladder(templates())
        if answer is None:
            return
        text = resource("templates", f"{answer.template}.yaml").read_text("utf-8")
        document = read_text(text)
        name = answer.name
        ladder = evolve(document.ladder, name=name, id=slug(name, "ladder"))
        self.create(Session(update(document, ladder), jobs=self._jobs))

    def create_from(self, document: Document) -> None:
        """Show a ladder that was made, and has no file yet."""
        self.create(Session(document, jobs=self._jobs))

    def create(self, session: Session) -> None:
        """Show a ladder that has no file of its own."""
        self.start(session)
        self.created.emit()

    def start(self, session: Session) -> None:
        """Show a session, and start its check."""
        self._workspace.open(session)
        session.start_check()


def _is_foreign(name: str) -> bool:
    """Whether a file is one of other programs, by its name."""
    return is_workbook_name(name) or is_document_name(name)


def templates() -> list[Template]:
    """Return the templates that are installed with the program, largest first."""
    found = []
    for entry in resource("templates").iterdir():
        if entry.name.endswith(".yaml"):
            ladder = read_text(entry.read_text("utf-8")).ladder
            name = entry.name.removesuffix(".yaml")
            found.append((-len(ladder.levels), Template(name, ladder.name, ladder.description)))
    return [template for _, template in sorted(found, key=lambda pair: pair[0])]
