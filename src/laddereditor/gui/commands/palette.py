"""The command palette: find a command by typing a part of its name."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QAction, QIcon, QKeySequence, QPainter, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from laddereditor.gui.commands.actions import Actions
from laddereditor.gui.dialogs.find_list import FindList
from laddereditor.gui.look.escaping import plain
from laddereditor.gui.look.theme import current_theme
from laddereditor.presentation.commands import COMMANDS, Command

_KEYS = Qt.ItemDataRole.UserRole + 1
_ICON = 16


def matches(command: Command, shown: str, wanted: str) -> bool:
    """Whether every word that was typed is in the menu, the words or the explanation of a command.

    Args:
        command: The command.
        shown: Its text as the menu shows it now.
        wanted: What was typed.
    """
    search_text = f"{command.menu} {plain(command.text)} {shown} {command.tip}".casefold()
    return all(word in search_text for word in wanted.casefold().split())


class _ShortcutDelegate(QStyledItemDelegate):
    """Draws a command's keys at the right end of its row."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the row, then the keys."""
        super().paint(painter, option, index)
        theme = current_theme()
        painter.save()
        painter.setPen(theme.color("text_muted"))
        place = option.rect.adjusted(0, 0, -theme.space("s"), 0)
        where = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, where, str(index.data(_KEYS)))
        painter.restore()


class CommandPalette(QDialog):
    """A field and the matching commands; Enter runs the first or selected one."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("commandPalette")
        self.setWindowTitle("Commands")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._actions = actions
        self._finder = FindList("commandPalette", self._rows, self)
        self._finder.describe("Type what you want to do", "Find a command", "Commands that fit")
        self._finder.list.setItemDelegate(_ShortcutDelegate(self._finder.list))
        self._finder.taken.connect(self._run)
        self._finder.list.itemClicked.connect(self._finder.list.itemActivated)
        theme = current_theme()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.space("m"),) * 4)
        layout.addWidget(self._finder)
        self.resize(560, 440)
        self._finder.fill()

    def _rows(self, wanted: str) -> list[QListWidgetItem]:
        found = [
            (command, action)
            for command in COMMANDS
            if (action := self._actions[command.id]).isEnabled()
            and command.id != "help.palette"
            and matches(command, plain(action.text()), wanted)
        ]
        # Commands that begin with the typed text come first; the rest is in the order of the menus.
        start = wanted.casefold().strip()
        found.sort(key=lambda pair: not plain(pair[0].text).casefold().startswith(start))
        return [_row(command, action) for command, action in found]

    def _run(self, command_id: object) -> None:
        self.accept()
        self._actions[str(command_id)].trigger()


def _row(command: Command, action: QAction) -> QListWidgetItem:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    item = QListWidgetItem(action.icon(), f"{command.menu}: {plain(action.text())}")
    if action.icon().isNull():  # so that the words of all rows are aligned
        item.setIcon(_no_icon())
    item.setData(_KEYS, keys)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()} {keys}".strip())
    item.setData(Qt.ItemDataRole.UserRole, command.id)
    item.setToolTip(command.tip)
    return item


def _no_icon() -> QIcon:
    empty = QPixmap(_ICON, _ICON)
    empty.fill(Qt.GlobalColor.transparent)
    return QIcon(empty)
