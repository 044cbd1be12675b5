"""The appearance that a person chose: light, dark or the system's colours, and the text size."""

from typing import cast

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from laddereditor.gui.look.theme import apply_theme
from laddereditor.gui.settings.settings import Settings
from laddereditor.presentation.settings.color_scheme import SchemeChoice

_STEP = 1.0  # points a step of zoom
_BASE = "platformFont"  # property of the application: its font before any zoom


class Appearance:
    """Applies and remembers colour scheme and text size for the whole program."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._app = cast("QApplication", QApplication.instance())
        if self._app.property(_BASE) is None:  # another window may already have changed the size
            self._app.setProperty(_BASE, QFont(QApplication.font()))
        self._base = QFont(self._app.property(_BASE))
        self.apply()

    @property
    def scheme(self) -> SchemeChoice:
        """The scheme that was chosen."""
        return self._settings.scheme

    def choose(self, scheme: SchemeChoice) -> None:
        """Remember a scheme; `apply` makes it visible."""
        self._settings.scheme = scheme

    def zoom(self, by: int) -> None:
        """Remember a text size `by` steps larger, or the platform's own for 0."""
        self._settings.zoom = self._settings.zoom + by if by else 0

    def apply(self) -> None:
        """Give the application the colours and text size chosen."""
        font = QFont(self._base)
        font.setPointSizeF(max(6.0, self._base.pointSizeF() + _STEP * self._settings.zoom))
        self._app.setFont(font)
        apply_theme(self._app, self._settings.scheme)
