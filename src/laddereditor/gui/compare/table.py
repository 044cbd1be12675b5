"""The table of a comparison: it adds folding, dragging and the keys of columns to a sheet."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QWidget

from laddereditor.gui.commands.command_keys import combinations, pressed
from laddereditor.gui.compare.dragging import CELL, cell_data, cell_place
from laddereditor.gui.compare.menus import copying_entries
from laddereditor.gui.compare.model import CompareModel
from laddereditor.gui.sheet.cell_edits import CellEdits
from laddereditor.gui.sheet.edited import EditedTable
from laddereditor.gui.sheet.menus import SEPARATOR, MenuEntry
from laddereditor.presentation.commands import BY_ID
from laddereditor.presentation.commands.compare_menu import PAGE_ACTS

_KEYS = {keys: name for name in PAGE_ACTS for keys in combinations(BY_ID[name])}


def command_of(event: QKeyEvent) -> str:
    """Return the id of the command that a key stands for in Compare, or ""."""
    return _KEYS.get(pressed(event), "")


class CompareTable(EditedTable):
    """Shows a comparison; emits the requested actions of columns and sections."""

    fold_wanted = Signal(int)  # the row of a section's heading
    copy_wanted = Signal(QModelIndex, int)  # the cell, the column it goes to
    command_wanted = Signal(str)  # the id of one of Compare's commands

    def __init__(
        self, model: CompareModel, edits: CellEdits, parent: QWidget | None = None
    ) -> None:
        super().__init__(model, edits, parent, editor_name="compareEditor", with_menus=True)
        self.setObjectName("compareTable")
        self.setAccessibleName("Comparison")
        self.heads.setObjectName("compareHeads")
        self.heads.setAccessibleName("Columns compared")
        self.row_heads.setObjectName("compareRowHeads")
        self.row_heads.setAccessibleName("Sections and rows")
        self._model = model
        self.pair_entries: Callable[[], list[MenuEntry]] = list  # what corrects pairs
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDropIndicatorShown(False)
        self.row_heads.toggled.connect(self.fold_wanted)

    # -- keys ---------------------------------------------------------------------------------

    def claims(self, event: QKeyEvent) -> bool:
        """Whether a key means something on a cell or to the view."""
        return bool(command_of(event)) or super().claims(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand keys of the view on to it."""
        if name := command_of(event):
            self.command_wanted.emit(name)
            event.accept()
        else:
            super().keyPressEvent(event)

    def open_cell(self) -> None:
        """Edit the current cell, or fold the section if the cell is its heading."""
        index = self.currentIndex()
        if self.at is None and index.isValid():
            self.fold_wanted.emit(index.row())
        else:
            super().open_cell()

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

    def own_entries(self) -> list[MenuEntry]:
        """Return what copies the current cell to the column beside it, and corrects its pair."""
        cell = self._model.cell(self.currentIndex())
        can_copy = cell is not None and self._model.columnCount() > 1
        copying = copying_entries(self.command_wanted.emit, can_copy=can_copy)
        return [*copying, SEPARATOR, *self.pair_entries()]

    # -- mouse --------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Drag a cell that is selected already; else select cells while the mouse moves."""
        under = self.indexAt(event.position().toPoint())
        self.setDragEnabled(self.selectionModel().isSelected(under))
        super().mousePressEvent(event)

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
