"""The sheets of a workbook: each with a tick, how it is read, and why."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from laddereditor.gui.focus.row_focus import RowFocusDelegate
from laddereditor.gui.look.escaping import tip
from laddereditor.presentation.mapping.sheet_list import SheetEntry

_TICKED, _UNTICKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked
_MOST_LETTERS = 75  # of the reason that are shown; the tooltip has all of it


class SheetChooser(QListWidget):
    """Shows the sheets; Space or a click on the tick takes one or leaves it out."""

    sheet_chosen = Signal(int)
    tick_changed = Signal(int, bool)  # the number of a sheet, and whether it is ticked now

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("mappingSheets")
        self.setAccessibleName("Sheets")
        self.setAccessibleDescription("Space takes a sheet or leaves it out.")
        self.setItemDelegate(RowFocusDelegate(self))
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSpacing(2)
        self.currentRowChanged.connect(self._on_row)
        self.itemChanged.connect(self._on_item)

    def show_entries(self, entries: Sequence[SheetEntry], current: int) -> None:
        """Show sheets in place of those before.

        Args:
            entries: The sheets.
            current: The number of the one that is shown.
        """
        with QSignalBlocker(self):
            while self.count() > len(entries):
                self.takeItem(self.count() - 1)
            while self.count() < len(entries):
                self.addItem(QListWidgetItem())
            for at, one in enumerate(entries):
                _fill(self.item(at), one)
            self.setCurrentRow(current)

    def _on_row(self, row: int) -> None:
        if row >= 0:
            self.sheet_chosen.emit(row)

    def _on_item(self, item: QListWidgetItem) -> None:
        self.tick_changed.emit(self.row(item), item.checkState() == _TICKED)


def _fill(item: QListWidgetItem, one: SheetEntry) -> None:
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(_TICKED if one.taken else _UNTICKED)
    mark = " ✓" if one.pinned else ""
    words = one.words if len(one.words) <= _MOST_LETTERS else f"{one.words[:_MOST_LETTERS]}…"
    item.setText(f"{one.name}{mark}\n{words}")
    item.setToolTip(tip(f"{one.name}\n{one.words}"))
    said = "taken" if one.taken else "left out"
    pinned = ", set by you" if one.pinned else ""
    accessible = Qt.ItemDataRole.AccessibleTextRole
    item.setData(accessible, f"{one.name}, {said}{pinned}. {one.words}")
