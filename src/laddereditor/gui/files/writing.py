"""The running saves and publications, in jobs, and never two of one ladder at once."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from laddereditor.session.jobs import Jobs
from laddereditor.session.session import Session

T = TypeVar("T")


class Writing(QObject):
    """Writes ladders' files while the person continues to type."""

    begun = Signal(str)  # the action, such as "Saving data.yaml"
    written = Signal()  # the disk has answered; what comes of that may ask the person
    ended = Signal(object)  # the Session

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._under_way: dict[Session, str] = {}
        self._waiting: list[tuple[Session, Callable[[], object]]] = []

    @property
    def running(self) -> tuple[str, ...]:
        """The running work, oldest first."""
        return tuple(self._under_way.values())

    @property
    def sessions(self) -> tuple[Session, ...]:
        """The ladders that are being written."""
        return tuple(self._under_way)

    def when_free(self, session: Session, act: Callable[[], object]) -> None:
        """Call a function when no write of a ladder is running, now or later."""
        if session in self._under_way:
            self._waiting.append((session, act))
        else:
            act()

    def run(
        self,
        session: Session,
        words: str,
        work: Callable[[], T],
        done: Callable[[T], object],
        failed: Callable[[Exception], object],
    ) -> None:
        """Write a ladder's file in a job; no other write of it may be running.

        Args:
            session: The ladder.
            words: What is done, for the status bar, such as “Saving data.yaml”.
            work: Writes the file; it runs in a thread.
            done: Is called with the result of `work`, in the window's thread.
            failed: Is called with the error if `work` raises, in the window's thread.
        """
        assert session not in self._under_way
        self._under_way[session] = words
        session.note_writing(begun=True)
        self.begun.emit(words)
        self._jobs.run(
            lambda _: work(),
            lambda found: self._end(session, partial(done, found)),
            lambda error: self._end(session, partial(failed, error)),
        )

    def _end(self, session: Session, then: Callable[[], object]) -> None:
        del self._under_way[session]
        session.note_writing(begun=False)
        self.written.emit()
        try:
            then()
        finally:
            self.ended.emit(session)
            waiting = [act for one, act in self._waiting if one is session]
            self._waiting = [entry for entry in self._waiting if entry[0] is not session]
            for act in waiting:
                self.when_free(session, act)
