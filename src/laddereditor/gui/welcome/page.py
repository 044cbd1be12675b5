"""The welcome page: what to do first, shown while no ladder is open."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from laddereditor.gui.look.escaping import plain, tip
from laddereditor.gui.look.icons import app_icon, icon
from laddereditor.gui.look.labels import plain_label
from laddereditor.gui.look.theme import current_theme
from laddereditor.gui.panes.draw_while_seen import DrawWhileSeen


@dataclass(frozen=True, slots=True)
class WelcomeLink:
    """A line of the welcome page: words, an icon, an explanation, and what it does."""

    text: str
    icon: str
    explanation: str
    run: Callable[[], object]


def action_link(action: QAction, icon_name: str, explanation: str) -> WelcomeLink:
    """Return a link that triggers a command.

    Args:
        action: The action of the command; its text becomes that of the link.
        icon_name: The name of the icon, a file in `resources/icons` without its ending.
        explanation: The words below the link.
    """
    return WelcomeLink(plain(action.text()), icon_name, explanation, action.trigger)


class WelcomePage(QScrollArea):
    """Start, samples, and recent files, each one click or one Tab away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcomePage")
        self.setAccessibleName("Welcome")
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes to the links, which show it
        self._columns: QBoxLayout | None = None
        self._links: tuple[Sequence[WelcomeLink], ...] = ((), (), ())
        self._drawing = DrawWhileSeen(self, self._draw)
        self._drawing.is_due = False  # there are no links yet

    def show_links(
        self,
        start: Sequence[WelcomeLink],
        samples: Sequence[WelcomeLink],
        recent: Sequence[WelcomeLink],
    ) -> None:
        """Fill the page again, as soon as it is seen.

        Args:
            start: The ways to begin.
            samples: The sample ladders.
            recent: The files that were open last.
        """
        self._links = start, samples, recent
        self._drawing.now()

    def _draw(self) -> None:
        start, samples, recent = self._links
        theme = current_theme()
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(*(theme.space("xl"),) * 4)
        column.setSpacing(theme.space("s"))
        column.addLayout(_heading())
        column.addSpacing(theme.space("m"))
        self._columns = _columns(start, samples, recent)
        column.addLayout(self._columns)
        column.addStretch(1)
        holder = QWidget()
        outer = QVBoxLayout(holder)
        outer.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(1)
        self.setWidget(holder)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns below each other where they do not fit beside each other."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        holder = self.widget()
        if self._columns is None or holder is None:
            return
        self._columns.setDirection(QBoxLayout.Direction.LeftToRight)
        if holder.minimumSizeHint().width() > self.viewport().width():
            self._columns.setDirection(QBoxLayout.Direction.TopToBottom)


def recent_link(path: Path, run: Callable[[], object]) -> WelcomeLink:
    """Return a link that opens a recent file, its folder as the explanation."""
    return WelcomeLink(path.name, "recent", str(path.parent), run)


def _heading() -> QGridLayout:
    theme = current_theme()
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.space("l"))
    mark = plain_label("")
    mark.setPixmap(app_icon().pixmap(QSize(64, 64)))
    name = plain_label("Ladder Editor")
    name.setFont(theme.font("title", bold=True))
    under = plain_label("Career ladders in files that people share: families, levels, skills.")
    under.setProperty("look", "muted")
    grid.addWidget(mark, 0, 0, 2, 1)
    grid.addWidget(name, 0, 1, Qt.AlignmentFlag.AlignBottom)
    grid.addWidget(under, 1, 1, Qt.AlignmentFlag.AlignTop)
    grid.setColumnStretch(2, 1)
    return grid


def _columns(
    start: Sequence[WelcomeLink], samples: Sequence[WelcomeLink], recent: Sequence[WelcomeLink]
) -> QBoxLayout:
    theme = current_theme()
    columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
    columns.setSpacing(theme.space("xxl"))
    left, right = QVBoxLayout(), QVBoxLayout()
    _fill(left, "Start", start, "")
    _fill(right, "Recent files", recent, "Files you open or save are listed here.")
    right.addSpacing(theme.space("l"))
    _fill(right, "Samples", samples, "")
    for layout in (left, right):
        layout.addStretch(1)
        columns.addLayout(layout, 1)
    return columns


def _fill(column: QVBoxLayout, title: str, links: Sequence[WelcomeLink], empty: str) -> None:
    theme = current_theme()
    column.setSpacing(theme.space("xs"))
    heading = plain_label(title)
    heading.setFont(theme.font("heading", bold=True))
    column.addWidget(heading)
    for link in links:
        column.addWidget(_link_button(link))
    if not links:
        column.addWidget(_muted(empty))


class _Tile(QPushButton):
    """A button that is as large as its labels need."""

    def sizeHint(self) -> QSize:
        """Return the size of its layout."""
        layout = self.layout()
        return layout.totalSizeHint() if layout else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the size of its layout, so that no words are cut off."""
        return self.sizeHint()


def _link_button(link: WelcomeLink) -> QPushButton:
    """Return a flat button of two lines: the words, and the explanation muted below."""
    theme = current_theme()
    button = _Tile()
    button.setFlat(True)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setAccessibleName(link.text)
    button.setAccessibleDescription(link.explanation)
    button.setToolTip(tip(link.explanation))
    button.setProperty("look", "tile")
    button.clicked.connect(lambda _=False: link.run())
    grid = QGridLayout(button)
    grid.setContentsMargins(theme.space("s"), theme.space("s"), theme.space("s"), theme.space("s"))
    grid.setHorizontalSpacing(theme.space("m"))
    grid.setVerticalSpacing(0)
    grid.setColumnStretch(1, 1)
    mark = plain_label("")
    mark.setPixmap(icon(link.icon, "accent").pixmap(QSize(20, 20)))
    words = plain_label(link.text)
    under = _muted(_elided(link.explanation))
    for label in (mark, words, under):
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    grid.addWidget(mark, 0, 0, 2, 1, Qt.AlignmentFlag.AlignVCenter)
    grid.addWidget(words, 0, 1)
    grid.addWidget(under, 1, 1)
    return button


def _elided(text: str, limit: int = 52) -> str:
    return text if len(text) <= limit else f"…{text[1 - limit :]}"


def _muted(text: str) -> QLabel:
    label = plain_label(text)
    label.setFont(current_theme().font("small"))
    label.setProperty("look", "muted")
    return label
