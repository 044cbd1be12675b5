"""The editor that stands over the row of a list while its text is typed."""

from typing import Protocol

from PySide6.QtCore import QEvent, QMimeData, QSignalBlocker, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from laddereditor.edits.lines import split_lines
from laddereditor.gui.clipboard import copied_text
from laddereditor.gui.forms.inputs import is_passing
from laddereditor.gui.forms.pasting import pasted_text
from laddereditor.gui.forms.rows_view import is_own_key, move_step
from laddereditor.gui.forms.undo import leave_undo_to_the_window, without_undo


class RowKeys(Protocol):
    """What the editor tells its list."""

    def on_typed(self, text: str) -> None:
        """The text changed."""

    def on_enter(self, caret: int) -> None:
        """Enter was pressed."""

    def on_backspace_at_start(self) -> None:
        """Backspace was pressed where there is nothing before the caret."""

    def on_delete_at_end(self) -> None:
        """Delete was pressed where there is nothing behind the caret."""

    def on_cross(self, step: int, caret: int) -> None:
        """The caret leaves the row upwards (-1) or downwards (1)."""

    def on_move(self, step: int) -> None:
        """The row is to be moved."""

    def on_add_example(self) -> None:
        """The statement is to have an example."""

    def on_paste(self, lines: tuple[str, ...]) -> None:
        """Several lines are to be pasted over the selection."""

    def on_escape(self) -> None:
        """The person is done with the row."""

    def on_left(self) -> None:
        """The focus went elsewhere."""


class RowEditor(QPlainTextEdit):
    """A frameless text over one row; what concerns other rows goes to the list."""

    def __init__(self, keys: RowKeys, parent: QWidget) -> None:
        super().__init__(parent)
        self._keys = keys
        self.setProperty("look", "inplace")
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.document().setDocumentMargin(0)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        leave_undo_to_the_window(self)
        self.textChanged.connect(lambda: keys.on_typed(self.toPlainText()))
        self.hide()

    # -- text and caret -----------------------------------------------------------------------

    def put(self, text: str, caret: int | None = None) -> None:
        """Show a text without telling anybody; `caret` None leaves the caret where it is."""
        place = self.caret if caret is None else caret
        if text != self.toPlainText():
            with QSignalBlocker(self):
                self.setPlainText(text)
        cursor = self.textCursor()
        cursor.setPosition(max(0, min(place, len(text))))
        self.setTextCursor(cursor)

    @property
    def caret(self) -> int:
        """Where the caret is."""
        return self.textCursor().position()

    @property
    def selected(self) -> tuple[int, int]:
        """Start and end of what is selected."""
        cursor = self.textCursor()
        return cursor.selectionStart(), cursor.selectionEnd()

    def _is_at_edge(self, step: int) -> bool:
        """Whether the caret is in the first (-1) or last (1) line as it is shown."""
        probe = QTextCursor(self.textCursor())
        move = QTextCursor.MoveOperation
        return not probe.movePosition(move.Up if step < 0 else move.Down)

    # -- keys ---------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Claim the keys that mean a row before the window's commands see them."""
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and is_own_key(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle the keys that concern other rows; leave the rest to the text."""
        if not self._row_key(event):
            super().keyPressEvent(event)

    def _row_key(self, event: QKeyEvent) -> bool:
        key, plain = event.key(), event.modifiers() == Qt.KeyboardModifier.NoModifier
        bare = not self.textCursor().hasSelection()
        if step := move_step(event):
            self._keys.on_move(step)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.textCursor().removeSelectedText()
            self._keys.on_enter(self.caret)
        elif key == Qt.Key.Key_Backspace and bare and self.caret == 0:
            self._keys.on_backspace_at_start()
        elif key == Qt.Key.Key_Delete and bare and self.caret == len(self.toPlainText()):
            self._keys.on_delete_at_end()
        elif plain and key == Qt.Key.Key_Up and self._is_at_edge(-1):
            self._keys.on_cross(-1, self.caret)
        elif plain and key == Qt.Key.Key_Down and self._is_at_edge(1):
            self._keys.on_cross(1, self.caret)
        elif key == Qt.Key.Key_E and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._keys.on_add_example()
        elif key == Qt.Key.Key_Escape:
            self._keys.on_escape()
        else:
            return False
        event.accept()
        return True

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste one line into the text, many lines as rows."""
        lines = split_lines(copied_text(source))
        if len(lines) > 1:
            self._keys.on_paste(tuple(lines))
        else:
            empty = self.document().isEmpty()
            text = lines[0] if empty and lines else pasted_text(source, lines=False)
            self.textCursor().insertText(text)

    # -- manners ------------------------------------------------------------------------------

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the person has moved on."""
        super().focusOutEvent(event)
        if not is_passing(event):
            self._keys.on_left()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the form."""
        event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the standard menu without the editor's own undo."""
        menu = without_undo(self.createStandardContextMenu(event.pos()))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())
