"""What commands do with the current cell of Compare and with columns."""

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
from laddereditor.model.address import Address, FieldPath
from laddereditor.presentation.compare.cell_target import CellTarget
from laddereditor.presentation.compare.lines import TableLine, differences_in, is_difference
from laddereditor.presentation.dialogs.protocol import Dialogs


class CompareActions(QObject):
    """Acts on the current cell, and on its column or the one that is given."""

    replace_wanted = Signal(int)
    go_wanted = Signal(Address, FieldPath)

    def __init__(
        self,
        workspace: Workspace,
        compare_columns: CompareColumns,
        table: CompareTable,
        model: CompareModel,
        dialogs: Dialogs,
    ) -> None:
        super().__init__(table)
        self._dialogs = dialogs
        self._workspace, self._compare_columns = workspace, compare_columns
        self._table, self._model = table, model

    # -- cells --------------------------------------------------------------------------------

    def _walk(self, step: int, wanted: Callable[[TableLine], object]) -> None:
        """Go to the next line, up or down, that satisfies a condition."""
        row = self._next(self._table.currentIndex().row() + step, step, wanted)
        if row >= 0:
            self._go_to_row(row)
        else:
            way = "below" if step > 0 else "above"
            self._workspace.notice.emit(f"There is nothing further {way}.")

    def _next(self, row: int, step: int, wanted: Callable[[TableLine], object]) -> int:
        """Return the first line from a row on, up or down, that fits; -1 for none."""
        while 0 <= row < self._model.rowCount():
            if wanted(self._model.lines[row]):
                return row
            row += step
        return -1

    def _go_to_row(self, row: int) -> None:
        column = max(self._table.currentIndex().column(), 0)
        self._table.choose(self._model.index(row, column))

    def walk_differences(self, by: int) -> None:
        """Go to the next or previous row in which the columns differ, unfolding its section."""
        row = self._next(self._table.currentIndex().row() + by, by, differences_in)
        line = self._model.line(row)
        if line is None or not line.folded:
            self._walk(by, is_difference)
            return
        self._table.fold_wanted.emit(row)
        inside = [
            number
            for number, one in enumerate(self._model.lines)
            if one.section.field == line.section.field and is_difference(one)
        ]
        if inside:
            self._go_to_row(inside[0] if by > 0 else inside[-1])

    def walk_sections(self, by: int) -> None:
        """Go to the next or previous section."""
        self._walk(by, _starts)

    def reset(self) -> None:
        """Inherit the level's values again in the selected cells."""
        self._table.give_back()

    def show_in_form(self) -> None:
        """Go to the field of the cell in the form."""
        self._table.show_in_form()

    def copy_beside(self, by: int) -> None:
        """Copy the cell to the column at its left or right, and go there."""
        index = self._table.currentIndex()
        column = index.column() + by
        if not 0 <= column < self._model.columnCount():
            self._workspace.notice.emit("There is no column on that side.")
        elif self.copy(index, column):
            self._table.choose(self._table.currentIndex().siblingAtColumn(column))

    def copy(self, index: QModelIndex, to: int) -> bool:
        """Copy what a cell shows into another column; True if it was done.

        Before another text is replaced, the person is asked. Where the cells of a row do not
        belong together, the copy goes to the end of the other list.
        """
        self._table.apply_typed()
        page = self._model.page
        source, target = page.target(index.row(), index.column()), page.copy_target(index.row(), to)
        if source is None or target is None or not self._may_overwrite(source, target):
            return False
        ladder, place = source.subject.ladder, source.place
        return self._table.edits.attempt(
            to, lambda session: copy(session.ladder, target.place, ladder, place)
        )

    def _may_overwrite(self, source: CellTarget, target: CellTarget) -> bool:
        if not target.text.strip() or source.text == target.text:
            return True
        level = target.subject.address.key
        return self._dialogs.confirm(
            "Replace the text",
            f"{level} says “{target.text}” here. Replace it by “{source.text}”?",
            "Replace",
        )

    # -- columns ------------------------------------------------------------------------------

    def pin_column(self, column: int | None = None) -> None:
        """Compare the others with a column."""
        self._with_column(column, self._compare_columns.pin)

    def replace_column(self, column: int | None = None) -> None:
        """Ask for something else to compare in place of a column."""
        self._with_column(column, self.replace_wanted.emit)

    def remove_column(self, column: int | None = None) -> None:
        """Compare without a column."""
        self._with_column(column, self._compare_columns.remove)

    def move_column(self, by: int, column: int | None = None) -> None:
        """Move a column to the left or right; the current cell goes along."""
        self._with_column(column, lambda at: self._move(at, at + by))

    def open_column(self, column: int | None = None) -> None:
        """Go to the form of what a column shows."""
        self._with_column(column, self._open)

    def _with_column(self, column: int | None, act: Callable[[int], object]) -> None:
        """Act on a column, by default on that of the current cell; without one do nothing."""
        at = self._table.currentIndex().column() if column is None else column
        if 0 <= at < self._model.columnCount():
            self._table.apply_typed()
            act(at)

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
        self.go_wanted.emit(column.subject.address, FieldPath())

    def show_column_menu(self, column: int, place: QPoint) -> None:
        """Open the menu of a column's head."""
        menu = self.column_menu(column)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def column_menu(self, column: int) -> QMenu:
        """Return the menu of a column's head."""
        last, columns = self._model.columnCount() - 1, self._compare_columns
        pinned = column == columns.baseline and not columns.stepwise
        entries = column_entries(self, column, last=last, pinned=pinned)
        return make_menu(entries, self._table)


def _starts(line: TableLine) -> bool:
    return line.is_heading or line.alone
