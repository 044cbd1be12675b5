"""Short texts in a row of rounded boxes that wraps, read-only."""

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from laddereditor.gui.look.theme import current_theme


class Chips(QWidget):
    """Derived texts in grey; as tall as they need."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._texts: tuple[str, ...] = ()
        self._places: list[QRect] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    @property
    def texts(self) -> tuple[str, ...]:
        """What is shown."""
        return self._texts

    def show_texts(self, texts: tuple[str, ...]) -> None:
        """Show texts in place of those before."""
        if texts != self._texts:
            self._texts = texts
            self.setAccessibleDescription(", ".join(texts))
            self._arrange()
            self.update()
        self.setVisible(bool(texts))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the lines again."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Wrap the lines again when the text size changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()

    def _arrange(self) -> None:
        space = current_theme().space
        metrics, gap, pad = self.fontMetrics(), space("xs"), space("s")
        height = metrics.height() + gap
        x = y = 0
        self._places = []
        for text in self._texts:
            width = min(metrics.horizontalAdvance(text) + 2 * pad, max(self.width(), 80))
            if x and x + width > self.width():
                x, y = 0, y + height + gap
            self._places.append(QRect(x, y, width, height))
            x += width + gap
        self.setFixedHeight(y + height if self._texts else 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the boxes."""
        theme, painter = current_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = self.fontMetrics().height() / 2
        for place, text in zip(self._places, self._texts, strict=True):
            painter.setPen(theme.color("border"))
            painter.setBrush(theme.color("hover"))
            painter.drawRoundedRect(place.adjusted(0, 0, -1, -1), radius, radius)
            painter.setPen(theme.color("text_inherited"))
            inner = place.adjusted(theme.space("s"), 0, -theme.space("s"), 0)
            elide = Qt.TextElideMode.ElideRight
            words = self.fontMetrics().elidedText(text, elide, inner.width() + 1)
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()
