"""Entries of context menus that look like commands: words, icon and keys are from the table."""

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from laddereditor.gui.commands.command_keys import first_keys
from laddereditor.gui.look.icons import icon
from laddereditor.presentation.commands import BY_ID


def add_command(
    menu: QMenu,
    command_id: str,
    act: Callable[[], object],
    words: str = "",
    *,
    enabled: bool = True,
) -> QAction:
    """Add an entry, perhaps in other words. Its keys are shown but work elsewhere.

    Args:
        menu: The menu.
        command_id: The command, such as `edit.copy`.
        act: Is called when it is chosen.
        words: Its words if they differ from those of the command.
        enabled: Whether it can be used.
    """
    command, keys = BY_ID[command_id], first_keys(command_id)
    text = words or command.text
    action = menu.addAction(f"{text}\t{keys}" if keys else text, act)
    if command.icon:
        action.setIcon(icon(command.icon))
    action.setObjectName(command_id)
    action.setEnabled(enabled)
    action.setToolTip(command.tip)
    return action
