"""The commands of the Go menu, in its order."""

from laddereditor.presentation.commands.command import Command

GO_MENU: tuple[Command, ...] = (
    Command(
        "go.back", "Go &back", "Go", "Alt+Left", "previous", "Show what was shown before", "own"
    ),
    Command("go.forward", "Go &forward", "Go", "Alt+Right", "next", "Go forward again", "own"),
    Command(
        "go.next_section",
        "Go to the next &section",
        "Go",
        "Alt+PgDown",
        "",
        "Go to the next section of the form",
        separator=True,
    ),
    Command(
        "go.previous_section",
        "Go to the previous s&ection",
        "Go",
        "Alt+PgUp",
        "",
        "Go to the section of the form before",
    ),
    Command(
        "go.next_problem",
        "Go to the &next problem",
        "Go",
        "F8",
        "",
        "Go to the next finding",
        separator=True,
    ),
    Command(
        "go.previous_problem",
        "Go to the &previous problem",
        "Go",
        "Shift+F8",
        "",
        "Go to the finding before",
    ),
    Command(
        "go.next_ladder",
        "Show the next &ladder",
        "Go",
        "Ctrl+Tab; Ctrl+PgDown",
        "",
        "Show the next open ladder",
        separator=True,
    ),
    Command(
        "go.previous_ladder",
        "Show the previous l&adder",
        "Go",
        "Ctrl+Shift+Tab; Ctrl+PgUp",
        "",
        "Show the open ladder before",
    ),
)
