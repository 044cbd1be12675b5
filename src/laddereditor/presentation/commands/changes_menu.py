"""The commands of the Changes menu, in its order."""

from laddereditor.presentation.commands.command import Command
from laddereditor.presentation.commands.enablement import can_edit

CHANGES_MENU: tuple[Command, ...] = (
    Command(
        "changes.saved",
        "&Show changes since the last save",
        "Changes",
        "Ctrl+Shift+H",
        "changes",
        "See what you changed since the ladder was saved",
        act=lambda on: on.pages.changes().show_saved(),
    ),
    Command(
        "changes.source",
        "Show &changes since…",
        "Changes",
        "",
        "history",
        "See what changed since a version, an earlier file or another open ladder",
        act=lambda on: on.pages.changes().choose_source(),
    ),
    Command(
        "changes.review",
        "&Review changes from…",
        "Changes",
        "Ctrl+Shift+T",
        "open",
        "Look through a colleague's copy and take what you like of it",
        act=lambda on: on.pages.changes().ask_review(),
        enabled=can_edit,
    ),
    Command(
        "changes.merge",
        "&Merge with a copy…",
        "Changes",
        "Ctrl+Shift+M",
        "",
        "Join the ladder with a colleague's copy of it; what differs is asked",
        act=lambda on: on.copies.merge(),
        enabled=can_edit,
    ),
    Command(
        "changes.next",
        "Go to the &next change",
        "Changes",
        "F7",
        "next",
        "Go to the next change",
        act=lambda on: on.pages.changes().step(+1),
        separator=True,
    ),
    Command(
        "changes.previous",
        "Go to the &previous change",
        "Changes",
        "Shift+F7",
        "previous",
        "Go to the change before",
        act=lambda on: on.pages.changes().step(-1),
    ),
    Command(
        "changes.note",
        "&Write a change note…",
        "Changes",
        "",
        "note",
        "What changed for whom, to be sent or pasted into a text",
        act=lambda on: on.pages.changes().export_note(),
        separator=True,
    ),
)
