"""Turns the table of commands into actions, menus and the toolbar."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar, QWidget

from laddereditor.gui.commands import COMMANDS, Command
from laddereditor.gui.icons import icon
from laddereditor.gui.theme import current_theme

Handler = Callable[[], object]


class Actions(QObject):
    """One action a command, by id; handlers are connected by whoever carries the command out."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._actions = {command.id: self._make(command, window) for command in COMMANDS}

    def __getitem__(self, command_id: str) -> QAction:
        return self._actions[command_id]

    def _make(self, command: Command, window: QWidget) -> QAction:
        action = QAction(command.text, window)
        action.setObjectName(f"action.{command.id}")
        action.setCheckable(command.checkable)
        action.setStatusTip(command.tip)
        keys = [QKeySequence(key) for key in command.shortcut.split("; ") if key]
        action.setShortcuts(keys)
        shown = f" ({keys[0].toString(QKeySequence.SequenceFormat.NativeText)})" if keys else ""
        action.setToolTip(f"{command.tip}{shown}")
        if command.icon and command.toolbar:  # the menus' icons are drawn once the window is seen
            action.setIcon(icon(command.icon, sizes=(current_theme().toolbar_icon,)))
        return action

    def show_scheme(self, scheme: str) -> None:
        """Mark the colours that were chosen."""
        for name in ("system", "light", "dark"):
            self._actions[f"view.{name}"].setChecked(name == scheme)

    def connect_handler(self, command_id: str, handler: Handler) -> None:
        """Carry a command out by `handler`."""
        self._actions[command_id].triggered.connect(lambda _=False: handler())

    def give_to_tree(self, tree: QWidget) -> None:
        """Let the tree's own shortcuts work while it has the focus."""
        from PySide6.QtCore import Qt

        for command in COMMANDS:
            if command.scope == "tree":
                context = Qt.ShortcutContext.WidgetWithChildrenShortcut
                self._actions[command.id].setShortcutContext(context)
                tree.addAction(self._actions[command.id])

    def renew_icons(self) -> None:
        """Draw all icons in the colours now in force."""
        for command in COMMANDS:
            if command.icon:
                self._actions[command.id].setIcon(icon(command.icon))

    def enable(self, *, ladder: bool, editable: bool, entity: bool) -> None:
        """Switch the commands by what is open and selected; "own" ones are left alone."""
        allowed = {
            "always": True,
            "ladder": ladder,
            "editable": ladder and editable,
            "entity": ladder and editable and entity,
        }
        for command in COMMANDS:
            if command.when != "own":
                self._actions[command.id].setEnabled(allowed[command.when])

    def fill_menu_bar(self, bar: QMenuBar, extra: dict[str, QMenu]) -> None:
        """Fill the menu bar; `extra` maps a command id to a submenu shown after it."""
        menus: dict[str, QMenu] = {}
        for command in COMMANDS:
            if not command.menu:
                continue
            if command.menu not in menus:
                menus[command.menu] = bar.addMenu(f"&{command.menu}")
                menus[command.menu].setObjectName(f"menu.{command.menu.lower()}")
            if command.separator:
                menus[command.menu].addSeparator()
            menus[command.menu].addAction(self._actions[command.id])
            if command.id in extra:
                menus[command.menu].addMenu(extra[command.id])

    def fill_toolbar(self, bar: QToolBar) -> None:
        """Fill the toolbar, a gap between the menus' groups."""
        last = ""
        for command in COMMANDS:
            if command.toolbar:
                if last and command.menu != last:
                    bar.addSeparator()
                bar.addAction(self._actions[command.id])
                last = command.menu
