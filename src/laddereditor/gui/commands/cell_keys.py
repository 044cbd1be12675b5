"""What keys mean on the cells of a sheet; it is the same in every view."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

SheetKey = Literal["open", "clear", "copy", "cut", "paste", "all", "go", "give_back"]
_KEY = Qt.Key
_STANDARD = QKeySequence.StandardKey
_CHORDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_PAD = Qt.KeyboardModifier.KeypadModifier
_BARE: dict[int, SheetKey] = {
    _KEY.Key_Return: "open",
    _KEY.Key_Enter: "open",
    _KEY.Key_F2: "open",
    _KEY.Key_Space: "open",
    _KEY.Key_Delete: "clear",
    _KEY.Key_Backspace: "clear",
}
_CHORDED: tuple[tuple[QKeySequence.StandardKey, SheetKey], ...] = (
    (_STANDARD.Copy, "copy"),
    (_STANDARD.Cut, "cut"),
    (_STANDARD.Paste, "paste"),
    (_STANDARD.SelectAll, "all"),
)


def sheet_key(event: QKeyEvent) -> SheetKey | None:
    """Return what a key means on a cell, None if it means nothing there."""
    if not event.modifiers() & _CHORDS:
        return _BARE.get(event.key())
    chord, key = event.modifiers() & ~_PAD, event.key()
    if chord == _CTRL and key in (_KEY.Key_Return, _KEY.Key_Enter):
        return "go"
    if chord == _CTRL | _SHIFT and key == _KEY.Key_G:
        return "give_back"
    return next((meaning for keys, meaning in _CHORDED if event.matches(keys)), None)
