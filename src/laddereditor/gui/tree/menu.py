"""The context menu of the tree: the commands for the row, with icons and shortcuts."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from laddereditor.gui.commands.command_menu import add_command
from laddereditor.gui.look.icons import icon
from laddereditor.gui.tree.actions import id_word
from laddereditor.presentation.tree.adding import Addable, addable
from laddereditor.presentation.tree.nodes import TreeNode

_ENTRIES = ("cut", "copy", "paste", "", "duplicate", "delete", "", "move_up", "move_down")
_OF_FAMILIES = ("move_under", "make_sub_family", "leave_parent", "fold_back")
_READING = ("copy",)  # what a ladder that cannot be changed allows too


def fill_add_menu(menu: QMenu, node: TreeNode | None, add: Callable[[Addable], object]) -> None:
    """Fill a menu with what can be added at a row, the most likely above a separator.

    Args:
        menu: The menu.
        node: The row; None if none is chosen.
        add: Called with what was chosen.
    """
    choices = addable(node)
    family = sum(1 for choice in choices if choice.parent)
    here = family or (1 if node is not None and node.kind != "ladder" else 0)
    for place, choice in enumerate(choices):
        if place == here and here:
            menu.addSeparator()
        menu.addAction(icon(choice.kind), choice.words, partial(add, choice))


def context_menu(
    parent: QWidget,
    node: TreeNode | None,
    run: Mapping[str, Callable[[], object]],
    add: Callable[[Addable], object],
    *,
    barred: Mapping[str, str] | None,
) -> QMenu:
    """Return the menu of a row.

    Args:
        parent: The widget that it opens over.
        node: The row, None for the empty space below the rows.
        run: What carries out each entry, by the id of its command.
        add: Adds an entry of a kind.
        barred: Why commands cannot be used, by name, "" for those that can; None if the ladder
            cannot be changed.
    """
    editable = barred is not None
    menu = QMenu(parent)
    menu.setToolTipsVisible(True)
    adding = QMenu("Add", menu)
    adding.setIcon(icon("add"))
    fill_add_menu(adding, node, add)
    menu.addMenu(adding).setEnabled(editable)
    adding.menuAction().setToolTip("Add something here")
    if node is None or node.kind == "hint":
        return menu
    menu.addSeparator()
    if node.kind != "collection" and not (node.kind == "group" and node.muted):
        words = "Rename title" if node.kind == "profile" else "Rename"
        add_command(menu, "edit.rename", run["rename"], words, enabled=editable)
    if node.is_entity:
        _change_entry(menu, node, run["change_id"]).setEnabled(editable)
        menu.addSeparator()
    _add_entries(menu, _ENTRIES if node.is_entity else ("paste",), run, editable)
    if node.kind == "family":
        menu.addSeparator()
        _add_entries(menu, _OF_FAMILIES, run, editable, barred)
    if node.children:
        menu.addSeparator()
        add_command(menu, "view.expand", run["expand_all"], "Expand all below")
    return menu


def _add_entries(
    menu: QMenu,
    names: Sequence[str],
    run: Mapping[str, Callable[[], object]],
    editable: bool,
    barred: Mapping[str, str] | None = None,
) -> None:
    """Add commands of the Edit menu by name, with a separator for each empty name."""
    for name in names:
        if name:
            reason = (barred or {}).get(name, "")
            usable = name in _READING or (editable and not reason)
            action = add_command(menu, f"edit.{name}", run[name], enabled=usable)
            action.setToolTip(reason or action.toolTip())
        else:
            menu.addSeparator()


def _change_entry(menu: QMenu, node: TreeNode, act: Callable[[], object]) -> QAction:
    return menu.addAction(icon("link"), f"Change {id_word(node.kind)}…", act)
