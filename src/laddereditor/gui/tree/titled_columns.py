"""What item models of trees with titled columns share."""

from collections.abc import Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

_NONE = QModelIndex()


class TitledColumns:
    """Mixed into an item model whose columns have the same fixed titles everywhere.

    It is not one of Qt's classes: of a model without rows and indexes Qt can make nothing.
    """

    titles: ClassVar[Sequence[str]] = ()

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NONE) -> int:
        """Return the number of columns."""
        return len(self.titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """Return the words above the columns."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.titles[section]
        return None
