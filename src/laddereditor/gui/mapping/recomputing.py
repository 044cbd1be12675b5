"""Works a workbook out again after a decision: at once if that is quick, else in a job."""

from collections.abc import Callable, Sequence
from functools import partial
from time import perf_counter

from laddereditor.exchange.tables import Pin
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.presentation.mapping.work import MappingWork
from laddereditor.session.jobs import Job
from laddereditor.session.mapped_workbook import MappedWorkbook, mapped

_QUICK = 0.03  # seconds that a click may block the window; people see no delay in them


class Recomputing:
    """Of several decisions in quick succession, only the newest is worked out to the end."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._took = 0.0  # seconds of the last time
        self._job: Job | None = None

    def start(
        self,
        work: MappedWorkbook,
        pins: Sequence[Pin],
        follow: Callable[[MappedWorkbook], MappingWork],
        done: Callable[[MappingWork], object],
    ) -> None:
        """Work out a workbook with other pins.

        Args:
            work: The workbook.
            pins: What the person decided.
            follow: Gives the import with the workbook as it is mapped then.
            done: Called with the result, unless another decision comes before it is there.
        """
        self.stop()
        compute = partial(_timed, work, tuple(pins), follow)
        if self._took < _QUICK:
            self._finish(done, compute())
            return

        def failed(error: Exception) -> None:
            raise error

        job = self._workspace.computing.run(
            lambda _: compute(), partial(self._finish, done), failed
        )
        self._job = job

    def stop(self) -> None:
        """Drop the result of what is being worked out."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _finish(
        self, done: Callable[[MappingWork], object], found: tuple[MappingWork, float]
    ) -> None:
        work, self._took = found
        done(work)


def _timed(
    work: MappedWorkbook, pins: tuple[Pin, ...], follow: Callable[[MappedWorkbook], MappingWork]
) -> tuple[MappingWork, float]:
    start = perf_counter()
    made = follow(mapped(work.source, pins, work.conventions))
    return made, perf_counter() - start
