"""The command palette: find a command by typing a part of its name."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from laddereditor.gui.actions import Actions
from laddereditor.gui.commands import COMMANDS, Command
from laddereditor.gui.theme import current_theme

_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


def plain(text: str) -> str:
    """Return a command's words without menu letter and dots."""
    return text.replace("&", "").rstrip("…")


def matches(command: Command, wanted: str) -> bool:
    """Whether every word that was typed is in the command's menu, words or explanation."""
    hay = f"{command.menu} {plain(command.text)} {command.tip}".casefold()
    return all(word in hay for word in wanted.casefold().split())


class CommandPalette(QDialog):
    """A field and the commands that fit; Enter carries the first or chosen one out."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("commandPalette")
        self.setWindowTitle("Commands")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._actions = actions
        self._field = QLineEdit(self)
        self._field.setObjectName("commandPaletteField")
        self._field.setPlaceholderText("Type what you want to do")
        self._field.setAccessibleName("Find a command")
        self._field.installEventFilter(self)
        self._list = QListWidget(self)
        self._list.setAccessibleName("Commands that fit")
        self._list.itemActivated.connect(self._run)
        self._list.itemClicked.connect(self._run)
        theme = current_theme()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.space("m"),) * 4)
        layout.setSpacing(theme.space("s"))
        layout.addWidget(self._field)
        layout.addWidget(self._list)
        self.resize(520, 420)
        self._field.textChanged.connect(self._fill)
        self._field.returnPressed.connect(lambda: self._run(self._list.currentItem()))
        self._fill("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys walk the list while the field has the focus."""
        if (
            watched is self._field
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _MOVES
        ):
            self._list.event(event)
            return True
        return super().eventFilter(watched, event)

    def _fill(self, wanted: str) -> None:
        self._list.clear()
        for command in COMMANDS:
            action = self._actions[command.id]
            if command.id != "help.palette" and action.isEnabled() and matches(command, wanted):
                self._list.addItem(_row(command, action))
        self._list.setCurrentRow(0)

    def _run(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        action = self._actions[item.data(Qt.ItemDataRole.UserRole)]
        self.accept()
        action.trigger()


def _row(command: Command, action: QAction) -> QListWidgetItem:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    text = f"{command.menu}: {plain(action.text())}" + (f"    {keys}" if keys else "")
    item = QListWidgetItem(action.icon(), text)
    item.setData(Qt.ItemDataRole.UserRole, command.id)
    item.setToolTip(command.tip)
    return item
