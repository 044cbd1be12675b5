"""The tree's view: keys that act on it, and drops that are refused where they make no sense."""

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QDragMoveEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from laddereditor.gui.theme import current_theme
from laddereditor.gui.tree.delegate import TreeDelegate
from laddereditor.gui.tree.model import LadderTreeModel


class LadderTree(QTreeView):
    """A tree view that tells Enter, and asks before it shows a place to drop."""

    entered = Signal()  # Enter or Return on a row

    def __init__(self, model: LadderTreeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ladderTree")
        self.setAccessibleName("Ladder")
        self.setModel(model)
        self.setItemDelegate(TreeDelegate(self))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(current_theme().space("l"))
        self.setIconSize(QSize(16, 16))
        self.setRootIsDecorated(False)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.SelectedClicked)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setAutoExpandDelay(700)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell Enter; leave everything else to the view."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self._is_editing():
            self.entered.emit()
            event.accept()
            return
        super().keyPressEvent(event)

    def _is_editing(self) -> bool:
        return self.state() == QAbstractItemView.State.EditingState

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show the no-drop cursor where the rows have no place."""
        super().dragMoveEvent(event)
        if event.isAccepted() and not self.may_drop(event):
            event.ignore()

    def may_drop(self, event: QDragMoveEvent) -> bool:
        """Whether what is dragged may be dropped where the pointer is; the panel decides."""
        return True

    def drop_place(self, event: QDragMoveEvent) -> tuple[QModelIndex, int]:
        """Return the parent and row that a drop at the pointer is for (-1: onto the parent)."""
        index = self.indexAt(event.position().toPoint())
        where = self.dropIndicatorPosition()
        positions = QAbstractItemView.DropIndicatorPosition
        if where == positions.OnItem or not index.isValid():
            return index, -1
        row = index.row() + (1 if where == positions.BelowItem else 0)
        return index.parent(), row
