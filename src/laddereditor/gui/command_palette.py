"""The command palette: find a command by typing a part of its name."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QKeySequence, QPainter, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from laddereditor.gui.actions import Actions
from laddereditor.gui.text.line import LineEditor
from laddereditor.gui.theme import current_theme
from laddereditor.gui.words import plain
from laddereditor.presentation.commands import COMMANDS, Command

_KEYS = Qt.ItemDataRole.UserRole + 1
_ICON = 16
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


def matches(command: Command, shown: str, wanted: str) -> bool:
    """Whether every word that was typed is in the command's menu, words or explanation."""
    hay = f"{command.menu} {plain(command.text)} {shown} {command.tip}".casefold()
    return all(word in hay for word in wanted.casefold().split())


class _KeysAtTheRight(QStyledItemDelegate):
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
    """A field and the commands that fit; Enter carries the first or chosen one out."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("commandPalette")
        self.setWindowTitle("Commands")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._actions = actions
        self._field = LineEditor(parent=self)
        self._field.setObjectName("commandPaletteField")
        self._field.setPlaceholderText("Type what you want to do")
        self._field.setAccessibleName("Find a command")
        self._field.installEventFilter(self)
        self._list = QListWidget(self)
        self._list.setAccessibleName("Commands that fit")
        self._list.setProperty("look", "field")
        self._list.setIconSize(QSize(_ICON, _ICON))
        self._list.setItemDelegate(_KeysAtTheRight(self._list))
        self._list.itemActivated.connect(self._run)
        self._list.itemClicked.connect(self._run)
        theme = current_theme()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.space("m"),) * 4)
        layout.setSpacing(theme.space("s"))
        layout.addWidget(self._field)
        layout.addWidget(self._list)
        self.resize(560, 440)
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
        found = [
            (command, action)
            for command in COMMANDS
            if (action := self._actions[command.id]).isEnabled()
            and command.id != "help.palette"
            and matches(command, plain(action.text()), wanted)
        ]
        # First what begins with what was typed; the rest in the order of the menus.
        start = wanted.casefold().strip()
        found.sort(key=lambda pair: not plain(pair[0].text).casefold().startswith(start))
        for command, action in found:
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
    item = QListWidgetItem(action.icon(), f"{command.menu}: {plain(action.text())}")
    if action.icon().isNull():  # the words of all rows stand under each other
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
