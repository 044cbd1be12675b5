"""Editing in place: opens the editor over a cell, and makes an edit of what was typed."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from laddereditor.edits.cells.choosing import (
    How,
    choices_at,
    choose,
    chosen_at,
    how_to_change,
)
from laddereditor.edits.cells.copying import copy
from laddereditor.edits.cells.filling import fill
from laddereditor.edits.cells.places import shape_of
from laddereditor.edits.cells.resetting import reset
from laddereditor.edits.edit import Edit, EditRefused
from laddereditor.gui.clipboard import put_text
from laddereditor.gui.compare.columns import Column
from laddereditor.gui.compare.compare_columns import CompareColumns
from laddereditor.gui.compare.model import CompareModel
from laddereditor.gui.compare.table import CompareTable
from laddereditor.gui.text.cell_editor import CellEditor
from laddereditor.gui.text.composing import Composing
from laddereditor.gui.text.keys import Ending
from laddereditor.gui.words import shown
from laddereditor.gui.workspace import Workspace
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.compare.cell_target import DERIVED, CellTarget, target_of

_LINES = ("text", "texts")
_EDGES = " \t\n"  # other spaces are part of what was written


class CellEditing(QObject):
    """Changes what cells show, each in its own ladder with undo."""

    go_wanted = Signal(Address, str)  # address and field of what only the form can edit
    closed = Signal()  # the editor is gone

    def __init__(
        self, workspace: Workspace, compare_columns: CompareColumns, table: CompareTable
    ) -> None:
        super().__init__(table)
        self._workspace, self._compare_columns, self._table = workspace, compare_columns, table
        self._model: CompareModel = table.compared
        self._editor: CellEditor | None = None
        self._refused = ""  # why the last edit could not be made
        self._began = ""  # the text that the editing began with
        self._open: tuple[Column, CellTarget, QPersistentModelIndex] | None = None
        self._composing = table.composing = Composing(self._begin_typing)
        table.typed.connect(self.type)

    # -- where --------------------------------------------------------------------------------

    def _place(self, index: QModelIndex) -> tuple[Column, CellTarget] | None:
        """Return the column and what is written to at a cell; None for a heading."""
        line = self._model.line(index.row()) if index.isValid() else None
        columns = self._compare_columns.columns
        if line is None or line.row is None or index.column() >= len(columns):
            return None
        column, rows = columns[index.column()], line.section.rows
        number = next(n for n, row in enumerate(rows) if row is line.row)
        return column, target_of(column.subject, rows, number, index.column())

    def target_at(self, index: QModelIndex) -> CellTarget | None:
        """Return what would be written to at a cell, None for a heading or a read-only column."""
        found = self._place(index)
        return found[1] if found and not found[0].read_only else None

    # -- typing -------------------------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        """Whether something is being typed."""
        return self._open is not None

    def begin(self, index: QModelIndex, *, keep: bool = True) -> None:
        """Edit a cell in the way that suits it; without `keep` what is typed replaces its text."""
        self.take()
        found = self._place(index)
        if found is None:
            return
        column, target = found
        if column.read_only:
            self._workspace.notice.emit(column.read_only)
            return
        try:
            how = _how(target)
        except EditRefused as refused:
            self._workspace.notice.emit(str(refused))
            return
        if how == "form":
            self.go(index)
        elif how == "choice":
            self._choose(index, column, target)
        else:
            self._type(index, column, target, keep=keep)

    def type(self, text: str) -> None:
        """Edit the current cell, a text that is typed taking the place of what is there."""
        if (editor := self._begin_typing()) is not None:
            editor.insert(text)

    def _begin_typing(self) -> CellEditor | None:
        self.begin(self._table.currentIndex(), keep=False)
        return self._editor if self._open is not None else None

    def go(self, index: QModelIndex) -> None:
        """Go to the form of what a cell shows."""
        found = self._place(index)
        if found is not None and found[0].session is not None:
            column, target = found
            self._workspace.show_session(column.session)
            self.go_wanted.emit(target.subject.address, target.place.path)

    def _type(self, index: QModelIndex, column: Column, target: CellTarget, *, keep: bool) -> None:
        editor = self._make_editor()
        self._table.scrollTo(index)
        self._open = column, target, QPersistentModelIndex(index)
        name = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
        editor.lines = shape_of(target.subject.ladder, target.place) in _LINES
        editor.setAccessibleName(name)
        editor.setFont(self._table.pen.font)
        editor.stand_over(self._table.visualRect(index))
        refused = self._model.page.refused(index.row(), index.column())
        self._began = refused.text if refused else target.text
        editor.begin(self._began, keep=keep)
        editor.show()
        editor.raise_()
        if not self._composing.is_under_way:
            editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_editor(self) -> CellEditor:
        if self._editor is None:
            self._editor = CellEditor(self._table.viewport())
            self._editor.setObjectName("compareEditor")
            self._editor.ended.connect(self._end)
            self._editor.left.connect(self.take)
            self._table.moved.connect(self._follow)
        return self._editor

    def _follow(self) -> None:
        if self._open is not None and self._editor is not None:
            at = self._open[2]
            if at.isValid():
                here = self._model.index(at.row(), at.column())
                self._editor.stand_over(self._table.visualRect(here))

    def _end(self, ending: Ending) -> None:
        """Take or give up what was typed, and go where the key goes."""
        at = QPersistentModelIndex(self._open[2]) if self._open else QPersistentModelIndex()
        if not ending.taken:
            self.give_up()
            return
        self.take()
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        if at.isValid():
            self._table.walk(self._model.index(at.row(), at.column()), ending.down, ending.right)

    def take(self) -> None:
        """Make what was typed an edit; a text that was emptied goes."""
        if self._open is None or self._editor is None:
            return
        column, target, index = self._open
        text = self._editor.text()
        text = text if text in (self._began, target.text) else text.strip(_EDGES)
        self._close()
        if text == target.text:
            self._drop_refused(column, target)
        elif text != self._began:
            if self._apply(column, target, partial(self._filled, target, text)):
                self._drop_refused(column, target)
            else:
                self._keep(column, target, text)
            if index.isValid():
                self._table.setCurrentIndex(self._model.index(index.row(), index.column()))
        self.closed.emit()

    def _filled(self, target: CellTarget, text: str, now: Ladder) -> Edit:
        return fill(now, (target.filling(now, text),), locale=self._workspace.locale)

    def _keep(self, column: Column, target: CellTarget, text: str) -> None:
        """Keep what cannot be taken: on the clipboard, and in the cell where the form shows it."""
        put_text(text)
        if column.session is not None:
            self._workspace.untaken.keep_of_cell(column.session, target.place, text, self._refused)
        self._workspace.notice.emit(f"{self._refused} What you typed is on the clipboard.".strip())

    def _drop_refused(self, column: Column, target: CellTarget) -> bool:
        return self._workspace.untaken.drop_of_cells(column.session, (target.place,))

    def give_up(self) -> None:
        """Leave the editor; the cell shows its value again."""
        if self._open is not None:
            column, target, _ = self._open
            self._close()
            self._drop_refused(column, target)
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)
            self.closed.emit()

    def _close(self) -> None:
        self._open = None
        self._composing.stop()
        if self._editor is not None:
            had_focus = self._editor.hasFocus()
            self._editor.hide()
            if had_focus:
                self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- choosing -----------------------------------------------------------------------------

    def _choose(self, index: QModelIndex, column: Column, target: CellTarget) -> None:
        menu = self.choice_menu(column, target)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        rect = self._table.visualRect(index)
        menu.popup(self._table.viewport().mapToGlobal(rect.bottomLeft()))

    def choice_menu(self, column: Column, target: CellTarget) -> QMenu:
        """Return the menu of what can be chosen in a cell, the choice of now marked."""
        menu = QMenu(self._table)
        menu.setObjectName("compareChoices")
        ladder = target.subject.ladder
        now = chosen_at(ladder, target.place)
        for value, words in choices_at(ladder, target.place):
            action = menu.addAction(shown(words))
            action.setCheckable(True)
            action.setChecked(value == now)
            if value == now:
                menu.setActiveAction(action)
            _on(action, partial(self._make, column, target, value))
        return menu

    def _make(self, column: Column, target: CellTarget, value: str) -> None:
        if value != chosen_at(target.subject.ladder, target.place):
            self._apply(column, target, lambda now: choose(now, target.place, value))

    # -- the other edits ----------------------------------------------------------------------

    def remove(self, index: QModelIndex) -> None:
        """Delete what a cell shows: what it refused alone, or else its value."""
        self.take()
        found = self._place(index)
        if found is not None and not self._drop_refused(*found):
            self._apply(*found, partial(_removal, found[1]))

    def give_back(self, index: QModelIndex) -> None:
        """Inherit the level's text again."""
        self._change(index, lambda target, now: reset(now, (target.place,)))

    def _change(self, index: QModelIndex, make: Callable[[CellTarget, Ladder], Edit]) -> None:
        self.take()
        found = self._place(index)
        if found is not None:
            self._apply(*found, partial(make, found[1]))

    def copy(self, index: QModelIndex, to: int) -> bool:
        """Copy what a cell shows into another column; True if it was done."""
        self.take()
        source, target = self._place(index), self._place(index.siblingAtColumn(to))
        if source is None or target is None:
            return False
        cell, here = source[1], target[1].place
        return self._apply(*target, lambda now: copy(now, here, cell.subject.ladder, cell.place))

    def _apply(self, column: Column, target: CellTarget, make: Callable[[Ladder], Edit]) -> bool:
        """Make an edit in a column's own ladder, which becomes current so that undo is there."""
        if column.read_only or column.session is None:
            self._workspace.notice.emit(column.read_only)
            return False
        try:
            if target.is_derived:
                raise EditRefused(DERIVED)
            edit = make(column.session.ladder)
        except EditRefused as refused:
            self._refused = str(refused)
            self._workspace.notice.emit(self._refused)
            return False
        self._workspace.show_session(column.session)
        column.session.end_typing()
        done = self._workspace.apply(edit)
        column.session.end_typing()
        return done


def _how(target: CellTarget) -> How:
    if target.is_derived:
        raise EditRefused(DERIVED)
    return how_to_change(target.subject.ladder, target.place)


def _removal(target: CellTarget, now: Ladder) -> Edit:
    if target.cell is None:
        raise EditRefused("There is nothing to delete here.")
    return fill(now, ((target.now(now), ""),))


def _on(action: QAction, act: Callable[[], object]) -> None:
    action.triggered.connect(lambda _checked=False: act())
