"""Long work as a Protocol: the window runs it in a thread, verbs and tests at once."""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event
from typing import Protocol, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Progress:
    """Given to long work: it reports how far it is and asks whether it is still wanted."""

    report: Callable[[float], None]  # 0.0 to 1.0
    _cancelled: Event = field(default_factory=Event)

    def cancel(self) -> None:
        """Ask the work to stop."""
        self._cancelled.set()

    def cancelled(self) -> bool:
        """Whether the work is no longer wanted."""
        return self._cancelled.is_set()


class Job(Protocol):
    """Work under way."""

    def cancel(self) -> None:
        """Ask the work to stop; its result is dropped."""


class Jobs(Protocol):
    """Runs work that would keep a window from answering."""

    def run(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        progress: Callable[[float], None] = lambda _: None,
    ) -> Job:
        """Start `work`; call back `done` or `failed`, and `progress` now and then."""


class _Finished:
    def cancel(self) -> None:
        """Do nothing: the work was over before the caller could ask."""


class InlineJobs:
    """Runs work at once, for verbs and tests."""

    def run(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        progress: Callable[[float], None] = lambda _: None,
    ) -> Job:
        """Do the work now, then call back."""
        try:
            result = work(Progress(progress))
        except Exception as error:
            failed(error)
        else:
            done(result)
        return _Finished()
