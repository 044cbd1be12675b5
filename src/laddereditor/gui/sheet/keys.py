"""What keys mean on the cells of a sheet, the same in every view."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

SheetKey = Literal["open", "clear", "copy", "cut", "paste", "all"]
_KEY = Qt.Key
_STANDARD = QKeySequence.StandardKey
_CHORDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
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
    return next((meaning for keys, meaning in _CHORDED if event.matches(keys)), None)
