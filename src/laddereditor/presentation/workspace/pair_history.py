"""The corrections of pairs that can be undone, between the edits of the ladder; no Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from laddereditor.align.corrections import PairCorrections

Change = tuple[PairCorrections, PairCorrections]  # before and after


@dataclass(frozen=True, slots=True)
class PairStep:
    """One correction by a person."""

    label: str  # "Align these two"
    edits: int  # how many edits of the ladder were done before it
    changes: Mapping[str, Change]  # by the id of each ladder that keeps it

    @property
    def back(self) -> Mapping[str, Change]:
        """The changes that take it back."""
        return {ladder: (after, before) for ladder, (before, after) in self.changes.items()}


@dataclass(slots=True)
class PairHistory:
    """The corrections that were made while one ladder was active, oldest first.

    A correction is undone before the edits that were made before it, and after those made since.
    """

    done: list[PairStep] = field(default_factory=list)
    undone: list[PairStep] = field(default_factory=list)

    def push(self, step: PairStep) -> None:
        """Add a correction; what was undone cannot be made again."""
        self.done.append(step)
        self.undone.clear()

    def to_undo(self, edits: int) -> PairStep | None:
        """Return the correction that is to be undone next, None if an edit comes first.

        Args:
            edits: How many edits of the ladder are done now.
        """
        return self.done[-1] if self.done and self.done[-1].edits == edits else None

    def to_redo(self, edits: int) -> PairStep | None:
        """Return the correction that is to be made again next, None if an edit comes first.

        Args:
            edits: How many edits of the ladder are done now.
        """
        return self.undone[-1] if self.undone and self.undone[-1].edits == edits else None

    def undo(self) -> PairStep:
        """Count the last correction as undone, and return it."""
        self.undone.append(self.done.pop())
        return self.undone[-1]

    def redo(self) -> PairStep:
        """Count the correction undone last as made again, and return it."""
        self.done.append(self.undone.pop())
        return self.done[-1]

    def forget_undone(self) -> None:
        """Drop what could be made again: an edit takes its place."""
        self.undone.clear()
