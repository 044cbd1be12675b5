"""The menus that give a row, a column or the name of a sheet a role."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from laddereditor.exchange.tables import TableRole
from laddereditor.exchange.tables.mapping import PinPart
from laddereditor.gui.commands.command_keys import native_keys
from laddereditor.gui.look.escaping import shown
from laddereditor.presentation.mapping.role_menu import role_groups


@dataclass(frozen=True, slots=True)
class RoleChoice:
    """What a menu of roles is about, and what an answer does.

    Attributes:
        part: Whether it is about rows, columns or the name of a sheet.
        words: What it is about.
        now: The role that they have now, "" for several.
        pinned: Whether the person decided about any of them.
        chosen: Called with a role.
        unpinned: Called to let the program decide.
        choices: The only roles that they can have; () for all.
    """

    part: PinPart
    words: str
    now: str
    pinned: bool
    chosen: Callable[[str], object]
    unpinned: Callable[[], object]
    choices: tuple[str, ...] = ()


def fill_roles(menu: QMenu, choice: RoleChoice) -> None:
    """Add the roles to a menu; the present one is ticked.

    Args:
        menu: The menu.
        choice: What it is about.
    """
    group = QActionGroup(menu)
    for roles in role_groups(choice.part, choice.choices):
        below = menu.addMenu(roles.title) if roles.title else menu
        for role in roles.roles:
            _add_role(below, group, role, choice)
    menu.addSeparator()
    keys = f"\t{native_keys('Delete')}" if choice.part == "column" else ""
    back = menu.addAction(f"&Let the program decide{keys}")
    back.setObjectName("mapping.unpin")
    back.setEnabled(choice.pinned)
    back.triggered.connect(lambda _=False: choice.unpinned())


def _add_role(menu: QMenu, group: QActionGroup, role: TableRole, choice: RoleChoice) -> None:
    action: QAction = menu.addAction(shown(role.title))
    action.setObjectName(f"role.{role.name}")
    action.setCheckable(True)
    action.setChecked(role.name == choice.now)
    group.addAction(action)
    action.triggered.connect(lambda _=False, name=role.name: choice.chosen(name))
