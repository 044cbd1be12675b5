"""What the windows of the program know of each other, and what is stored about them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow

if TYPE_CHECKING:
    from laddereditor.gui.files.opening import Opening
    from laddereditor.gui.files.saving import Saving
    from laddereditor.gui.panes.docks import Docks
    from laddereditor.gui.settings.appearance import Appearance
    from laddereditor.gui.settings.settings import Settings
    from laddereditor.gui.tree.panel import TreePanel
    from laddereditor.gui.workspace.workspace import Workspace


class ProgramWindow(QMainWindow):
    """A window with ladders, as the other windows and what concerns them all see it."""

    settings: "Settings"
    appearance: "Appearance"
    workspace: "Workspace"
    opening: "Opening"
    saving: "Saving"
    docks: "Docks"
    tree: "TreePanel"

    @property
    def has_ladder(self) -> bool:
        """Whether a ladder is open."""
        raise NotImplementedError

    def further_window(self) -> "ProgramWindow":
        """Return another, empty window with the same dialogs, jobs and settings; not shown yet."""
        raise NotImplementedError

    def close_then(self, then: Callable[[], object]) -> None:
        """Close the window after asking, and after what is being saved; then call back."""
        raise NotImplementedError

    def keep_now(self, patience: float) -> bool:
        """Write unsaved work to its recoveries, within seconds; return whether that was done."""
        raise NotImplementedError

    def refresh_appearance(self) -> None:
        """Redraw everything in the current colours and sizes."""
        raise NotImplementedError
