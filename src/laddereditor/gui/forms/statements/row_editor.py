"""The editor that covers the row of a list while its text is typed."""

from typing import Protocol

from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from laddereditor.edits.lines import split_lines
from laddereditor.gui.clipboard.clipboard import copied_text
from laddereditor.gui.forms.rows_view import is_own_key, move_step
from laddereditor.gui.text.editor import TextEditor
from laddereditor.gui.text.keys import ENTERS, finishes
from laddereditor.gui.text.notice import show_left_out


class RowKeys(Protocol):
    """What the editor reports to its list."""

    def on_typed(self, text: str) -> None:
        """The text changed."""

    def on_enter(self, caret: int) -> None:
        """Enter was pressed."""

    def on_backspace_at_start(self) -> None:
        """Backspace was pressed where there is nothing before the caret."""

    def on_delete_at_end(self) -> None:
        """Delete was pressed where there is nothing after the caret."""

    def on_row_crossed(self, step: int, caret: int) -> None:
        """The caret leaves the row upwards (-1) or downwards (1)."""

    def on_move(self, step: int) -> None:
        """The row is to be moved."""

    def on_add_example(self) -> None:
        """The statement is to have an example."""

    def on_paste(self, lines: tuple[str, ...]) -> None:
        """Several lines are to be pasted over the selection."""

    def on_escape(self) -> None:
        """What was typed into the row is to be taken back."""

    def on_finish(self) -> None:
        """The person has finished with the row."""

    def on_left(self) -> None:
        """The focus went elsewhere."""


class RowEditor(TextEditor):
    """A frameless editor over one row; keys that concern other rows go to the list."""

    def __init__(self, keys: RowKeys, parent: QWidget) -> None:
        super().__init__(parent, lines=False)
        self._keys = keys
        self.setProperty("look", "inplace")
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.document().setDocumentMargin(0)
        self.typed.connect(keys.on_typed)
        self.left.connect(keys.on_left)
        self.hide()

    def _is_at_edge(self, step: int) -> bool:
        """Whether the caret is in the first (-1) or last (1) line as it is shown."""
        probe = QTextCursor(self.textCursor())
        move = QTextCursor.MoveOperation
        return not probe.movePosition(move.Up if step < 0 else move.Down)

    # -- keys ---------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Claim the keys that act on rows before the window's commands get them."""
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
        cursor = self.textCursor()
        bare = not cursor.hasSelection()
        if step := move_step(event):
            self._keys.on_move(step)
        elif finishes(event):
            self._keys.on_finish()
        elif key in ENTERS:
            cursor.removeSelectedText()
            self._keys.on_enter(self.caret)
        elif key == Qt.Key.Key_Backspace and bare and cursor.atStart():
            self._keys.on_backspace_at_start()
        elif key == Qt.Key.Key_Delete and bare and cursor.atEnd():
            self._keys.on_delete_at_end()
        elif plain and key == Qt.Key.Key_Up and self._is_at_edge(-1):
            self._keys.on_row_crossed(-1, self.caret)
        elif plain and key == Qt.Key.Key_Down and self._is_at_edge(1):
            self._keys.on_row_crossed(1, self.caret)
        elif key == Qt.Key.Key_E and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._keys.on_add_example()
        elif key == Qt.Key.Key_Escape:
            self._keys.on_escape()
        else:
            return False
        event.accept()
        return True

    def focusNextPrevChild(self, following: bool) -> bool:
        """Remove an emptied row, with the problem that is shown for it, before Tab moves the focus.

        Tab would go to the button of that problem, and be lost when the button is hidden.
        """
        if self.document().isEmpty():
            self._keys.on_finish()
        return super().focusNextPrevChild(following)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste one line into the text, many lines as rows."""
        copied = copied_text(source)
        lines = split_lines(copied)
        if len(lines) > 1:
            show_left_out(self, copied)
            self._keys.on_paste(tuple(lines))
        elif lines and self.document().isEmpty():
            self.insert(lines[0])
            show_left_out(self, copied)
        else:
            super().insertFromMimeData(source)
