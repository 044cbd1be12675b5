"""Undo and redo without limit, one step for each intent.

The last step holds the states before and after it. Earlier steps hold only the differences between
theirs, so that the memory of a step depends on its edit and not on the size of the ladder.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple
from weakref import ref

from laddereditor.edits.edit import chained
from laddereditor.model.address import Address
from laddereditor.model.difference import Difference, applied, difference
from laddereditor.model.ladder import Ladder
from laddereditor.session.writing import LateDocument
from laddereditor.storage.files.document import Document


@dataclass(frozen=True, slots=True, weakref_slot=True, eq=False)
class Snapshot:
    """One state of the ladder with the text that would be saved for it."""

    source: Document | LateDocument
    holds: int = 0  # number of the newest state by somebody else that it includes

    @property
    def ladder(self) -> Ladder:
        """The ladder of this state."""
        return self.source.ladder

    @property
    def document(self) -> Document:
        """The text that would be saved, which is written now if it was not yet."""
        return self.source if isinstance(self.source, Document) else self.source.document

    def with_document(self, document: Document) -> "Snapshot":
        """Return the same state with the text of another document; itself if it is its own."""
        return self if document is self.document else replace(self, source=document)

    def write(self) -> None:
        """Write the text if it was not yet; any thread may do so."""
        if isinstance(self.source, LateDocument):
            self.source.write()

    @property
    def read_only(self) -> str:
        """Why the ladder must not be changed, or ""."""
        return self.source.read_only


class StepStates(NamedTuple):
    """The states before and after a step."""

    before: Snapshot
    after: Snapshot

    @property
    def holds(self) -> tuple[int, int]:
        """The numbers of the newest states by others that the two include."""
        return self.before.holds, self.after.holds

    def back(self, _now: Snapshot) -> Snapshot:
        """Return the state before."""
        return self.before

    def forward(self, _now: Snapshot) -> Snapshot:
        """Return the state after."""
        return self.after


class FoldedStates(NamedTuple):
    """The differences between two states; a state that still exists elsewhere is reused."""

    before: "ref[Snapshot]"
    after: "ref[Snapshot]"
    differs: Difference | None
    holds: tuple[int, int]  # newest states by others, before and after

    def back(self, now: Snapshot) -> Snapshot:
        """Return the state before, given the state after."""
        return self.before() or Snapshot(
            applied(self.differs, now.document, back=True), self.holds[0]
        )

    def forward(self, now: Snapshot) -> Snapshot:
        """Return the state after, given the state before."""
        return self.after() or Snapshot(
            applied(self.differs, now.document, back=False), self.holds[1]
        )


class FoldableStates:
    """The states of a long step, which are held until a thread has found the differences."""

    def __init__(self, states: StepStates) -> None:
        self._way: StepStates | FoldedStates = states

    @property
    def is_folded(self) -> bool:
        """Whether the states are released."""
        return isinstance(self._way, FoldedStates)

    def fold(self) -> None:
        """Find the differences and release the states; any thread may do so."""
        way = self._way
        if isinstance(way, StepStates):
            self._way = folded(way)

    @property
    def holds(self) -> tuple[int, int]:
        """The numbers of the newest states by others that the two include."""
        return self._way.holds

    def back(self, now: Snapshot) -> Snapshot:
        """Return the state before, given the state after."""
        return self._way.back(now)

    def forward(self, now: Snapshot) -> Snapshot:
        """Return the state after, given the state before."""
        return self._way.forward(now)


def folded(states: StepStates) -> FoldedStates:
    """Return the same step with only the differences, to save memory."""
    differs = difference(states.before.document, states.after.document)
    return FoldedStates(ref(states.before), ref(states.after), differs, states.holds)


@dataclass(frozen=True, slots=True)
class HistoryStep:
    """One intent: the states before and after it, and what views need."""

    label: str
    way: StepStates | FoldedStates | FoldableStates
    select_before: Address
    select_after: Address
    moved: Mapping[Address, Address]
    merge: str

    @property
    def takes_in(self) -> bool:
        """Whether the step took in a state that somebody else saved."""
        before, after = self.way.holds
        return after > before

    @property
    def moved_back(self) -> dict[Address, Address]:
        """Where undo moves entities: new address -> old address."""
        return {new: old for old, new in self.moved.items()}


@dataclass(frozen=True, slots=True)
class History:
    """The steps done, oldest first, and the steps undone, next to redo last."""

    done: tuple[HistoryStep, ...] = ()
    undone: tuple[HistoryStep, ...] = ()
    is_open: bool = False  # whether typing may continue the last step

    @property
    def last(self) -> HistoryStep | None:
        """The step that would be undone."""
        return self.done[-1] if self.done else None

    @property
    def next(self) -> HistoryStep | None:
        """The step that would be redone."""
        return self.undone[-1] if self.undone else None

    def joins(self, merge: str) -> bool:
        """Return whether an edit with this merge key continues the typing of the last step."""
        return self.is_open and bool(merge) and self.last is not None and self.last.merge == merge

    def closed(self) -> "History":
        """Return the history after the typing of the last step ended."""
        return replace(self, is_open=False)

    def pushed(self, step: HistoryStep) -> "History":
        """Return the history with one more step; undone steps are dropped."""
        return History((*self._folded(), step), (), is_open=True)

    def _folded(self) -> tuple[HistoryStep, ...]:
        """Return the done steps with the last one folded, so that nothing can be merged into it."""
        last = self.last
        if last is None or not isinstance(last.way, StepStates):
            return self.done
        is_long = isinstance(last.way.after.source, LateDocument)
        way = FoldableStates(last.way) if is_long else folded(last.way)
        return (*self.done[:-1], replace(last, way=way))

    @property
    def foldable(self) -> FoldableStates | None:
        """The step before the last one, if it is a long one that waits to be folded."""
        way = self.done[-2].way if len(self.done) > 1 else None
        return way if isinstance(way, FoldableStates) else None

    def start(self) -> Snapshot | None:
        """The state before the last step; None if there is no step or it was folded."""
        last = self.last
        return last.way.before if last and isinstance(last.way, StepStates) else None

    def merged(self, start: Snapshot, step: HistoryStep) -> "History":
        """Return the history with `step` merged into the last step, which began at `start`."""
        last, way = self.done[-1], step.way
        assert isinstance(way, StepStates)
        merged = replace(
            last,
            way=StepStates(start, way.after),
            select_after=step.select_after,
            moved=chained(last.moved, step.moved),
        )
        return History((*self.done[:-1], merged), (), is_open=True)

    def dropped(self) -> "History":
        """Return the history without its last step, and without those that were undone."""
        return History(self.done[:-1], ())

    def undo(self) -> tuple["History", HistoryStep]:
        """Return the history after undoing the last step, and that step.

        Raises:
            IndexError: There is no step to undo.
        """
        step = self.done[-1]
        return History(self.done[:-1], (*self.undone, step)), step

    def redo(self) -> tuple["History", HistoryStep]:
        """Return the history after redoing the next step, and that step.

        Raises:
            IndexError: There is no step to redo.
        """
        step = self.undone[-1]
        return History((*self.done, step), self.undone[:-1]), step
