"""The commands of the Help menu, in its order."""

from laddereditor import program_version
from laddereditor.model.occupations.attribution import ATTRIBUTION
from laddereditor.presentation.commands.command import Command
from laddereditor.presentation.commands.enablement import always


def _about() -> tuple[str, str]:
    """Return the title and text of the About dialog."""
    text = "Career ladders in files that people share. MIT licence."
    return "About Ladder Editor", f"Ladder Editor {program_version()}\n\n{text}\n\n{ATTRIBUTION}"


HELP_MENU: tuple[Command, ...] = (
    Command(
        "help.palette",
        "Find a &command…",
        "Help",
        "Ctrl+Shift+P",
        "find",
        "Find a command by typing",
        act=lambda on: on.help.show_palette(),
        enabled=always,
    ),
    Command(
        "help.welcome",
        "Show the &welcome page",
        "Help",
        "",
        "",
        "Show the page of the first start",
        act=lambda on: on.pages.show_welcome(),
        enabled=always,
    ),
    Command(
        "help.shortcuts",
        "Show the &keyboard shortcuts",
        "Help",
        "F1",
        "keyboard",
        "List every shortcut",
        act=lambda on: on.help.show_shortcuts(),
        enabled=always,
    ),
    Command(
        "help.report",
        "&Report a problem…",
        "Help",
        "",
        "",
        "Show what is known of errors in the program, and copy it",
        act=lambda on: on.help.show_report(),
        enabled=always,
    ),
    Command(
        "help.about",
        "&About Ladder Editor",
        "Help",
        "",
        "help",
        "Version and licence",
        act=lambda on: on.dialogs.show_message(*_about()),
        enabled=always,
        separator=True,
    ),
)
