"""The findings of one open ladder, which follow its changes."""

from collections.abc import Callable

from laddereditor.model.ladder import Ladder
from laddereditor.rules.check import CheckReport, check
from laddereditor.session.day_clock import DayClock, SystemClock
from laddereditor.session.jobs import Job, JobProgress, Jobs
from laddereditor.storage.text.collector import paused_collector

_LARGE = 500  # families from which a check's results are excluded from garbage collection


class Findings:
    """The last report on a ladder, and the check that is running."""

    def __init__(self, jobs: Jobs, clock: DayClock | None = None) -> None:
        self.clock: DayClock = clock or SystemClock()
        self.report: CheckReport | None = None  # None during the first check
        self._jobs = jobs
        self._check: Job | None = None

    def start(self, ladder: Callable[[], Ladder], notify: Callable[[], object]) -> None:
        """Check a ladder as a job.

        Args:
            ladder: Returns the ladder as it is then.
            notify: Called when there is a report.
        """
        first = ladder()

        def work(progress: JobProgress) -> CheckReport:
            # Collecting the garbage of a large ladder would block the window.
            with paused_collector(freeze=len(first.families) > _LARGE):
                return check(
                    first,
                    today=self.clock.today(),
                    progress=progress.report,
                    cancelled=progress.cancelled,
                )

        def done(report: CheckReport) -> None:
            # Only few edits were made in the meantime: continue from the result.
            self._check = None
            self.report = check(ladder(), report, today=self.clock.today())
            notify()

        def failed(error: Exception) -> None:
            self._check = None
            raise error

        self._check = self._jobs.run(work, done, failed)

    def update(self, ladder: Ladder) -> None:
        """Follow a change of the ladder; the findings are unknown if the check raises."""
        last, self.report = self.report, None
        if last is not None:
            self.report = check(ladder, last, today=self.clock.today())

    def cancel(self) -> None:
        """Stop the check that is running."""
        if self._check:
            self._check.cancel()
