"""Looks for what is most alike in a thread, and keeps the index of each open ladder."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from laddereditor.compare.nearest.finding import Nearest, nearest
from laddereditor.compare.nearest.index import DemandIndex
from laddereditor.compare.sheet.subject import Subject
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.session.jobs import Job, JobProgress
from laddereditor.session.session import Session


class NearestFinder(QObject):
    """Finds the profiles and levels that ask for nearly the same as one of them."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._indexes: dict[int, DemandIndex] = {}  # id(session) -> the index of its ladder
        workspace.closed.connect(self._forget)

    def _forget(self, session: Session) -> None:
        self._indexes.pop(id(session), None)

    def find(
        self,
        asked: Subject,
        done: Callable[[Nearest], None],
        progress: Callable[[float], None],
    ) -> Job:
        """Start to look; the job can be cancelled.

        Args:
            asked: The profile or level that others may be like.
            done: Is called with the result.
            progress: Is called now and then with the share that is done, from 0 to 1.
        """
        index = self._index_of(asked)

        def work(job: JobProgress) -> Nearest:
            return nearest(index, asked.ladder, asked.address, job.report, job.cancelled)

        return self._workspace.computing.run(work, done, _raise, progress)

    def _index_of(self, asked: Subject) -> DemandIndex:
        """Return the index of an open ladder; a version of one that is not open has none yet."""
        for session in self._workspace.sessions:
            if session.ladder is asked.ladder:
                return self._indexes.setdefault(id(session), DemandIndex())
        return DemandIndex()


def _raise(error: Exception) -> None:
    raise error
