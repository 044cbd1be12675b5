"""Lists the earlier saves of a ladder, to bring one back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from laddereditor.gui.look.escaping import tip
from laddereditor.gui.sharing.list_dialog import explained_column, flat_list
from laddereditor.presentation.dialogs.protocol import EarlierSave

Describe = Callable[[int, Callable[[str], None]], None]
_Button = QDialogButtonBox.StandardButton


class BackupsDialog(QDialog):
    """Choose one of the states that saves replaced; what differs is filled in as it is found."""

    def __init__(
        self, name: str, saves: list[EarlierSave], describe: Describe, parent: QWidget | None = None
    ) -> None:
        """List the saves of a ladder.

        Args:
            name: The name of the ladder.
            saves: The saves, newest first.
            describe: Called with the index of a save and a function, to which it passes in words
                how the save differs.
            parent: The window.
        """
        super().__init__(parent)
        self.setObjectName("backupsDialog")
        self.setWindowTitle(f"Restore an earlier save of {name}")
        self._closed = False
        column = explained_column(
            self,
            f"Each save of {name} keeps the state before it. What you choose is shown in place of "
            "the ladder; undo takes that back, and the file changes only when you save.",
        )
        self._list = self._make_list(saves)
        column.addWidget(self._list)
        column.addWidget(self._buttons())
        self.resize(640, 400)
        for row in range(len(saves)):
            describe(row, partial(self._describe, row))

    def _make_list(self, saves: list[EarlierSave]) -> QTreeWidget:
        heads = ["Replaced", "Size", "Against what is shown now"]
        view = flat_list(self, "backupsList", "Earlier saves", heads)
        for save in saves:
            item = QTreeWidgetItem(view, [save.when, save.size, "comparing…"])
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        view.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        view.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        view.setCurrentIndex(view.model().index(0, 0))
        view.itemActivated.connect(self.accept)
        return view

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(_Button.Ok | _Button.Cancel, self)
        buttons.button(_Button.Ok).setText("Restore")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def done(self, result: int) -> None:
        """Ignore answers after it is closed."""
        self._closed = True
        super().done(result)

    def _describe(self, row: int, text: str) -> None:
        item = None if self._closed else self._list.topLevelItem(row)
        if item is not None:
            item.setText(2, text)
            item.setToolTip(2, tip(text))

    def answer(self) -> int:
        """Return the row that was chosen."""
        return self._list.currentIndex().row()
