"""A text that is always as high as what it shows."""

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from laddereditor.gui.text.editor import TextEditor


class FittedText(TextEditor):
    """An editor whose height follows its text, its width and the font; `fit` says how."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def fit(self) -> None:
        """Take the height that the text needs at this width."""
        raise NotImplementedError

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Adapt the height when line breaks change."""
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Grow or shrink with the text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            QTimer.singleShot(0, self, self.fit)
