"""Undo and redo: unlimited, one step an intent.

The last step holds the states before and after it. The steps before hold what differs between
theirs, so that the room a step takes grows with its edit and not with the ladder.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple
from weakref import ref

from laddereditor.edits.edit import chained
from laddereditor.model.address import Address
from laddereditor.model.difference import Difference, applied, difference
from laddereditor.model.ladder import Ladder
from laddereditor.storage.files.document import Document


@dataclass(frozen=True, slots=True, weakref_slot=True, eq=False)
class Snapshot:
    """One state of the ladder with the text that would be saved for it."""

    document: Document
    holds: int = 0  # number of the newest state of the file by somebody else that is in it

    @property
    def ladder(self) -> Ladder:
        """The ladder of this state."""
        return self.document.ladder


class Held(NamedTuple):
    """The two states that a step leads from and to."""

    before: Snapshot
    after: Snapshot

    @property
    def holds(self) -> tuple[int, int]:
        """What others saved that is in the two, by number."""
        return self.before.holds, self.after.holds

    def back(self, _now: Snapshot) -> Snapshot:
        """Return the state before."""
        return self.before

    def forward(self, _now: Snapshot) -> Snapshot:
        """Return the state after."""
        return self.after


class Folded(NamedTuple):
    """What differs between two states; whichever of them is held elsewhere is that very state."""

    before: "ref[Snapshot]"
    after: "ref[Snapshot]"
    differs: Difference | None
    holds: tuple[int, int]  # what others saved, before and after

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


def folded(held: Held) -> Folded:
    """Return the same way in as much room as what differs takes."""
    differs = difference(held.before.document, held.after.document)
    return Folded(ref(held.before), ref(held.after), differs, held.holds)


@dataclass(frozen=True, slots=True)
class HistoryStep:
    """One intent: the way between the states before and after it, and what views need."""

    label: str
    way: Held | Folded
    select_before: Address
    select_after: Address
    moved: Mapping[Address, Address]
    merge: str

    @property
    def takes_in(self) -> bool:
        """Whether the step took in what somebody else saved."""
        before, after = self.way.holds
        return after > before


@dataclass(frozen=True, slots=True)
class History:
    """The steps done, oldest first, and the steps undone, next to redo last."""

    done: tuple[HistoryStep, ...] = ()
    undone: tuple[HistoryStep, ...] = ()

    def pushed(self, step: HistoryStep) -> "History":
        """Return the history with one more step; what was undone is gone."""
        return History((*self._folded(), step), ())

    def _folded(self) -> tuple[HistoryStep, ...]:
        """Return the steps done with the last one folded: nothing can be merged into it now."""
        last = self.done[-1] if self.done else None
        if last is None or isinstance(last.way, Folded):
            return self.done
        return (*self.done[:-1], replace(last, way=folded(last.way)))

    def start(self) -> Snapshot | None:
        """Return the state before the last step; None if there is none, or it was folded."""
        last = self.done[-1] if self.done else None
        return last.way.before if last and isinstance(last.way, Held) else None

    def merged(self, start: Snapshot, step: HistoryStep) -> "History":
        """Return the history with `step` made one with the last one, which began at `start`."""
        last, way = self.done[-1], step.way
        assert isinstance(way, Held)
        merged = replace(
            last,
            way=Held(start, way.after),
            select_after=step.select_after,
            moved=chained(last.moved, step.moved),
        )
        return History((*self.done[:-1], merged), ())

    def undo(self) -> tuple["History", HistoryStep]:
        """Return the history one step back, and that step. IndexError if there is none."""
        step = self.done[-1]
        return History(self.done[:-1], (*self.undone, step)), step

    def redo(self) -> tuple["History", HistoryStep]:
        """Return the history one step on, and that step. IndexError if there is none."""
        step = self.undone[-1]
        return History((*self.done, step), self.undone[:-1]), step
