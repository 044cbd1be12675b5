"""Reacts when somebody else saves, moves or breaks a file that is open here."""

from functools import partial

from PySide6.QtCore import QObject

from laddereditor.gui.sharing.disk_watch import DiskWatch
from laddereditor.gui.sharing.file_merge import KEY
from laddereditor.gui.sharing.notice import SAVED, UNDO, UNDONE_OR_SAVED, Notice, NoticeButton
from laddereditor.gui.sharing.sharing_services import SharingServices
from laddereditor.presentation.sharing.disk_state import MISSING
from laddereditor.session.session import Session
from laddereditor.storage.files.ladder_files import OpenedFile, open_ladder
from laddereditor.storage.reading.faults import Fault, UnreadableLadder

LOADED = "Load what somebody else saved"


class DiskChanges(QObject):
    """Takes over what others saved, or says why it does not; own edits are never lost."""

    def __init__(
        self, services: SharingServices, watch: DiskWatch, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._registry, self._notices, self._workspace = (
            services.registry,
            services.notices,
            services.workspace,
        )
        self._saving, self._jobs, self._dialogs = services.saving, services.jobs, services.dialogs
        self._merging = services.merging
        watch.differs.connect(self._differs)
        watch.agrees.connect(self._agrees)
        services.registry.moved.connect(self._agrees)

    def _agrees(self, session: Session, *_: object) -> None:
        self._notices.drop(KEY, session)

    # -- the file -----------------------------------------------------------------------------

    def _differs(self, session: Session, state: str) -> None:
        path = session.path
        if path is None:
            return
        if state == MISSING:
            self._notify_missing(session)
            return
        self._jobs.run(
            lambda _: open_ladder(path),
            partial(self._read, session),
            partial(self._unreadable, session),
        )

    def _read(self, session: Session, opened: OpenedFile) -> None:
        if not self._registry.has(session) or opened.path != session.path:
            return
        if opened.digest == session.digest:
            self._agrees(session)
            return
        if session.is_being_written:  # the change may be this save
            self._saving.writing.when_free(session, partial(self._differs, session, ""))
            return
        if session is self._workspace.session:
            self._workspace.flush_requested.emit()
        if session.is_modified:
            self._notify_both_changed(session, opened)
        else:
            self._load(session, opened, "was changed by somebody else and is shown as it is now.")

    def _load(self, session: Session, opened: OpenedFile, what: str) -> None:
        session.load(opened.document, LOADED, digest=opened.digest)
        undo = NoticeButton(UNDO, "Undo", partial(self._undo, session))
        text = f"{session.name} {what}"
        self._notices.post(
            Notice(KEY, text, (undo,), icon="reload", until=UNDONE_OR_SAVED), session
        )

    def _undo(self, session: Session) -> None:
        if session.undo_label == LOADED:
            session.undo()  # this removes the notice

    def _unreadable(self, session: Session, error: Exception) -> None:
        if not isinstance(error, UnreadableLadder):
            raise error
        if self._registry.has(session):
            self._notify_broken(session, error.faults)

    # -- the notices in the bar ---------------------------------------------------------------

    def _notify_both_changed(self, session: Session, opened: OpenedFile) -> None:
        theirs = NoticeButton("theirs", "Load theirs", partial(self._load_theirs, session, opened))
        text = f"Somebody else changed {session.name}, and you have changes that are not saved."
        merge = NoticeButton("merge", "Merge both", partial(self._merging.merge, session, opened))
        self._warn(session, text, merge, self._copy(session), theirs)

    def _load_theirs(self, session: Session, opened: OpenedFile) -> None:
        what = "is shown as somebody else saved it. Your changes are one undo away."
        self._load(session, opened, what)

    def _notify_missing(self, session: Session) -> None:
        text = (
            f"{session.name} is no longer in its folder. What you see is still here; "
            "save it to keep it."
        )
        self._warn(
            session, text, NoticeButton("save_as", "Save as…", partial(self._save_as, session))
        )

    def _notify_broken(self, session: Session, faults: tuple[Fault, ...]) -> None:
        text = (
            f"{session.name} was changed by somebody else and cannot be read any more. "
            "What you see is as it was before."
        )
        details = NoticeButton(
            "details", "What is wrong…", partial(self._show_faults, session, faults)
        )
        self._warn(session, text, details, self._copy(session))

    def _warn(self, session: Session, text: str, *choices: NoticeButton) -> None:
        self._notices.post(Notice(KEY, text, choices, "warning", "warning", until=SAVED), session)

    def _copy(self, session: Session) -> NoticeButton:
        return NoticeButton("copy", "Keep mine as a copy…", partial(self._save_copy, session))

    def _save_copy(self, session: Session) -> None:
        """Save under another name; the notice is removed when the ladder has its new file."""
        if (here := session.as_one_file) is not None:
            mine = here.with_name(f"{here.stem} (mine){here.suffix}")
            self._saving.save_as(session, mine)

    def _save_as(self, session: Session) -> None:
        self._saving.save_as(session)

    def _show_faults(self, session: Session, faults: tuple[Fault, ...]) -> None:
        if session.path is not None and self._dialogs().unreadable(session.path, faults) == "again":
            self._differs(session, "")
