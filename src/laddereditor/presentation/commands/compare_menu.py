"""The commands of the Compare menu, in its order."""

from laddereditor.presentation.commands.command import Command

COMPARE_MENU: tuple[Command, ...] = (
    Command(
        "compare.next",
        "Compare with the &next level",
        "Compare",
        "Ctrl+K",
        "compare",
        "Compare the selected profile or level with the next one of its track",
        act=lambda on: on.pages.compare().compare_with_next(on.trail.address),
        toolbar=True,
        label="Compare",
    ),
    Command(
        "compare.track",
        "Compare the whole &track",
        "Compare",
        "Ctrl+Shift+K",
        "track",
        "Compare all levels of the selected family, or all generic levels of a track",
        act=lambda on: on.pages.compare().compare_track(on.trail.address),
    ),
    Command(
        "compare.selected",
        "Compare what is &selected",
        "Compare",
        "Ctrl+J",
        "",
        "Compare the profiles and levels that are selected in the tree",
        act=lambda on: on.pages.compare().compare_addresses(on.tree.selected_addresses()),
    ),
    Command(
        "compare.add",
        "Add a &column…",
        "Compare",
        "Ctrl+Shift+A",
        "add",
        "Choose a profile or level by typing, from any open ladder",
        act=lambda on: on.pages.compare().pick(),
    ),
    Command(
        "compare.copy",
        "Copy as a ta&ble",
        "Compare",
        "Ctrl+T",
        "copy",
        "Copy the comparison to paste it into a text or a spreadsheet",
        act=lambda on: on.pages.compare().copy(),
        separator=True,
    ),
)
