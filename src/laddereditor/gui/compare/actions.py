"""What keys and menus do with the current cell and its column."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from laddereditor.edits.cells.copying import copy
from laddereditor.gui.compare.compare_columns import CompareColumns
from laddereditor.gui.compare.menus import column_entries
from laddereditor.gui.compare.model import CompareModel
from laddereditor.gui.compare.table import CompareTable
from laddereditor.gui.sheet.menus import make_menu
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.address import Address
from laddereditor.presentation.compare.lines import TableLine


class CompareActions(QObject):
    """Carries out named actions on cells and columns; passes other actions on."""

    other_wanted = Signal(str)  # something that concerns neither a cell nor a column
    replace_wanted = Signal(int)
    go_wanted = Signal(Address, str)

    def __init__(
        self,
        workspace: Workspace,
        compare_columns: CompareColumns,
        table: CompareTable,
        model: CompareModel,
    ) -> None:
        super().__init__(table)
        self._workspace, self._compare_columns = workspace, compare_columns
        self._table, self._model = table, model

    def act(self, name: str) -> None:
        """Carry out the action of a key or a menu at the current cell."""
        index = self._table.currentIndex()
        cells: dict[str, Callable[[QModelIndex], object]] = {
            "give_back": lambda _: self._table.give_back(),
            "go": lambda _: self._table.show_in_form(),
            "copy_left": lambda at: self._copy_beside(at, at.column() - 1),
            "copy_right": lambda at: self._copy_beside(at, at.column() + 1),
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
        """Go to the next line, up or down, that satisfies a condition."""
        index, count = self._table.currentIndex(), self._model.rowCount()
        row = index.row() + step
        while 0 <= row < count and not wanted(self._model.lines[row]):
            row += step
        if 0 <= row < count:
            self._table.choose(self._model.index(row, max(index.column(), 0)))
        else:
            way = "below" if step > 0 else "above"
            self._workspace.notice.emit(f"There is nothing further {way}.")

    def _copy_beside(self, index: QModelIndex, column: int) -> None:
        if not 0 <= column < self._model.columnCount():
            self._workspace.notice.emit("There is no column on that side.")
        elif self.copy(index, column):
            self._table.choose(self._table.currentIndex().siblingAtColumn(column))

    def copy(self, index: QModelIndex, to: int) -> bool:
        """Copy what a cell shows into another column; True if it was done."""
        self._table.apply_typed()
        page = self._model.page
        source, target = page.target(index.row(), index.column()), page.target(index.row(), to)
        if source is None or target is None:
            return False
        ladder, place = source.subject.ladder, source.place
        return self._table.edits.attempt(
            to, lambda session: copy(session.ladder, target.place, ladder, place)
        )

    # -- columns ------------------------------------------------------------------------------

    def act_on_column(self, name: str, column: int) -> bool:
        """Carry out an action on a column; return False if it is not one."""
        commands: dict[str, Callable[[int], object]] = {
            "baseline": self._compare_columns.pin,
            "replace": self.replace_wanted.emit,
            "remove_column": self._compare_columns.remove,
            "open": self._open,
            "move_left": lambda at: self._move(at, at - 1),
            "move_right": lambda at: self._move(at, at + 1),
        }
        if name not in commands or not 0 <= column < self._model.columnCount():
            return False
        self._table.apply_typed()
        commands[name](column)
        return True

    def _move(self, column: int, to: int) -> None:
        if 0 <= to < self._model.columnCount():
            self._compare_columns.move(column, to)
            self._table.choose(self._table.currentIndex().siblingAtColumn(to))

    def _open(self, number: int) -> None:
        column = self._compare_columns.columns[number]
        if column.session is None:
            self._workspace.notice.emit(column.read_only)
            return
        self._workspace.show_session(column.session)
        self.go_wanted.emit(column.subject.address, "")

    def show_column_menu(self, column: int, place: QPoint) -> None:
        """Open the menu of a column's head."""
        menu = self.column_menu(column)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def column_menu(self, column: int) -> QMenu:
        """Return the menu of a column's head."""
        last = self._model.columnCount() - 1
        entries = column_entries(
            lambda name: self.act_on_column(name, column),
            pinned=column == self._compare_columns.baseline,
            first=column == 0,
            last=column == last,
        )
        return make_menu(entries, self._table)


def _differs(line: TableLine) -> bool:
    return line.row is not None and line.row.differs


def _starts(line: TableLine) -> bool:
    return line.is_heading or line.alone
