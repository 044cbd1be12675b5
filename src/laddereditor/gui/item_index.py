"""The type of an index that Qt passes to the methods of an item model or a delegate."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex

ItemIndex = QModelIndex | QPersistentModelIndex
