"""A button of the Compare view for a command of the window."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget

from laddereditor.gui.commands.command_keys import first_keys
from laddereditor.gui.look.escaping import plain
from laddereditor.gui.look.icons import set_icon
from laddereditor.presentation.commands import BY_ID


def command_button(
    command_id: str, words: str, wanted: Callable[[str], object], parent: QWidget, *, name: str
) -> QToolButton:
    """Return a button with the icon, the tip and the keys of a command.

    Args:
        command_id: The command. If it is a switch, whoever asks makes the button checkable.
        words: What is written on the button; "" for the icon alone.
        wanted: Called with the id on a click, unless the command is a switch.
        parent: The widget that the button is in.
        name: The first part of the button's object name.
    """
    command, keys = BY_ID[command_id], first_keys(command_id)
    button = QToolButton(parent)
    button.setObjectName(f"{name}.{command_id}")
    set_icon(button, command.icon)
    button.setText(words)
    button.setAccessibleName(words or plain(command.text))
    button.setToolTip(f"{command.tip} ({keys})" if keys else command.tip)
    if command.checked is None:
        button.clicked.connect(lambda _=False: wanted(command_id))
    if words:
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return button
