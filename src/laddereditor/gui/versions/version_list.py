"""The list of the published versions, newest first."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from laddereditor.gui.focus.row_focus import RowFocusDelegate
from laddereditor.gui.look.escaping import tip
from laddereditor.gui.look.icons import icon
from laddereditor.presentation.versions.version_rows import HEADS, VersionRow


class VersionList(QTreeWidget):
    """Rows of versions, of which two can be selected to compare them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: list[VersionRow] = []
        self.setObjectName("versionsView")
        self.setAccessibleName("Published versions")
        self.setHeaderLabels(list(HEADS))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setItemDelegate(RowFocusDelegate(self))
        self.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        header = self.header()
        header.setStretchLastSection(False)
        for column in (0, 1, 2, 4, 5):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def show_rows(self, rows: Sequence[VersionRow]) -> None:
        """Show rows; the current one stays if it is among them, else it is the newest."""
        before = self.current()
        self._rows = list(rows)
        self.clear()
        for row in rows:
            item = QTreeWidgetItem(self, list(row.texts))
            item.setIcon(5, icon(*row.icon))
            item.setData(3, Qt.ItemDataRole.AccessibleTextRole, row.texts[3])
            item.setToolTip(5, tip(row.explanation))
        places = [n for n, row in enumerate(rows) if before and row.name == before.name]
        self.setCurrentIndex(self.model().index(places[0] if places else 0, 0))

    @property
    def rows(self) -> Sequence[VersionRow]:
        """The rows that are shown, newest first."""
        return self._rows

    def current(self) -> VersionRow | None:
        """Return the current row."""
        place = self.currentIndex().row()
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def selected(self) -> list[VersionRow]:
        """Return the selected rows, the newer first."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._rows[place] for place in places if place < len(self._rows)]
