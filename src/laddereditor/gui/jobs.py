"""Long work in a thread, with results brought back to the window's own thread."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from laddereditor.session.jobs import Progress

T = TypeVar("T")


class _Messages(QObject):
    """Lives in the window's thread; signals from the worker are queued to it."""

    progressed = Signal(float)
    finished = Signal(object)
    failed = Signal(object)


class _Run(QRunnable):
    def __init__(self, work: Callable[[Progress], Any], progress: Progress, to: _Messages) -> None:
        super().__init__()
        self._work, self._progress, self._to = work, progress, to

    def run(self) -> None:
        try:
            result = self._work(self._progress)
        except Exception as error:
            self._to.failed.emit(error)
        else:
            self._to.finished.emit(result)


class _ThreadJob(QObject):
    """One piece of work under way; it drops the result once cancelled."""

    def __init__(
        self,
        jobs: "ThreadJobs",
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        progress: Callable[[float], None],
    ) -> None:
        super().__init__()
        self._jobs, self._done, self._failed, self._report = jobs, done, failed, progress
        self.messages = _Messages()
        self.progress = Progress(self.messages.progressed.emit)
        self.messages.progressed.connect(self._on_progress)
        self.messages.finished.connect(self._on_finished)
        self.messages.failed.connect(self._on_failed)

    def cancel(self) -> None:
        """Ask the work to stop; its result is dropped."""
        self.progress.cancel()

    @Slot(float)
    def _on_progress(self, share: float) -> None:
        if not self.progress.cancelled():
            self._report(share)

    @Slot(object)
    def _on_finished(self, result: object) -> None:
        self._jobs.forget(self)
        if not self.progress.cancelled():
            self._done(result)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._jobs.forget(self)
        if not self.progress.cancelled():
            self._failed(error)


class ThreadJobs(QObject):
    """Runs work in a thread pool of its own; `wait` ends it all when the window closes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._under_way: list[_ThreadJob] = []

    def run(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        progress: Callable[[float], None] = lambda _: None,
    ) -> _ThreadJob:
        """Start `work` in a thread; call back in the window's thread."""
        job = _ThreadJob(self, done, failed, progress)
        self._under_way.append(job)
        self._pool.start(_Run(work, job.progress, job.messages))
        return job

    def forget(self, job: _ThreadJob) -> None:
        """Drop a job that has ended."""
        if job in self._under_way:
            self._under_way.remove(job)

    def is_busy(self) -> bool:
        """Whether work is under way."""
        return bool(self._under_way)

    def wait(self) -> None:
        """Cancel all work and wait until the threads are done."""
        for job in list(self._under_way):
            job.cancel()
        self._pool.waitForDone()
        self._under_way.clear()
