"""Typing by an input method on what is selected: the editing begins with what is composed.

Dead keys come as a commit, other input methods show what is being composed first. While they do,
the focus stays where it is: another focus would break the composition off. So the view takes the
events, and hands them to the editor that it has opened; once the sign is there, the editor gets
the focus. Qt does the same for editors that delegates open (`QAbstractItemView`).
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QAbstractItemView

from laddereditor.gui.text.editor import TextEditor


def hand_to_editor(view: QAbstractItemView, event: QInputMethodEvent, was_open: bool) -> None:
    """Hand a sign to the editor that Qt opened for it; Qt drops one that comes without composing.

    Args:
        view: A view whose delegate opens the editors.
        event: The event, after the view has taken it.
        was_open: Whether an editor was open before.
    """
    editor = view.indexWidget(view.currentIndex())
    if event.commitString() and not was_open and editor is not None:
        QCoreApplication.sendEvent(editor, event)


class Composing:
    """Hands what an input method composes on a view to the editor that it opens there."""

    def __init__(self, begin: Callable[[], TextEditor | None]) -> None:
        """Open the editor by `begin`, which gives None where nothing can be typed."""
        self._begin = begin
        self._editor: TextEditor | None = None
        self.is_under_way = False  # a sign is being composed: the view must keep the focus

    def stop(self) -> None:
        """Hand nothing on any more, as the person has moved on."""
        self._editor, self.is_under_way = None, False

    def take(self, event: QInputMethodEvent) -> bool:
        """Hand an event on; returns False if nothing can be typed here."""
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
        """Return what the editor answers while a sign is being composed, None else."""
        return self._editor.inputMethodQuery(query) if self._editor is not None else None
