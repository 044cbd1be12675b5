"""The list at a cell from which the statement is chosen that belongs beside another one."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QListWidgetItem, QVBoxLayout, QWidget

from laddereditor.gui.dialogs.find_list import FindList
from laddereditor.gui.look.labels import plain_label
from laddereditor.gui.look.theme import current_theme
from laddereditor.presentation.sheet.pairing import Candidate

_SIZE = QSize(480, 300)
_FRAME = 40  # pixels that the title and the frame of a window may take


class AlignList(QDialog):
    """A field, and the statements that fit what is typed; Enter takes the first or chosen one."""

    chosen = Signal(object)  # a Candidate

    def __init__(self, text: str, found: Sequence[Candidate], parent: QWidget) -> None:
        """Offer statements.

        Args:
            text: The statement that is put beside one of them.
            found: The statements to choose from.
            parent: The view.
        """
        super().__init__(parent)
        self.setObjectName("alignList")
        self.setWindowTitle("Align with…")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._found = found
        theme = current_theme()
        words = plain_label(f"Which one belongs beside “{text}”?", self)
        words.setWordWrap(True)
        self.finder = FindList("alignList", self._rows, self)
        self.finder.describe(
            "Type a word of it", "Find the statement", "Statements of the other columns"
        )
        self.finder.taken.connect(self._take)
        self.finder.list.itemClicked.connect(self.finder.list.itemActivated)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.space("m"),) * 4)
        column.setSpacing(theme.space("s"))
        column.addWidget(words)
        column.addWidget(self.finder, 1)
        self.resize(_SIZE)
        self.finder.fill()
        self.finder.setFocus()

    def open_at(self, cell: QRect) -> None:
        """Show the list below a cell, or above it where there is no room.

        Args:
            cell: Where the cell is on the screen.
        """
        screen = self.screen().availableGeometry()
        height = self.height() + _FRAME
        below, above = cell.bottom() + 1, cell.top() - height
        top = below if below + height <= screen.bottom() else max(above, screen.top())
        left = max(screen.left(), min(cell.left(), screen.right() - self.width()))
        self.move(QPoint(left, top))
        self.open()

    def _rows(self, typed: str) -> list[QListWidgetItem]:
        wanted = typed.casefold().split()
        return [
            _row(one)
            for one in self._found
            if all(word in f"{one.name} {one.statement.text}".casefold() for word in wanted)
        ]

    def _take(self, found: object) -> None:
        self.accept()
        self.chosen.emit(found)


def _row(found: Candidate) -> QListWidgetItem:
    item = QListWidgetItem(f"{found.name}   ·   {found.statement.text}")
    item.setData(Qt.ItemDataRole.UserRole, found)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{found.name}: {found.statement.text}")
    return item
