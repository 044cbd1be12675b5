"""Every command of the program in one table: menus, toolbar, shortcuts and help read it."""

from laddereditor.presentation.commands.changes_menu import CHANGES_MENU
from laddereditor.presentation.commands.command import Command
from laddereditor.presentation.commands.compare_menu import COMPARE_MENU
from laddereditor.presentation.commands.edit_menu import EDIT_MENU
from laddereditor.presentation.commands.file_menu import FILE_MENU
from laddereditor.presentation.commands.go_menu import GO_MENU
from laddereditor.presentation.commands.help_menu import HELP_MENU
from laddereditor.presentation.commands.view_menu import VIEW_MENU

COMMANDS: tuple[Command, ...] = (
    *FILE_MENU,
    *EDIT_MENU,
    *VIEW_MENU,
    *COMPARE_MENU,
    *CHANGES_MENU,
    *GO_MENU,
    *HELP_MENU,
)
BY_ID = {command.id: command for command in COMMANDS}

__all__ = ["BY_ID", "COMMANDS", "Command"]
