"""What keys mean while a text is edited: one table for every cell and field.

`docs/guide.md` has the table for people; this module is what the editors go by.
"""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

_KEY = Qt.Key
ENTERS = (_KEY.Key_Return, _KEY.Key_Enter)
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_PAD = Qt.KeyboardModifier.KeypadModifier
# Keys that the window has commands for, but that mean the text while one is edited.
_OF_TEXT = (*ENTERS, _KEY.Key_Tab, _KEY.Key_Backtab, _KEY.Key_Escape, _KEY.Key_Delete, _KEY.Key_F2)


@dataclass(frozen=True, slots=True)
class Ending:
    """How the editing of a cell ends.

    Attributes:
        taken: Whether what was typed is taken; else the cell stays as it was.
        down: Cells to go down afterwards, negative for up.
        right: Cells to go to the right afterwards, negative for left.
        fills: Whether all selected cells take the text.
    """

    taken: bool
    down: int = 0
    right: int = 0
    fills: bool = False


GIVEN_UP = Ending(taken=False)
TAKEN = Ending(taken=True)


def ending_of(event: QKeyEvent) -> Ending | None:
    """Return how a key ends the editing of a cell, or None if editing continues."""
    key, modifiers = event.key(), event.modifiers() & ~_PAD
    back = bool(modifiers & _SHIFT)
    if key == _KEY.Key_Escape:
        return GIVEN_UP
    if key in (_KEY.Key_Tab, _KEY.Key_Backtab) and not modifiers & (_CTRL | _ALT):
        return Ending(taken=True, right=-1 if back or key == _KEY.Key_Backtab else 1)
    if key not in ENTERS or modifiers & _ALT:
        return None
    if modifiers & _CTRL:
        return Ending(taken=True, fills=True)
    return Ending(taken=True, down=-1 if back else 1)


def finishes(event: QKeyEvent) -> bool:
    """Whether a key takes a text in which Enter starts a line: Ctrl+Enter."""
    return event.key() in ENTERS and bool(event.modifiers() & _CTRL)


def starts_line(event: QKeyEvent) -> bool:
    """Whether a key starts a new line in the text of a cell: Alt+Enter."""
    return event.key() in ENTERS and bool(event.modifiers() & _ALT)


def is_typed(event: QKeyEvent) -> bool:
    """Whether a key types a character, and so starts editing the selected cell or row."""
    chord = event.modifiers() & (_CTRL | _ALT)
    altgr = chord == (_CTRL | _ALT)  # as Windows reports it
    return bool(event.text()) and event.text().isprintable() and (not chord or altgr)


def claims(event: QEvent) -> bool:
    """Whether a `ShortcutOverride` event is about a key of text editing rather than a command."""
    is_override = event.type() == QEvent.Type.ShortcutOverride
    if not is_override or not isinstance(event, QKeyEvent) or event.key() not in _OF_TEXT:
        return False
    return not event.modifiers() & ~(_SHIFT | _ALT | _PAD) or event.key() in ENTERS
