"""The menus of a column's head and of a cell: what the keys do, with the keys named."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QMenu, QWidget

from laddereditor.gui.compare.keys import KEYS, keys_of
from laddereditor.gui.icons import icon


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """An entry of a menu; "" as the name stands for a separator."""

    name: str  # of the key, or of what is done
    words: str = ""
    picture: str = ""
    enabled: bool = True


def column_choices(*, pinned: bool, first: bool, last: bool) -> list[MenuEntry]:
    """Return what can be done with a column."""
    return [
        MenuEntry("baseline", "Make it the baseline", "pin", not pinned),
        MenuEntry("replace", "Replace…", "find"),
        MenuEntry(""),
        MenuEntry("move_left", "Move left", "previous", not first),
        MenuEntry("move_right", "Move right", "next", not last),
        MenuEntry(""),
        MenuEntry("open", "Open in the form", "form"),
        MenuEntry("remove_column", "Remove column", "close"),
    ]


def cell_choices(*, text: bool, editable: bool, override: bool, columns: int) -> list[MenuEntry]:
    """Return what can be done with a cell."""
    return [
        MenuEntry("edit", "Edit\tF2", "rename", editable),
        MenuEntry("give_back", "Same as the level", "give-back", editable and override),
        MenuEntry("delete", "Delete\tDel", "delete", editable and text),
        MenuEntry(""),
        MenuEntry("copy_left", "Copy to the column at the left", "previous", text and columns > 1),
        MenuEntry("copy_right", "Copy to the column at the right", "next", text and columns > 1),
        MenuEntry("copy_cell", "Copy the text\tCtrl+C", "copy", text),
        MenuEntry("paste", "Paste\tCtrl+V", "paste", editable),
        MenuEntry(""),
        MenuEntry("go", "Go to it in the form", "go-to"),
    ]


def make_menu(choices: list[MenuEntry], act: Callable[[str], object], parent: QWidget) -> QMenu:
    """Return a menu; `act` is called with the name of what was chosen."""
    menu = QMenu(parent)
    for choice in choices:
        if not choice.name:
            menu.addSeparator()
            continue
        keys = f"\t{keys_of(choice.name)}" if choice.name in KEYS else ""
        action = menu.addAction(icon(choice.picture), f"{choice.words}{keys}")
        action.setObjectName(f"compare.{choice.name}")
        action.setEnabled(choice.enabled)
        action.triggered.connect(lambda _=False, name=choice.name: act(name))
    return menu
