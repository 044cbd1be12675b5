"""The further editors of cells: a choice, and the name of a skill."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from laddereditor.gui.forms.inputs import ChoiceInput
from laddereditor.gui.forms.skills.adder import SkillLine
from laddereditor.model.terms import Skill
from laddereditor.presentation.forms.skill_matching import SkillSuggestion


class ChoiceEditor(ChoiceInput):
    """A choice: type its first letters, or open the list."""

    picked = Signal()  # from the list, which ends the editing
    chooses_closed = True  # nothing is taken before the editing ends

    def __init__(self, options: tuple[tuple[str, str], ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._listed = False
        self.offer(options)
        self.chosen.connect(self._on_chosen)

    def text(self) -> str:
        """Return the choice."""
        return self.value()

    def showPopup(self) -> None:
        """Open the list."""
        self._listed = True
        super().showPopup()

    def show_list_soon(self) -> None:
        """Open the list once the editor is in its place."""
        QTimer.singleShot(0, self, self.showPopup)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by key; the editor stays open until the person leaves it."""
        self._listed = False
        super().keyPressEvent(event)

    def _on_chosen(self) -> None:
        if self._listed:
            self.picked.emit()


class SkillEditor(SkillLine):
    """The name of a skill to add, completed from the library."""

    picked = Signal()

    def __init__(self, library: Callable[[], tuple[Skill, ...]], parent: QWidget) -> None:
        super().__init__(library, parent)
        self._choice = ""
        self.taken.connect(self._on_taken)

    def text_taken(self) -> str:
        """Return the chosen skill, else the typed text."""
        if not self._choice and self.suggested and (found := self.suggested.chosen()):
            self._choice = _key(found)
        return self._choice or self.text()

    def _on_taken(self, found: SkillSuggestion) -> None:
        self._choice = _key(found)
        self.picked.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Remove the suggestions, which are a child of the window and not of the editor."""
        super().hideEvent(event)
        if self._list is not None:
            self._list.hide()
            self._list.deleteLater()
            self._list = None


def _key(found: SkillSuggestion) -> str:
    return found.skill.id if found.skill else found.name
