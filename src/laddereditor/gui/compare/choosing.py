"""Choosing the columns of Compare: by typing, or among what is most alike to one."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from laddereditor.compare.sheet.subject import Subject, subject_at
from laddereditor.gui.compare.compare_columns import CompareColumns
from laddereditor.gui.compare.nearest_finder import NearestFinder
from laddereditor.gui.compare.picker import Picker
from laddereditor.gui.compare.table import CompareTable
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.address import Address, NoSuchPlace
from laddereditor.presentation.compare.near_rows import alike_words


class ColumnChooser(QObject):
    """Opens the picker of Compare, and says what is to be done with what was picked."""

    added = Signal(object)  # a Subject that is to be one more column
    compared = Signal(object)  # the Subjects that are to be the columns

    def __init__(
        self,
        workspace: Workspace,
        compare_columns: CompareColumns,
        table: CompareTable,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._workspace, self._compare_columns, self._table = workspace, compare_columns, table
        self._parent, self._finder = parent, NearestFinder(workspace, self)

    def pick(self, at: int | None = None) -> Picker:
        """Let a column be chosen: one more, or in place of the one `at`."""
        title = "Add a column" if at is None else "Replace the column"
        asked = self._column(self._table.currentIndex().column())
        picker = self._picker(title, asked or self._entry(self._workspace.address))
        if at is None:
            picker.picked.connect(self.added)
        else:
            picker.picked.connect(lambda subject: self._compare_columns.replace(at, subject))
        picker.open()
        return picker

    def show_alike(self, address: Address) -> Picker | None:
        """Offer what is most alike to the current column, or to what is selected in the tree.

        What is chosen is compared with it.

        Args:
            address: What is selected in the tree; it counts unless the keyboard is in the table.
        """
        at = self._table.currentIndex().column() if self._table.hasFocus() else -1
        asked = self._column(at) or self._entry(address)
        if asked is None:
            self._workspace.notice.emit("Choose a profile or a level to find what is most alike.")
            return None
        picker = self._picker(alike_words(asked), asked)
        picker.picked.connect(lambda subject: self._compare(asked, subject))
        picker.show_alike()
        picker.open()
        return picker

    def _picker(self, title: str, asked: Subject | None) -> Picker:
        return Picker(self._workspace, title, self._parent, self._finder, asked)

    def _compare(self, asked: Subject, subject: Subject) -> None:
        columns = self._compare_columns.subjects
        if any(one.address == asked.address and one.ladder is asked.ladder for one in columns):
            self.added.emit(subject)
        else:
            self.compared.emit([asked, subject])

    def _column(self, at: int) -> Subject | None:
        columns = self._compare_columns.subjects
        return columns[at] if 0 <= at < len(columns) else None

    def _entry(self, address: Address) -> Subject | None:
        """Return the profile or the level at an address of the current ladder, if it is one."""
        session = self._workspace.session
        try:
            return subject_at(session.ladder, address) if session else None
        except NoSuchPlace:
            return None
