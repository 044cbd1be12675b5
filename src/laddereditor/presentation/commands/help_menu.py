"""The commands of the Help menu, in its order."""

from laddereditor.presentation.commands.command import Command

HELP_MENU: tuple[Command, ...] = (
    Command(
        "help.palette",
        "Find a &command…",
        "Help",
        "Ctrl+Shift+P",
        "find",
        "Find a command by typing",
        "always",
    ),
    Command(
        "help.welcome",
        "Show the &welcome page",
        "Help",
        "",
        "",
        "Show the page of the first start",
        "always",
    ),
    Command(
        "help.shortcuts",
        "Show the &keyboard shortcuts",
        "Help",
        "F1",
        "keyboard",
        "List every shortcut",
        "always",
    ),
    Command(
        "help.report",
        "&Report a problem…",
        "Help",
        "",
        "",
        "Show what is known of errors in the program, and copy it",
        "always",
    ),
    Command(
        "help.about",
        "&About Ladder Editor",
        "Help",
        "",
        "help",
        "Version and licence",
        "always",
        separator=True,
    ),
)
