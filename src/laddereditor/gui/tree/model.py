"""The tree's item model; Qt's internal ids are integers that stay valid as long as a row exists."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)

from laddereditor.gui.item_index import ItemIndex
from laddereditor.gui.look.escaping import tip
from laddereditor.gui.look.icons import icon
from laddereditor.gui.look.theme import current_theme
from laddereditor.gui.tree.row_signals import carry_out
from laddereditor.model.address import Address
from laddereditor.presentation.tree.marks import NO_MARK, NodeMark
from laddereditor.presentation.tree.node_words import accessible_text, shown, tooltip
from laddereditor.presentation.tree.nodes import TreeNode
from laddereditor.presentation.tree.tree_rows import (
    TOP,
    Insert,
    Redraw,
    TreeRows,
)

MIME = "application/x-laddereditor-nodes"
_Row = TypeVar("_Row")
_NONE = QModelIndex()
_Role = Qt.ItemDataRole
NODE_ROLE = _Role.UserRole + 1
MARK_ROLE = _Role.UserRole + 2
_FIXED = frozenset({"collection", "hint"})  # kinds without a name to edit
_MANY = 100  # rows that are drawn again one by one
_TARGETS = frozenset({"collection", "group", "family"})


def _typed(node: TreeNode, _: NodeMark) -> str:
    """Return the name to be edited: none for a title that only follows from a pattern."""
    return "" if node.kind == "profile" and node.muted else node.label


_LOOKS: dict[int, Callable[[TreeNode, NodeMark], Any]] = {
    _Role.DisplayRole: lambda node, _: shown(node),
    _Role.EditRole: _typed,
    _Role.DecorationRole: lambda node, _: icon(node.icon, "text_muted") if node.icon else None,
    _Role.ForegroundRole: lambda node, _: (
        current_theme().color("text_muted") if node.muted else None
    ),
    _Role.ToolTipRole: lambda node, mark: tip(tooltip(node, mark)),
    _Role.AccessibleTextRole: accessible_text,
    NODE_ROLE: lambda node, _: node,
    MARK_ROLE: lambda _, mark: mark,
}


@cache  # Qt asks for them thousands of times, and adding flags up is slow
def _flags(target: bool, entity: bool, named: bool, editable: bool) -> Qt.ItemFlag:
    flag = Qt.ItemFlag
    found = flag.ItemIsEnabled | flag.ItemIsSelectable
    if entity:
        found |= flag.ItemIsDragEnabled
    if target and editable:
        found |= flag.ItemIsDropEnabled
    if named and editable:
        found |= flag.ItemIsEditable
    return found


class LadderTreeModel(QAbstractItemModel):
    """Shows a tree of nodes, and changes it with as few row signals as possible."""

    renamed = Signal(str, str)  # key, the new name that was typed
    dropped = Signal(object, object, str, int)  # mime data, Qt.DropAction, key of parent, row

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = TreeRows()
        self.editable = True
        # What a panel gives: the marks, what rows travel as, and where they may be dropped.
        self.mark_of: Callable[[str], NodeMark] = lambda _: NO_MARK
        self.to_mime_data: Callable[[Sequence[Address]], QMimeData] = lambda _: QMimeData()
        self.may_drop: Callable[[QMimeData, Qt.DropAction, TreeNode, int], bool] = lambda *_: False

    # -- keys ---------------------------------------------------------------------------------

    def node_at(self, index: ItemIndex) -> TreeNode | None:
        """Return the node of a row, None for an invalid index."""
        return self._rows.node(index.internalId()) if index.isValid() else None

    def key(self, index: ItemIndex) -> str:
        """Return the key of a row, "" for an invalid index."""
        node = self.node_at(index)
        return node.key if node is not None else ""

    def node(self, key: str) -> TreeNode | None:
        """Return the node with a key, if it is shown."""
        return self._rows.node(self._rows.number(key))

    def above(self, key: str) -> list[str]:
        """Return the keys above a row, nearest first."""
        found = []
        number = self._rows.above(self._rows.number(key))
        while (node := self._rows.node(number)) is not None:
            found.append(node.key)
            number = self._rows.above(number)
        return found

    def path(self, key: str) -> list[int]:
        """Return the path of a row: the index of each row above it, from the top, then its own."""
        return self._rows.path(self._rows.number(key))

    def index_of(self, key: str) -> QModelIndex:
        """Return the index of a key, invalid if it is not shown."""
        return self._index(self._rows.number(key))

    def _index(self, number: int) -> QModelIndex:
        if number == TOP:
            return QModelIndex()
        return self.createIndex(self._rows.row(number), 0, number)

    # -- what Qt asks -------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: ItemIndex = _NONE) -> QModelIndex:
        """Return the index of a row below `parent`."""
        if column != 0 or row < 0 or (parent.isValid() and parent.column() != 0):
            return QModelIndex()
        below = self._rows.below(parent.internalId() if parent.isValid() else TOP)
        return self.createIndex(row, 0, below[row]) if row < len(below) else QModelIndex()

    def parent(self, index: ItemIndex = _NONE) -> QModelIndex:  # type: ignore[override]
        """Return the index of the row above."""
        if not index.isValid():
            return QModelIndex()
        return self._index(self._rows.above(index.internalId()))

    def rowCount(self, parent: ItemIndex = _NONE) -> int:
        """Return the number of rows below `parent`."""
        return len(self._rows.below(parent.internalId() if parent.isValid() else TOP))

    def columnCount(self, parent: ItemIndex = _NONE) -> int:
        """Return 1: a tree has one column."""
        return 1

    def data(self, index: ItemIndex, role: int = 0) -> Any:
        """Return label, icon, marks and accessible text of a row."""
        node, look = self.node_at(index), _LOOKS.get(role)
        if node is None or look is None:
            return None
        return look(node, self.mark_of(node.key))

    def setData(self, index: ItemIndex, value: Any, role: int = _Role.EditRole) -> bool:
        """Emit the typed name; the row shows it after the ladder has changed."""
        if role != _Role.EditRole or not index.isValid():
            return False
        name = str(value).strip()
        if name != str(self.data(index, _Role.EditRole)):
            self.renamed.emit(self.key(index), name)
        return True

    def flags(self, index: ItemIndex) -> Qt.ItemFlag:
        """Return the flags of a row."""
        node = self.node_at(index)
        if node is None:
            return Qt.ItemFlag.NoItemFlags
        named = node.kind not in _FIXED and not (node.kind == "group" and node.muted)
        return _flags(node.kind in _TARGETS, node.is_entity, named, self.editable)

    # -- drag and drop ------------------------------------------------------------------------

    def supportedDropActions(self) -> Qt.DropAction:
        """Return move and copy."""
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        """Return the type that rows travel as."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the entities of rows, as data and as text."""
        nodes = map(self.node_at, indexes)
        return self.to_mime_data([node.address for node in nodes if node and node.is_entity])

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: ItemIndex
    ) -> bool:
        """Whether the dragged entries can be dropped there."""
        node = self.node_at(parent)
        return (
            self.editable
            and node is not None
            and data.hasFormat(MIME)
            and self.may_drop(data, action, node, row)
        )

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: ItemIndex
    ) -> bool:
        """Emit what was dropped where; the rows move after the ladder has changed."""
        if data.hasFormat(MIME) and parent.isValid():
            self.dropped.emit(data, action, self.key(parent), row)
        return False  # the view must not remove rows by itself

    # -- updates ------------------------------------------------------------------------------

    def reset_to(self, root: TreeNode | None) -> None:
        """Show another tree from scratch (another ladder, another filter)."""
        self.beginResetModel()
        self._rows.show(root)
        self.endResetModel()

    def update_to(self, root: TreeNode, moves: Mapping[Address, Address]) -> list[str]:
        """Show the next state of the same ladder; `moves` says which keys became which.

        Returns the keys of nodes that are new, with whatever is below them.
        """
        self._rows.rekey(moves)
        added: list[str] = []
        redrawn: list[int] = []
        for step in self._rows.steps(root):
            if isinstance(step, Redraw):
                redrawn.append(step.number)
                continue
            carry_out(self, self._rows, step, self._index)
            if isinstance(step, Insert):
                added += [node.key for node in step.nodes]
        self._redraw(redrawn, self._index)
        return added

    def redraw(self, keys: Iterable[str]) -> None:
        """Notify views that rows look different because their marks have changed."""
        self._redraw(list(keys), self.index_of)

    def _redraw(self, rows: Sequence[_Row], index_of: Callable[[_Row], QModelIndex]) -> None:
        if len(rows) > _MANY:  # for a range, views draw all that is in sight, of whatever depth
            root = self.index(0, 0)
            last = self.index(self.rowCount(root) - 1, 0, root)
            self.dataChanged.emit(self.index(0, 0, root), last)
            return
        for row in rows:
            index = index_of(row)
            if index.isValid():
                self.dataChanged.emit(index, index)
