"""The commands of the Go menu, in its order."""

from laddereditor.presentation.commands.command import Command

GO_MENU: tuple[Command, ...] = (
    Command("go.back", "&Back", "Go", "Alt+Left", "previous", "Show what was shown before", "own"),
    Command("go.forward", "&Forward", "Go", "Alt+Right", "next", "Go forward again", "own"),
    Command(
        "go.next_problem", "&Next problem", "Go", "F8", "", "Go to the next finding", separator=True
    ),
    Command(
        "go.previous_problem", "&Previous problem", "Go", "Shift+F8", "", "Go to the finding before"
    ),
    Command(
        "go.next_ladder",
        "Next &ladder",
        "Go",
        "Ctrl+Tab; Ctrl+PgDown",
        "",
        "Show the next open ladder",
        separator=True,
    ),
    Command(
        "go.previous_ladder",
        "Previous l&adder",
        "Go",
        "Ctrl+Shift+Tab; Ctrl+PgUp",
        "",
        "Show the open ladder before",
    ),
)
