"""A line with suggestions while the person types: arrows select one, Enter takes it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from laddereditor.gui.focus.scrolling import page_around
from laddereditor.gui.look.icons import icon
from laddereditor.gui.look.theme import current_theme
from laddereditor.gui.text.line import LineInput

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class SuggestionOffer:
    """A suggestion in the list; `value` is the result of choosing it."""

    value: object
    words: str
    picture: str
    role: str = "text_muted"  # colour of the picture


class SuggestionList(QListWidget):
    """The suggestions below the line; the list never takes the focus."""

    def __init__(self, name: str, accessible_name: str, parent: QWidget) -> None:
        """Create an empty, hidden list.

        Args:
            name: Its object name.
            accessible_name: What screen readers call it.
            parent: The parent widget.
        """
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("look", "popup")
        self.setAccessibleName(accessible_name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setIconSize(QSize(16, 16))
        self.hide()

    def offer(self, found: Sequence[SuggestionOffer], *, select: bool = True) -> None:
        """Show suggestions, the first one selected, so that Enter takes it, unless told not to."""
        self.clear()
        for offer in found:
            item = QListWidgetItem(icon(offer.picture, offer.role), offer.words)
            item.setData(Qt.ItemDataRole.UserRole, offer.value)
            height = self.fontMetrics().height() + 2 * current_theme().space("xs")
            item.setSizeHint(QSize(0, height))
            self.addItem(item)
        self.setCurrentRow(0 if select else -1)

    def step(self, step: int) -> None:
        """Go to the suggestion above or below, wrapping around at the ends."""
        row = self.currentRow()
        at = row + step if row >= 0 else min(step, 0)
        self.setCurrentRow(at % max(1, self.count()))

    def chosen(self) -> Any:
        """Return the value of the current suggestion, None if there is none."""
        item = self.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if item else None

    def width_needed(self) -> int:
        """Return the width that shows the words of every row."""
        words = (self.item(row).text() for row in range(self.count()))
        widest = max(map(self.fontMetrics().horizontalAdvance, words), default=0)
        margins = 2 * self.frameWidth() + 3 * current_theme().space("s")
        return self.iconSize().width() + widest + margins

    def height_needed(self) -> int:
        """Return the height that shows everything."""
        rows = sum(self.sizeHintForRow(row) for row in range(self.count()))
        return rows + 2 * self.frameWidth()


class SuggestingLine(LineInput):
    """A line with the suggestions that `find` gives for its text."""

    taken = Signal(object)  # the value of a suggestion

    def __init__(
        self,
        find: Callable[[str], Sequence[SuggestionOffer]],
        name: str,
        accessible_name: str,
        parent: QWidget,
        *,
        in_place: bool = False,
    ) -> None:
        """Make the line.

        Args:
            find: Returns the suggestions for a text.
            name: The object name of the list.
            accessible_name: What the list is called.
            parent: The parent of the line.
            in_place: Each letter is taken at once, as in the cell of a table. Then Enter takes a
                suggestion only if the arrows selected it.
        """
        super().__init__(parent, late=not in_place)
        self._in_place = in_place
        self._find, self._list_name, self._accessible_name = find, name, accessible_name
        self._list: SuggestionList | None = None
        self.typed.connect(self._on_typed)

    @property
    def suggested(self) -> SuggestionList | None:
        """The suggestions, if they are open."""
        return self._list if self._list is not None and self._list.isVisible() else None

    def _on_typed(self, text: str) -> None:
        if text.strip():
            self.suggest(text)
        else:
            self.close_suggestions()  # Enter must not take one in place of nothing

    def suggest(self, text: str) -> None:
        """Show the suggestions for a text; if there are none, hide the list."""
        found = self._find(text)
        if not found:
            self.close_suggestions()
            return
        if self._list is None:
            self._list = SuggestionList(self._list_name, self._accessible_name, self._ground())
            self._list.itemClicked.connect(lambda _item: self.take())
        self._list.offer(found, select=not self._in_place)
        self._place()
        self._list.show()
        self._list.raise_()
        key = "Down, then Enter, takes" if self._in_place else "Enter takes"
        self.setAccessibleDescription(f"{key}: {found[0].words}")

    def close_suggestions(self) -> None:
        """Hide the suggestions."""
        if self._list is not None:
            self._list.hide()

    def _ground(self) -> QWidget:
        """Return the parent of the list: the scrolled page, else the window."""
        area = page_around(self)
        return (area.widget() if area else None) or self.window()

    def _place(self) -> None:
        assert self._list is not None
        ground = self._ground()
        top = self.mapTo(ground, QPoint(0, self.height() + 2))
        height = self._list.height_needed()
        if top.y() + height > ground.height():
            top.setY(max(0, self.mapTo(ground, QPoint(0, -2)).y() - height))
        width = min(max(self.width(), self._list.width_needed()), ground.width())
        top.setX(min(top.x(), ground.width() - width))
        self._list.setGeometry(QRect(top, QSize(width, height)))
        if (area := page_around(self)) is not None:
            area.ensureVisible(top.x(), top.y() + height, 0, current_theme().space("s"))

    def take(self) -> None:
        """Take the current suggestion."""
        chosen = self.suggested.chosen() if self.suggested else None
        self.close_suggestions()
        if chosen is not None:
            if not self._in_place:
                self.clear()
            self.taken.emit(chosen)

    def chooses(self, event: QEvent | QKeyEvent) -> bool:
        """Return whether a key is for the suggestions, not for what is around the line."""
        if not isinstance(event, QKeyEvent) or self.isReadOnly():
            return False
        shown = self.suggested
        if event.key() in _ENTER:
            return shown is not None and shown.chosen() is not None
        if event.key() == Qt.Key.Key_Down:
            return not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return shown is not None and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Escape)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose among the suggestions by the arrows; Down opens the list, Enter takes."""
        key, shown = event.key(), self.suggested
        if key in _ENTER and shown and shown.chosen() is not None:
            self.take()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and shown:
            shown.step(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Down and not self.isReadOnly():
            self.suggest(self.text())
        elif key == Qt.Key.Key_Escape and shown:
            self.close_suggestions()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close the suggestions; what was typed stays."""
        super().focusOutEvent(event)
        self.close_suggestions()
