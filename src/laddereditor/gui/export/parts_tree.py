"""The tree in which the parts of a ladder that are exported are ticked."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from laddereditor.model.ladder import Ladder
from laddereditor.presentation.export.ladder_choice import part_lists

_KEY = Qt.ItemDataRole.UserRole
_ON = Qt.CheckState.Checked
_TICKABLE = Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled


class PartsTree(QTreeWidget):
    """Families, levels, tracks and sections to tick; all are ticked at first."""

    def __init__(self, ladder: Ladder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("export.parts")
        self.setAccessibleName("Parts to export")
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        for listed in part_lists(ladder):
            top = _item(listed.title, listed.name)
            top.setFlags(top.flags() | Qt.ItemFlag.ItemIsAutoTristate)
            self.addTopLevelItem(top)
            for key, words in listed.parts:
                top.addChild(_item(words or key, key))

    def ticked(self) -> dict[str, Sequence[str]]:
        """Return the keys of what is ticked by list, without lists of which all are ticked."""
        found: dict[str, Sequence[str]] = {}
        for top in _children(self.invisibleRootItem()):
            if top.checkState(0) != _ON:
                keys = [c.data(0, _KEY) for c in _children(top) if c.checkState(0) == _ON]
                found[top.data(0, _KEY)] = keys
        return found


def _item(words: str, key: str) -> QTreeWidgetItem:
    item = QTreeWidgetItem([words])
    item.setData(0, _KEY, key)
    item.setFlags(item.flags() | _TICKABLE)
    item.setCheckState(0, _ON)
    return item


def _children(item: QTreeWidgetItem) -> Iterator[QTreeWidgetItem]:
    found = (item.child(number) for number in range(item.childCount()))
    return (one for one in found if one is not None)
