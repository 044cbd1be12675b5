"""The protocols of views: each view of the middle and of the sides is a `View`."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from laddereditor.presentation.commands.situation import Situation
    from laddereditor.presentation.export.offers import ExportOffer


@runtime_checkable
class View(Protocol):
    """A view of the open ladder."""

    def refresh(self) -> None:
        """Redraw everything with the current colours and sizes."""

    def flush(self) -> None:
        """Apply what was typed but not applied yet; a save or a close follows."""

    def focus(self) -> None:
        """Give the focus to the start of this view."""


@runtime_checkable
class Exportable(Protocol):
    """A view whose contents can be exported and printed."""

    export_kind: str  # what it exports and prints: "the comparison"

    def offers(self) -> "Sequence[ExportOffer]":
        """Return what can be exported now; the first one is what is printed."""


@runtime_checkable
class SituationSource(Protocol):
    """A page of the middle that commands depend on; `situation_changed` is its signal."""

    def situation(self, now: "Situation") -> "Situation":
        """Return the situation with what only this view knows, while it is active."""


@runtime_checkable
class Searchable(Protocol):
    """A page of the middle with a find bar of its own."""

    def open_search(self) -> bool:
        """Begin a search; returns False if there is nothing to search."""


@runtime_checkable
class Undoing(Protocol):
    """A page of the middle with steps of its own, which are no edits of the ladder."""

    def undo(self) -> bool:
        """Take the last step back; returns False to leave it to the ladder."""

    def redo(self) -> bool:
        """Bring a step back that was undone; returns False to leave it to the ladder."""


@runtime_checkable
class Stepping(Protocol):
    """A page of the middle with its own next and previous: gap, difference or change."""

    def step(self, by: int) -> None:
        """Go to the next (+1) or the previous one (-1)."""
