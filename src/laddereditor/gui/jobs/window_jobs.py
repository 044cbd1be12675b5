"""What runs the long work of a window: one pool of threads computes, the other waits for disks."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from laddereditor.gui.jobs.jobs import DISK_THREADS, ThreadJobs
from laddereditor.session.jobs import Jobs


@dataclass(frozen=True, slots=True)
class WindowJobs:
    """The jobs of one window, and its threads."""

    computing: Jobs
    disk: Jobs
    threads: tuple[ThreadJobs, ...]

    def stop(self) -> None:
        """Abandon all work, without waiting."""
        for threads in self.threads:
            threads.stop()

    def wait(self) -> None:
        """Wait until all work has ended."""
        for threads in self.threads:
            threads.wait()


def window_jobs(given: Jobs | None, parent: QObject) -> WindowJobs:
    """Return the jobs of a window; those that are `given` run in place of its threads."""
    computing, disk = ThreadJobs(parent), ThreadJobs(parent, DISK_THREADS)
    return WindowJobs(given or computing, given or disk, (computing, disk))
