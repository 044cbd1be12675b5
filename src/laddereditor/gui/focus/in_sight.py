"""Scrolls to where Tab leads from outside of a page that scrolls."""

from PySide6.QtWidgets import QApplication, QScrollArea, QWidget


def scroll_to_focus(before: QWidget | None) -> None:
    """Scroll the areas around the focus to it, except those that it was in already.

    Qt itself scrolls only if Tab begins inside the area.

    Args:
        before: The widget that had the focus before Tab.
    """
    reached = QApplication.focusWidget()
    area = reached.parentWidget() if reached else None
    while reached is not None and area is not None:
        if isinstance(area, QScrollArea) and not (before and area.isAncestorOf(before)):
            area.ensureWidgetVisible(reached)
        area = area.parentWidget()
