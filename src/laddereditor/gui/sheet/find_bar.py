"""The find bar above a sheet: a text to look for, how often it is there, and the way to each."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from laddereditor.gui.forms.labels import PlainLabel
from laddereditor.gui.look.icons import set_icon
from laddereditor.gui.look.theme import current_theme
from laddereditor.gui.text.line import LineEditor
from laddereditor.model.counting import plural

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LETTERS = 26  # that the field has room for


class FindField(LineEditor):
    """The text to look for: Enter goes to the next place, Escape ends the search."""

    step_wanted = Signal(int)
    left = Signal()

    def give_up(self) -> bool:
        """End the search; the text stays for the next one."""
        self.left.emit()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next place, with Shift to the one before."""
        if event.key() in _ENTER:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.step_wanted.emit(-1 if back else 1)
            event.accept()
        else:
            super().keyPressEvent(event)
            event.accept()  # no key of the view acts on a cell while somebody types here


class FindBar(QWidget):
    """Hidden until a search begins; whoever searches connects its signals."""

    wanted = Signal(str)  # the text to look for
    step_wanted = Signal(int)  # the next place (+1) or the one before (-1)
    left = Signal()  # the search ends

    def __init__(self, where: str, parent: QWidget | None = None) -> None:
        """Show a bar.

        Args:
            where: What is searched, such as "the comparison".
            parent: The parent widget.
        """
        super().__init__(parent)
        self.setObjectName("findBar")
        self.field = FindField(parent=self)
        self.field.setObjectName("findField")
        self.field.setPlaceholderText(f"Find in {where}")
        self.field.setAccessibleName(f"Find in {where}")
        self.field.setMaximumWidth(_LETTERS * self.fontMetrics().averageCharWidth())
        self.field.show_clear_button()
        self.count = PlainLabel(role="text_muted", parent=self)
        self.count.setObjectName("findCount")
        self.steps = [
            self._button("findPrevious", "move-up", "Go to the hit before (Shift+Enter)"),
            self._button("findNext", "move-down", "Go to the next hit (Enter)"),
        ]
        self.end = self._button("findClose", "close-small", "End the search (Escape)")
        self._lay_out()
        self._connect()
        self.show_count(0, 0)
        self.hide()

    def _button(self, name: str, picture: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        set_icon(button, picture)
        button.setToolTip(tip)
        button.setAccessibleName(tip.partition(" (")[0])
        return button

    def _lay_out(self) -> None:
        space = current_theme().space
        row = QHBoxLayout(self)
        row.setContentsMargins(space("s"), space("xs"), space("s"), space("xs"))
        row.setSpacing(space("xs"))
        row.addWidget(self.field, 1)
        for button in self.steps:
            row.addWidget(button)
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(self.end)

    def _connect(self) -> None:
        self.field.textChanged.connect(self.wanted)
        self.field.step_wanted.connect(self.step_wanted)
        self.field.left.connect(self.left)
        self.end.clicked.connect(self.left)
        for button, by in zip(self.steps, (-1, 1), strict=True):
            button.clicked.connect(lambda _=False, by=by: self.step_wanted.emit(by))

    def open(self) -> None:
        """Show the bar and let a text be typed; one that is there can be typed over."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def show_count(self, place: int, count: int) -> None:
        """Show which of the hits is the current one: "3 of 17".

        Args:
            place: Its number from 1, 0 if none of them is current.
            count: How many there are.
        """
        words = f"{place} of {count}" if place else plural(count, "hit")
        words = words if count else "Nothing found"
        self.count.show_text(words if self.field.text().strip() else "")
        for button in self.steps:
            button.setEnabled(count > 0)
