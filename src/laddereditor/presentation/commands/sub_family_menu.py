"""The commands of the Edit menu that make and undo sub-families."""

from laddereditor.presentation.commands.command import Command
from laddereditor.presentation.commands.enablement import (
    can_edit_selected,
    can_fold,
    can_leave_parent,
)

SUB_FAMILY_COMMANDS: tuple[Command, ...] = (
    Command(
        "edit.move_under",
        "&Move under another family…",
        "Edit",
        "",
        "",
        "Make the selected families sub-families of another one",
        act=lambda on: on.tree.move_under(),
        enabled=can_edit_selected,
        separator=True,
    ),
    Command(
        "edit.make_sub_family",
        "Mak&e a sub-family of differences…",
        "Edit",
        "",
        "",
        "Let the selected family inherit from another one and store only what differs",
        act=lambda on: on.tree.make_sub_family(),
        enabled=can_edit_selected,
    ),
    Command(
        "edit.leave_parent",
        "Make a fam&ily of its own",
        "Edit",
        "",
        "",
        "Take the selected sub-family out of its parent; it keeps what it inherits",
        act=lambda on: on.tree.leave_parent(),
        enabled=can_leave_parent,
        why_not=lambda now: now.no_part,
    ),
    Command(
        "edit.fold_back",
        "Fold into the parent famil&y",
        "Edit",
        "",
        "",
        "Let the parent of the selected sub-family take over all that it says",
        act=lambda on: on.tree.fold_back(),
        enabled=can_fold,
        why_not=lambda now: now.no_fold,
    ),
)
