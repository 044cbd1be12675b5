"""Save ladders: save, save as, save a copy, and before closing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from laddereditor.edits.ids import slug
from laddereditor.gui.files.reachable import with_reachable
from laddereditor.gui.files.refused_reports import RefusedReports
from laddereditor.gui.files.writing import Writing
from laddereditor.gui.settings.settings import Settings
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.presentation.dialogs.protocol import GetDialogs
from laddereditor.presentation.files.home import home_folder
from laddereditor.session.jobs import Jobs
from laddereditor.session.save_order import SaveOrder, replaced_folder, write_order
from laddereditor.session.session import Session
from laddereditor.session.target import WriteTarget, target_at
from laddereditor.storage.files.folder.document import is_in_files
from laddereditor.storage.files.ladder_files import (
    ABSENT,
    ChangedOnDisk,
    OpenedFile,
    SaveFailed,
    open_ladder,
    save_ladder,
)
from laddereditor.storage.reading.faults import UnreadableLadder

WhenSaved = Callable[[bool], object]  # is called with whether it was completed
Keep = Callable[[Path, bytes], str]  # keeps what is replaced; returns why it could not, or ""

_CHOICES = [
    ("merge", "Merge both"),
    ("copy", "Save mine as another file"),
    ("theirs", "Load theirs; mine stays one undo away"),
    ("mine", "Replace theirs with mine"),
]
_CHOICES_GONE = [
    ("copy", "Save as another file"),
    ("mine", "Save it again where it was"),
]
_ACTIONS = {"merge": "Merge", "copy": "Save as…", "theirs": "Load theirs", "mine": "Replace"}
_ACTIONS_GONE = {"copy": "Save as…", "mine": "Save again"}


def _nothing(_: bool) -> None: ...


class _FileIsOpen(Exception):
    """The place to be saved to is the file of another open ladder; the message is for people."""


class _NotReplaced(Exception):
    """Somebody else wrote what was to be replaced; the message is for people."""


@dataclass(frozen=True, slots=True)
class _Saved:
    order: SaveOrder
    digest: str
    notice: str  # what else failed, or ""


class Saving:
    """Saves ladders while the person continues to type; what is typed then stays unsaved."""

    def __init__(
        self,
        workspace: Workspace,
        dialogs: GetDialogs,
        jobs: Jobs,
        settings: Settings,
    ) -> None:
        self._workspace, self._dialogs, self._settings = workspace, dialogs, settings
        self._jobs = jobs
        self.writing = Writing(jobs, workspace)
        self.refused_reports = RefusedReports(workspace, dialogs)
        self.keep_former: Keep = lambda *_: ""
        self.merge: Callable[[Session, OpenedFile], bool] = lambda *_: False

    # -- saving -------------------------------------------------------------------------------

    def save(self, session: Session, then: WhenSaved = _nothing) -> None:
        """Save to the ladder's file, or ask for one."""
        self._workspace.flush_requested.emit()
        if session.path is None:
            self.save_as(session, then=then)
        elif session.is_being_written:
            self._workspace.notice.emit(
                f"{session.name} is still being saved. What you typed since then is saved next."
            )
            self.writing.when_free(session, partial(self._save_rest, session, then))
        else:
            self._begin(session, then)

    def save_as(
        self, session: Session, proposal: Path | None = None, then: WhenSaved = _nothing
    ) -> None:
        """Ask for a file and save there; it becomes the ladder's file.

        Args:
            session: The ladder.
            proposal: The file that is proposed, None for its own.
            then: Is called when it is saved, or not.
        """
        self._workspace.flush_requested.emit()
        unnamed = self._folder() / f"{slug(session.ladder.name, 'ladder')}.yaml"
        wanted = proposal or session.as_one_file or unnamed
        with_reachable(
            self._workspace,
            wanted.parent,
            lambda folder: self._ask_where(session, folder / wanted.name, then),
        )

    def _ask_where(self, session: Session, proposal: Path, then: WhenSaved) -> None:
        path = self._dialogs().file_to_save(proposal)
        if path is None or session not in self._workspace.sessions:
            then(False)
            return
        self.writing.when_free(session, partial(self._begin, session, then, path))

    def save_copy(self, session: Session, then: Callable[[Path], None]) -> None:
        """Ask for a file and write a copy there; the ladder keeps its own. Then report the file."""
        unnamed = self._folder() / f"{slug(session.ladder.name, 'ladder')}.yaml"
        here = session.as_one_file or unnamed
        path = self._dialogs().file_to_save(here.with_name(f"{here.stem} copy{here.suffix}"))
        if path is None:
            return
        known = [one.path for one in self._workspace.sessions if one.path]
        session.settle()
        document, like = session.document, [session.path] if session.path else []

        def write() -> Path:
            found = target_at(path, None, known)
            if found.is_taken:
                raise SaveFailed(f"{path.name} is open as a ladder. Choose another name")
            save_ladder(path, document, found.digest, like=like)
            return path

        self._jobs.run(lambda _: write(), then, self._copy_failed)

    def _copy_failed(self, error: Exception) -> None:
        if not isinstance(error, SaveFailed | ChangedOnDisk):
            raise error
        self._dialogs().show_message("The copy was not saved", str(error))

    def save_all(self, then: WhenSaved = _nothing) -> None:
        """Save every ladder that has changes, one after the other."""
        self._workspace.flush_requested.emit()
        self.save_these([s for s in self._workspace.sessions if s.is_modified], then)

    def save_these(self, sessions: list[Session], then: WhenSaved) -> None:
        """Save some ladders, one after the other, until one of them is not saved."""
        if not sessions:
            then(True)
            return
        first, *rest = sessions
        self.save(first, lambda saved: self.save_these(rest, then) if saved else then(False))

    def _save_rest(self, session: Session, then: WhenSaved) -> None:
        """Save what was typed during a save, if it is still there and not saved."""
        if session not in self._workspace.sessions:
            then(False)
        elif session.is_modified:
            self._begin(session, then)
        else:
            then(True)

    def _begin(self, session: Session, then: WhenSaved, path: Path | None = None) -> None:
        """Save what is shown now, to the ladder's own file or to `path`."""
        try:
            order = session.order_save(path)
        except ChangedOnDisk as changed:
            self._resolve_conflict(session, str(changed), then)
        else:
            self._write(session, order, then, chosen=path is not None)

    def _write(self, session: Session, order: SaveOrder, then: WhenSaved, *, chosen: bool) -> None:
        others = [s.path for s in self._workspace.sessions if s is not session and s.path]
        work = _write_chosen if chosen else _write_own
        self.writing.run(
            session,
            f"Saving {order.target.name}",
            partial(work, order, session.path, others, self.keep_former),
            partial(self._saved, session, then),
            partial(self._failed, session, order.target, then),
        )

    def _saved(self, session: Session, then: WhenSaved, saved: _Saved) -> None:
        target = saved.order.target
        session.take_saved(saved.order, saved.digest)
        self._settings.add_recent(target)
        self._workspace.notice.emit(saved.notice or f"Saved {target.name}")
        self.refused_reports.report(session)
        then(True)

    def _failed(self, session: Session, target: Path, then: WhenSaved, error: Exception) -> None:
        if isinstance(error, ChangedOnDisk):
            self._resolve_conflict(session, str(error), then)
            return
        if isinstance(error, _NotReplaced):
            self._dialogs().show_message("The ladder was not saved", str(error))
            self.save_as(session, target, then)
            return
        if isinstance(error, SaveFailed):
            text = f"{error}\n\nYour changes are still here."
            self._dialogs().show_message("The ladder was not saved", text)
        elif isinstance(error, _FileIsOpen):
            self._dialogs().show_message("The file is open", str(error))
        then(False)
        if not isinstance(error, SaveFailed | _FileIsOpen):
            raise error

    # -- when the file is not as it was read --------------------------------------------------

    def _resolve_conflict(self, session: Session, what: str, then: WhenSaved) -> None:
        """Ask what to do when a save would discard what somebody else saved."""
        path = session.path
        assert path is not None
        self._jobs.run(
            lambda _: target_at(path).digest,
            partial(self._ask_what_to_do, session, path, what, then),
            _raise,
        )

    def _ask_what_to_do(
        self, session: Session, path: Path, what: str, then: WhenSaved, found: str | None
    ) -> None:
        if session not in self._workspace.sessions:
            then(False)
            return
        if found == ABSENT:
            answer = self._dialogs().choose("The file is gone", what, _CHOICES_GONE, _ACTIONS_GONE)
        else:
            answer = self._dialogs().choose(
                "Somebody else changed the file", what, _CHOICES, _ACTIONS
            )
        if answer == "copy":
            self.save_as(session, then=then)
        elif answer == "mine":
            self.writing.when_free(session, partial(self._replace, session, found, then))
        elif answer in ("merge", "theirs"):
            self._jobs.run(
                lambda _: open_ladder(path),
                partial(self._merge if answer == "merge" else self._load, session, then),
                partial(self._unreadable, path, then),
            )
        else:
            then(False)

    def _replace(self, session: Session, found: str | None, then: WhenSaved) -> None:
        """Overwrite the state that the person was asked about, and no later one."""
        order = session.order_save(overwrite=True)
        self._write(session, replace(order, expected=found), then, chosen=False)

    def _merge(self, session: Session, then: WhenSaved, opened: OpenedFile) -> None:
        if session in self._workspace.sessions and self.merge(session, opened):
            self.save(session, then)
        else:
            then(False)  # while conflicts wait to be settled nothing is saved

    def _load(self, session: Session, then: WhenSaved, opened: OpenedFile) -> None:
        if session in self._workspace.sessions:
            session.load(opened.document, "Load the file again", digest=opened.digest)
        then(False)

    def _unreadable(self, path: Path, then: WhenSaved, error: Exception) -> None:
        then(False)
        if not isinstance(error, UnreadableLadder):
            raise error
        self._dialogs().unreadable(path, error.faults)

    def _folder(self) -> Path:
        recent = self._settings.paths("recent")
        return recent[0].parent if recent else home_folder()


