"""Small widgets that the parts of the Changes view are made of."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from laddereditor.align.marks import Mark
from laddereditor.gui.look import labels
from laddereditor.gui.look.icons import pixmap, set_icon
from laddereditor.gui.look.theme import current_theme
from laddereditor.gui.text.marked import MarkedText


def plain_label(parent: QWidget, name: str = "", *, look: str = "", bold: bool = False) -> QLabel:
    """Return a label for plain text that wraps.

    Args:
        parent: The parent widget.
        name: Its object name.
        look: The value of the property `look`, by which the style sheet knows it.
        bold: Whether it is a heading.
    """
    label = labels.plain_label("", parent)
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setMinimumWidth(60)
    if look:
        label.setProperty("look", look)
    if bold:
        label.setFont(current_theme().font("heading", bold=True))
    return label


def push_button(
    parent: QWidget, name: str, words: str, picture: str, act: Callable[[], object]
) -> QPushButton:
    """Return a button with words, and an icon if there is one.

    Args:
        parent: The widget that it is in.
        name: Its object name.
        words: What is on it.
        picture: The name of its icon, "" for none.
        act: Is called when it is clicked.
    """
    button = QPushButton(words, parent)
    button.setObjectName(name)
    button.setAutoDefault(False)
    if picture:
        set_icon(button, picture)
    button.clicked.connect(lambda _=False: act())
    return button


def tool_button(
    parent: QWidget, name: str, words: str, picture: str, act: Callable[[], object]
) -> QToolButton:
    """Return a button with only an icon.

    Args:
        parent: The parent widget.
        name: Its object name.
        words: Its tooltip and accessible name.
        picture: The name of the icon, a file in `resources/icons` without its ending.
        act: Called by a click.
    """
    button = QToolButton(parent)
    button.setObjectName(name)
    button.setAccessibleName(words)
    button.setToolTip(words)
    set_icon(button, picture)
    button.clicked.connect(lambda _=False: act())
    return button


def menu_button(
    parent: QWidget, name: str, words: str, picture: str, fill: Callable[[QMenu], object]
) -> QToolButton:
    """Return a button that opens a menu.

    Args:
        parent: The parent widget.
        name: Its object name.
        words: Its text.
        picture: The name of the icon, a file in `resources/icons` without its ending; "" for none.
        fill: Fills the menu each time it opens.
    """
    button = QToolButton(parent)
    button.setObjectName(name)
    button.setText(words)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    if picture:
        set_icon(button, picture)
    menu = QMenu(button)
    menu.setToolTipsVisible(True)

    def refill() -> None:
        menu.clear()
        fill(menu)

    menu.aboutToShow.connect(refill)
    button.setMenu(menu)
    return button


class IconAndText(QWidget):
    """An icon followed by a text that may wrap."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self._sign = labels.plain_label("", self)
        self._sign.setFixedSize(QSize(18, 18))
        self.words = plain_label(self, name)
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current_theme().space("xs"))
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)

    def show_sign(self, picture: str, role: str, words: str) -> None:
        """Show an icon with words.

        Args:
            picture: The name of the icon, a file in `resources/icons` without its ending.
            role: The colour of the icon, as the theme names it.
            words: The words.
        """
        self._sign.setPixmap(pixmap(picture, role))
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
        """Show runs of text under a caption; `empty` if there is none.

        Args:
            caption: The caption, "" for none.
            marks: The runs of the text.
            empty: What is shown, muted, if there are none.
        """
        self.caption.setText(caption)
        self.text.setAccessibleName(caption)
        self.text.show_marks(marks, empty)


class TextPanes(QWidget):
    """Texts side by side, or one below the other where there is not enough room."""

    def __init__(self, names: tuple[str, ...], parent: QWidget, least: int = 280) -> None:
        """Create an empty pane for each name.

        Args:
            names: The object names of the panes.
            parent: The parent widget.
            least: The width in pixels that each text needs beside the others.
        """
        super().__init__(parent)
        self._least = least  # pixels that each text needs beside the others
        self.boxes = tuple(TextBox(name, self) for name in names)
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(current_theme().space("m"))
        for box in self.boxes:
            self._row.addWidget(box, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the texts side by side if there is enough room."""
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        shown = sum(not box.isHidden() for box in self.boxes)
        wide = self.width() >= self._least * max(shown, 1)
        self._row.setDirection(ways.LeftToRight if wide else ways.TopToBottom)

    def refresh(self) -> None:
        """Redraw with the current colours."""
        for box in self.boxes:
            box.text.refresh()


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
