"""Turns the table of commands into actions, menus and the toolbar."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar, QWidget

from laddereditor.gui.look.escaping import plain
from laddereditor.gui.look.icons import icon
from laddereditor.gui.look.theme import current_theme
from laddereditor.presentation.commands import BY_ID, COMMANDS, Command
from laddereditor.presentation.commands.situation import Situation
from laddereditor.presentation.commands.targets import Targets
from laddereditor.presentation.unexpected.activity import named

Handler = Callable[[], object]
_WORD_BESIDE_ICON = 2  # Qt.ToolButtonStyle, which is not imported for the first view of the window
_TITLES = {"Compare": "Comp&are"}  # of menus whose first letter is the access key of another


class Actions(QObject):
    """One action for each command, by id; what they act on is connected later.

    An action is created on first use; before the window is shown, only the toolbar's are.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.now = Situation()  # that the actions show
        self._actions: dict[str, QAction] = {}
        self._menus: dict[str, QMenu] = {}  # by title, submenus by "View/Show pa&nels"

    def __getitem__(self, command_id: str) -> QAction:
        if command_id not in self._actions:
            command = BY_ID[command_id]
            self._actions[command_id] = action = self._make(command, self._window)
            _show(action, command, self.now)
        return self._actions[command_id]

    def _make(self, command: Command, window: QWidget) -> QAction:
        action = QAction(command.text, window)
        action.setObjectName(f"action.{command.id}")
        action.setCheckable(command.checked is not None)
        if command.label:
            action.setIconText(command.label)
        keys = [QKeySequence(key) for key in command.shortcut.split("; ") if key]
        action.setShortcuts(keys)
        _put_tip(action, command.tip)
        if command.icon and command.toolbar:  # the menus' icons are drawn when the window is shown
            action.setIcon(icon(command.icon, sizes=(current_theme().toolbar_icon,)))
        return action

    def connect_targets(self, targets: Targets) -> None:
        """Connect all commands to the parts of a window."""
        for command in COMMANDS:
            self.connect_handler(command.id, partial(command.act, targets))

    def connect_handler(self, command_id: str, handler: Handler) -> None:
        """Let a handler carry out a command."""
        command = BY_ID[command_id]
        act = named(f"carrying out “{plain(command.text)}”", handler)

        def run() -> None:
            _show(self[command_id], command, self.now)  # Qt has toggled the action itself
            act()

        self[command_id].triggered.connect(lambda _=False: run())

    def give_to_tree(self, tree: QWidget) -> None:
        """Add the tree's shortcuts to it, so that they work while it has the focus."""
        from PySide6.QtCore import Qt

        for command in COMMANDS:
            if command.scope != "window":
                context = Qt.ShortcutContext.WidgetWithChildrenShortcut
                self[command.id].setShortcutContext(context)
            if command.scope == "tree":
                tree.addAction(self[command.id])

    def refresh_icons(self) -> None:
        """Draw all icons in the present colours."""
        for command in COMMANDS:
            if command.icon:
                self[command.id].setIcon(icon(command.icon))

    def show(self, now: Situation) -> None:
        """Update which actions are enabled, and their texts."""
        if now == self.now:
            return
        self.now = now
        for command in COMMANDS:
            if command.id in self._actions:
                _show(self._actions[command.id], command, now)

    def show_menus(self, bar: QMenuBar) -> None:
        """Show the menus' titles."""
        for command in COMMANDS:
            if command.menu and command.menu not in self._menus:
                self._menus[command.menu] = menu = bar.addMenu(
                    _TITLES.get(command.menu, f"&{command.menu}")
                )
                menu.setObjectName(f"menu.{command.menu.lower()}")

    def fill_menus(self, extra: dict[str, QMenu]) -> None:
        """Fill the menus; `extra` maps a command id to a submenu shown after it."""
        for command in COMMANDS:
            if not command.menu:
                continue
            menu = self._menu_of(command)
            if command.separator:
                menu.addSeparator()
            menu.addAction(self[command.id])
            if command.id in extra:
                menu.addMenu(extra[command.id])

    def _menu_of(self, command: Command) -> QMenu:
        """Return the menu that contains a command; a submenu is made for its first command."""
        menu = self._menus[command.menu]
        if not command.submenu:
            return menu
        path = f"{command.menu}/{command.submenu}"
        if path not in self._menus:
            self._menus[path] = menu.addMenu(command.submenu)
        return self._menus[path]

    def show_panel(self, name: str, shown: bool) -> None:
        """Show that a dock was shown or hidden."""
        panels = self.now.panels | {name} if shown else self.now.panels - {name}
        self.show(replace(self.now, panels=panels))

    def make_toolbar(self) -> QToolBar:
        """Return a toolbar with the commands that have a place there."""
        size = current_theme().toolbar_icon
        bar = QToolBar("Toolbar", self._window)
        bar.setObjectName("toolbar")
        bar.setMovable(False)
        bar.setIconSize(QSize(size, size))
        self._fill_toolbar(bar)
        return bar

    def _fill_toolbar(self, bar: QToolBar) -> None:
        """Fill the toolbar, with separators between the menus; the main buttons have labels."""
        last = ""
        for command in COMMANDS:
            if command.toolbar:
                if last and command.menu != last:
                    bar.addSeparator()
                bar.addAction(self[command.id])
                if command.label:
                    button = bar.widgetForAction(self[command.id])
                    button.setProperty("toolButtonStyle", _WORD_BESIDE_ICON)
                last = command.menu


def _show(action: QAction, command: Command, now: Situation) -> None:
    action.setEnabled(command.enabled(now))
    if command.why_not is not None:
        _put_tip(action, command.tip_in(now))
    if command.words is not None:
        action.setText(command.words(now))
    if command.checked is not None:
        action.setChecked(command.checked(now))


def _put_tip(action: QAction, words: str) -> None:
    """Show words in the status bar, and with the keys of the action over a button."""
    key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    action.setStatusTip(words)
    action.setToolTip(f"{words} ({key})" if key else words)
