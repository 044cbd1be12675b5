"""The dialog that asks which parts of a ladder another one is to start with."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from laddereditor.gui.focus.row_focus import RowFocusDelegate
from laddereditor.gui.look.icons import icon
from laddereditor.gui.look.labels import plain_label
from laddereditor.gui.look.theme import current_theme
from laddereditor.gui.text.line import LineEditor
from laddereditor.model.address import Address
from laddereditor.model.kinds import KINDS
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.dialogs.protocol import TakenParts
from laddereditor.presentation.files.parts_to_take import offered_parts, statements_of
from laddereditor.presentation.tree.nodes import TreeNode

_Button = QDialogButtonBox.StandardButton
_ADDRESS = Qt.ItemDataRole.UserRole
_STATES = Qt.CheckState
_CHECKED, _UNCHECKED, _PART = _STATES.Checked, _STATES.Unchecked, _STATES.PartiallyChecked


class PartsDialog(QDialog):
    """A tree of families, profiles with their statements, levels and skills, with boxes to tick."""

    def __init__(self, ladder: Ladder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("partsDialog")
        self.setWindowTitle(f"Start from {ladder.name or ladder.id}")
        self._ladder = ladder
        theme = current_theme()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.space("l"),) * 4)
        layout.setSpacing(theme.space("m"))
        self._name = LineEditor("New ladder", self)
        self._name.setObjectName("partsName")
        label = plain_label("&Name of the new ladder", self)
        label.setBuddy(self._name)
        form = QFormLayout()
        form.addRow(label, self._name)
        layout.addLayout(form)
        words = "Tick what the new ladder takes. What it refers to, such as skills, is taken too."
        layout.addWidget(plain_label(words, self))
        self.tree = QTreeWidget(self)
        self.tree.setObjectName("partsTree")
        self.tree.setAccessibleName("Parts to take")
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setItemDelegate(RowFocusDelegate(self.tree))
        for node in offered_parts(ladder):
            self.tree.addTopLevelItem(_item(node))
        for number in range(self.tree.topLevelItemCount()):
            self._top(number).setExpanded(number == 0)
        self.tree.itemExpanded.connect(self._add_statements)
        layout.addWidget(self.tree, 1)
        buttons = QDialogButtonBox(_Button.Ok | _Button.Cancel, self)
        self._create = buttons.button(_Button.Ok)
        self._create.setText("Create")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self._following = False
        self.tree.itemChanged.connect(self._on_ticked)
        self._name.textChanged.connect(lambda _text: self._show_whether_possible())
        self._show_whether_possible()
        self.resize(560, 560)

    def _top(self, number: int) -> QTreeWidgetItem:
        item = self.tree.topLevelItem(number)
        assert item is not None
        return item

    def _add_statements(self, item: QTreeWidgetItem) -> None:
        """Add the statements of a profile when it is first opened."""
        address = _address(item)
        if item.childCount() or not address.parent:
            return
        ticked = _CHECKED if item.checkState(0) == _CHECKED else _UNCHECKED
        for place, text in statements_of(self._ladder, address):
            child = QTreeWidgetItem([text])
            child.setData(0, _ADDRESS, str(place))
            child.setCheckState(0, ticked)
            item.addChild(child)

    def _on_ticked(self, item: QTreeWidgetItem) -> None:
        """Tick a profile's statements with it; some of them are a part of the profile."""
        if self._following:
            return
        self._following = True
        above = item.parent()
        if _address(item).field and above is not None:
            some = any(child.checkState(0) == _CHECKED for child in _children(above))
            above.setCheckState(0, _PART if some else _UNCHECKED)
        elif _address(item).parent and item.checkState(0) != _PART:
            for child in _children(item):
                child.setCheckState(0, item.checkState(0))
        self._following = False
        self._show_whether_possible()

    def _show_whether_possible(self) -> None:
        top = range(self.tree.topLevelItemCount())
        some = any(self._top(number).checkState(0) != _UNCHECKED for number in top)
        self._create.setEnabled(some and bool(self._name.text().strip()))

    def answer(self) -> TakenParts:
        """Return what is ticked, and the name."""
        top = (self._top(number) for number in range(self.tree.topLevelItemCount()))
        addresses = tuple(address for item in top for address in _ticked(item))
        return TakenParts(addresses, self._name.text().strip())


def _item(node: TreeNode) -> QTreeWidgetItem:
    text = f"{node.badge}  {node.label}" if node.badge else node.label
    item = QTreeWidgetItem([text])
    item.setIcon(0, icon(node.icon or node.kind))
    item.setData(0, _ADDRESS, str(node.address))
    if node.kind != "profile":
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsAutoTristate)
    item.setCheckState(0, _UNCHECKED)
    item.addChildren([_item(child) for child in node.children])
    if node.kind == "profile":
        item.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
    return item


def _address(item: QTreeWidgetItem) -> Address:
    return Address(str(item.data(0, _ADDRESS) or ""))


def _children(item: QTreeWidgetItem) -> Iterator[QTreeWidgetItem]:
    for number in range(item.childCount()):
        child = item.child(number)
        assert child is not None
        yield child


def _ticked(item: QTreeWidgetItem) -> Iterator[Address]:
    """Yield the entries that are ticked, not what is inside them."""
    state, address = item.checkState(0), _address(item)
    if state == _UNCHECKED:
        return
    is_whole = state == _CHECKED and bool(address)
    if is_whole:
        yield address
    for child in _children(item):
        # Sub-families are below their parents, but not in them.
        if not is_whole or (address.kind is KINDS["family"] and not _address(child).parent):
            yield from _ticked(child)