def _write_own(order: SaveOrder, _own: Path | None, _others: Sequence[Path], keep: Keep) -> _Saved:
    """Write to the ladder's own file; in a job."""
    return _carry_out(order, target_at(order.target), keep)


def _write_chosen(order: SaveOrder, own: Path | None, others: Sequence[Path], keep: Keep) -> _Saved:
    """Write to the file that a person chose, which may be the ladder's own; in a job."""
    name, found = order.target.name, target_at(order.target, own, others)
    if found.is_taken:
        raise _FileIsOpen(f"{name} is open as another ladder. Choose another name.")
    order = order.aimed_at(found.digest, own_file=found.is_own)
    try:
        return _carry_out(order, found, keep)
    except ChangedOnDisk as changed:
        if found.is_own:
            raise
        text = f"{changed}. It was not replaced: choose again where yours is to go."
        raise _NotReplaced(text) from changed


def _carry_out(order: SaveOrder, found: WriteTarget, keep: Keep) -> _Saved:
    former = found.former
    if former is None and is_in_files(order.snapshot.document) and found.digest != ABSENT:
        former = replaced_folder(order, found.digest)
    notice = keep(order.target, former) if former is not None else ""
    return _Saved(order, write_order(order), notice)


def _raise(error: Exception) -> None:
    raise error
