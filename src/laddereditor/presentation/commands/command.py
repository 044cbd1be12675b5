"""What a command is, as menus, toolbar, shortcuts and help need to know it."""

from dataclasses import dataclass
from typing import Literal

# When a command can be used: always; a ladder is open; it can be changed too; an entity (not the
# ladder itself) is selected and can be changed; several are. "own" commands are switched by their
# owner.
When = Literal["always", "ladder", "editable", "entity", "several", "own"]


@dataclass(frozen=True, slots=True)
class Command:
    """One command. `scope` says where its shortcut works: the whole window, or the tree only."""

    id: str  # "file.save"; its action's objectName is "action.file.save"
    text: str  # with & before the menu letter
    menu: str  # "File", "" for none
    shortcut: str = ""  # Qt's portable text; several separated by "; "
    icon: str = ""
    tip: str = ""
    when: When = "ladder"
    scope: Literal["window", "tree"] = "window"
    toolbar: bool = False
    label: str = ""  # its word on the toolbar, "" for the icon alone
    separator: bool = False  # a line above it in the menu
    checkable: bool = False
    submenu: str = ""  # of the menu, "" for the menu itself
