"""The shown comparison of each open ladder: its basis, its merge, its two sides."""

from collections.abc import Callable
from pathlib import Path

from laddereditor.gui.export.files import files_of
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.presentation.changes.basis import SAVED, Basis, DiffSides
from laddereditor.presentation.changes.merge_session import MergeSession, MergeState
from laddereditor.session.session import Session


class ShownComparisons:
    """Remembers, for as long as a ladder is open, what it is compared with."""

    def __init__(self, workspace: Workspace, again: Callable[[], None]) -> None:
        """`again` compares and shows the present basis again."""
        self.workspace, self.again = workspace, again
        self._bases: dict[int, Basis] = {}  # id(session) -> what it is compared with
        self._merges: dict[int, Basis] = {}  # id(session) -> its merge under way

    @property
    def session(self) -> Session | None:
        """The active ladder."""
        return self.workspace.session

    @property
    def basis(self) -> Basis:
        """What the active ladder is compared with."""
        return self._bases.get(id(self.session), SAVED)

    @property
    def merge(self) -> Basis | None:
        """The running merge of the active ladder, shown or not."""
        return self._merges.get(id(self.session))

    @property
    def merging(self) -> MergeSession | None:
        """The shown merge."""
        return self.basis.merging

    @property
    def state(self) -> MergeState | None:
        """The present result of the shown merge."""
        session, merging = self.session, self.merging
        return merging.state(session.ladder) if session and merging else None

    @property
    def sides(self) -> DiffSides | None:
        """The two ladders that are compared; None if there is nothing to compare with."""
        return self.basis.sides(self.session) if self.session is not None else None

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that the two ladders are from."""
        session = self.session
        own = files_of(session.ladder, self.workspace.sessions) if session is not None else ()
        return (*own, *self.basis.files())

    @property
    def locked(self) -> str:
        """Why the active ladder cannot be changed, or ""."""
        return self.session.read_only if self.session is not None else "No ladder is open."

    def compare_with(self, basis: Basis) -> None:
        """Compare the active ladder with something else; a running merge is kept."""
        if self.session is not None:
            self._bases[id(self.session)] = basis
            if basis.merging is not None:
                self._merges[id(self.session)] = basis

    def end_merge(self) -> None:
        """Forget the merge of the active ladder, and compare it with its last save again."""
        self._merges.pop(id(self.session), None)
        self._bases.pop(id(self.session), None)

    def forget_closed(self) -> None:
        """Forget the comparisons of ladders that were closed."""
        there = {id(session) for session in self.workspace.sessions}
        for known in (self._bases, self._merges):
            for key in [key for key in known if key not in there]:
                del known[key]
