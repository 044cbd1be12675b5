"""Long work in threads, with results brought back to the window's own thread."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from laddereditor.session.jobs import Progress

T = TypeVar("T")

_THREADS = 2
_STEP = 0.02  # of the whole work: how much further a report must be to be passed on


class _ThreadJob:
    """One piece of work under way; its result is dropped once it is cancelled."""

    def __init__(
        self,
        progress: Progress,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        report: Callable[[float], None],
    ) -> None:
        self.progress = progress
        self.hear = {"done": done, "failed": failed, "progress": report}

    def cancel(self) -> None:
        """Ask the work to stop; its result is dropped."""
        self.progress.cancel()


def _in_steps(report: Callable[[float], None]) -> Callable[[float], None]:
    """Let a report through only when it is a step further than the last one.

    Each signal lets go of Python's lock for a moment too short for another thread to take it, and
    lets every thread that waits for it begin to wait anew: signals in quick succession would keep
    the window from answering for as long as the work goes on.
    """
    told = -1

    def tell(share: float) -> None:
        nonlocal told
        step = int(share / _STEP)
        if step != told:
            told = step
            report(share)

    return tell


class ThreadJobs(QObject):
    """Runs work in threads of its own; `wait` ends it all when the window closes.

    Threads speak to the window's through this one object alone, which outlives them: an object
    for each job could be destroyed by one thread while the other still handles its signal.
    """

    _told = Signal(int, str, object)  # number of a job, what there is to hear, the value

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._threads: ThreadPoolExecutor | None = None  # made when there is something to do
        self._under_way: dict[int, _ThreadJob] = {}
        self._last = 0
        self._told.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        progress: Callable[[float], None] = lambda _: None,
    ) -> _ThreadJob:
        """Start `work` in a thread; call back in the window's thread."""
        self._last = number = self._last + 1
        reporter = Progress(_in_steps(lambda share: self._told.emit(number, "progress", share)))
        job = self._under_way[number] = _ThreadJob(reporter, done, failed, progress)
        if self._threads is None:
            self._threads = ThreadPoolExecutor(_THREADS, "job")
        self._threads.submit(self._work, number, work, reporter)
        return job

    def _work(self, number: int, work: Callable[[Progress], Any], progress: Progress) -> None:
        """Do the work; in a thread."""
        try:
            result = work(progress)
        except BaseException as error:  # else the thread would keep it to itself
            self._told.emit(number, "failed", error)
        else:
            self._told.emit(number, "done", result)

    @Slot(int, str, object)
    def _hear(self, number: int, what: str, value: object) -> None:
        job = self._under_way.get(number)
        if what != "progress":
            self._under_way.pop(number, None)
        if job is not None and not job.progress.cancelled():
            job.hear[what](value)

    def is_busy(self) -> bool:
        """Whether work is under way."""
        return bool(self._under_way)

    def wait(self) -> None:
        """Cancel all work and wait until the threads are done; what was queued is still begun."""
        for job in self._under_way.values():
            job.cancel()
        threads, self._threads = self._threads, None
        if threads is not None:
            threads.shutdown()
        self._under_way.clear()
