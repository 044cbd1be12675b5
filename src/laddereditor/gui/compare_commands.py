"""Carries out the commands of the Compare menu."""

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from laddereditor.gui.compare.view import CompareView
    from laddereditor.gui.main_window import MainWindow


class CompareCommands:
    """The Compare menu for one window; each command shows the Compare page."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    def _view(self) -> "CompareView":
        return cast("CompareView", self._window.show_page("compare"))

    def with_next(self) -> None:
        """Compare what is shown with the next level of its track."""
        self._view().compare_with_next(self._window.workspace.address)

    def whole_track(self) -> None:
        """Compare the whole track of what is shown."""
        self._view().compare_track(self._window.workspace.address)

    def selected(self) -> None:
        """Compare what is selected in the tree."""
        self._view().compare_addresses(self._window.tree.selected_addresses())

    def add_column(self) -> None:
        """Choose a further column by typing."""
        self._view().pick()

    def copy(self) -> None:
        """Copy the comparison as a table."""
        self._view().copy()
