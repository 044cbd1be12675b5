"""The field above the tree that filters while a person types."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from laddereditor.gui.text.line import FilterLine


class FilterField(FilterLine):
    """Escape clears it; Enter and Down move to the tree."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("treeFilter")
        self.setPlaceholderText("Filter the ladder")
        self.setAccessibleName("Filter the ladder")
        self.show_clear_button()
        self.returnPressed.connect(self.left)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave at Down, and type everything else."""
        if event.key() == Qt.Key.Key_Down:
            self.left.emit()
        else:
            super().keyPressEvent(event)
