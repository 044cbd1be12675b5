"""Tab in a window: it leads to what is in sight, or scrolls there."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QDockWidget, QScrollArea, QWidget


def step_in_sight(step: Callable[[bool], bool], following: bool) -> bool:
    """Move the focus on, and past everything in a dock that is behind another one.

    A scroll area scrolls by itself only to what Tab reaches from inside of it.

    Args:
        step: The window's own `focusNextPrevChild`, to which such a dock is visible.
        following: Whether to go forwards.

    Returns:
        Whether the focus was moved.
    """
    before, first = QApplication.focusWidget(), None
    while step(following):
        reached = QApplication.focusWidget()
        if reached is None or reached is first:
            return True
        if not _is_covered(reached):
            _scroll_to(reached, before)
            return True
        first = first or reached
    return False


def _is_covered(widget: QWidget) -> bool:
    """Whether a widget is in a dock of which nothing is seen."""
    above: QWidget | None = widget
    while above is not None and not isinstance(above, QDockWidget):
        above = above.parentWidget()
    return above is not None and above.visibleRegion().isEmpty()


def _scroll_to(reached: QWidget, before: QWidget | None) -> None:
    """Scroll the areas around a widget to it, except those that the focus was in already."""
    area = reached.parentWidget()
    while area is not None:
        if isinstance(area, QScrollArea) and not (before and area.isAncestorOf(before)):
            area.ensureWidgetVisible(reached)
        area = area.parentWidget()
