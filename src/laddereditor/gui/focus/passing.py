"""Passes the focus of a view on to the part of it that takes the keys.

`QWidget.setFocusProxy` does the same, but then Tab skips the view's filters and buttons on the way
to that part.
"""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget


class FocusPassing(QObject):
    """Passes the focus of one view on to `target`, which can be replaced at any time."""

    def __init__(self, view: QWidget, target: QWidget) -> None:
        super().__init__(view)
        self.target = target
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the focus to the target as soon as the view has it."""
        if event.type() == QEvent.Type.FocusIn and isinstance(event, QFocusEvent):
            self.target.setFocus(event.reason())
        return super().eventFilter(watched, event)
