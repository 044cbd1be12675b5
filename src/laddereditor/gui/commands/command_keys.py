"""The keys of commands as Qt reads and writes them."""

from collections.abc import Mapping

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from laddereditor.presentation.commands import BY_ID, COMMANDS, Command

_PAD = Qt.KeyboardModifier.KeypadModifier
_NATIVE = QKeySequence.SequenceFormat.NativeText


def combinations(command: Command) -> list[QKeyCombination]:
    """Return the key combinations of a command."""
    return [QKeyCombination(QKeySequence(keys)[0]) for keys in command.shortcut.split("; ") if keys]  # type: ignore[index]


def keys_by_scope(scope: str) -> Mapping[QKeyCombination, str]:
    """Return the commands whose keys work in one view, by their keys."""
    return {
        keys: command.id
        for command in COMMANDS
        if command.scope == scope
        for keys in combinations(command)
    }


def pressed(event: QKeyEvent) -> QKeyCombination:
    """Return the pressed combination; a key of the keypad counts as the ordinary key."""
    return QKeyCombination(event.modifiers() & ~_PAD, Qt.Key(event.key()))


def native_keys(keys: str) -> str:
    """Return keys as the platform writes them."""
    return "  or  ".join(QKeySequence(each).toString(_NATIVE) for each in keys.split("; "))


def first_keys(command_id: str) -> str:
    """Return the first keys of a command as the platform writes them, "" for none."""
    return native_keys(BY_ID[command_id].shortcut.split("; ")[0])
