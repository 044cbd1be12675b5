"""The editors that short values are typed into: one line, a choice."""

from itertools import takewhile

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from laddereditor.gui.forms.arrow import draw_arrow
from laddereditor.gui.forms.pasting import as_pasted, with_own_paste
from laddereditor.gui.forms.undo import leave_undo_to_the_window, without_undo
from laddereditor.gui.theme import current_theme

_PASSING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)

_WITH_LETTERS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_STEPS = (
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
    *(Qt.Key.Key_Home, Qt.Key.Key_End),
)


def is_passing(event: QFocusEvent) -> bool:
    """Whether the focus only goes to a menu or another window, and comes back."""
    return event.reason() in _PASSING


def _what_came(before: str, after: str, caret: int) -> tuple[str, str, str]:
    """Return a text in three pieces, the middle one what was put into it; the caret is behind."""
    end = after[caret:]
    both = zip(before.removesuffix(end), after[:caret], strict=False)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], both))
    return after[:same], after[same:caret], end


class LineInput(QLineEdit):
    """One line of text. Undo belongs to the window, line breaks become spaces."""

    typed = Signal(str)
    left = Signal()
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        leave_undo_to_the_window(self)
        self._before = ""  # the text before what is typed or pasted next
        self.textChanged.connect(self._on_changed)
        self.textEdited.connect(self._on_edited)

    def put(self, text: str) -> None:
        """Show a text without telling anybody, the caret staying where it is."""
        if text == self.text():
            return
        with QSignalBlocker(self):
            caret = self.cursorPosition()
            self.setText(text)
            self.setCursorPosition(caret if self.hasFocus() else 0)
        self._before = text

    def _on_edited(self, text: str) -> None:
        if "\n" in text or "\r" in text:
            start, came, end = _what_came(self._before, text, self.cursorPosition())
            came = as_pasted(came, lines=False)
            self.setText(start + came + end)
            self.setCursorPosition(len(start + came))
            self.setModified(True)
            text = self.text()
        self.typed.emit(text)

    def _on_changed(self) -> None:
        self._before = self.text()

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
        menu = with_own_paste(without_undo(self.createStandardContextMenu()), self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())


class ChoiceBox(QComboBox):
    """A choice with its arrow; keys choose in the open list only, so that none chooses unseen.

    The wheel changes it only while it has the focus.
    """

    chooses_closed = False  # whether keys choose while the list is not open

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the choice, and the arrow that the style sheet leaves out."""
        super().paintEvent(event)
        painter = QPainter(self)
        role = "text_muted" if self.isEnabled() else "text_disabled"
        place = self.rect().adjusted(self.width() - 24, 0, -4, 0)
        draw_arrow(painter, place, current_theme().color(role))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list for a key that would choose from it; a letter looks there."""
        letter = event.text().isprintable() and bool(event.text().strip())
        plain = not event.modifiers() & ~_WITH_LETTERS
        if self.chooses_closed or not plain or not (letter or event.key() in _STEPS):
            super().keyPressEvent(event)
            return
        self.showPopup()
        if letter:
            self.view().keyboardSearch(event.text())
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ignore the wheel unless the person is in this field."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class ChoiceInput(ChoiceBox):
    """A choice of words for values."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
