"""The table, which emits signals for keys, mouse and drags on its cells."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QWidget

from laddereditor.gui.command_keys import combinations, keys_by_scope, pressed
from laddereditor.gui.compare.dragging import CELL, cell_data, cell_place
from laddereditor.gui.compare.model import CompareModel
from laddereditor.gui.sheet.delegate import SheetDelegate
from laddereditor.gui.sheet.keys import SheetKey, sheet_key
from laddereditor.gui.sheet.pen import Pen
from laddereditor.gui.sheet.table import SheetTable
from laddereditor.gui.text.composing import Composing
from laddereditor.gui.text.keys import is_typed
from laddereditor.presentation.commands import BY_ID

_OF_WINDOW = ("compare.add", "compare.copy")  # commands of the window that Compare knows too
_KEYS = {
    **keys_by_scope("compare"),
    **{keys: name for name in _OF_WINDOW for keys in combinations(BY_ID[name])},
}


def action_of(event: QKeyEvent) -> str:
    """Return the name of what a key stands for in Compare, "" for nothing."""
    return _KEYS.get(pressed(event), "").removeprefix("compare.")


class CompareTable(SheetTable):
    """Shows a comparison; emits the requested actions, and changes nothing itself."""

    composing: Composing | None = None  # set by who opens the editors

    fold_wanted = Signal(int)  # the row of a section's heading
    edit_wanted = Signal(QModelIndex)
    typed = Signal(str)  # a sign that begins the editing of the current cell
    remove_wanted = Signal(QModelIndex)
    copy_wanted = Signal(QModelIndex, int)  # the cell, the column it goes to
    menu_wanted = Signal(QModelIndex, QPoint)  # the cell, where on the screen
    key_wanted = Signal(str)  # a key that stands for something the view does

    def __init__(self, model: CompareModel, parent: QWidget | None = None) -> None:
        super().__init__(model, SheetDelegate(model, Pen(), model), parent, with_menus=True)
        self.setObjectName("compareTable")
        self.setAccessibleName("Comparison")
        self.heads.setObjectName("compareHeads")
        self.heads.setAccessibleName("Columns compared")
        self.row_heads.setObjectName("compareRowHeads")
        self.row_heads.setAccessibleName("Sections and rows")
        self._model = model
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDropIndicatorShown(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.row_heads.toggled.connect(self.fold_wanted)

    @property
    def compared(self) -> CompareModel:
        """The model that is shown."""
        return self._model

    # -- keys ---------------------------------------------------------------------------------

    own_keys = frozenset({"open", "clear", "copy", "paste"})

    def claims(self, event: QKeyEvent) -> bool:
        """Whether a key means something on a cell or to the view."""
        return bool(action_of(event)) or super().claims(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand keys of the view on to it."""
        if name := action_of(event):
            self.key_wanted.emit(name)
            event.accept()
        elif self._is_typed_at_cell(event):
            self.typed.emit(event.text())
            event.accept()
        else:
            super().keyPressEvent(event)

    def _is_typed_at_cell(self, event: QKeyEvent) -> bool:
        line = self._model.line(self.currentIndex().row())
        at_cell = line is not None and line.row is not None
        return at_cell and is_typed(event) and sheet_key(event) is None

    def on_key(self, meaning: SheetKey) -> None:
        """Fold, edit, delete, copy and paste by keyboard."""
        index = self.currentIndex()
        line = self._model.line(index.row())
        if meaning == "copy":
            self.key_wanted.emit("copy_cell")
        elif meaning == "paste":
            self.key_wanted.emit("paste")
        elif meaning == "clear":
            self.remove_wanted.emit(index)
        elif line is not None and line.row is None:
            self.fold_wanted.emit(index.row())
        else:
            self.edit_wanted.emit(index)

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a cell into view, below the heading that stays at the top."""
        super().scrollTo(index, hint)
        heading = self.heading_of(index.row()) if index.isValid() else -1
        if heading < 0 or heading == index.row():
            return
        hidden = self.rowHeight(heading) - self.rowViewportPosition(index.row())
        if hidden > 0:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - hidden)

    def walk(self, index: QModelIndex, down: int, right: int) -> None:
        """Make a neighbour of a cell the current one."""
        beside = self.beside(index, down, right)
        self.setCurrentIndex(beside if beside.isValid() else index)

    # -- input methods ------------------------------------------------------------------------

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Begin to edit the current cell with what is composed on it."""
        if self.composing is None or not self.composing.take(event):
            event.ignore()

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:
        """Answer for the editor while a sign is being composed."""
        answer = self.composing.answer(query) if self.composing is not None else None
        return super().inputMethodQuery(query) if answer is None else answer

    # -- mouse --------------------------------------------------------------------------------

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit the cell that was double-clicked."""
        index = self.indexAt(event.position().toPoint())
        line = self._model.line(index.row())
        if event.button() == Qt.MouseButton.LeftButton and line is not None:
            if line.is_heading:
                self.fold_wanted.emit(index.row())
            else:
                self.edit_wanted.emit(index)
            event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the cell, at the mouse or below the cell."""
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if keyboard else self.indexAt(event.pos())
        rect = self.visualRect(index)
        place = self.viewport().mapToGlobal(rect.bottomLeft()) if keyboard else event.globalPos()
        if index.isValid():
            self.setCurrentIndex(index)
            self.menu_wanted.emit(index, place)

    def startDrag(self, supported: Qt.DropAction) -> None:
        """Drag the text of a cell; dropped on another column it is copied there."""
        index = self.currentIndex()
        cell = self._model.cell(index)
        if cell is not None:
            drag = QDrag(self)
            drag.setMimeData(cell_data(index.row(), index.column(), cell.text))
            drag.exec(Qt.DropAction.CopyAction)

    def _drop_target(self, event: QDropEvent) -> tuple[QModelIndex, int] | None:
        """Return the dragged cell and the column it is over, if it can be dropped there."""
        place = cell_place(event.mimeData()) if event.source() is self else None
        over = self.columnAt(round(event.position().x()))
        if place is None or over < 0 or over == place[1]:
            return None
        return self._model.index(*place), over

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take cells of this table; leave entries of the tree to the view."""
        event.setAccepted(event.source() is self and event.mimeData().hasFormat(CELL))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take a cell over another column."""
        event.setAccepted(self._drop_target(event) is not None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Copy the cell that was dropped into the column it was dropped on."""
        found = self._drop_target(event)
        event.setAccepted(found is not None)
        if found is not None:
            self.copy_wanted.emit(*found)
