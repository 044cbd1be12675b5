"""Input methods on a selected cell or row: editing starts with the composed text.

Dead keys come as a commit, other input methods show what is being composed first. While they do,
the focus stays where it is, because moving it would cancel the composition. So the view takes the
events and passes them to the editor that it has opened; once the character is complete, the editor
gets the focus. Qt does the same for editors that delegates open (`QAbstractItemView`).
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QAbstractItemView

from laddereditor.gui.text.editor import TextEditor


def hand_to_editor(view: QAbstractItemView, event: QInputMethodEvent, was_open: bool) -> None:
    """Pass a committed character to the editor that Qt opened for it; Qt itself would lose it.

    Args:
        view: A view whose delegate opens the editors.
        event: The event, after the view has taken it.
        was_open: Whether an editor was open before.
    """
    editor = view.indexWidget(view.currentIndex())
    if event.commitString() and not was_open and editor is not None:
        QCoreApplication.sendEvent(editor, event)


class Composing:
    """Passes what an input method composes on a view to the editor that it opens there."""

    def __init__(self, begin: Callable[[], TextEditor | None]) -> None:
        """Open the editor by `begin`, which gives None where nothing can be typed."""
        self._begin = begin
        self._editor: TextEditor | None = None
        self.is_under_way = False  # a character is being composed: the view must keep the focus

    def stop(self) -> None:
        """Stop passing events on, because the focus has left."""
        self._editor, self.is_under_way = None, False

    def take(self, event: QInputMethodEvent) -> bool:
        """Pass an event on; return False if nothing can be typed here."""
        commits, composes = bool(event.commitString()), bool(event.preeditString())
        if self._editor is None:
            if not commits and not composes:
                return False
            self.is_under_way = True
            self._editor = self._begin()
        editor = self._editor
        if editor is None:
            self.is_under_way = False
            return False
        QCoreApplication.sendEvent(editor, event)
        if commits or not composes:
            self.stop()
            if editor.isVisible():
                editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def answer(self, query: Qt.InputMethodQuery) -> Any:
        """Return the editor's answer while a character is being composed, else None."""
        return self._editor.inputMethodQuery(query) if self._editor is not None else None
