"""The ladder that comes of a file, as a tree whose lines lead to their cells."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from laddereditor.gui.focus.row_focus import RowFocusDelegate
from laddereditor.gui.look.escaping import tip
from laddereditor.gui.look.icons import icon
from laddereditor.presentation.mapping.outline import OutlineNode

_NODE = Qt.ItemDataRole.UserRole
_TITLES = ("In the ladder", "Texts", "For example")
_LETTERS = 26  # of a label that have room if there is any
_MOST = 0.55  # of the width that labels take at most
_FEW = 3  # families that are open at first


class OutlineTree(QTreeWidget):
    """Family, level, competency, with counts and samples; items are made when they are opened."""

    cell_wanted = Signal(object)  # a CellPosition

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("mappingTree")
        self.setAccessibleName("The ladder that comes of the file")
        self.setAccessibleDescription("Enter goes to the cell that a line was made from.")
        self.setHeaderLabels(list(_TITLES))
        self.setItemDelegate(RowFocusDelegate(self))
        self.setUniformRowHeights(True)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.header().setStretchLastSection(True)
        self.header().sectionResized.connect(self._on_resized)
        self._is_width_chosen = False
        self._fit()
        self._nodes: tuple[OutlineNode, ...] = ()
        self.itemExpanded.connect(self._fill)
        self.itemExpanded.connect(self._fit)
        self.itemClicked.connect(lambda item, _: self._go(item))
        self.itemActivated.connect(lambda item, _: self._go(item))

    def _fit(self, *_: object) -> None:
        """Give the labels the room that they need, until the person has chosen a width."""
        if self._is_width_chosen:
            return
        least = _LETTERS * self.fontMetrics().averageCharWidth()
        needed = max(least, self.sizeHintForColumn(0))
        with QSignalBlocker(self.header()):
            self.header().resizeSection(0, min(needed, int(_MOST * self.viewport().width())))

    def _on_resized(self, section: int, *_: object) -> None:
        self._is_width_chosen = self._is_width_chosen or (
            section == 0 and self.header().underMouse()
        )
        if section == len(_TITLES) - 1:  # it takes the rest, so the tree has another width
            self._fit()

    def show_nodes(self, nodes: Sequence[OutlineNode]) -> None:
        """Show a tree; lines that were open or current before are so again."""
        opened = self._opened() if self._nodes else None
        current = self._key(self.currentItem())
        self._nodes = tuple(nodes)
        with QSignalBlocker(self):
            self.clear()
            for node in nodes:
                self.addTopLevelItem(_item(node))
        for item in self._items():
            if opened is None:
                item.setExpanded(len(nodes) <= _FEW)
            else:
                self._open_again(item, opened)
        if current:
            self.select_key(current)
        self._fit()

    def select_key(self, key: str) -> bool:
        """Make the line with a key the current one, opening what it is in; False if none has it."""
        path = _path_to(self._nodes, key)
        item: QTreeWidgetItem | None = None
        for node in path:
            siblings = self._items(item)
            item = next((one for one in siblings if self._key(one) == node.key), None)
            if item is None:
                return False
            if node is not path[-1]:
                item.setExpanded(True)
        if item is not None:
            with QSignalBlocker(self):
                self.setCurrentItem(item)
            self.scrollToItem(item)
        return item is not None

    def _items(self, above: QTreeWidgetItem | None = None) -> list[QTreeWidgetItem]:
        """Return the items below one, or those at the top."""
        item = above or self.invisibleRootItem()
        found = (item.child(at) for at in range(item.childCount()))
        return [one for one in found if one is not None]

    def _opened(self) -> set[str]:
        found: set[str] = set()
        waiting = self._items()
        while waiting:
            item = waiting.pop()
            if item.isExpanded():
                found.add(self._key(item))
                waiting += self._items(item)
        return found

    def _open_again(self, item: QTreeWidgetItem, opened: set[str]) -> None:
        if self._key(item) in opened:
            item.setExpanded(True)
            for below in self._items(item):
                self._open_again(below, opened)

    def _fill(self, item: QTreeWidgetItem) -> None:
        """Make the items below a line when it is first opened."""
        node: OutlineNode = item.data(0, _NODE)
        if item.childCount() == 0:
            item.addChildren([_item(one) for one in node.children])

    def _go(self, item: QTreeWidgetItem) -> None:
        node: OutlineNode = item.data(0, _NODE)
        if node.cells:
            self.cell_wanted.emit(node.cells[0])

    def _key(self, item: QTreeWidgetItem | None) -> str:
        return item.data(0, _NODE).key if item is not None else ""


def _item(node: OutlineNode) -> QTreeWidgetItem:
    item = QTreeWidgetItem([node.label, str(node.count or ""), node.example])
    item.setData(0, _NODE, node)
    item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    for column in range(len(_TITLES)):
        item.setToolTip(column, tip("\n".join(filter(None, (node.label, node.mark, node.sample)))))
    item.setData(0, Qt.ItemDataRole.AccessibleTextRole, node.words)
    if node.mark:
        item.setIcon(0, icon("warning", "warning"))
    if node.children:
        indicator = QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator
        item.setChildIndicatorPolicy(indicator)
    return item


def _path_to(nodes: Sequence[OutlineNode], key: str) -> list[OutlineNode]:
    """Return the lines from the top to the one with a key, [] if there is none."""
    for node in nodes:
        if node.key == key:
            return [node]
        if below := _path_to(node.children, key):
            return [node, *below]
    return []
