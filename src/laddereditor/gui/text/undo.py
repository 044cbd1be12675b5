"""Keeps an editor's own undo out of the way: Ctrl+Z belongs to the window."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QWidget

_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_KEYS = ((Qt.Key.Key_Z, _CTRL), (Qt.Key.Key_Z, _CTRL | _SHIFT), (Qt.Key.Key_Y, _CTRL))


def is_undo_or_redo(event: QKeyEvent) -> bool:
    """Whether a key asks for undo or redo, by the platform's keys or the program's."""
    standard = QKeySequence.StandardKey
    if event.matches(standard.Undo) or event.matches(standard.Redo):
        return True
    return (event.key(), event.modifiers()) in _KEYS


def is_redo(event: QKeyEvent) -> bool:
    """Whether a key asks for redo."""
    return event.matches(QKeySequence.StandardKey.Redo) or (
        (event.key(), event.modifiers()) in _KEYS[1:]
    )


class _UndoFilter(QObject):
    def __init__(self, widget: QWidget, own: Callable[[QKeyEvent], bool]) -> None:
        super().__init__(widget)
        self._own = own

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if not isinstance(event, QKeyEvent) or event.type() not in kinds:
            return False
        if is_undo_or_redo(event) and not self._own(event):
            # Not accepted, so that the window's action gets the key, or else the parent.
            event.ignore()
            return True
        return False


def leave_undo_to_the_window(
    widget: QWidget, own: Callable[[QKeyEvent], bool] = lambda _event: False
) -> None:
    """Keep the undo and redo keys from a text editor, so that the window's actions get them.

    The editor has those that `own` says so of: it holds what no ladder holds yet.
    """
    widget.installEventFilter(_UndoFilter(widget, own))
    if isinstance(widget, QPlainTextEdit):
        widget.setUndoRedoEnabled(False)


def without_undo(menu: QMenu) -> QMenu:
    """Take undo and redo out of an editor's standard context menu."""
    for action in menu.actions()[:2]:
        if action.objectName() in ("edit-undo", "edit-redo"):
            menu.removeAction(action)
    first = menu.actions()[:1]
    if first and first[0].isSeparator():
        menu.removeAction(first[0])
    return menu
