"""The editor that stands over a cell while its text is typed."""

from PySide6.QtCore import QEvent, QMimeData, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from laddereditor.gui.forms.inputs import is_passing
from laddereditor.gui.forms.pasting import pasted_text
from laddereditor.gui.forms.undo import leave_undo_to_the_window, without_undo
from laddereditor.gui.theme import current_theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_OWN = (*_ENTER, *_TABS, Qt.Key.Key_Escape, Qt.Key.Key_Delete)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class CellEditor(QPlainTextEdit):
    """A text over one cell, which grows with what is typed; Enter takes it, Escape leaves it."""

    taken = Signal(int)  # how many cells to go on: 0 stay, 1 down
    given_up = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("compareEditor")
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        leave_undo_to_the_window(self)
        self.lines = False  # whether the text may have lines of its own
        self._cell = QRect()
        self.textChanged.connect(self._fit)
        self.hide()

    def begin(self, cell: QRect, text: str, name: str, *, lines: bool) -> None:
        """Stand over a cell with its text, the caret at the end."""
        self.lines = lines
        self._cell = cell
        self.setAccessibleName(name)
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.place(cell)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def typed(self) -> str:
        """The text as it would be taken: without empty space around it."""
        text = self.toPlainText().strip()
        return text if self.lines else " ".join(text.split("\n"))

    def place(self, cell: QRect) -> None:
        """Follow the cell as the table scrolls."""
        self._cell = cell
        self._fit()

    def _fit(self) -> None:
        """Be as high as the text, at least as high as the cell, inside what is seen."""
        parent = self.parentWidget()
        if parent is None or not self._cell.isValid():
            return
        width = self._cell.width()
        self.resize(width, max(self.height(), 1))
        layout, block, need = self.document().documentLayout(), self.document().begin(), 0.0
        while block.isValid():
            need += layout.blockBoundingRect(block).height()
            block = block.next()
        around = self.height() - self.viewport().height()
        need += 2 * self.document().documentMargin() + max(around, 4)
        height = min(max(round(need) + 2, self._cell.height()), max(parent.height(), 40))
        top = min(self._cell.top(), max(0, parent.height() - height))
        self.setGeometry(self._cell.left(), top, width, height)

    # -- keys ---------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Claim the keys that mean the cell before the window's commands see them."""
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and event.key() in _OWN:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the text by Enter or Tab, leave it by Escape; Shift+Enter starts a line."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif key in _ENTER and event.modifiers() in _PLAIN:
            self.taken.emit(0)
        elif key in _ENTER and self.lines:
            self.insertPlainText("\n")
        elif key in _ENTER:
            self.taken.emit(0)
        elif key in _TABS:
            self.taken.emit(1 if key == Qt.Key.Key_Tab else -1)
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste text only; lines only where the text may have some."""
        self.textCursor().insertText(pasted_text(source, lines=self.lines))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the person has moved on."""
        super().focusOutEvent(event)
        if not is_passing(event):
            self.left.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the standard menu without the editor's own undo."""
        menu = without_undo(self.createStandardContextMenu(event.pos()))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def refresh(self) -> None:
        """Leave the margins that the cells have."""
        self.document().setDocumentMargin(current_theme().space("xs") - 1)
