"""The keys of the comparison, in one table: menus, tool tips and the guide read it too."""

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

KEYS = {
    "add": "Ctrl+Shift+A",
    "replace": "Ctrl+Shift+R",
    "baseline": "Ctrl+Shift+B",
    "move_left": "Ctrl+Shift+Left",
    "move_right": "Ctrl+Shift+Right",
    "remove_column": "Ctrl+Shift+Del",
    "copy_left": "Ctrl+L",
    "copy_right": "Ctrl+R",
    "give_back": "Ctrl+Shift+G",
    "go": "Ctrl+Return",
    "differences": "Ctrl+Shift+D",
    "fold": "Ctrl+Shift+Up",
    "unfold": "Ctrl+Shift+Down",
    "next_difference": "F7",
    "previous_difference": "Shift+F7",
    "next_section": "Ctrl+Down",
    "previous_section": "Ctrl+Up",
    "copy_table": "Ctrl+T",
}


def _combination(keys: str) -> QKeyCombination:
    first: QKeyCombination = QKeySequence(keys)[0]  # type: ignore[index]
    return first


_PAD = Qt.KeyboardModifier.KeypadModifier
_BY_KEYS = {_combination(keys): name for name, keys in KEYS.items()}


def action_of(event: QKeyEvent) -> str:
    """Return what a key stands for, "" for nothing."""
    pressed = QKeyCombination(event.modifiers() & ~_PAD, Qt.Key(event.key()))
    return _BY_KEYS.get(pressed, "")


def keys_of(name: str) -> str:
    """Return the keys of an action as the platform writes them."""
    return QKeySequence(KEYS[name]).toString(QKeySequence.SequenceFormat.NativeText)
