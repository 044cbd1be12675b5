"""Keeps windows and dialogs within the screen."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget

_FRAME = QSize(16, 48)  # assumed size of the desktop's frame around a window, until it is known


def fit_to_screen(window: QWidget) -> None:
    """Shrink a window to its screen if necessary, and move it completely onto it."""
    free = window.screen().availableGeometry()
    room = free.size() - _frame_of(window)
    least = window.minimumSize()
    if least.width() > room.width() or least.height() > room.height():
        window.setMinimumSize(least.boundedTo(room))
    if window.width() > room.width() or window.height() > room.height():
        window.resize(window.size().boundedTo(room))
    place = window.frameGeometry()
    if not free.contains(place):
        window.move(moved_into(place, free))


def moved_into(place: QRect, free: QRect) -> QPoint:
    """Return the corner at which a window of this size lies within the free area."""
    left = max(free.left(), min(place.left(), free.right() + 1 - place.width()))
    top = max(free.top(), min(place.top(), free.bottom() + 1 - place.height()))
    return QPoint(left, top)


def _frame_of(window: QWidget) -> QSize:
    known = window.frameGeometry().size() - window.geometry().size()
    return known if known.height() > 0 else _FRAME
