"""Shows colleagues who has a ladder open, and shows this window who they are."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from laddereditor.gui.sharing.notice import STEPS, Notice, NoticeButton
from laddereditor.gui.sharing.sharing_services import SharingServices
from laddereditor.presentation.sharing.difference_words import since
from laddereditor.session.session import Session
from laddereditor.storage.files.lock import (
    REFRESH_EVERY,
    LockAcquired,
    LockedByOther,
    NoLock,
    release,
    take,
)
from laddereditor.storage.git.excluding import hide_from_git

KEY = "lock"


@dataclass(slots=True)
class _Lock:
    path: Path
    mine: bool = False
    other: str = ""  # who else has it
    edits_anyway: bool = False  # the person edits anyway
    asking: bool = False
    asked: bool = False
    reported: bool = False


class Locks(QObject):
    """Takes a lock for every open file, renews it, and releases it when the file is closed."""

    let_go = Signal(object)  # a Session whose lock the other program has released

    def __init__(self, services: SharingServices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notices, self._workspace = services.notices, services.workspace
        self._jobs, self._context = services.jobs, services.context
        self._locks: dict[Session, _Lock] = {}
        self._timer = QTimer(self, interval=round(REFRESH_EVERY * 1000))
        self._timer.timeout.connect(self.refresh)
        services.registry.added.connect(self._begin)
        services.registry.removed.connect(self._end)
        services.registry.moved.connect(self._move)

    def refresh(self) -> None:
        """Take every lock again: renews own locks, and takes those that others released."""
        for session in list(self._locks):
            self._take(session)

    def stop(self) -> None:
        """Release all locks."""
        self._timer.stop()
        for lock in self._locks.values():
            self._release(lock.path)
        self._locks.clear()

    def _begin(self, session: Session) -> None:
        frozen = bool(session.document.read_only)  # it cannot be changed, so nobody needs to know
        if session.path is not None and not frozen:
            self._locks[session] = _Lock(session.path)
            self._timer.start()
            self._take(session)

    def _end(self, session: Session) -> None:
        lock = self._locks.pop(session, None)
        if lock is not None:
            self._release(lock.path)
        if not self._locks:
            self._timer.stop()

    def _move(self, session: Session, _before: Path | None) -> None:
        self._end(session)
        self._notices.drop(KEY, session)
        self._workspace.set_read_only(session, "")
        self._begin(session)

    def _release(self, path: Path) -> None:
        me = self._context.me
        self._jobs.run(lambda _: release(path, me), lambda _: None, _raise)

    def _take(self, session: Session) -> None:
        lock = self._locks[session]
        if lock.asking:
            return
        lock.asking = True
        path, me, now = lock.path, self._context.me, self._context.now
        is_first, lock.asked = not lock.asked, True

        def work() -> LockAcquired | LockedByOther | NoLock:
            if is_first:
                hide_from_git(path)
            return take(path, me, now)

        self._jobs.run(lambda _: work(), partial(self._answered, session, lock), _raise)

    def _answered(
        self, session: Session, lock: _Lock, answer: LockAcquired | LockedByOther | NoLock
    ) -> None:
        lock.asking = False
        if self._locks.get(session) is not lock:  # closed, or saved elsewhere, in the meantime
            if not any(lock.path == other.path for other in self._locks.values()):
                self._release(lock.path)
        elif isinstance(answer, LockAcquired):
            self._is_mine(session, lock)
        elif isinstance(answer, LockedByOther):
            self._is_held(session, lock, answer)
        elif not answer.read_only and not lock.reported:
            lock.reported = True
            self._workspace.notice.emit(answer.why)

    def _is_mine(self, session: Session, lock: _Lock) -> None:
        other, lock.other, lock.mine = lock.other, "", True
        if not other:
            return
        self._notices.drop(KEY, session)
        if not lock.edits_anyway:
            text = f"{other} has closed {session.name}. You can edit it now."
            self._notices.post(Notice(KEY, text, icon="check", until=STEPS), session)
        lock.edits_anyway = False
        self._workspace.set_read_only(session, "")
        self.let_go.emit(session)

    def _is_held(self, session: Session, lock: _Lock, by: LockedByOther) -> None:
        lost, lock.mine = lock.mine, False
        who = self._who(by)
        if lock.edits_anyway or who == lock.other:
            return
        lock.other = who
        time = f" since {since(by.since, self._context.now())}" if by.since else ""
        if lost and session.is_modified:
            text = f"{who} has opened {session.name} as well{time}. Save soon, and agree who edits."
            self._notices.post(Notice(KEY, text, (), "warning", "lock"), session)
            return
        self._workspace.set_read_only(session, f"{who} has this file open")
        edit = NoticeButton("edit", "Edit anyway", partial(self._edit_anyway, session, lock))
        text = f"{who} has had this file open{time}. You may look."
        # It stays while the ladder is locked: it explains why, and lets the person continue.
        self._notices.post(Notice(KEY, text, (edit,), "warning", "lock", closable=False), session)

    def _who(self, by: LockedByOther) -> str:
        me, other = self._context.me, by.program
        if other is None or not other.user:
            return "Somebody"
        if (other.user, other.host) == (me.user, me.host):
            return "Another window of Ladder Editor on this machine"
        return f"{other.user} (on {other.machine})" if other.machine else other.user

    def _edit_anyway(self, session: Session, lock: _Lock) -> None:
        lock.edits_anyway = True
        self._notices.drop(KEY, session)
        self._workspace.set_read_only(session, "")


def _raise(error: Exception) -> None:
    raise error
