"""The editors that everything is typed into: one line, a growing text, a choice."""

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from laddereditor.gui.forms.arrow import draw_arrow
from laddereditor.gui.forms.scrolling import keep_in_sight
from laddereditor.gui.forms.undo import leave_undo_to_the_window, without_undo
from laddereditor.gui.theme import current_theme

_PASSING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
_MOST_LINES = 12


def is_passing(event: QFocusEvent) -> bool:
    """Whether the focus only goes to a menu or another window, and comes back."""
    return event.reason() in _PASSING


class LineInput(QLineEdit):
    """One line of text. Undo belongs to the window, line breaks become spaces."""

    typed = Signal(str)
    left = Signal()
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        leave_undo_to_the_window(self)
        self.textEdited.connect(self._on_edited)

    def put(self, text: str) -> None:
        """Show a text without telling anybody, the caret staying where it is."""
        if text == self.text():
            return
        with QSignalBlocker(self):
            caret = self.cursorPosition()
            self.setText(text)
            self.setCursorPosition(caret if self.hasFocus() else 0)

    def _on_edited(self, text: str) -> None:
        if "\n" in text or "\r" in text:
            caret = self.cursorPosition()
            text = text.replace("\r\n", " ").replace("\n", " ").replace("\r", " ")
            self.setText(text)
            self.setCursorPosition(caret)
        self.typed.emit(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell that Escape was pressed."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
            event.accept()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the person has moved on."""
        super().focusOutEvent(event)
        if not is_passing(event):
            self.left.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the standard menu without the editor's own undo."""
        menu = without_undo(self.createStandardContextMenu())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())


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

    def select_all(self) -> None:
        """Select everything."""
        self.selectAll()

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

    def insertFromMimeData(self, source: object) -> None:
        """Paste text only, never its formats."""
        text = source.text()  # type: ignore[attr-defined]
        self.textCursor().insertText(text)

    def move_caret_to_end(self) -> None:
        """Put the caret behind the text."""
        self.moveCursor(QTextCursor.MoveOperation.End)


class ChoiceInput(QComboBox):
    """A choice of words for values; the wheel changes it only while it has the focus."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._options: tuple[tuple[str, str], ...] = ()
        self.activated.connect(lambda index: self.chosen.emit(str(self.itemData(index))))

    def offer(self, options: tuple[tuple[str, str], ...]) -> None:
        """Offer (value, words); a value that is shown but not offered stays."""
        if options != self._options:
            now = self.value()
            self._options = options
            with QSignalBlocker(self):
                self.clear()
                for value, words in options:
                    self.addItem(words, value)
            self.put(now)

    def value(self) -> str:
        """Return the value chosen."""
        return str(self.currentData() or "")

    def put(self, value: str) -> None:
        """Show a value without telling anybody; an unknown one is added as it is."""
        if self.count() and value == self.value():
            return
        with QSignalBlocker(self):
            self._drop_unknown()
            index = self.findData(value)
            if index < 0:
                self.addItem(f"{value} (unknown)" if value else "", value)
                index = self.count() - 1
            self.setCurrentIndex(index)

    def _drop_unknown(self) -> None:
        while self.count() > len(self._options):
            self.removeItem(self.count() - 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the choice, and the arrow that the style sheet leaves out."""
        super().paintEvent(event)
        painter = QPainter(self)
        role = "text_muted" if self.isEnabled() else "text_disabled"
        place = self.rect().adjusted(self.width() - 24, 0, -4, 0)
        draw_arrow(painter, place, current_theme().color(role))
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ignore the wheel unless the person is in this field."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
