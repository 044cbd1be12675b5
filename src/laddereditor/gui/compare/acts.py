"""What keys and menus do with the current cell and its column."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from laddereditor.edits.cells.places import is_overriding
from laddereditor.edits.edit import EditRefused
from laddereditor.gui.clipboard import copied_text, put
from laddereditor.gui.compare.compare_columns import CompareColumns
from laddereditor.gui.compare.editing import CellEditing
from laddereditor.gui.compare.menus import cell_choices, column_choices, make_menu
from laddereditor.gui.compare.model import CompareModel
from laddereditor.gui.compare.pasting import paste
from laddereditor.gui.compare.table import CompareTable
from laddereditor.gui.sheet.clipboard import copied
from laddereditor.gui.workspace import Workspace
from laddereditor.model.address import Address
from laddereditor.presentation.compare.lines import TableLine


class CompareActions(QObject):
    """Carries out named actions on cells and columns; passes the others on."""

    other_wanted = Signal(str)  # something that concerns neither a cell nor a column
    replace_wanted = Signal(int)
    go_wanted = Signal(Address, str)

    def __init__(
        self,
        workspace: Workspace,
        compare_columns: CompareColumns,
        table: CompareTable,
        editing: CellEditing,
    ) -> None:
        super().__init__(table)
        self._workspace, self._compare_columns, self._table, self._editing = (
            workspace,
            compare_columns,
            table,
            editing,
        )
        self._model: CompareModel = table.compared

    def act(self, name: str) -> None:
        """Carry out the action of a key or a menu at the current cell."""
        index = self._table.currentIndex()
        cells: dict[str, Callable[[QModelIndex], object]] = {
            "edit": self._editing.begin,
            "delete": self._editing.remove,
            "give_back": self._editing.give_back,
            "go": self._editing.go,
            "copy_cell": self._copy_cell,
            "paste": self._paste,
            "copy_left": lambda at: self._copy(at, at.column() - 1),
            "copy_right": lambda at: self._copy(at, at.column() + 1),
        }
        steps: dict[str, tuple[int, Callable[[TableLine], bool]]] = {
            "next_difference": (1, _differs),
            "previous_difference": (-1, _differs),
            "next_section": (1, _starts),
            "previous_section": (-1, _starts),
        }
        if name in cells:
            cells[name](index)
        elif name in steps:
            self._walk(*steps[name])
        elif not self.act_on_column(name, index.column()):
            self.other_wanted.emit(name)

    # -- cells --------------------------------------------------------------------------------

    def _walk(self, step: int, wanted: Callable[[TableLine], bool]) -> None:
        """Go to the next line up or down that is wanted."""
        index, count = self._table.currentIndex(), self._model.rowCount()
        row = index.row() + step
        while 0 <= row < count and not wanted(self._model.lines[row]):
            row += step
        if 0 <= row < count:
            self._table.setCurrentIndex(self._model.index(row, max(index.column(), 0)))
        else:
            way = "below" if step > 0 else "above"
            self._workspace.notice.emit(f"There is nothing further {way}.")

    def _copy(self, index: QModelIndex, column: int) -> None:
        if not 0 <= column < self._model.columnCount():
            self._workspace.notice.emit("There is no column on that side.")
        elif self._editing.copy(index, column):
            self._table.setCurrentIndex(self._table.currentIndex().siblingAtColumn(column))

    def _copy_cell(self, index: QModelIndex) -> None:
        cell = self._model.cell(index)
        put(copied(((cell.full_text if cell else str(index.data() or ""),),)))

    def _paste(self, index: QModelIndex) -> None:
        """Paste a block of cells, from the current cell on."""
        self._editing.take()
        if not index.isValid():
            return
        if not (text := copied_text()):
            self._workspace.notice.emit("The clipboard holds no text to paste here.")
            return
        try:
            paste(self._workspace, self._compare_columns, self._model, index, text)
        except EditRefused as refused:
            self._workspace.notice.emit(str(refused))

    def show_cell_menu(self, index: QModelIndex, place: QPoint) -> None:
        """Open the menu of a cell."""
        _popup(self.cell_menu(index), place)

    def cell_menu(self, index: QModelIndex) -> QMenu:
        """Return the menu of a cell."""
        target = self._editing.target_at(index)
        choices = cell_choices(
            text=self._model.cell(index) is not None,
            editable=target is not None,
            override=target is not None and is_overriding(target.subject.ladder, target.place),
            columns=self._model.columnCount(),
        )
        return make_menu(choices, self.act, self._table)

    # -- columns ------------------------------------------------------------------------------

    def act_on_column(self, name: str, column: int) -> bool:
        """Carry out an action on a column; return False if it is not one."""
        acts: dict[str, Callable[[int], object]] = {
            "baseline": self._compare_columns.pin,
            "replace": self.replace_wanted.emit,
            "remove_column": self._compare_columns.remove,
            "open": self._open,
            "move_left": lambda at: self._move(at, at - 1),
            "move_right": lambda at: self._move(at, at + 1),
        }
        if name not in acts or not 0 <= column < self._model.columnCount():
            return False
        self._editing.take()
        acts[name](column)
        return True

    def _move(self, column: int, to: int) -> None:
        if 0 <= to < self._model.columnCount():
            self._compare_columns.move(column, to)
            self._table.setCurrentIndex(self._table.currentIndex().siblingAtColumn(to))

    def _open(self, number: int) -> None:
        column = self._compare_columns.columns[number]
        if column.session is None:
            self._workspace.notice.emit(column.read_only)
            return
        self._workspace.show_session(column.session)
        self.go_wanted.emit(column.subject.address, "")

    def show_column_menu(self, column: int, place: QPoint) -> None:
        """Open the menu of a column's head."""
        _popup(self.column_menu(column), place)

    def column_menu(self, column: int) -> QMenu:
        """Return the menu of a column's head."""
        last = self._model.columnCount() - 1
        choices = column_choices(
            pinned=column == self._compare_columns.baseline, first=column == 0, last=column == last
        )
        return make_menu(choices, lambda name: self.act_on_column(name, column), self._table)


def _popup(menu: QMenu, place: QPoint) -> None:
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(place)


def _differs(line: TableLine) -> bool:
    return line.row is not None and line.row.differs


def _starts(line: TableLine) -> bool:
    return line.is_heading or line.alone
