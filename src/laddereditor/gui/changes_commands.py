"""Carries out the commands of the Changes menu."""

from typing import TYPE_CHECKING, cast

from laddereditor.gui.copy_merge import merge_with_copy
from laddereditor.model.ladder import Ladder

if TYPE_CHECKING:
    from laddereditor.gui.changes.view import ChangesView
    from laddereditor.gui.main_window import MainWindow


class ChangesCommands:
    """The Changes menu for one window; each command shows the Changes page."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    def _view(self) -> "ChangesView":
        return cast("ChangesView", self._window.show_page("changes"))

    def since_saved(self) -> None:
        """Show what changed since the last save."""
        self._view().show_saved()

    def since(self, ladder: Ladder, name: str) -> None:
        """Show what changed since an earlier state of the ladder in front."""
        self._view().show_since(ladder, name)

    def between(self, old: Ladder, new: Ladder, old_name: str, new_name: str) -> None:
        """Show the differences between two earlier states."""
        self._view().show_between(old, new, old_name, new_name)

    def merge(self) -> None:
        """Ask for a copy of the ladder, and merge it with the one in front."""
        merge_with_copy(self._window.opening.folder, self._view(), self._window)

    def choose_source(self) -> None:
        """Choose what to compare with."""
        self._view().choose_source()

    def review(self) -> None:
        """Ask for a file, and review what it would change."""
        self._view().ask_review()

    def next(self) -> None:
        """Go to the next change."""
        self._view().step(+1)

    def previous(self) -> None:
        """Go to the previous change."""
        self._view().step(-1)

    def write_note(self) -> None:
        """Write a change note of what is shown."""
        self._view().export_note()
