"""Finds the changes between two ladders: at once where that is quick, else as a job."""

from collections.abc import Callable
from dataclasses import dataclass

from laddereditor.compare.diff.diffing import diff
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.changes.change_row import ChangeRow
from laddereditor.presentation.changes.change_rows import rows_of
from laddereditor.session.jobs import Job, JobProgress, Jobs

_QUICK = 60  # families and levels that two ladders do not share, up to which nobody waits


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """The changes between two ladders, ready to be shown."""

    old: Ladder
    new: Ladder
    rows: tuple[ChangeRow, ...]

    def is_of(self, old: Ladder, new: Ladder) -> bool:
        """Whether these are the changes between two ladders."""
        return self.old is old and self.new is new


def compare_ladders(old: Ladder, new: Ladder) -> Compared:
    """Return the changes between two ladders."""
    return Compared(old, new, rows_of(diff(old, new), old, new))


def is_quick(old: Ladder, new: Ladder) -> bool:
    """Whether two ladders share so much that comparing them takes hardly any time."""
    shared = {id(family) for family in old.families}
    apart = [family for family in new.families if id(family) not in shared]
    removed = len(old.families) - (len(new.families) - len(apart))
    return len(apart) + max(0, removed) <= _QUICK


class Comparing:
    """Computes the comparison that was requested last; outdated results are dropped."""

    def __init__(self, jobs: Jobs, show: Callable[[Compared], None]) -> None:
        self._jobs, self._show = jobs, show
        self._job: Job | None = None
        self._wanted: tuple[Ladder, Ladder] | None = None
        self.found: Compared | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a comparison is being computed."""
        return self._job is not None

    def ask(self, old: Ladder, new: Ladder) -> None:
        """Pass on the changes between two ladders, now or as soon as they are computed."""
        if self._wanted is not None and self._wanted[0] is old and self._wanted[1] is new:
            return
        self.forget()
        self._wanted = old, new
        if is_quick(old, new):
            self._take(compare_ladders(old, new))
            return
        done = False

        def take(found: Compared) -> None:
            nonlocal done
            done = True
            self._job = None
            self._take(found)

        def failed(error: Exception) -> None:
            nonlocal done
            done = True
            self.forget()
            raise error

        def work(progress: JobProgress) -> Compared:
            # One that waited for others and is not wanted any more takes no time from the next.
            return Compared(old, new, ()) if progress.cancelled() else compare_ladders(old, new)

        job = self._jobs.run(work, take, failed)
        self._job = None if done else job

    def at_once(self, old: Ladder, new: Ladder) -> Compared:
        """Return the changes between two ladders without waiting for a job."""
        if self.found is None or not self.found.is_of(old, new):
            self.forget()
            self._wanted = old, new
            self._take(compare_ladders(old, new))
        assert self.found is not None
        return self.found

    def forget(self) -> None:
        """Cancel the running comparison, and compare again when asked."""
        if self._job is not None:
            self._job.cancel()
        self._job = self._wanted = None

    def _take(self, found: Compared) -> None:
        self.found = found
        self._show(found)
