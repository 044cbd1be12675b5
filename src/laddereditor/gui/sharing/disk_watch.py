"""Notices that a file on disk is no longer what was read or saved here."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from laddereditor.gui.sharing.session_registry import SessionRegistry
from laddereditor.presentation.sharing.disk_state import DiskState, read_disk_state
from laddereditor.presentation.sharing.run_context import CHECK_EVERY
from laddereditor.session.jobs import Jobs
from laddereditor.session.session import Session

_SETTLES = 0.12  # of the time between two checks: when what is new is checked again


@dataclass(slots=True)
class _Watched:
    path: Path
    reported: str = ""  # the state that was reported last
    candidate: str = ""  # a state seen once, reported when it is seen again
    last: DiskState | None = None
    looking: bool = False
    again: bool = False  # something happened during the check


class DiskWatch(QObject):
    """Watches the file of every open ladder; compares contents, in a job. Own saves are ignored.

    The files are checked at intervals instead of relying on events of the system: shares send none
    when another machine writes, and asking the system for them would make the window wait for a
    disk.
    A file that is being written is checked again before it is reported.
    """

    differs = Signal(object, str)  # a Session; a digest, MISSING or UNREADABLE
    agrees = Signal(object)  # a Session whose file is again what was read or saved

    def __init__(
        self,
        registry: SessionRegistry,
        jobs: Jobs,
        parent: QObject | None = None,
        *,
        every: float = CHECK_EVERY,
    ) -> None:
        """Watch the ladders of a registry.

        Args:
            registry: The ladders that are open.
            jobs: Runs the reading.
            parent: The parent object.
            every: The seconds between two checks of all files.
        """
        super().__init__(parent)
        self._registry, self._jobs = registry, jobs
        self._watched: dict[Session, _Watched] = {}
        self._due: set[Session] = set()
        self._settle = QTimer(self, singleShot=True, interval=round(every * _SETTLES * 1000))
        self._settle.timeout.connect(self._look_at_due)
        self._poll = QTimer(self, interval=round(every * 1000))
        self._poll.timeout.connect(partial(self.check_all, thorough=False))
        registry.added.connect(self._begin)
        registry.moved.connect(self._begin)
        registry.removed.connect(self._end)

    def stop(self) -> None:
        """Stop watching."""
        self._settle.stop()
        self._poll.stop()
        self._watched.clear()

    def look(self, session: Session) -> None:
        """Check the file of a ladder now."""
        self._look(session)

    def check_all(self, *, thorough: bool = True) -> None:
        """Check every file; unless `thorough`, skip those with the same time and size."""
        for session in list(self._watched):
            self._look(session, thorough=thorough)

    # -- what is watched ----------------------------------------------------------------------

    def _begin(self, session: Session, *_: object) -> None:
        if session.path is None:
            self._end(session)
            return
        self._watched[session] = _Watched(session.path)
        self._poll.start()

    def _end(self, session: Session) -> None:
        self._watched.pop(session, None)
        self._due.discard(session)
        if not self._watched:
            self._poll.stop()

    def _look_at_due(self) -> None:
        due, self._due = self._due, set()
        for session in due:
            self._look(session)

    # -- looking ------------------------------------------------------------------------------

    def _look(self, session: Session, *, thorough: bool = True) -> None:
        watched = self._watched.get(session)
        if watched is None:
            return
        if watched.looking:
            watched.again = watched.again or thorough
            return
        watched.looking = True
        path = watched.path
        seen = watched.last.stamp if watched.last and not thorough else None
        self._jobs.run(
            lambda _: read_disk_state(path, seen),
            partial(self._seen, session, watched),
            partial(self._on_failed, watched),
        )

    def _on_failed(self, watched: _Watched, error: Exception) -> None:
        watched.looking = False
        raise error

    def _seen(self, session: Session, watched: _Watched, found: DiskState | None) -> None:
        watched.looking = False
        if self._watched.get(session) is not watched:
            return
        if watched.again:
            watched.again = False
            self._look_soon(session)
        if session.is_being_written:
            watched.last, watched.candidate = None, ""  # it is checked again after that
        elif found is not None:
            watched.last = found
            self._judge(session, watched, found.state)

    def _judge(self, session: Session, watched: _Watched, state: str) -> None:
        if state == session.digest:
            reported, watched.reported, watched.candidate = watched.reported, state, ""
            if reported not in ("", state):
                self.agrees.emit(session)
        elif state == watched.reported:
            watched.candidate = ""
        elif state == watched.candidate:
            watched.reported, watched.candidate = state, ""
            self.differs.emit(session, state)
        else:
            watched.candidate = state
            self._look_soon(session)

    def _look_soon(self, session: Session) -> None:
        self._due.add(session)
        self._settle.start()
