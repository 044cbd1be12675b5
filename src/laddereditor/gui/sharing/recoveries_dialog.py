"""Lists all unsaved work that crashed runs left, to be restored, discarded or left for later."""

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
from laddereditor.model.counting import plural
from laddereditor.presentation.dialogs.protocol import RecoverableWork, RecoveryAnswer

_Role = QDialogButtonBox.ButtonRole
_WORDS = (
    "The program ended before these changes were saved. Restored changes are shown in their "
    "ladders; the files change only when you save. What you do not restore stays kept."
)


class RecoveriesDialog(QDialog):
    """Choose which of the kept changes are restored; all of them are marked at first."""

    def __init__(self, works: list[RecoverableWork], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recoveriesDialog")
        self.setWindowTitle(f"Unsaved changes of {plural(len(works), 'ladder')}")
        self._discard = False
        column = explained_column(self, _WORDS)
        self._list = self._make_list(works)
        column.addWidget(self._list, 1)
        column.addWidget(self._make_buttons())
        self._list.itemChanged.connect(self._count)
        self._count()
        self.resize(680, 360)

    def _make_list(self, works: list[RecoverableWork]) -> QTreeWidget:
        heads = ["Ladder", "Kept", "Against its file"]
        view = flat_list(self, "recoveriesList", "Unsaved changes", heads)
        for work in works:
            item = QTreeWidgetItem(view, [work.name, work.when, work.differences])
            item.setCheckState(0, Qt.CheckState.Checked)
            item.setToolTip(0, tip(work.place or work.name))
            item.setToolTip(2, tip(work.differences))
        header = view.header()
        header.resizeSection(0, 240)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        view.setCurrentIndex(view.model().index(0, 0))
        return view

    def _make_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        self._restore = buttons.addButton("&Restore", _Role.AcceptRole)
        self._restore.setDefault(True)
        self._drop = buttons.addButton("&Discard…", _Role.DestructiveRole)
        self._drop.clicked.connect(self._accept_discarding)
        buttons.addButton("&Later", _Role.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _accept_discarding(self) -> None:
        self._discard = True
        self.accept()

    def _marked(self) -> tuple[int, ...]:
        items = [self._list.topLevelItem(row) for row in range(self._list.topLevelItemCount())]
        return tuple(
            row
            for row, item in enumerate(items)
            if item is not None and item.checkState(0) == Qt.CheckState.Checked
        )

    def _count(self, *_: object) -> None:
        """Show on the button how many are restored."""
        count = len(self._marked())
        self._restore.setText(f"&Restore {count}" if count else "&Restore")
        self._restore.setEnabled(count > 0)
        self._drop.setEnabled(count > 0)

    def answer(self) -> RecoveryAnswer:
        """Return the checked rows, and whether they are restored or discarded."""
        return RecoveryAnswer(self._marked(), discard=self._discard)
