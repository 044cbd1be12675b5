"""One change in full: where it is, what it means for people, its text before and after."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from laddereditor.align.marks import Mark
from laddereditor.gui.changes.marked_text import MarkedText
from laddereditor.gui.icons import pixmap
from laddereditor.gui.theme import current_theme

_WIDE = 620  # pixels from which before and after stand side by side


def plain_label(parent: QWidget, *, look: str = "", step: str = "body") -> QLabel:
    """Return a label for plain text that wraps."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setMinimumWidth(60)
    if look:
        label.setProperty("look", look)
    if step != "body":
        label.setFont(current_theme().font(step, bold=True))
    return label


class Signed(QWidget):
    """A sign with words behind it, which may wrap."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._sign = QLabel(self)
        self._sign.setFixedSize(QSize(18, 18))
        self.words = plain_label(self)
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current_theme().space("xs"))
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)

    def show_sign(self, name: str, role: str, words: str) -> None:
        """Show an icon in the colour of a role, with words."""
        self._sign.setPixmap(pixmap(name, role))
        self.words.setText(words)


class TextBox(QWidget):
    """A caption with a text below it."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.caption = plain_label(self, look="muted")
        self.text = MarkedText(self)
        self.text.setObjectName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().space("xs"))
        column.addWidget(self.caption)
        column.addWidget(self.text)
        column.addStretch(1)

    def show_text(self, caption: str, marks: tuple[Mark, ...], empty: str) -> None:
        """Show runs of text under a caption."""
        self.caption.setText(caption)
        self.text.setAccessibleName(caption)
        self.text.show_marks(marks, empty)


class Panes(QWidget):
    """Texts side by side, or one below the other where there is not enough room."""

    def __init__(self, names: tuple[str, ...], parent: QWidget, wide: int = _WIDE) -> None:
        super().__init__(parent)
        self._wide = wide
        self.boxes = tuple(TextBox(name, self) for name in names)
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(current_theme().space("m"))
        for box in self.boxes:
            self._row.addWidget(box, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand side by side where there is room."""
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if self.width() >= self._wide else ways.TopToBottom)

    def renew(self) -> None:
        """Draw with the colours now in force."""
        for box in self.boxes:
            box.text.renew()


class Scroll(QScrollArea):
    """A column that scrolls up and down only."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget(self)
        self.column = QVBoxLayout(inner)
        space = current_theme().space
        self.column.setContentsMargins(space("l"), space("m"), space("l"), space("m"))
        self.column.setSpacing(space("s"))
        self.setWidget(inner)


class ChangeDetail(Scroll):
    """Shows one change, or what a group of them comes to."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("changeDetail")
        self.place = plain_label(self, look="muted")
        self.place.setObjectName("changePlace")
        self.title = plain_label(self, step="heading")
        self.title.setObjectName("changeTitle")
        self.effect = Signed(self)
        self.effect.words.setObjectName("changeEffect")
        self.panes = Panes(("changeBefore", "changeAfter"), self)
        self.more = plain_label(self, look="muted")
        self.more.setObjectName("changeMore")
        for widget in (self.place, self.title, self.effect, self.panes, self.more):
            self.column.addWidget(widget)
        self.column.addStretch(1)

    def show_words(self, place: str, title: str, more: str) -> None:
        """Show the words above the texts, and what is said below them."""
        self.place.setText(place)
        self.place.setVisible(bool(place))
        self.title.setText(title)
        self.more.setText(more)
        self.more.setVisible(bool(more))

    def renew(self) -> None:
        """Draw with the colours and sizes now in force."""
        self.title.setFont(current_theme().font("heading", bold=True))
        self.panes.renew()
