"""Long work in threads, with results brought back to the window's own thread."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from laddereditor.session.jobs import JobProgress

T = TypeVar("T")

_COMPUTING = 2  # threads that compute at once: more would only wait for each other
DISK_THREADS = 32  # threads that wait for disks: a share that does not answer must not delay others
_STEP = 0.02  # share of the work between two reports that are passed on


class _ThreadJob:
    """One piece of running work; its result is dropped if it is cancelled."""

    def __init__(
        self,
        progress: JobProgress,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        report: Callable[[float], None],
    ) -> None:
        self.progress = progress
        self.receivers = {"done": done, "failed": failed, "progress": report}

    def cancel(self) -> None:
        """Request cancellation; the result is dropped."""
        self.progress.cancel()


def _in_steps(report: Callable[[float], None]) -> Callable[[float], None]:
    """Pass a progress report on only if it is a step further than the last one.

    Each signal releases Python's lock for a moment too short for another thread to take it, and
    makes every waiting thread start to wait again: signals in quick succession would block the
    window for as long as the work runs.
    """
    reported = -1

    def report_step(share: float) -> None:
        nonlocal reported
        step = int(share / _STEP)
        if step != reported:
            reported = step
            report(share)

    return report_step


class ThreadJobs(QObject):
    """Runs work in separate threads; `stop` abandons all of it when the window closes.

    Threads report to the window's thread only through this object, which outlives them: an object
    for each job could be destroyed by one thread while the other still handles its signal.
    """

    _sent = Signal(int, str, object)  # number of a job, the kind of report, the value

    def __init__(self, parent: QObject | None = None, threads: int = _COMPUTING) -> None:
        """Work in at most `threads` threads at once; each is made when there is work for it."""
        super().__init__(parent)
        self._most = threads
        self._threads: ThreadPoolExecutor | None = None  # made when there is something to do
        self._under_way: dict[int, _ThreadJob] = {}
        self._last = 0
        # Guards the next attribute: after a stop, no thread touches this object.
        self._sending = Lock()
        self._stopped = False
        self._sent.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[JobProgress], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        progress: Callable[[float], None] = lambda _: None,
    ) -> _ThreadJob:
        """Start `work` in a thread; call back in the window's thread."""
        assert not self._stopped, "there is no receiver any more"
        self._last = number = self._last + 1
        reporter = JobProgress(_in_steps(lambda share: self._send(number, "progress", share)))
        job = self._under_way[number] = _ThreadJob(reporter, done, failed, progress)
        if self._threads is None:
            self._threads = ThreadPoolExecutor(self._most, "job")
        self._threads.submit(self._work, number, work, reporter)
        return job

    def _work(self, number: int, work: Callable[[JobProgress], Any], progress: JobProgress) -> None:
        """Do the work; in a thread."""
        try:
            result = work(progress)
        except BaseException as error:  # otherwise the error would be lost in the thread
            self._send(number, "failed", error)
        else:
            self._send(number, "done", result)

    def _send(self, number: int, what: str, value: object) -> None:
        """Report to the window's thread, unless stopped; called in a thread."""
        with self._sending:
            if not self._stopped:
                self._sent.emit(number, what, value)

    @Slot(int, str, object)
    def _deliver(self, number: int, what: str, value: object) -> None:
        job = self._under_way.get(number)
        if what != "progress":
            self._under_way.pop(number, None)
        if job is not None and not job.progress.cancelled():
            job.receivers[what](value)

    def is_busy(self) -> bool:
        """Whether work is running."""
        return bool(self._under_way)

    def stop(self) -> None:
        """Cancel all work and ignore its reports; queued work is still done, without waiting.

        A disk that does not answer cannot be hurried, and a window that closes must not wait for
        it: the program ends when its threads have.
        """
        self._release(wait=False)

    def wait(self) -> None:
        """Cancel all work and wait until the threads are done; what was queued is still begun."""
        self._release(wait=True)

    def _release(self, *, wait: bool) -> None:
        with self._sending:
            self._stopped = True
        for job in self._under_way.values():
            job.cancel()
        if self._threads is not None:
            self._threads.shutdown(wait=wait)
        self._under_way.clear()
