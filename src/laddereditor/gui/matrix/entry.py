"""What is typed into the sheet: it is taken once its editor is closed, and never lost."""

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QWidget

from laddereditor.compare.sheet.table import Cell, Row
from laddereditor.edits.cells.pasting import Place
from laddereditor.gui.clipboard import put_text
from laddereditor.gui.matrix.acts import MatrixActions
from laddereditor.gui.matrix.delegate import Options
from laddereditor.gui.matrix.table import MatrixTable
from laddereditor.gui.sheet.model import Index
from laddereditor.gui.text.composing import hand_to_editor
from laddereditor.gui.text.keys import TAKEN, Ending
from laddereditor.model.terms import Skill
from laddereditor.presentation.matrix.page import MatrixPage

_ON_CLIPBOARD = "What you typed is on the clipboard."


class EntryTable(MatrixTable):
    """The table with its editors: Enter and Tab apply what was typed and move on."""

    def __init__(self, acts: MatrixActions, parent: QWidget | None = None) -> None:
        super().__init__(self, parent)
        self._acts = acts
        self._ending = TAKEN
        self._typed = ""
        self._spread: str | None = None

    # -- what the delegate asks ---------------------------------------------------------------

    def options(self, row: Row, cell: Cell) -> Options | None:
        """Return what can be chosen in a cell."""
        return self._acts.options(row, cell)

    def library(self) -> tuple[Skill, ...]:
        """Return the skills that can be added."""
        return self._acts.library()

    def accepts(self, index: Index, text: str) -> bool:
        """Keep what was typed until the editor is closed."""
        cell, self._typed = self.cells.cell(index), text
        if cell is None or (cell.spot, cell.full_text) != self.drawer.begun:
            self._save("The cell was changed elsewhere meanwhile.", text)
            return True
        return self._acts.keep(cell, text)

    def let_go(self, text: str) -> None:
        """Keep a text on the clipboard that cannot be taken, as its editor closes all the same."""
        self._save(self._acts.why_not, text)

    def _save(self, why: str, text: str) -> None:
        if text.strip() and text != self.drawer.begun[1]:
            put_text(text)
            self._acts.tell(f"{why} {_ON_CLIPBOARD}")

    def _refuse_spread(self, text: str) -> None:
        if self.drawer.begun[0] is not None:
            self._acts.keep_refused(self.drawer.begun[0], text)
        self.let_go(text)

    def go(self, ending: Ending) -> None:
        """Go on once the editor is closed."""
        self._ending = ending

    def spread(self, text: str) -> None:
        """Fill all selected cells once the editor is closed."""
        self._spread = text

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Close an editor, then apply what was typed in it, then move on."""
        ending, self._ending = self._ending, TAKEN
        spread, self._spread = self._spread, None
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        self.drawer.replaces = True
        if spread is not None:
            if not self._acts.fill(self.cells.matrix, self.places(), spread):
                self._refuse_spread(spread)
            return
        if hint == QAbstractItemDelegate.EndEditHint.RevertModelCache:
            self._acts.forget_kept()
            if self.drawer.begun[0] is not None:
                self._acts.drop_refused([self.drawer.begun[0]])
            return
        index = self.currentIndex()
        row = self.cells.row(index.row()) if index.isValid() else None
        taken = self._acts.take_kept()
        if taken and row is not None and row.kind == "item":
            self._follow(row, index.row(), index.column())
        goes_on = taken and row is not None and row.kind == "adder" and ending.down > 0
        if (
            ending.down or ending.right
        ) and not goes_on:  # Enter in the empty row waits for the next one
            self.walk(ending.down, ending.right)

    def _follow(self, of: Row, row: int, column: int) -> None:
        """Go where the statement that was typed stands now: alignment may have moved it."""
        wanted = self._typed.strip()
        same = [
            number
            for number, shown_row in enumerate(self.cells.matrix.rows)
            if (shown_row.section, shown_row.key, shown_row.kind) == (of.section, of.key, "item")
            and shown_row.cells[column].full_text.strip() == wanted
        ]
        if same:
            self.go_to(min(same, key=lambda number: abs(number - row)), column)

    def show_page(self, page: MatrixPage) -> None:
        """Show a matrix; if the cell that is being edited goes, what was typed is kept."""
        editor = self.open_editor
        typed = self.drawer.typed_in(editor) if editor else ""
        super().show_page(page)
        if editor is not None and self.open_editor is None:
            self._save("The cell was changed elsewhere meanwhile.", typed)
            self.setFocus()  # the editor still has it, out of view

    # -- input methods ------------------------------------------------------------------------

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Begin to edit the current cell with what is composed on it."""
        was_open = self.state() == QAbstractItemView.State.EditingState
        super().inputMethodEvent(event)
        hand_to_editor(self, event, was_open)

    # -- the cells in front -------------------------------------------------------------------

    def chosen(self) -> list[Index]:
        """Return the selected cells, the current one if none is."""
        found = self.selectedIndexes() or [self.currentIndex()]
        return [index for index in found if self.cells.cell(index) is not None]

    def places(self) -> list[Place]:
        """Return row and column of the selected cells."""
        return [(index.row(), index.column()) for index in self.chosen()]

    # -- walking ------------------------------------------------------------------------------

    def walk(self, down: int, right: int) -> bool:
        """Make a neighbour the current cell; at the end of a row the next row's first one."""
        beside = self.beside(self.currentIndex(), down, right)
        if beside.isValid():
            self.go_to(beside.row(), beside.column())
        return beside.isValid()
