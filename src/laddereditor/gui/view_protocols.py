"""What the window asks of its views: each of the middle and of the sides is a `View`."""

from typing import Any, Protocol, runtime_checkable


@runtime_checkable
class View(Protocol):
    """A view of the open ladder."""

    def refresh(self) -> None:
        """Draw everything with the colours and sizes now in force."""

    def flush(self) -> None:
        """Take what is typed and not taken yet; a save or a close follows."""

    def focus(self) -> None:
        """Give the focus to where one begins in this view."""


@runtime_checkable
class Printable(Protocol):
    """A view that can be printed and saved as a page."""

    def print_(self) -> None:
        """Show the view as it is printed, and print it from there."""

    def save_html(self) -> None:
        """Save what the view shows as a page for the browser."""


@runtime_checkable
class Remembering(Protocol):
    """A view with a state that the next start takes up."""

    def state(self) -> dict[str, Any]:
        """Return what is open and selected, as JSON values."""

    def restore_state(self, state: object) -> None:
        """Take up what `state` gave."""
