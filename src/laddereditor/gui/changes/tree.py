"""The tree of changes: keeps selection, open groups and what is in view while it follows."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from laddereditor.gui.changes.delegate import ChangesDelegate
from laddereditor.gui.changes.model import ChangesModel
from laddereditor.gui.clipboard.clipboard import put_lines
from laddereditor.presentation.changes.change_row import ChangeRow
from laddereditor.presentation.changes.change_rows import EDITS, ArrangedChanges
from laddereditor.presentation.changes.same_edits import copied_words, grouped_by_edit

_FEW = 120  # changes up to which every group is open at first


class ChangesTree(QTreeView):
    """Changes below their families and levels; Enter or a double-click goes to the place."""

    picked = Signal()  # another selection
    go_wanted = Signal(str)  # key of a change
    undo_wanted = Signal()
    take_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("changesTree")
        self.setAccessibleName("Changes")
        self.changes = ChangesModel(self)
        self.setModel(self.changes)
        self.setItemDelegate(ChangesDelegate(self))
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setIconSize(QSize(16, 16))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setExpandsOnDoubleClick(True)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionsMovable(False)
        self.activated.connect(self._activate)
        self.selectionModel().selectionChanged.connect(self._on_selected)
        self._busy = False
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._add_copy()

    def _add_copy(self) -> None:
        copy = QAction("Copy", self)
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(self.copy)
        self.addAction(copy)

    # -- showing ------------------------------------------------------------------------------

    def show_new(self, shown: ArrangedChanges) -> None:
        """Show another comparison, its first change selected."""
        self._busy = True
        self.changes.reset_to(shown)
        self._busy = False
        if len(shown.rows) <= _FEW:
            self.expandAll()
            self._close_edits()
        first = next(self.changes.leaf_keys(), "")
        if first and len(shown.rows) <= _FEW:
            self.go_to_key(first)
        self.picked.emit()

    def follow(self, shown: ArrangedChanges) -> None:
        """Show the next state of the same comparison, or another filter of it."""
        self._busy = True
        before = list(self.changes.leaf_keys())
        current = self.changes.key(self.currentIndex())
        stop = self.changes.stop_of(current)
        for key in self.changes.update_to(shown):
            self._open(self.changes.index_of(key), few=len(shown.rows) <= _FEW)
        self._busy = False
        if current and not self.changes.index_of(current).isValid():
            self._select_next(before, stop)
        elif not before:
            self.go_to_key(next(self.changes.leaf_keys(), ""))
        self.picked.emit()

    def _open(self, index: QModelIndex, *, few: bool) -> None:
        """Expand a new group if its rows fit into the visible part."""
        node = self.changes.node_at(index)
        if node is not None and node.children and node.kind != EDITS and few:
            self.expandRecursively(index)
            self._close_edits(node.key)

    def _close_edits(self, above: str = "") -> None:
        """Close the rows that are one edit of several levels, so that it is listed once."""
        for key in self.changes.edits(above):
            self.collapse(self.changes.index_of(key))

    def _select_next(self, before: list[str], removed: str) -> None:
        """Select the change after the one that is gone, else the one before it, else the first."""
        place = before.index(removed) if removed in before else 0
        first = next(self.changes.leaf_keys(), "")
        for key in (*before[place:], *reversed(before[:place]), first):
            if self.changes.index_of(key).isValid():
                self.go_to_key(key)
                return

    def go_to_key(self, key: str) -> None:
        """Select a change and bring it into view."""
        index = self.changes.index_of(key)
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(index)

    # -- what is chosen -----------------------------------------------------------------------

    @property
    def current_key(self) -> str:
        """The key of the current row, "" for none."""
        return self.changes.key(self.currentIndex())

    def chosen_keys(self) -> list[str]:
        """Return the keys of the selected rows, from top to bottom."""
        rows = self.selectionModel().selectedRows()
        return [self.changes.key(index) for index in rows]

    def chosen(self) -> tuple[ChangeRow, ...]:
        """Return the changes selected, with those below selected groups."""
        found: dict[str, ChangeRow] = {}
        for key in self.chosen_keys():
            found |= {row.key: row for row in self.changes.shown.rows_at(key)}
        order = self.changes.shown.rows
        return tuple(row for key, row in order.items() if key in found)

    def step(self, by: int) -> bool:
        """Select the next (+1) or previous (-1) change, around the end; False if there is none."""
        keys = list(self.changes.leaf_keys())
        if not keys:
            return False
        self.go_to_key(keys[self._place_from(keys, by)])
        return True

    def _place_from(self, keys: list[str], by: int) -> int:
        current = self.changes.stop_of(self.current_key)
        if current in keys:
            return (keys.index(current) + by) % len(keys)
        below = self.changes.shown.rows_at(current) if current else ()
        if not below:
            return 0 if by > 0 else len(keys) - 1
        first = keys.index(self.changes.stop_of(below[0].key))
        return first if by > 0 else (first - 1) % len(keys)

    def _on_selected(self) -> None:
        if not self._busy:
            self.picked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo on Delete and take on Insert; leave other keys to the tree."""
        if event.key() == Qt.Key.Key_Delete:
            self.undo_wanted.emit()
        elif event.key() == Qt.Key.Key_Insert:
            self.take_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _activate(self, index: QModelIndex) -> None:
        node = self.changes.node_at(index)
        if node is not None and (not node.children or node.kind == EDITS):
            self.go_wanted.emit(self.changes.key(index))

    # -- looks --------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width between what changed and what it means."""
        super().resizeEvent(event)
        self.fit_columns()

    def fit_columns(self) -> None:
        """Give the second column the width of its longest words."""
        words = self.fontMetrics().horizontalAdvance("Raises the bar") + 16 + 24
        self.header().resizeSection(1, min(words, self.viewport().width() // 2))

    def refresh(self) -> None:
        """Redraw with the current colours and sizes."""
        self.fit_columns()
        self.viewport().update()

    def copy(self) -> None:
        """Put the selected changes on the clipboard, one a line."""
        lines = [copied_words(same) for same in grouped_by_edit(self.chosen())]
        if lines:
            put_lines(lines)
