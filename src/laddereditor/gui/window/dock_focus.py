"""Tells when the keyboard comes into a list at a side or leaves it: Print is about that list."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from laddereditor.gui.window.views import WindowViews, focused_dock


class DockFocus(QObject):
    """Watches in which list at a side the keyboard is."""

    moved = Signal()

    def __init__(self, views: WindowViews, parent: QWidget) -> None:
        super().__init__(parent)
        self._views, self._at = views, focused_dock(views)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)

    def _on_focus(self, *_: object) -> None:
        now = focused_dock(self._views)
        if now is not self._at:
            self._at = now
            self.moved.emit()
