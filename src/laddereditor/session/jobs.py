"""Long work as a Protocol: the window runs it in a thread, verbs and tests run it at once."""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event
from typing import Protocol, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class JobProgress:
    """Passed to long work, which reports its progress and checks whether it was cancelled."""

    report: Callable[[float], None]  # 0.0 to 1.0
    _cancelled: Event = field(default_factory=Event)

    def cancel(self) -> None:
        """Ask the work to stop."""
        self._cancelled.set()

    def cancelled(self) -> bool:
        """Whether the work was cancelled."""
        return self._cancelled.is_set()


class Job(Protocol):
    """Work in progress."""

    def cancel(self) -> None:
        """Request cancellation; the result is dropped."""


class Jobs(Protocol):
    """Runs work that would block the window."""

    def run(
        self,
        work: Callable[[JobProgress], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        progress: Callable[[float], None] = lambda _: None,
    ) -> Job:
        """Start some work.

        Args:
            work: Does the work, in any thread.
            done: Is called with the result.
            failed: Is called with the error if `work` raises.
            progress: Is called now and then with a share from 0 to 1.
        """


class _Finished:
    def cancel(self) -> None:
        """Do nothing: the work is already finished."""


class InlineJobs:
    """Runs work at once, for verbs and tests."""

    def run(
        self,
        work: Callable[[JobProgress], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        progress: Callable[[float], None] = lambda _: None,
    ) -> Job:
        """Do the work now, then call `done` or `failed`."""
        try:
            result = work(JobProgress(progress))
        except Exception as error:
            failed(error)
        else:
            done(result)
        return _Finished()
