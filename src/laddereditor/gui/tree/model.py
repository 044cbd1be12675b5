"""The tree's item model: rows by lasting keys, updated by few row signals."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from laddereditor.gui.icons import icon
from laddereditor.gui.theme import current_theme
from laddereditor.gui.tree.marks import NO_MARK, Mark
from laddereditor.gui.tree.nodes import LADDER_KEY, Node
from laddereditor.gui.tree.words import node_icon, shown, spoken, tooltip

Index = QModelIndex | QPersistentModelIndex
MIME = "application/x-laddereditor-nodes"
_NONE = QModelIndex()
_Role = Qt.ItemDataRole
NODE_ROLE = _Role.UserRole + 1
MARK_ROLE = _Role.UserRole + 2
_EDITABLE = frozenset(
    {"level", "skill", "family", "profile", "track", "factor", "proficiency", "competency"}
)


def _icon(node: Node, _: Mark) -> Any:
    name = node_icon(node)
    return icon(name, "text_muted") if name else None


def _typed(node: Node, _: Mark) -> str:
    """Return the name to be edited: none for a title that only follows from a pattern."""
    return "" if node.kind == "profile" and node.muted else node.label


def _color(node: Node, _: Mark) -> Any:
    return current_theme().color("text_muted") if node.muted else None


_LOOKS: dict[int, Callable[[Node, Mark], Any]] = {
    _Role.DisplayRole: lambda node, _: shown(node),
    _Role.EditRole: _typed,
    _Role.DecorationRole: _icon,
    _Role.ForegroundRole: lambda node, _: (
        current_theme().color("text_muted") if node.muted else None
    ),
    _Role.ToolTipRole: tooltip,
    _Role.AccessibleTextRole: spoken,
    NODE_ROLE: lambda node, _: node,
    MARK_ROLE: lambda _, mark: mark,
}


class LadderTreeModel(QAbstractItemModel):
    """Shows a tree of nodes. Qt is given whole numbers for keys, never reused, and no pointers."""

    renamed = Signal(str, str)  # key, the new name that was typed
    dropped = Signal(object, str, int)  # mime data, key of the parent, row (-1: onto it)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._top: tuple[Node, ...] = ()
        self._numbers: dict[str, int] = {}
        self._keys: dict[int, str] = {}
        self._nodes: dict[str, Node] = {}
        self._parents: dict[str, str] = {}
        self._rows: dict[str, dict[str, int]] = {}  # parent key -> key -> row, made when asked
        self._marks: dict[str, Mark] = {}
        self.editable = True

    # -- keys ---------------------------------------------------------------------------------

    def key(self, index: Index) -> str:
        """Return the key of a row, "" for an invalid index."""
        return self._keys[index.internalId()] if index.isValid() else ""

    def node(self, key: str) -> Node | None:
        """Return the node with a key, if it is shown."""
        return self._nodes.get(key)

    def parent_key(self, key: str) -> str:
        """Return the key of the node above, "" for a top row."""
        return self._parents.get(key, "")

    def index_of(self, key: str) -> QModelIndex:
        """Return the index of a key, invalid if it is not shown."""
        if key not in self._nodes:
            return QModelIndex()
        return self.createIndex(self._row(key), 0, self._number(key))

    def keys(self) -> Iterable[str]:
        """Return the keys of all rows."""
        return self._nodes.keys()

    def _number(self, key: str) -> int:
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self._numbers) + 1
            self._keys[number] = key
        return number

    def _row(self, key: str) -> int:
        above = self._parents.get(key, "")
        rows = self._rows.get(above)
        if rows is None:
            rows = {child.key: row for row, child in enumerate(self._children(above))}
            self._rows[above] = rows
        return rows[key]

    def _children(self, key: str) -> tuple[Node, ...]:
        return self._nodes[key].children if key else self._top

    # -- what Qt asks -------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index = _NONE) -> QModelIndex:
        """Return the index of a row below `parent`."""
        if column != 0 or row < 0 or (parent.isValid() and parent.column() != 0):
            return QModelIndex()
        children = self._children(self.key(parent))
        if row >= len(children):
            return QModelIndex()
        return self.createIndex(row, 0, self._number(children[row].key))

    def parent(self, index: Index = _NONE) -> QModelIndex:  # type: ignore[override]
        """Return the index of the row above."""
        return self.index_of(self.parent_key(self.key(index)))

    def rowCount(self, parent: Index = _NONE) -> int:
        """Return the number of rows below `parent`."""
        return len(self._children(self.key(parent)))

    def columnCount(self, parent: Index = _NONE) -> int:
        """Return 1: a tree has one column."""
        return 1

    def data(self, index: Index, role: int = 0) -> Any:
        """Return label, icon, marks and spoken text of a row."""
        node = self._nodes.get(self.key(index))
        look = _LOOKS.get(role)
        if node is None or look is None:
            return None
        return look(node, self._marks.get(node.key, NO_MARK))

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        """Tell the name that was typed; the ladder's change brings it back."""
        if role != _Role.EditRole or not index.isValid():
            return False
        if str(value).strip() != str(self.data(index, _Role.EditRole)):
            self.renamed.emit(self.key(index), str(value).strip())
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a row."""
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.NoItemFlags
        found = flag.ItemIsEnabled | flag.ItemIsSelectable
        node = self._nodes[self.key(index)]
        if not self.editable:
            return found | (flag.ItemIsDragEnabled if node.is_entity else flag.NoItemFlags)
        if node.kind in ("collection", "group", "family"):
            found |= flag.ItemIsDropEnabled
        if node.is_entity:
            found |= flag.ItemIsDragEnabled
        if node.kind in _EDITABLE or (node.kind == "group" and not node.muted):
            found |= flag.ItemIsEditable
        return found

    # -- drag and drop ------------------------------------------------------------------------

    def supportedDropActions(self) -> Qt.DropAction:
        """Return move and copy."""
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        """Return the type that the tree's own rows travel as."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the addresses of the rows, one a line."""
        data = QMimeData()
        nodes = [self._nodes[self.key(index)] for index in indexes]
        addresses = [node.address for node in nodes if node.is_entity]
        data.setData(MIME, "\n".join(addresses).encode())
        return data

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Tell what was dropped where; the ladder's change moves the rows."""
        if data.hasFormat(MIME):
            self.dropped.emit(data, self.key(parent), row)
        return False

    # -- updates ------------------------------------------------------------------------------

    def reset_to(self, root: Node | None) -> None:
        """Show another tree from scratch (another ladder, another filter)."""
        self.beginResetModel()
        self._nodes, self._parents, self._rows, self._marks = {}, {}, {}, {}
        self._top = (root,) if root else ()
        for node in self._top:
            self._enter(node, "")
        self.endResetModel()

    def update_to(self, root: Node) -> None:
        """Show the next state of the same ladder with row signals for what differs."""
        if not self._top or self._top[0].key != root.key:
            self.reset_to(root)
            return
        self._update(root)

    def set_marks(self, marks: dict[str, Mark]) -> None:
        """Show other marks; only rows whose mark differs are told."""
        old, self._marks = self._marks, marks
        for key in old.keys() | marks.keys():
            if old.get(key) != marks.get(key) and key in self._nodes:
                index = self.index_of(key)
                self.dataChanged.emit(index, index)

    def renew(self) -> None:
        """Tell that icons and colours of all rows look different now."""
        if self._top:
            self.dataChanged.emit(self.index_of(LADDER_KEY), self.index_of(LADDER_KEY))

    def _enter(self, node: Node, above: str) -> None:
        self._nodes[node.key] = node
        self._parents[node.key] = above
        for child in node.children:
            self._enter(child, node.key)

    def _leave(self, node: Node) -> None:
        for child in node.children:
            self._leave(child)
        del self._nodes[node.key], self._parents[node.key]
        self._rows.pop(node.key, None)

    def _store(self, node: Node) -> None:
        """Put a node in the place of the one with its key; who holds its parent is not told."""
        self._nodes[node.key] = node
        self._rows.pop(node.key, None)
        if not self._parents[node.key]:
            self._top = (node,)

    def _update(self, new: Node) -> None:
        old = self._nodes[new.key]
        if old is new:
            return
        if [child.key for child in old.children] != [child.key for child in new.children]:
            self._change_rows(old, new)
        for child in new.children:
            self._update(child)
        looked = replace(self._nodes[new.key], children=())
        self._store(new)
        if looked != replace(new, children=()):
            index = self.index_of(new.key)
            self.dataChanged.emit(index, index)

    def _change_rows(self, old: Node, new: Node) -> None:
        """Remove rows that are gone or elsewhere now, then insert those that are new here."""
        stay = _lasting([c.key for c in old.children], [c.key for c in new.children])
        children = list(old.children)
        for row in range(len(children) - 1, -1, -1):
            if children[row].key not in stay:
                self._remove_row(new.key, children, row)
        for row, child in enumerate(new.children):
            if child.key not in stay:
                self._insert_row(new.key, children, row, child)

    def _remove_row(self, parent: str, children: list[Node], row: int) -> None:
        self.beginRemoveRows(self.index_of(parent), row, row)
        gone = children.pop(row)
        self._leave(gone)
        self._store(replace(self._nodes[parent], children=tuple(children)))
        self.endRemoveRows()

    def _insert_row(self, parent: str, children: list[Node], row: int, child: Node) -> None:
        self._evict(child)
        self.beginInsertRows(self.index_of(parent), row, row)
        children.insert(row, child)
        self._enter(child, parent)
        self._store(replace(self._nodes[parent], children=tuple(children)))
        self.endInsertRows()

    def _evict(self, node: Node) -> None:
        """Take what stands under another parent still out of there before it comes in here."""
        if node.key not in self._nodes:
            for child in node.children:
                self._evict(child)
            return
        key = node.key
        above = self._parents[key]
        children = list(self._nodes[above].children)
        row = next(place for place, child in enumerate(children) if child.key == key)
        self._remove_row(above, children, row)


def _lasting(old: list[str], new: list[str]) -> set[str]:
    """Return the keys that keep their order from old to new: a longest increasing subsequence.

    Found by patience sorting (Fredman 1975), in n log n steps.
    """
    place = {key: position for position, key in enumerate(new)}
    ends: list[int] = []  # by length: the smallest end of a run that long
    tails: list[str] = []
    before: dict[str, str | None] = {}
    for key in old:
        if key in place:
            at = bisect_left(ends, place[key])
            before[key] = tails[at - 1] if at else None
            ends[at : at + 1] = [place[key]]
            tails[at : at + 1] = [key]
    found: set[str] = set()
    last = tails[-1] if tails else None
    while last is not None:
        found.add(last)
        last = before[last]
    return found
