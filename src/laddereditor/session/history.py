"""Undo and redo as snapshots: unlimited, one step an intent."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from laddereditor.model.ladder import Ladder
from laddereditor.storage.document import Document


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One state of the ladder with the text that would be saved for it."""

    document: Document

    @property
    def ladder(self) -> Ladder:
        """The ladder of this state."""
        return self.document.ladder


@dataclass(frozen=True, slots=True)
class Step:
    """One intent: the states before and after it, and what views need to follow it."""

    label: str
    before: Snapshot
    after: Snapshot
    select_before: str
    select_after: str
    moved: Mapping[str, str]
    merge: str


@dataclass(frozen=True, slots=True)
class History:
    """The steps done, oldest first, and the steps undone, next to redo last."""

    done: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()

    def pushed(self, step: Step) -> "History":
        """Return the history with one more step; what was undone is gone."""
        return History((*self.done, step), ())

    def merged(self, step: Step) -> "History":
        """Return the history with `step` folded into the last one, which keeps its start."""
        last = self.done[-1]
        folded = replace(last, after=step.after, select_after=step.select_after)
        return History((*self.done[:-1], folded), ())

    def undo(self) -> tuple["History", Step]:
        """Return the history one step back, and that step. IndexError if there is none."""
        step = self.done[-1]
        return History(self.done[:-1], (*self.undone, step)), step

    def redo(self) -> tuple["History", Step]:
        """Return the history one step on, and that step. IndexError if there is none."""
        step = self.undone[-1]
        return History((*self.done, step), self.undone[:-1]), step
