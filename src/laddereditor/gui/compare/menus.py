"""The menus of a column's head and of a cell: commands, and the keys of every sheet."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtWidgets import QMenu, QWidget

from laddereditor.gui.command_menu import add_command
from laddereditor.gui.icons import icon
from laddereditor.presentation.commands import BY_ID


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """An entry of a menu; "" as the name stands for a separator."""

    name: str  # of the command, without "compare.", or of what every sheet does
    enabled: bool = True
    words: str = ""  # of what is no command
    picture: str = ""


_LINE = MenuEntry("")


def column_choices(*, pinned: bool, first: bool, last: bool) -> list[MenuEntry]:
    """Return what can be done with a column."""
    return [
        MenuEntry("baseline", not pinned),
        MenuEntry("replace"),
        _LINE,
        MenuEntry("move_left", not first),
        MenuEntry("move_right", not last),
        _LINE,
        MenuEntry("open"),
        MenuEntry("remove_column"),
    ]


def cell_choices(*, text: bool, editable: bool, override: bool, columns: int) -> list[MenuEntry]:
    """Return what can be done with a cell."""
    return [
        MenuEntry("edit", editable, "Edit\tF2", "rename"),
        MenuEntry("give_back", editable and override),
        MenuEntry("delete", editable and text, "Delete\tDel", "delete"),
        _LINE,
        MenuEntry("copy_left", text and columns > 1),
        MenuEntry("copy_right", text and columns > 1),
        MenuEntry("copy_cell", text, "Copy the text\tCtrl+C", "copy"),
        MenuEntry("paste", editable, "Paste\tCtrl+V", "paste"),
        _LINE,
        MenuEntry("go"),
    ]


def make_menu(choices: Iterable[MenuEntry], act: Callable[[str], object], parent: QWidget) -> QMenu:
    """Return a menu; `act` is called with the name of what was chosen."""
    menu = QMenu(parent)
    for choice in choices:
        _add(menu, choice, act)
    return menu


def _add(menu: QMenu, choice: MenuEntry, act: Callable[[str], object]) -> None:
    name, command = choice.name, f"compare.{choice.name}"
    if not name:
        menu.addSeparator()
    elif command in BY_ID:
        add_command(menu, command, lambda: act(name), enabled=choice.enabled)
    else:
        action = menu.addAction(icon(choice.picture), choice.words, lambda: act(name))
        action.setObjectName(command)
        action.setEnabled(choice.enabled)
