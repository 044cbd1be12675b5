"""The editors that open in a cell: a text that grows, a choice, the name of a skill."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QTextOption, QWheelEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from laddereditor.gui.forms.inputs import ChoiceInput
from laddereditor.gui.forms.pasting import pasted_text
from laddereditor.gui.forms.skills.adder import SkillLine
from laddereditor.model.terms import Skill
from laddereditor.presentation.forms.skill_matching import SkillSuggestion

_MARGIN = 3  # with border and padding, the text stands where the cell draws it
_RISE = 4


def stand_within(editor: QWidget, cell: QRect) -> None:
    """Cover a cell by an editor of one line, moved up where it would be cut off below."""
    ground = editor.parentWidget()
    height = max(cell.height(), editor.sizeHint().height())
    lowest = ground.height() - height if ground is not None else cell.top()
    editor.setGeometry(cell.left(), max(0, min(cell.top(), lowest)), cell.width(), height)


class TextEditor(QPlainTextEdit):
    """A text over its cell, as high as the text; it has an undo of its own until it is taken."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._cell = QRect()
        self.document().setDocumentMargin(_MARGIN)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._fit)

    def text(self) -> str:
        """Return what is typed."""
        return self.toPlainText()

    def begin(self, text: str, *, keep: bool) -> None:
        """Start from a text; without `keep` the first key replaces it."""
        self.setPlainText(text)
        if keep:
            cursor = self.textCursor()
            cursor.movePosition(cursor.MoveOperation.End)
            self.setTextCursor(cursor)
        else:
            self.selectAll()

    def stand_over(self, cell: QRect) -> None:
        """Cover a cell, and as much below it as the text needs."""
        self._cell = QRect(cell)  # the one of an option is gone after the call
        self._fit()

    def _fit(self) -> None:
        ground = self.parentWidget()
        if self._cell.isNull() or ground is None:
            return
        room = ground.height()
        lines = max(1, round(self.document().size().height()))
        needed = lines * self.fontMetrics().lineSpacing() + 2 * (_MARGIN + 5)
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if needed > room else policy.ScrollBarAlwaysOff
        )
        height = min(max(self._cell.height() + 2 * _RISE, needed), room)
        top = max(0, min(self._cell.top() - _RISE, room - height))
        self.setGeometry(self._cell.left(), top, self._cell.width(), height)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste text only, never its formats."""
        self.textCursor().insertText(pasted_text(source))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the sheet unless there is something to scroll here."""
        if self.verticalScrollBar().maximum():
            super().wheelEvent(event)
        else:
            event.ignore()


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
        """Choose by key; that goes on until the person leaves."""
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
        """Return the skill that is meant: the one chosen in the list, else what is typed."""
        if not self._choice and self.suggested and (found := self.suggested.chosen()):
            self._choice = _key(found)
        return self._choice or self.text()

    def _on_taken(self, found: SkillSuggestion) -> None:
        self._choice = _key(found)
        self.picked.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the suggestions away for good: they lie on the window, not on the editor."""
        super().hideEvent(event)
        if self._list is not None:
            self._list.hide()
            self._list.deleteLater()
            self._list = None


def _key(found: SkillSuggestion) -> str:
    return found.skill.id if found.skill else found.name
