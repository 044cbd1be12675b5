"""The line that adds a skill: completion over the library, or a new skill."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIcon, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QScrollArea, QWidget

from laddereditor.edits.lines import split_lines
from laddereditor.gui.clipboard import copied_text
from laddereditor.gui.icons import icon
from laddereditor.gui.text.line import LineInput
from laddereditor.gui.theme import current_theme
from laddereditor.model.terms import Skill
from laddereditor.presentation.forms.skill_matching import SkillSuggestion, suggestions
from laddereditor.presentation.forms.value_labels import kind_picture


class SuggestionList(QListWidget):
    """What may be meant, below the line; it never takes the focus."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("skillSuggestions")
        self.setProperty("look", "popup")
        self.setAccessibleName("Skills that fit")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setIconSize(QSize(16, 16))
        self.hide()

    def offer(self, found: list[SkillSuggestion]) -> None:
        """Show suggestions, the first one taken by Enter."""
        self.clear()
        for suggestion in found:
            item = QListWidgetItem(_picture(suggestion), words_of(suggestion))
            item.setData(Qt.ItemDataRole.UserRole, suggestion)
            height = self.fontMetrics().height() + 2 * current_theme().space("xs")
            item.setSizeHint(QSize(0, height))
            self.addItem(item)
        self.setCurrentRow(0)

    def step(self, step: int) -> None:
        """Go to the suggestion above or below, round at the ends."""
        self.setCurrentRow((self.currentRow() + step) % max(1, self.count()))

    def chosen(self) -> SkillSuggestion | None:
        """Return the current suggestion."""
        item = self.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if item else None

    def height_needed(self) -> int:
        """Return the height that shows everything."""
        rows = sum(self.sizeHintForRow(row) for row in range(self.count()))
        return rows + 2 * self.frameWidth()


def words_of(suggestion: SkillSuggestion) -> str:
    """Return the words of a suggestion."""
    if suggestion.names:
        return f"Add {len(suggestion.names)} skills: {suggestion.name}"
    if suggestion.skill is None:
        return f"Create new skill “{suggestion.name}”"
    alias = f" ({suggestion.alias})" if suggestion.alias else ""
    category = f"   ·   {suggestion.skill.category}" if suggestion.skill.category else ""
    return f"{suggestion.name}{alias}{category}"


def _picture(suggestion: SkillSuggestion) -> QIcon:
    if suggestion.skill is None:
        return icon("add", "accent")
    return icon(kind_picture(suggestion.skill.kind), "text_muted")


class SkillLine(LineInput):
    """Type a skill: Enter takes the first suggestion, Up and Down choose another."""

    taken = Signal(object)  # a SkillSuggestion
    pasted = Signal(str)  # many lines at once

    def __init__(self, library: Callable[[], tuple[Skill, ...]], parent: QWidget) -> None:
        super().__init__(parent)
        self._library = library
        self.used: frozenset[str] = frozenset()
        self._list: SuggestionList | None = None
        self.setPlaceholderText("Add a skill: type a name")
        self.typed.connect(self._on_typed)
        self.given_up.connect(self._on_escape)

    # -- suggestions --------------------------------------------------------------------------

    @property
    def suggested(self) -> SuggestionList | None:
        """The suggestions, if they are open."""
        return self._list if self._list is not None and self._list.isVisible() else None

    def _on_typed(self, text: str) -> None:
        found = suggestions(self._library(), text, self.used)
        if not found:
            self.close_suggestions()
            return
        if self._list is None:
            self._list = SuggestionList(self._ground())
            self._list.itemClicked.connect(lambda _item: self.take())
        self._list.offer(found)
        self._place()
        self._list.show()
        self._list.raise_()
        self.setAccessibleDescription(f"Enter takes: {words_of(found[0])}")

    def close_suggestions(self) -> None:
        """Take the suggestions away."""
        if self._list is not None:
            self._list.hide()

    def _area(self) -> QScrollArea | None:
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        return parent

    def _ground(self) -> QWidget:
        """Return what the list lies on: the sheet that scrolls, else the window."""
        area = self._area()
        return (area.widget() if area else None) or self.window()

    def _place(self) -> None:
        assert self._list is not None
        ground = self._ground()
        top = self.mapTo(ground, QPoint(0, self.height() + 2))
        height = self._list.height_needed()
        if top.y() + height > ground.height():
            top.setY(max(0, self.mapTo(ground, QPoint(0, -2)).y() - height))
        self._list.setGeometry(QRect(top, QSize(self.width(), height)))
        if (area := self._area()) is not None:
            area.ensureVisible(top.x(), top.y() + height, 0, current_theme().space("s"))

    def take(self) -> None:
        """Take the current suggestion."""
        chosen = self.suggested.chosen() if self.suggested else None
        self.close_suggestions()
        if chosen is not None:
            self.clear()
            self.taken.emit(chosen)

    def _on_escape(self) -> None:
        if self.suggested:
            self.close_suggestions()
        else:
            self.clear()

    # -- keys ---------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose among the suggestions; paste many lines as many skills."""
        key, shown = event.key(), self.suggested
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if shown is None and self.text().strip():
                self._on_typed(self.text())
            self.take()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and shown:
            shown.step(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Down and self.text().strip():
            self._on_typed(self.text())
        elif event.matches(QKeySequence.StandardKey.Paste) and self._paste_lines():
            pass
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def _paste_lines(self) -> bool:
        text = copied_text()
        if len(split_lines(text)) < 2:
            return False
        self.pasted.emit(text)
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close the suggestions; what was typed stays."""
        super().focusOutEvent(event)
        self.close_suggestions()
