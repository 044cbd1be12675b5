"""Labels that show text as it is; Qt would interpret tags in it, and load the files they name."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from laddereditor.gui.look.escaping import tip

_IN_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def plain_label(text: str, parent: QWidget | None = None) -> QLabel:
    """Return a label that shows a text without interpreting markup."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    return label


class ElidedLabel(QLabel):
    """One line of words, cut off where there is no room: it never widens its container."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = ""
        self.setTextFormat(Qt.TextFormat.PlainText)

    def show_text(self, words: str) -> None:
        """Show words; the tool tip has the full text."""
        self.words = words
        self.setToolTip(tip(words))
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the words on one line."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.words) + 1, metrics.height())

    def minimumSizeHint(self) -> QSize:
        """Return the least size, without any word."""
        return QSize(0, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words that fit."""
        painter = QPainter(self)
        self.draw_words(painter, self.rect())
        painter.end()

    def draw_words(self, painter: QPainter, room: QRect) -> None:
        """Draw the words that fit into a rectangle, in the painter's colour."""
        elide = Qt.TextElideMode.ElideRight
        fitting = painter.fontMetrics().elidedText(self.words, elide, room.width())
        painter.drawText(room, _IN_LINE, fitting)
