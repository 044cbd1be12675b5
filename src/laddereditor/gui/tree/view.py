"""The tree's view: rows that open and close, the keys that act on them, and the context menu."""

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from laddereditor.gui.focus.selecting import leaves_selection
from laddereditor.gui.look.theme import current_theme
from laddereditor.gui.tree.delegate import TreeDelegate
from laddereditor.gui.tree.model import LadderTreeModel

_STANDARD = QKeySequence.StandardKey
_KEYS = (
    (_STANDARD.Copy, "copy"),
    (_STANDARD.Cut, "cut"),
    (_STANDARD.Paste, "paste"),
    (_STANDARD.Delete, "delete"),
)
_ALT_KEYS = {Qt.Key.Key_Up: "move_up", Qt.Key.Key_Down: "move_down"}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LadderTree(QTreeView):
    """A tree view that emits signals for keys and context menus."""

    entered = Signal()  # Enter or Return on a row
    keyed = Signal(str)  # a key that stands for a command of the panel
    menu_wanted = Signal(QPoint)  # where on the screen

    def __init__(self, model: LadderTreeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._can_be_dragged = False
        self.setObjectName("ladderTree")
        self.setAccessibleName("Ladder")
        self.setModel(model)
        self.setItemDelegate(TreeDelegate(self))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setAlternatingRowColors(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setIndentation(current_theme().space("l"))
        self.setIconSize(QSize(16, 16))
        self.setRootIsDecorated(False)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.SelectedClicked | trigger.EditKeyPressed)
        self._accept_drops()

    def _accept_drops(self) -> None:
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setAutoExpandDelay(700)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Emit a signal for keys that stand for a command; leave other keys to the view."""
        if self.is_editing():
            super().keyPressEvent(event)
            return
        name = _command_of(event)
        if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.entered.emit()
        elif name:
            self.keyed.emit(name)
        elif not leaves_selection(self, event):
            super().keyPressEvent(event)
            return
        event.accept()

    def is_editing(self) -> bool:
        """Whether a name is being typed."""
        return self.state() == QAbstractItemView.State.EditingState

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag entities; a drag that begins elsewhere selects nothing on its way."""
        if event.buttons() & Qt.MouseButton.LeftButton and not self._can_be_dragged:
            event.accept()
        else:
            super().mouseMoveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note whether what is pressed can be dragged."""
        flags = self.indexAt(event.position().toPoint()).flags()
        self._can_be_dragged = bool(flags & Qt.ItemFlag.ItemIsDragEnabled)
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu: at the mouse, or at the current row when a key was pressed."""
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard and self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
            row = self.visualRect(self.currentIndex())
            place = self.viewport().mapToGlobal(row.bottomLeft() + QPoint(16, 0))
        self.menu_wanted.emit(place)
        event.accept()

    def open_row(self, index: QModelIndex) -> None:
        """Open a row if it is closed."""
        if index.isValid() and not self.isExpanded(index):
            self.expand(index)


def _command_of(event: QKeyEvent) -> str:
    if event.modifiers() == Qt.KeyboardModifier.AltModifier:
        return _ALT_KEYS.get(Qt.Key(event.key()), "")
    if event.key() == Qt.Key.Key_F2 and not event.modifiers():
        return "rename"  # Qt would select the whole name
    return next((name for key, name in _KEYS if event.matches(key)), "")
