"""Dialogs that ask a question, with fields and labelled buttons."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from laddereditor.gui.look.escaping import shown
from laddereditor.gui.look.labels import plain_label
from laddereditor.gui.look.theme import current_theme

Role = QDialogButtonBox.ButtonRole
_MIN_WIDTH, _MAX_WIDTH = 380, 560  # of a question's words
_MIN_LINES = 4


class LongText(QScrollArea):
    """A plain text, which scrolls if it does not fit on the screen."""

    def __init__(self, text: str, parent: QWidget | None = None, look: str = "") -> None:
        """Show a text.

        Args:
            text: The text; it is not taken for markup.
            parent: The parent widget.
            look: The value of the property `look`, by which the style sheet knows the text.
        """
        super().__init__(parent)
        self.setProperty("look", "words")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self._label = plain_label(text, self)
        self._label.setProperty("look", look)
        self._label.setWordWrap(True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setWidget(self._label)

    def text(self) -> str:
        """Return the text that is shown."""
        return self._label.text()

    def show_text(self, text: str) -> None:
        """Show another text."""
        self._label.setText(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the size of the whole text, in lines of a readable length."""
        one_line = self._label.fontMetrics().size(0, self._label.text()).width() + 1
        width = min(max(one_line, _MIN_WIDTH), _MAX_WIDTH)
        return QSize(width, self._label.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the size of a few lines."""
        lines = _MIN_LINES * self._label.fontMetrics().lineSpacing()
        return QSize(_MIN_WIDTH // 2, min(lines, self.sizeHint().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show a scroll bar, and accept the focus, only while the text does not fit without one.

        Qt keeps a bar that it showed at a smaller size if the text needs it beside the bar.
        """
        super().resizeEvent(event)
        room = self.maximumViewportSize()
        scrolls = self._label.heightForWidth(room.width()) > room.height()
        bar, focus = Qt.ScrollBarPolicy, Qt.FocusPolicy
        shown = bar.ScrollBarAsNeeded if scrolls else bar.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(shown)
        self.setFocusPolicy(focus.StrongFocus if scrolls else focus.NoFocus)


class Question(QDialog):
    """Words above, what `add` puts below them, and the buttons; `answer` is the button's value."""

    def __init__(self, title: str, text: str, parent: QWidget | None = None) -> None:
        """Create a dialog without buttons; `offer` adds them.

        Args:
            title: The title of the dialog.
            text: The question.
            parent: The window.
        """
        super().__init__(parent)
        self.setObjectName("question")
        self.setWindowTitle(title)
        self.answer: str | None = None
        space = current_theme().space
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*(space("l"),) * 4)
        self._column.setSpacing(space("m"))
        self._words = LongText(text, self)
        self._column.addWidget(self._words, 1)
        self._buttons = QDialogButtonBox(self)
        self._buttons.rejected.connect(self.reject)
        self._column.addWidget(self._buttons)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a widget below the words."""
        self._column.insertWidget(self._column.count() - 1, widget, stretch)
        if stretch:  # the space goes to the widget, not to the words
            self._column.setStretchFactor(self._words, 0)

    def offer(
        self, words: str, value: str, role: Role = Role.AcceptRole, *, final: bool = False
    ) -> QPushButton:
        """Add a button that ends the dialog with `value`.

        Args:
            words: What the button says.
            value: The answer that it gives.
            role: Where the platform puts it.
            final: What it does cannot be undone, so that Enter does not press it. Without this,
                Enter presses the first button.
        """
        first = not self._buttons.buttons()
        button = self._buttons.addButton(shown(words), role)
        button.setAutoDefault(not final)
        button.setDefault(first and not final)
        button.clicked.connect(lambda _=False: self._end(value))
        return button

    def offer_cancel(self, *, default: bool = False) -> None:
        """Add the Cancel button, which Enter presses if it is the `default`."""
        button = self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        if default:
            button.setDefault(True)
            button.setFocus()

    def make_room(self, least: QSize) -> None:
        """Give the dialog the size that its words need, and no less than `least`.

        Without this, Qt gives it no more than two thirds of the screen's width.
        """
        self.ensurePolished()
        self.resize(self.sizeHint().expandedTo(least))

    def take_default(self) -> None:
        """Press the button that Enter presses."""
        for button in self._buttons.buttons():
            if isinstance(button, QPushButton) and button.isDefault():
                button.click()

    def _end(self, value: str) -> None:
        self.answer = value
        self.accept()

    def ask(self) -> str | None:
        """Show the dialog until it is answered; return the button's value, None for Cancel."""
        if not self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            self.make_room(QSize(0, 0))
        self.exec()
        self.deleteLater()
        return self.answer
