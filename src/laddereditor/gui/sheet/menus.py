"""Menus of sheets: what the keys do, with the keys named."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QMenu, QWidget

from laddereditor.gui.commands.command_keys import native_keys
from laddereditor.gui.look.icons import icon
from laddereditor.presentation.commands import BY_ID


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """An entry of a menu.

    Attributes:
        words: What is shown, with & before the letter that chooses it.
        act: Called when it is chosen.
        picture: The name of an icon, "" for none.
        keys: The keys that do the same, as `QKeySequence` reads them.
        enabled: Whether it can be chosen.
        name: Its object name.
    """

    words: str
    act: Callable[[], object]
    picture: str = ""
    keys: str = ""
    enabled: bool = True
    name: str = ""


def of_command(command_id: str, act: Callable[[], object], *, enabled: bool = True) -> MenuEntry:
    """Return an entry that looks like a command; the keys are shown but work elsewhere.

    Args:
        command_id: The id of the command.
        act: Called when the entry is chosen.
        enabled: Whether it can be chosen.
    """
    command = BY_ID[command_id]
    keys = command.shortcut.split("; ")[0]
    return MenuEntry(command.text, act, command.icon, keys, enabled, command_id)


SEPARATOR = MenuEntry("", lambda: None)


def make_menu(entries: Sequence[MenuEntry], parent: QWidget) -> QMenu:
    """Return a menu of entries; an entry without words is a line between others."""
    menu = QMenu(parent)
    for entry in entries:
        if not entry.words:
            menu.addSeparator()
            continue
        keys = f"\t{native_keys(entry.keys)}" if entry.keys else ""
        action = menu.addAction(entry.words + keys)
        if entry.picture:
            action.setIcon(icon(entry.picture))
        action.setObjectName(entry.name)
        action.setEnabled(entry.enabled)
        action.triggered.connect(lambda _=False, act=entry.act: act())
    return menu
