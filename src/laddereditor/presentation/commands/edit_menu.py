"""The commands of the Edit menu, in its order."""

from typing import TYPE_CHECKING

from laddereditor.presentation.commands.command import Command
from laddereditor.presentation.commands.enablement import (
    can_edit,
    can_edit_selected,
    can_edit_several,
    can_redo,
    can_undo,
)
from laddereditor.presentation.commands.situation import naming
from laddereditor.presentation.commands.sub_family_menu import SUB_FAMILY_COMMANDS
from laddereditor.presentation.commands.targets import Targets, with_session

if TYPE_CHECKING:
    from laddereditor.session.session import Session


def _undo(on: Targets) -> None:
    if not on.pages.undo():
        with_session(_undo_edit)(on)


def _redo(on: Targets) -> None:
    if not on.pages.redo():
        with_session(_redo_edit)(on)


def _undo_edit(on: Targets, session: "Session") -> None:
    from laddereditor.presentation.commands.undo_guard import (
        undo,  # the first view of the window needs none
    )

    if not on.trail.corrected_pairs.undo(session):
        undo(on.dialogs, session)


def _redo_edit(on: Targets, session: "Session") -> None:
    if not on.trail.corrected_pairs.redo(session):
        session.redo()


def _find(on: Targets) -> None:
    """Search the page that has the focus; one without a find bar leaves it to the tree."""
    if not on.pages.find():
        on.tree.focus_filter()


EDIT_MENU: tuple[Command, ...] = (
    Command(
        "edit.undo",
        "&Undo",
        "Edit",
        "Ctrl+Z",
        "undo",
        "Take the last change back",
        act=_undo,
        enabled=can_undo,
        words=lambda now: naming("&Undo", now.undo),
        toolbar=True,
    ),
    Command(
        "edit.redo",
        "&Redo",
        "Edit",
        "Ctrl+Shift+Z; Ctrl+Y",
        "redo",
        "Make the change again",
        act=_redo,
        enabled=can_redo,
        words=lambda now: naming("&Redo", now.redo),
        toolbar=True,
    ),
    Command(
        "edit.cut",
        "Cu&t",
        "Edit",
        "Ctrl+X",
        "cut",
        "Cut the selected entries",
        act=lambda on: on.tree.cut(),
        enabled=can_edit_selected,
        scope="tree",
        separator=True,
    ),
    Command(
        "edit.copy",
        "&Copy",
        "Edit",
        "Ctrl+C",
        "copy",
        "Copy the selected entries",
        act=lambda on: on.tree.copy(),
        scope="tree",
    ),
    Command(
        "edit.paste",
        "&Paste",
        "Edit",
        "Ctrl+V",
        "paste",
        "Paste entries here",
        act=lambda on: on.tree.paste(),
        enabled=can_edit,
        scope="tree",
    ),
    Command(
        "edit.add",
        "&Add…",
        "Edit",
        "Ctrl+Shift+N",
        "add",
        "Add what belongs at the selected place",
        act=lambda on: on.tree.add(),
        enabled=can_edit,
        toolbar=True,
        label="Add",
        separator=True,
    ),
    Command(
        "edit.add_to_all",
        "Add a statement t&o all…",
        "Edit",
        "Ctrl+Shift+J",
        "",
        "Add one statement to a list of all selected profiles or levels",
        act=lambda on: on.pages.show_form(),
        enabled=can_edit_several,
    ),
    Command(
        "edit.rename",
        "Re&name…",
        "Edit",
        "F2",
        "rename",
        "Rename the selected entry, everywhere",
        act=lambda on: on.tree.rename(),
        enabled=can_edit_selected,
        scope="tree",
    ),
    Command(
        "edit.duplicate",
        "&Duplicate",
        "Edit",
        "Ctrl+D",
        "duplicate",
        "Copy the selected entries beside themselves",
        act=lambda on: on.tree.duplicate(),
        enabled=can_edit_selected,
    ),
    Command(
        "edit.delete",
        "De&lete",
        "Edit",
        "Del",
        "delete",
        "Delete the selected entries",
        act=lambda on: on.tree.delete(),
        enabled=can_edit_selected,
        scope="tree",
    ),
    Command(
        "edit.move_up",
        "Mo&ve up",
        "Edit",
        "Alt+Up",
        "move-up",
        "Move the selected entries up",
        act=lambda on: on.tree.move_up(),
        enabled=can_edit_selected,
        separator=True,
    ),
    Command(
        "edit.move_down",
        "Move do&wn",
        "Edit",
        "Alt+Down",
        "move-down",
        "Move the selected entries down",
        act=lambda on: on.tree.move_down(),
        enabled=can_edit_selected,
    ),
    *SUB_FAMILY_COMMANDS,
    Command(
        "edit.find",
        "&Find",
        "Edit",
        "Ctrl+F",
        "find",
        "Search Compare or the matrix while you are in it; elsewhere filter the tree",
        act=_find,
        separator=True,
    ),
    Command(
        "edit.comment",
        "Add a comment on t&his…",
        "Edit",
        "Shift+F3",
        "comment",
        "Comment on the statement or field you are in, or on the selected entry",
        act=lambda on: on.comments.add(),
        enabled=can_edit,
        separator=True,
    ),
    Command(
        "edit.take_back",
        "Take an accepted finding &back…",
        "Edit",
        "",
        "",
        "Let a finding that was accepted be checked again",
        act=lambda on: on.problems.revoke_acceptance(),
        enabled=can_edit,
        separator=True,
    ),
    Command(
        "edit.severity",
        "Change the &severity of a rule…",
        "Edit",
        "",
        "",
        "Make the findings of a rule errors, warnings or hints, or switch it off",
        act=lambda on: on.problems.change_severity(),
        enabled=can_edit,
    ),
)
