"""A text that grows with what is typed into it."""

from PySide6.QtCore import QEvent, QMimeData, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QResizeEvent,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from laddereditor.gui.forms.inputs import is_passing
from laddereditor.gui.forms.pasting import pasted_text
from laddereditor.gui.forms.scrolling import keep_in_sight
from laddereditor.gui.forms.undo import leave_undo_to_the_window, without_undo

_MOST_LINES = 12  # beyond them the text scrolls


class TextInput(QPlainTextEdit):
    """A text that grows with what is in it; Tab leaves it."""

    typed = Signal(str)
    left = Signal()
    grown = Signal()

    def __init__(self, parent: QWidget | None = None, *, least_lines: int = 2) -> None:
        super().__init__(parent)
        self._least = least_lines
        self._hint = ""
        self._measured: tuple[int, str, str, float] | None = None
        leave_undo_to_the_window(self)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(2)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._on_changed)

    # -- the text -----------------------------------------------------------------------------

    def text(self) -> str:
        """Return the text."""
        return self.toPlainText()

    def put(self, text: str) -> None:
        """Show a text without telling anybody, the caret staying where it is."""
        if text != self.toPlainText():
            with QSignalBlocker(self):
                caret = self.textCursor().position()
                self.setPlainText(text)
                if self.hasFocus():
                    cursor = self.textCursor()
                    cursor.setPosition(min(caret, len(self.toPlainText())))
                    self.setTextCursor(cursor)
        self.fit()

    def set_hint(self, text: str) -> None:
        """Show `text` greyed while there is none."""
        if text != self._hint:
            self._hint = text
            self.setPlaceholderText(text)
            self.fit()

    def _on_changed(self) -> None:
        self.fit()
        if self.hasFocus():
            keep_in_sight(self, self.cursorRect())
        self.typed.emit(self.toPlainText())

    # -- growing ------------------------------------------------------------------------------

    def fit(self) -> None:
        """Take the height that the text needs at this width."""
        width = self.viewport().width()
        font = self.font()
        state = (width, self.toPlainText(), self._hint, font.pointSizeF())
        if state == self._measured or width < 40:
            return
        self._measured = state
        spacing = self.fontMetrics().lineSpacing()
        text = max(self._least * spacing, self._text_height())
        around = (
            self.height() - self.viewport().height() + 2 * int(self.document().documentMargin())
        )
        most = _MOST_LINES * spacing
        height, scrolls = min(text, most) + around, text > most + spacing // 2
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if scrolls else policy.ScrollBarAlwaysOff
        )
        if height != self.height() or self.maximumHeight() != height:
            self.setFixedHeight(height)
            self.grown.emit()

    def _text_height(self) -> int:
        if self.document().isEmpty():
            if not self._hint:
                return 0
            inner = self.viewport().rect().adjusted(4, 0, -4, 100_000)
            flags = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
            return self.fontMetrics().boundingRect(inner, flags, self._hint).height()
        layout, block, height = self.document().documentLayout(), self.document().begin(), 0.0
        while block.isValid():
            height += layout.blockBoundingRect(block).height()
            block = block.next()
        return round(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow when the lines break elsewhere."""
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Grow or shrink with the text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            QTimer.singleShot(0, self, self.fit)

    def sizeHint(self) -> QSize:
        """Return a small hint: the width comes from the form, the height from the text."""
        return QSize(200, self.minimumHeight())

    # -- manners ------------------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the form unless there is something to scroll here."""
        if self.verticalScrollBar().maximum() == 0 or not self.hasFocus():
            event.ignore()
        else:
            super().wheelEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the person has moved on."""
        super().focusOutEvent(event)
        if not is_passing(event):
            self.left.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the standard menu without the editor's own undo."""
        menu = without_undo(self.createStandardContextMenu(event.pos()))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste text only, never its formats."""
        self.textCursor().insertText(pasted_text(source))
