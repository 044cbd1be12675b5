"""The commands of the Help menu: palette, list of shortcuts, report of errors."""

from PySide6.QtWidgets import QWidget

from laddereditor.gui.commands.actions import Actions
from laddereditor.gui.commands.palette import CommandPalette
from laddereditor.gui.commands.shortcut_sheet import ShortcutSheet
from laddereditor.gui.unexpected.errors import unexpected_errors


class Help:
    """Carries out the commands of the Help menu."""

    def __init__(self, actions: Actions, window: QWidget) -> None:
        self._actions, self._window = actions, window

    def show_palette(self) -> None:
        """Open the command palette."""
        CommandPalette(self._actions, self._window).open()

    def show_shortcuts(self) -> None:
        """List every shortcut."""
        ShortcutSheet(self._window).open()

    def show_report(self) -> None:
        """Show the report of errors in the program."""
        unexpected_errors().show_report()
