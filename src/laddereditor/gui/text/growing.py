"""A text that grows with what is typed into it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from laddereditor.gui.focus.scrolling import keep_in_sight
from laddereditor.gui.text.fitted import FittedText

_MAX_LINES = 12  # beyond them the text scrolls


class TextInput(FittedText):
    """An editor as high as its text; Tab leaves it."""

    grown = Signal()
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None, *, least_lines: int = 2) -> None:
        super().__init__(parent)
        self._least = least_lines
        self._hint = ""
        self._measured: tuple[int, str, str, float] | None = None
        self.document().setDocumentMargin(2)

    # -- the text -----------------------------------------------------------------------------

    def put(self, text: str, caret: int | None = None) -> None:
        """Show a text without a signal; the caret stays only while the person is typing."""
        super().put(text, 0 if caret is None and not self.hasFocus() else caret)
        self.fit()

    def give_up(self) -> bool:
        """Report Escape; the field knows its former value."""
        self.given_up.emit()
        return True

    def set_hint(self, text: str) -> None:
        """Show `text` in grey while the editor is empty."""
        if text != self._hint:
            self._hint = text
            self.setPlaceholderText(text)
            self.fit()

    def text_typed(self, text: str) -> None:
        """Adapt the height, and keep the caret visible."""
        self.fit()
        if self.hasFocus():
            keep_in_sight(self, self.cursorRect)

    # -- growing ------------------------------------------------------------------------------

    def fit(self) -> None:
        """Take the height that the text needs at this width."""
        width = self.viewport().width()
        state = (width, self.text(), self._hint, self.font().pointSizeF())
        if state == self._measured or width < 40:
            return
        self._measured = state
        spacing = self.fontMetrics().lineSpacing()
        most = _MAX_LINES * spacing
        text = max(self._least * spacing, self._text_height(most + spacing))
        frame = self.height() - self.viewport().height() + 2 * int(self.document().documentMargin())
        height, scrolls = min(text, most) + frame, text > most + spacing // 2
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if scrolls else policy.ScrollBarAlwaysOff
        )
        if height != self.height() or self.maximumHeight() != height:
            self.setFixedHeight(height)
            self.grown.emit()

    def _text_height(self, most: int) -> int:
        if not self.document().isEmpty():
            return round(self.content_height(most))
        if not self._hint:
            return 0
        inner = self.viewport().rect().adjusted(4, 0, -4, 100_000)
        flags = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
        return self.fontMetrics().boundingRect(inner, flags, self._hint).height()

    def sizeHint(self) -> QSize:
        """Return a small hint: the width comes from the form, the height from the text."""
        return QSize(200, self.minimumHeight())
