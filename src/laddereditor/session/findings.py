"""The findings of one open ladder, which follow its changes."""

from collections.abc import Callable

from laddereditor.model.ladder import Ladder
from laddereditor.rules.check import CheckReport, check
from laddereditor.session.day_clock import DayClock, SystemClock
from laddereditor.session.jobs import Job, JobProgress, Jobs
from laddereditor.storage.text.collector import paused_collector

_MANY = 10  # families, of which each takes 5 to 10 ms
_LARGE = 500  # families from which a check's results are excluded from garbage collection


def changes_many(before: Ladder, after: Ladder) -> bool:
    """Whether so many families differ that to check them again takes longer than a key press."""
    if before.families is after.families:
        return False
    known = set(map(id, before.families))
    return sum(id(one) not in known for one in after.families) > _MANY


class Findings:
    """The last report on a ladder, and the check that is running."""

    def __init__(self, jobs: Jobs, clock: DayClock | None = None) -> None:
        self.clock: DayClock = clock or SystemClock()
        self.report: CheckReport | None = None  # None during the first check
        self._last: CheckReport | None = None  # from which `resume` continues
        self._jobs = jobs
        self._check: Job | None = None

    def start(self, ladder: Callable[[], Ladder], notify: Callable[[], object]) -> None:
        """Check a ladder as a job.

        Args:
            ladder: Returns the ladder as it is then.
            notify: Called when there is a report.
        """
        self._start(ladder, notify, None)

    def _start(
        self,
        ladder: Callable[[], Ladder],
        notify: Callable[[], object],
        last: CheckReport | None,
    ) -> None:
        first = ladder()

        def work(progress: JobProgress) -> CheckReport:
            # Collecting the garbage of a large ladder would block the window.
            with paused_collector(freeze=len(first.families) > _LARGE):
                return check(
                    first,
                    last,
                    today=self.clock.today(),
                    progress=progress.report,
                    cancelled=progress.cancelled,
                )

        def done(report: CheckReport) -> None:
            self._check = None
            if changes_many(first, ladder()):
                self._start(ladder, notify, report)
                return
            # Only few edits were made in the meantime: continue from the result.
            self.report = check(ladder(), report, today=self.clock.today())
            notify()

        def failed(error: Exception) -> None:
            self._check = None
            raise error

        self._check = self._jobs.run(work, done, failed)

    def update(self, ladder: Ladder) -> bool:
        """Follow a change of the ladder; the findings are unknown if the check raises.

        Returns:
            Whether the check is left to `resume`, because very many records changed; until then the
            findings are unknown too.
        """
        last, self.report = self.report, None
        if last is None:
            return False
        if changes_many(last.ladder, ladder):
            self._last = last
            return True
        self.report = check(ladder, last, today=self.clock.today())
        return False

    def resume(self, ladder: Callable[[], Ladder], notify: Callable[[], object]) -> None:
        """Check as a job what `update` left; the arguments are those of `start`."""
        last, self._last = self._last, None
        self._start(ladder, notify, last)

    def cancel(self) -> None:
        """Stop the check that is running."""
        if self._check:
            self._check.cancel()
