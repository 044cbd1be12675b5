"""Jobs that a test holds back, as a disk does that does not answer."""

from collections.abc import Callable
from typing import TypeVar

from laddereditor.session.jobs import InlineJobs, Job, JobProgress

T = TypeVar("T")


class _Held:
    """Work that waits; a cancelled one never starts."""

    def __init__(self, start: Callable[[], object]) -> None:
        self.start, self.cancelled = start, False

    def cancel(self) -> None:
        self.cancelled = True


class HeldJobs:
    """Does work at once, until `hold`; from then on it waits for `go_on`."""

    def __init__(self) -> None:
        self._holding = False
        self.waiting: list[_Held] = []

    def hold(self) -> None:
        self._holding = True

    def go_on(self) -> None:
        """Do what waits, and hold back no more."""
        self._holding = False
        while self.waiting:
            self.step()

    def step(self) -> None:
        """Do what has waited longest, and go on holding back."""
        held = self.waiting.pop(0)
        if not held.cancelled:
            held.start()

    def run(
        self,
        work: Callable[[JobProgress], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        progress: Callable[[float], None] = lambda _: None,
    ) -> Job:
        def start() -> Job:
            return InlineJobs().run(work, done, failed, progress)

        if not self._holding:
            return start()
        held = _Held(start)
        self.waiting.append(held)
        return held
