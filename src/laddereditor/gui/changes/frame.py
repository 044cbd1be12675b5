"""The parts of the Changes view in their places."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from laddereditor.gui.changes.parts import plain_label, push_button
from laddereditor.gui.focus.passing import FocusPassing

_WIDE = 880  # pixels from which the list and one change in full stand side by side
_MIN_WIDTH = 260  # pixels of each half
_BESIDE = 2 * _MIN_WIDTH + 20  # for both beside each other
_LOW = 300  # pixels in which a list above the change would have two or three rows

_TEXT_WIDTH = 420  # pixels of a line that is easy to read


def column(parent: QWidget, *widgets: QWidget) -> QWidget:
    """Return a column of widgets without gaps; the last but one takes the remaining space."""
    row = QWidget(parent)
    layout = QVBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for widget in widgets:
        layout.addWidget(widget)
    return row


class ListAndDetail(QSplitter):
    """The list and one change in full: one above the other where it is narrow and high enough."""

    def __init__(self, left: QWidget, right: QWidget, parent: QWidget) -> None:
        """Put two widgets beside each other.

        Args:
            left: The list; it is above where there is little room.
            right: The change in full.
            parent: The parent widget.
        """
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setChildrenCollapsible(False)
        self.addWidget(left)
        self.addWidget(right)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 1)
        left.setMinimumSize(_MIN_WIDTH, 100)
        right.setMinimumSize(_MIN_WIDTH, 100)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change between the two layouts when the width requires it."""
        super().resizeEvent(event)
        width, height = event.size().width(), event.size().height()
        wide = width >= _WIDE or (height < _LOW and width >= _BESIDE)
        way = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if way != self.orientation():
            self.setOrientation(way)
            self.setSizes([1000, 1000])


def _in_the_middle(words: QWidget) -> QHBoxLayout:
    """Return a row for a text that wraps; with an alignment it would get too few lines."""
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(words)
    row.addStretch(1)
    return row


class ChangesFrame(QStackedWidget):
    """Shows the two halves, or why there is nothing to show."""

    def __init__(self, halves: ListAndDetail, choose: object, parent: QWidget) -> None:
        """Show the two halves at first.

        Args:
            halves: The list and the change in full.
            choose: Called by the button that offers another comparison.
            parent: The parent widget.
        """
        super().__init__(parent)
        self._halves = halves
        self._words = plain_label(self, "changesEmpty")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setMinimumWidth(_TEXT_WIDTH)
        self._words.setMaximumWidth(_TEXT_WIDTH)
        assert callable(choose)
        self._button = push_button(
            self, "changesChoose", "Compare with something else", "history", choose
        )
        self._page = QWidget(self)
        layout = QVBoxLayout(self._page)
        layout.addStretch(2)
        layout.addLayout(_in_the_middle(self._words))
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addStretch(3)
        FocusPassing(self._page, self._button)
        self.addWidget(halves)
        self.addWidget(self._page)

    def explain(self, words: str) -> None:
        """Show why there is nothing to show; with "", show the halves."""
        self._words.setText(words)
        self.setCurrentWidget(self._page if words else self._halves)

    @property
    def empty_page(self) -> QWidget:
        """The widget that has the focus while there is nothing to show."""
        return self._page
