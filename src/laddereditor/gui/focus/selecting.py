"""Escape in a list, a tree or a table leaves the selection of several entries."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView


def leaves_selection(view: QAbstractItemView, event: QKeyEvent) -> bool:
    """Select only the current entry if a key is Escape and several are selected.

    Returns:
        Whether that was done. Otherwise Escape is left to what is around the view.
    """
    if event.key() != Qt.Key.Key_Escape or len(view.selectedIndexes()) < 2:
        return False
    view.setCurrentIndex(view.currentIndex())
    return True
