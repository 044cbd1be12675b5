"""The line that adds a skill: completion over the library, or a new skill."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from laddereditor.edits.lines import split_lines
from laddereditor.gui.clipboard.clipboard import copied_text
from laddereditor.gui.forms.suggesting import SuggestingLine, SuggestionOffer
from laddereditor.model.counting import plural
from laddereditor.model.terms import Skill
from laddereditor.presentation.forms.skill_matching import SkillSuggestion, suggestions
from laddereditor.presentation.forms.value_labels import kind_picture


def words_of(suggestion: SkillSuggestion) -> str:
    """Return the words of a suggestion."""
    if suggestion.names:
        return f"Add {plural(len(suggestion.names), 'skill')}: {suggestion.name}"
    if suggestion.skill is None:
        return f"Create new skill “{suggestion.name}”"
    alias = f" ({suggestion.alias})" if suggestion.alias else ""
    category = f"   ·   {suggestion.skill.category}" if suggestion.skill.category else ""
    return f"{suggestion.name}{alias}{category}"


def _offer(suggestion: SkillSuggestion) -> SuggestionOffer:
    words = words_of(suggestion)
    if suggestion.skill is None:
        return SuggestionOffer(suggestion, words, "add", "accent")
    return SuggestionOffer(suggestion, words, kind_picture(suggestion.skill.kind))


class SkillLine(SuggestingLine):
    """A line for a skill: Enter takes the first suggestion, Up and Down choose another."""

    pasted = Signal(str)  # many lines at once

    def __init__(self, library: Callable[[], tuple[Skill, ...]], parent: QWidget) -> None:
        super().__init__(self._offers, "skillSuggestions", "Skills that fit", parent)
        self._library = library
        self.used: frozenset[str] = frozenset()
        self.setPlaceholderText("Add a skill: type a name")

    def _offers(self, text: str) -> list[SuggestionOffer]:
        return [_offer(one) for one in suggestions(self._library(), text, self.used)]

    def give_up(self) -> bool:
        """Discard what was typed."""
        had_text = bool(self.text())
        self.clear()
        return had_text

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what is typed even if the suggestions are closed; paste each line as a skill."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.suggested is None and self.text().strip():
                self.suggest(self.text())
            self.take()
            event.accept()
        elif event.matches(QKeySequence.StandardKey.Paste) and self._paste_lines():
            event.accept()
        else:
            super().keyPressEvent(event)

    def _paste_lines(self) -> bool:
        text = copied_text()
        if len(split_lines(text)) < 2:
            return False
        self.pasted.emit(text)
        return True
