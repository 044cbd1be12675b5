"""The editor of plain text, used everywhere in the window; it keeps every character."""

from PySide6.QtCore import QEvent, QMimeData, QSignalBlocker, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from laddereditor.gui.text.document import (
    cursor_at,
    insert_text,
    put_text,
    selected_text,
    selection_in,
    text_of,
)
from laddereditor.gui.text.keys import ENTERS, claims, finishes
from laddereditor.gui.text.notice import show_left_out
from laddereditor.gui.text.pasting import as_taken, pasted_text
from laddereditor.gui.text.spelling import SpellingChecker, SpellingMarks
from laddereditor.gui.text.undo import leave_undo_to_the_window, without_undo
from laddereditor.presentation.text.units import (
    FindFlag,
    flag_around,
    flag_before,
    flag_behind,
    is_picture,
    to_place,
    to_units,
)

_PASSING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


def is_passing(event: QFocusEvent) -> bool:
    """Whether the focus only goes to a menu or another window, and comes back."""
    return event.reason() in _PASSING


class TextEditor(QPlainTextEdit):
    """Plain text. Places in it are code points, as Python counts them.

    `lines` says whether the text may have lines of its own, `own_undo` whether the editor undoes
    letters itself; else undo belongs to the window.
    """

    typed = Signal(str)
    left = Signal()
    finished = Signal()  # Ctrl+Enter: what was typed is to be taken

    def __init__(
        self, parent: QWidget | None = None, *, lines: bool = True, own_undo: bool = False
    ) -> None:
        super().__init__(parent)
        self.lines = lines
        self._own_undo = own_undo
        self._text = ""
        self._opened = ""  # the text that Escape brings back
        self._spelling: SpellingMarks | None = None
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if not own_undo:
            leave_undo_to_the_window(self)
        self._caret_before = 0  # in units, to see which way the caret goes
        self.textChanged.connect(self._on_text_changed)
        self.cursorPositionChanged.connect(self._leave_flag)

    # -- the text -----------------------------------------------------------------------------

    def text(self) -> str:
        """Return the text, every character as it is."""
        return text_of(self.document())

    def put(self, text: str, caret: int | None = None) -> None:
        """Show a text without a signal; `caret` None leaves the caret where it is."""
        place = self.caret if caret is None else caret
        if text != self.text():
            with QSignalBlocker(self):
                put_text(self.document(), text)
            self._text = self._opened = text
            self.setTextCursor(cursor_at(self.document(), text, place))
            self.text_put()
        elif caret is not None:
            self.setTextCursor(cursor_at(self.document(), text, place))

    def text_put(self) -> None:
        """Follow a text that was put in by the program; for subclasses."""

    def insert(self, text: str) -> None:
        """Replace the selection by a text from outside."""
        cursor = self.textCursor()
        insert_text(cursor, as_taken(text, lines=self.lines))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        show_left_out(self, text)

    def give_up(self) -> bool:
        """Bring back the text that the editing began with; returns False if it is still there."""
        if self.isReadOnly() or self.text() == self._opened:
            return False
        self.selectAll()
        cursor = self.textCursor()
        insert_text(cursor, self._opened)
        self.setTextCursor(cursor)
        return True

    def _on_text_changed(self) -> None:
        """Report a changed text; composing a character changes the document, but not its text."""
        text = self.text()
        if text != self._text:
            self._text = text
            self.text_typed(text)
            self.typed.emit(text)

    def text_typed(self, text: str) -> None:
        """Follow what was typed before others are notified; for subclasses."""

    # -- the caret ----------------------------------------------------------------------------

    @property
    def caret(self) -> int:
        """Where the caret is."""
        return to_place(self.text(), self.textCursor().position())

    @property
    def selected(self) -> tuple[int, int]:
        """Start and end of what is selected."""
        return selection_in(self.textCursor(), self.text())

    def select(self, start: int, end: int | None = None) -> None:
        """Put the caret at a place, or select from there to `end`."""
        self.setTextCursor(cursor_at(self.document(), self.text(), start, end))

    def _leave_flag(self) -> None:
        """Take the caret out of the middle of a flag, the way it was going."""
        cursor = self.textCursor()
        forward, self._caret_before = cursor.position() > self._caret_before, cursor.position()
        text = cursor.block().text()
        span = flag_around(text, to_place(text, cursor.positionInBlock()))
        if span is not None:
            modes = QTextCursor.MoveMode
            mode = modes.KeepAnchor if cursor.hasSelection() else modes.MoveAnchor
            edge = to_units(text, span[1] if forward else span[0])
            cursor.setPosition(cursor.block().position() + edge, mode)
            self.setTextCursor(cursor)

    def _select_flag(self, find: FindFlag) -> bool:
        """Select the flag at the caret, to be deleted as a whole; False if there is none."""
        cursor = self.textCursor()
        if cursor.hasSelection() or self.isReadOnly():
            return False
        block, text = cursor.block().position(), cursor.block().text()
        span = find(text, to_place(text, cursor.positionInBlock()))
        if span is None:
            return False
        cursor.setPosition(block + to_units(text, span[0]))
        cursor.setPosition(block + to_units(text, span[1]), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        return True

    def content_height(self, most: float) -> float:
        """Return the height of the lines in pixels; it stops counting above `most`."""
        layout, block, height = self.document().documentLayout(), self.document().begin(), 0.0
        while block.isValid() and height <= most:
            height += layout.blockBoundingRect(block).height()
            block = block.next()
        return height

    def check_spelling(self, checker: SpellingChecker | None) -> None:
        """Underline what a checker finds misspelled from now on; None underlines nothing."""
        if self._spelling is not None:
            self._spelling.setDocument(None)
            self._spelling.deleteLater()
        self._spelling = SpellingMarks(self.document(), checker) if checker else None

    # -- keys ---------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Claim the keys of text editing before the window's commands get them."""
        if claims(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Insert line ends, delete an emoji as one character, go to the end on F2.

        Where nothing was typed, Escape is left to the dialog or view.
        """
        key, bare = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if finishes(event):
            self.finished.emit()
        elif key in ENTERS and self.lines and not self.isReadOnly():
            self.insert("\n")
        elif bare and self._select_sign(key):
            self.textCursor().removeSelectedText()
        elif key == Qt.Key.Key_F2 and bare:
            self.moveCursor(QTextCursor.MoveOperation.End)
        elif key == Qt.Key.Key_Escape and self.give_up():
            pass
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def _select_sign(self, key: int) -> bool:
        """Select the flag or emoji that a key deletes as a whole; False if there is none."""
        if key == Qt.Key.Key_Backspace:
            return self._is_behind_picture()
        return key == Qt.Key.Key_Delete and self._select_flag(flag_behind)

    def _is_behind_picture(self) -> bool:
        """Select an emoji before the caret, to be deleted as a whole; False if there is none."""
        if self._select_flag(flag_before):
            return True
        probe = self.textCursor()
        if probe.hasSelection() or self.isReadOnly():
            return False
        probe.movePosition(
            QTextCursor.MoveOperation.PreviousCharacter, QTextCursor.MoveMode.KeepAnchor
        )
        if not is_picture(selected_text(probe)):
            return False
        self.setTextCursor(probe)
        return True

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Insert what was composed by the rules of pasting, without control characters."""
        text = event.commitString()
        if text == as_taken(text, lines=self.lines) and "\u2029" not in text:
            super().inputMethodEvent(event)
            return
        rest = QInputMethodEvent(event.preeditString(), event.attributes())
        rest.setCommitString("", event.replacementStart(), event.replacementLength())
        super().inputMethodEvent(rest)
        self.insert(text)

    # -- clipboard and mouse ------------------------------------------------------------------

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste text only, never its formats."""
        self.insert(pasted_text(source))

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the selection, every character as it is."""
        data = QMimeData()
        data.setText(selected_text(self.textCursor()))
        return data

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the standard menu, without the editor's own undo where it has none."""
        menu = self.createStandardContextMenu(event.pos())
        if not self._own_undo:
            without_undo(menu)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the container unless there is something to scroll here."""
        if self.verticalScrollBar().maximum() == 0 or not self.hasFocus():
            event.ignore()
        else:
            super().wheelEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember the text that the editing begins with."""
        super().focusInEvent(event)
        if not is_passing(event):
            self._opened = self.text()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Report that the focus has left."""
        super().focusOutEvent(event)
        if not is_passing(event):
            self.left.emit()
