"""The editors of choices."""

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from laddereditor.gui.forms.arrow import draw_arrow
from laddereditor.gui.look.escaping import tip
from laddereditor.gui.look.theme import current_theme

_WITH_LETTERS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_STEPS = (
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
    *(Qt.Key.Key_Home, Qt.Key.Key_End),
)
_COMPLEX = QStyle.ComplexControl.CC_ComboBox
_MARGIN = 1  # pixels that the style leaves at both sides of the words
_MINIMUM = 8  # characters for which a choice has room in any case
_SHOWN = 26  # characters of the present choice that are shown whole


class ChoiceBox(QComboBox):
    """A choice with its arrow. Keys choose only while the list is open.

    The wheel changes it only while it has the focus.
    """

    chooses_closed = False  # whether keys choose while the list is not open

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the choice, cut off with “…” if it is too long, and the arrow.

        The style cuts through a letter, and the style sheet removes its arrow.
        """
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        words, part = option.currentText, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(_COMPLEX, option, part, self).width()
        option.currentText = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        self.setToolTip("" if option.currentText == words else tip(words))
        painter = QStylePainter(self)
        painter.drawComplexControl(_COMPLEX, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        role = "text_muted" if self.isEnabled() else "text_disabled"
        place = self.rect().adjusted(self.width() - 24, 0, -4, 0)
        draw_arrow(painter, place, current_theme().color(role))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list on a key that would choose from it; a letter searches there."""
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
        self.setMinimumContentsLength(_MINIMUM)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._options: tuple[tuple[str, str], ...] = ()
        self.activated.connect(lambda index: self.chosen.emit(str(self.itemData(index))))
        self.currentIndexChanged.connect(self.updateGeometry)

    def minimumSizeHint(self) -> QSize:
        """Return the size that shows the present choice, unless it is very long."""
        least, letters = super().minimumSizeHint(), self.fontMetrics()
        around = least.width() - _MINIMUM * letters.horizontalAdvance("X")
        most = _SHOWN * letters.averageCharWidth()
        words = min(most, letters.horizontalAdvance(self.currentText()) + 2 * _MARGIN)
        return QSize(max(least.width(), around + words), least.height())

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
        """Show a value without a signal; an unknown value is added as it is."""
        if self.count() and value == self.value():
            return
        with QSignalBlocker(self):
            self._drop_unknown()
            index = self.findData(value)
            if index < 0:
                self.addItem(f"{value} (unknown)" if value else "", value)
                index = self.count() - 1
            self.setCurrentIndex(index)
        self.updateGeometry()

    def _drop_unknown(self) -> None:
        while self.count() > len(self._options):
            self.removeItem(self.count() - 1)
