"""The editor of one line of text; it keeps every character, and cleans what is inserted."""

from itertools import takewhile

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from laddereditor.gui.clipboard.clipboard import is_from_here
from laddereditor.gui.look.icons import icon
from laddereditor.gui.text.editor import is_passing
from laddereditor.gui.text.notice import show_left_out
from laddereditor.gui.text.pasting import as_taken, pasted_text
from laddereditor.gui.text.undo import is_redo, leave_undo_to_the_window, without_undo
from laddereditor.presentation.text.units import (
    FindFlag,
    flag_around,
    flag_before,
    flag_behind,
    is_picture,
    to_place,
    to_units,
)

_KEYS = QKeySequence.StandardKey
_CLEAR = "_q_qlineeditclearaction"  # Qt's name of the action behind the button that empties a line
_RESTYLE = (QEvent.Type.PaletteChange, QEvent.Type.StyleChange)
_MAXIMUM = 100_000_000  # UTF-16 units; Qt cuts longer texts off, at 32,767 by default


def _inserted(before: str, after: str, caret: int) -> tuple[str, str, str]:
    """Return a text in three pieces, the middle one what was put into it; the caret is behind."""
    end = after[caret:]
    both = zip(before.removesuffix(end), after[:caret], strict=False)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], both))
    return after[:same], after[same:caret], end


class LineEditor(QLineEdit):
    """One line of text, for dialogs and filters. Line ends that are pasted become spaces."""

    typed = Signal(str)

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(_MAXIMUM)
        self.setText(text)
        self._before = text  # the text before what is typed or pasted next
        self._opened = text  # the text that Escape brings back
        self.textChanged.connect(self._on_changed)
        self.textEdited.connect(self._on_edited)
        self.cursorPositionChanged.connect(self._leave_flag)

    # -- the button that empties the line -----------------------------------------------------

    def show_clear_button(self) -> None:
        """Show the button that empties the line, with the program's own picture."""
        self.setClearButtonEnabled(True)
        self._style_clear_button()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the colours."""
        super().changeEvent(event)
        if event.type() in _RESTYLE:
            self._style_clear_button()

    def _style_clear_button(self) -> None:
        if self.isClearButtonEnabled():
            action = self.findChild(QAction, _CLEAR)
            if isinstance(action, QAction):
                action.setIcon(icon("close-small", "text_muted"))

    # -- text and caret -----------------------------------------------------------------------

    @property
    def caret(self) -> int:
        """Where the caret is, in code points."""
        return to_place(self.text(), self.cursorPosition())

    def put_caret(self, place: int) -> None:
        """Put the caret at a place in code points."""
        self.setCursorPosition(to_units(self.text(), place))

    def put(self, text: str) -> None:
        """Show a text without a signal; the caret stays where it is."""
        if text == self.text():
            return
        with QSignalBlocker(self):
            caret = self.caret
            self.setText(text)
            self.put_caret(caret if self.hasFocus() else 0)
        self._before = self._opened = text

    def give_up(self) -> bool:
        """Bring back the text that the editing began with; returns False if it is still there."""
        if self.isReadOnly() or self.text() == self._opened:
            return False
        self.selectAll()
        self.insert(self._opened)
        return True

    def _on_edited(self, text: str) -> None:
        """Clean inserted text by the common rules, however it was inserted."""
        if as_taken(text, lines=False) != text:
            start, inserted, end = _inserted(self._before, text, self.caret)
            taken = as_taken(inserted, lines=False)
            if taken != inserted:
                self.setText(start + taken + end)
                self.put_caret(len(start + taken))
                self.setModified(True)
                show_left_out(self, inserted)
                text = self.text()
        self.typed.emit(text)

    def _on_changed(self) -> None:
        self._before = self.text()

    # -- keys and clipboard -------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember the text that the editing begins with."""
        super().focusInEvent(event)
        if not is_passing(event):
            self._opened = self.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste by the common rules, delete an emoji as one character, go to the end on F2.

        Where nothing was typed, Escape is left to the dialog or view.
        """
        bare = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if event.matches(_KEYS.Paste) and not self.isReadOnly():
            self.paste_text()
        elif bare and self._select_sign(event.key()):
            self.del_()
        elif event.key() == Qt.Key.Key_F2 and bare:
            self.end(False)
        elif event.key() == Qt.Key.Key_Escape and self.give_up():
            pass
        elif event.matches(_KEYS.MoveToStartOfDocument):  # a table would take these two
            self.home(False)
        elif event.matches(_KEYS.MoveToEndOfDocument):
            self.end(False)
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
        if self.hasSelectedText() or self.isReadOnly():
            return False
        place = self.cursorPosition()
        with QSignalBlocker(self):
            self.cursorBackward(True)
            if is_picture(self.selectedText()):
                return True
            self.setCursorPosition(place)
        return False

    def _leave_flag(self, before: int, now: int) -> None:
        """Take the caret out of the middle of a flag, the way it was going."""
        text = self.text()
        span = flag_around(text, to_place(text, now))
        if span is None:
            return
        edge = to_units(text, span[1] if now > before else span[0])
        if not self.hasSelectedText():
            self.setCursorPosition(edge)
            return
        start, end = self.selectionStart(), self.selectionEnd()
        anchor = start if end == now else end
        self.setSelection(anchor, edge - anchor)

    def _select_flag(self, find: FindFlag) -> bool:
        """Select the flag at the caret, to be deleted as a whole; False if there is none."""
        if self.hasSelectedText() or self.isReadOnly():
            return False
        text = self.text()
        span = find(text, to_place(text, self.cursorPosition()))
        if span is not None:
            start, end = (to_units(text, place) for place in span)
            with QSignalBlocker(self):
                self.setSelection(start, end - start)
        return span is not None

    def paste_text(self) -> None:
        """Paste the clipboard; a single spreadsheet cell loses its quotes and line end."""
        self.insert(pasted_text())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the standard menu, its entry for pasting doing what the key does."""
        menu = self.standard_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def standard_menu(self) -> QMenu:
        """Return the menu of a line."""
        menu = self.createStandardContextMenu()
        for action in menu.actions():
            if action.objectName() == "edit-paste" and is_from_here():
                action.triggered.disconnect()
                action.triggered.connect(lambda _=False: self.paste_text())
        return menu


class FilterLine(LineEditor):
    """A line that filters something: Escape empties it."""

    def give_up(self) -> bool:
        """Empty the line; returns False if it is empty already."""
        if not self.text():
            return False
        self.clear()
        return True


class LineInput(LineEditor):
    """A line of a form or a table, whose undo belongs to the window.

    With `late`, its text is taken only when the person is done: until then it undoes letters
    itself.
    """

    left = Signal()
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None, *, late: bool = False) -> None:
        super().__init__("", parent)
        self._late = late
        leave_undo_to_the_window(self, self._has_own_undo)

    def _has_own_undo(self, event: QKeyEvent) -> bool:
        if is_redo(event):
            return self._late and self.isRedoAvailable()
        return self._late and self.isModified() and self.isUndoAvailable()

    def give_up(self) -> bool:
        """Report Escape; the field knows its former value."""
        self.given_up.emit()
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Report that the focus has left."""
        super().focusOutEvent(event)
        if not is_passing(event):
            self.left.emit()

    def standard_menu(self) -> QMenu:
        """Return the menu of a line without its own undo."""
        return without_undo(super().standard_menu())
