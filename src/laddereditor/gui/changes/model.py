"""The item model of the Changes view: Qt is given whole numbers that last as long as a row."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt

from laddereditor.compare.diff.changes.change_words import effect_words
from laddereditor.gui.item_index import ItemIndex
from laddereditor.gui.look.escaping import tip
from laddereditor.gui.look.icons import icon
from laddereditor.gui.tree.row_signals import carry_out
from laddereditor.gui.tree.titled_columns import TitledColumns
from laddereditor.presentation.changes.change_row import ChangeRow
from laddereditor.presentation.changes.change_rows import EDITS, ArrangedChanges, counts
from laddereditor.presentation.changes.signs import EFFECTS, KINDS, effect_group
from laddereditor.presentation.tree.nodes import TreeNode
from laddereditor.presentation.tree.tree_rows import TOP, Insert, Redraw, RowChange, TreeRows

COLUMNS = ("Change", "For people")
COUNTS_ROLE = Qt.ItemDataRole.UserRole + 1  # of a group: effect -> how many
_NONE = QModelIndex()
_Role = Qt.ItemDataRole
_CONFLICTS = {"conflict": "warning", "conflict-settled": "accepted"}  # icon -> colour role
_STOPS = ("change", "conflict", "left-out", EDITS)
_EMPTY = ArrangedChanges(TreeNode("", "", "root"), {})


class ChangesModel(TitledColumns, QAbstractItemModel):
    """Shows arranged changes, and updates them with as few row signals as possible."""

    titles = COLUMNS

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = TreeRows()
        self._root = TOP
        self.shown = _EMPTY

    # -- keys ---------------------------------------------------------------------------------

    def node_at(self, index: ItemIndex) -> TreeNode | None:
        """Return the node of a row, None for an invalid index."""
        return self._rows.node(index.internalId()) if index.isValid() else None

    def key(self, index: ItemIndex) -> str:
        """Return the key of a row, "" for an invalid index."""
        node = self.node_at(index)
        return node.key if node is not None else ""

    def index_of(self, key: str) -> QModelIndex:
        """Return the index of a key, invalid if it is not shown."""
        return self._index(self._rows.number(key))

    def _index(self, number: int, column: int = 0) -> QModelIndex:
        if number in (TOP, self._root):
            return QModelIndex()
        return self.createIndex(self._rows.row(number), column, number)

    def _number(self, index: ItemIndex) -> int:
        return index.internalId() if index.isValid() else self._root

    def leaf_keys(self) -> Iterator[str]:
        """Yield the keys of all changes and conflicts, from top to bottom.

        One edit of several levels is one; its parts are not yielded.
        """
        waiting = list(self._rows.below(self._root))[::-1]
        while waiting:
            number = waiting.pop()
            node = self._rows.node(number)
            if node is not None and node.kind in _STOPS:
                yield node.key
            if node is None or node.kind != EDITS:
                waiting += self._rows.below(number)[::-1]

    def edits(self, above: str = "") -> list[str]:
        """Return the keys of the rows that are one edit of several levels.

        Args:
            above: The key of a row that they are below, "" for all of them.
        """
        found: list[str] = []
        waiting = [self._rows.number(above) if above else self._root]
        while waiting:
            for number in self._rows.below(waiting.pop()):
                node = self._rows.node(number)
                if node is not None and node.kind == EDITS:
                    found.append(node.key)
                else:
                    waiting.append(number)
        return found

    def stop_of(self, key: str) -> str:
        """Return the key in `leaf_keys` that a row belongs to: of a part of an edit, the edit."""
        above = self.node_at(self.index_of(key).parent())
        return above.key if above is not None and above.kind == EDITS else key

    # -- what Qt asks -------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: ItemIndex = _NONE) -> QModelIndex:
        """Return the index of a row below `parent`."""
        inside = not parent.isValid() or parent.column() == 0
        below = self._rows.below(self._number(parent)) if self._root and inside else ()
        if not 0 <= column < len(COLUMNS) or not 0 <= row < len(below):
            return QModelIndex()
        return self.createIndex(row, column, below[row])

    def parent(self, index: ItemIndex = _NONE) -> QModelIndex:  # type: ignore[override]
        """Return the index of the row above."""
        if not index.isValid():
            return QModelIndex()
        return self._index(self._rows.above(index.internalId()))

    def rowCount(self, parent: ItemIndex = _NONE) -> int:
        """Return the number of rows below `parent`."""
        if not self._root or (parent.isValid() and parent.column() != 0):
            return 0
        return len(self._rows.below(self._number(parent)))

    def data(self, index: ItemIndex, role: int = 0) -> Any:
        """Return text, icon, counts and accessible text of a cell."""
        node = self.node_at(index)
        if node is None:
            return None
        if role == _Role.AccessibleTextRole:
            return self._accessible_text(node) if index.column() == 0 else node.badge
        if role == _Role.ToolTipRole:
            return tip(node.label if index.column() == 0 else self._why(node))
        return self._heading(node, role) if index.column() == 0 else self._effect(node, role)

    def _heading(self, node: TreeNode, role: int) -> Any:
        if role == _Role.DisplayRole:
            return node.label
        if role == _Role.DecorationRole and node.icon:
            row = self._row(node)
            kind = KINDS[row.change.kind].role if row else "text_muted"
            return icon(node.icon, _CONFLICTS.get(node.icon, kind))
        return None

    def _effect(self, node: TreeNode, role: int) -> Any:
        row = self.shown.rows.get(node.key)
        if node.kind in ("conflict", "conflicts", "left-out-group"):
            return node.badge if role == _Role.DisplayRole else None
        if row is None:
            return counts(self.shown.rows_at(node.key)) if role == COUNTS_ROLE else None
        sign = EFFECTS[effect_group(row.change)]
        if role == _Role.DisplayRole:
            return node.badge
        return icon(sign.icon, sign.role) if role == _Role.DecorationRole else None

    def _row(self, node: TreeNode) -> ChangeRow | None:
        """Return the change of a node, or the first of one edit of several levels."""
        if node.kind == EDITS:
            below = self.shown.rows_at(node.key)
            return below[0] if below else None  # the row is about to go
        return self.shown.rows.get(node.key)

    def _why(self, node: TreeNode) -> str:
        row = self._row(node)
        reason = effect_words(row.change)[1] if row else ""
        return f"{node.badge}: {reason}" if reason else node.badge

    def _accessible_text(self, node: TreeNode) -> str:
        row = self._row(node)
        if row is None:
            return f"{node.label}: {node.badge}" if node.badge else node.label
        return f"{node.label}. {self._why(node)}"

    # -- updates ------------------------------------------------------------------------------

    def reset_to(self, shown: ArrangedChanges) -> None:
        """Show another comparison from scratch."""
        self.beginResetModel()
        self.shown = shown
        self._rows.show(shown.root)
        self._root = self._rows.number(shown.root.key)
        self.endResetModel()

    def update_to(self, shown: ArrangedChanges) -> list[str]:
        """Show the next state of the same comparison; returns the keys of the new nodes."""
        if not self._root:
            self.reset_to(shown)
            return []
        self.shown = shown
        added: list[str] = []
        for step in self._rows.steps(shown.root):
            self._carry_out(step)
            if isinstance(step, Insert):
                added += [node.key for node in step.nodes]
        return added

    def _carry_out(self, step: RowChange) -> None:
        if not isinstance(step, Redraw):
            carry_out(self, self._rows, step, self._index)
        elif step.number != self._root:
            end = self._index(step.number, len(COLUMNS) - 1)
            self.dataChanged.emit(self._index(step.number), end)

    def redraw(self) -> None:
        """Notify views that all rows may look different because the colours have changed."""
        self.layoutChanged.emit()
