"""What item models of trees with titled columns share."""

from collections.abc import Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt

_NONE = QModelIndex()


class TitledColumns(QAbstractItemModel):
    """A model whose columns have the same fixed titles everywhere."""

    titles: ClassVar[Sequence[str]] = ()

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NONE) -> int:
        """Return the number of columns."""
        return len(self.titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """Return the words above the columns."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.titles[section]
        return None
