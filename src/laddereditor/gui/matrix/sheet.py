"""The sheet: the matrix's table with its keys, its clipboard and its menu."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from laddereditor.compare.sheet.block import block_of
from laddereditor.compare.sheet.matrix_places import filled_places, gap_places, next_gap
from laddereditor.edits.cells.filling import Filling
from laddereditor.edits.cells.places import CellPlace
from laddereditor.gui.clipboard import copied_text, put
from laddereditor.gui.icons import icon
from laddereditor.gui.matrix.acts import MatrixActions
from laddereditor.gui.matrix.entry import EntryTable
from laddereditor.gui.sheet.clipboard import copied
from laddereditor.gui.sheet.keys import SheetKey, sheet_key
from laddereditor.gui.text.keys import is_typed
from laddereditor.gui.words import shown
from laddereditor.model.address import Address
from laddereditor.model.resolve import Source
from laddereditor.presentation.matrix.words import with_heads

_KEY = Qt.Key
_MOVES = (_KEY.Key_Up, _KEY.Key_Down, _KEY.Key_PageUp, _KEY.Key_Home)
KEYS = (
    "Arrows go from cell to cell, with Shift they select. Enter or F2 edits, typing replaces, "
    "Escape cancels, Tab moves on. Delete empties. Alt+Enter begins a new line, Ctrl+Enter fills "
    "all selected cells. F7 goes to the next gap."
)
_CHORDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class MatrixSheet(EntryTable):
    """The table, edited like a spreadsheet."""

    go_wanted = Signal(Address, str)  # address and field to show in the form

    def __init__(self, acts: MatrixActions, parent: QWidget | None = None) -> None:
        super().__init__(acts, parent)
        self.setAccessibleDescription(KEYS)

    # -- keys ---------------------------------------------------------------------------------

    own_keys = frozenset({"open", "clear", "copy", "cut", "paste"})

    def claims(self, event: QKeyEvent) -> bool:
        """Whether a key means something on a cell."""
        return event.key() == _KEY.Key_F7 or sheet_key(event) == "all" or super().claims(event)

    def focusNextPrevChild(self, following: bool) -> bool:
        """Let Tab go from cell to cell, and on to the next widget behind the last one."""
        if self.walk(0, 1 if following else -1):
            return True
        return super().focusNextPrevChild(following)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk over gaps, select one cell again, and refuse letters where none can be typed."""
        key, is_chord = event.key(), bool(event.modifiers() & _CHORDS)
        if key == _KEY.Key_F7 and not is_chord:
            self.walk_gaps(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif key == _KEY.Key_Escape and not is_chord:
            self.choose(self.currentIndex())
        elif sheet_key(event) is None and is_typed(event) and self._refuses_typing():
            event.accept()
        else:
            super().keyPressEvent(event)
            if key in _MOVES:
                self.show_heading()

    def on_key(self, meaning: SheetKey) -> None:
        """Do what a key means in a sheet."""
        acts: dict[SheetKey, Callable[[], object]] = {
            "open": self.open_cell,
            "clear": self.clear_cells,
            "copy": self.copy,
            "cut": self.cut,
            "paste": self.paste,
        }
        acts[meaning]()

    def _refuses_typing(self) -> bool:
        """Whether a typed letter is refused; the reason is shown."""
        if self._is_open_to_typing():
            return False
        self._tell_why_not()
        return True

    def _is_open_to_typing(self) -> bool:
        return bool(self.cells.flags(self.currentIndex()) & Qt.ItemFlag.ItemIsEditable)

    def _tell_why_not(self) -> None:
        cell = self.cells.cell(self.currentIndex())
        if cell is None:
            return
        if self._acts.refusal:
            self._acts.tell(self._acts.refusal)
        elif cell.state == "absent":
            self._acts.tell("There is no profile at this level yet. Press Enter to add it.")
        elif cell.source is Source.PATTERN:
            self._acts.tell(f"“{cell.text}” follows {cell.note}; change it there.")
        else:
            self._acts.tell("This is changed in the form. Press Enter to go there.")

    def open_cell(self) -> None:
        """Edit the current cell, add the profile that it lacks, or go where it is changed."""
        index, cell = self.currentIndex(), self.cells.cell(self.currentIndex())
        if cell is None:
            return
        if self._is_open_to_typing():
            self.drawer.replaces = False
            self.edit(index)
        elif self._acts.refusal:
            self._acts.tell(self._acts.refusal)
        elif cell.state == "absent":
            self.add_profile(index.column())
        elif cell.field and cell.spot is None and cell.source is not Source.PATTERN:
            self.show_in_form()
        else:
            self._tell_why_not()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a cell by double-click, with the caret at the end."""
        self.drawer.replaces = False
        super().mouseDoubleClickEvent(event)
        if not self._is_open_to_typing():
            self.open_cell()

    # -- acting on cells ----------------------------------------------------------------------

    def copy(self, *, heads: bool = False) -> None:
        """Copy the selected cells."""
        places = self.places()
        if places:
            rows, columns = sorted({row for row, _ in places}), sorted({c for _, c in places})
            block = block_of(self.cells.matrix, rows, columns)
            if heads:
                block = with_heads(self.cells.matrix, rows, columns, block)
            put(copied(block, heads=heads))

    def cut(self) -> None:
        """Copy the selected cells and empty them."""
        self.copy()
        self.clear_cells("Cut")

    def paste(self) -> None:
        """Paste a block of cells, from the current cell on or over the selection."""
        text = copied_text()
        if not text:
            self._acts.tell("The clipboard holds no text to paste here.")
        else:
            self._choose_filled(self._acts.paste(self.cells.matrix, self.places(), text))

    def _choose_filled(self, fillings: Sequence[Filling]) -> None:
        """Select the cells in which pasted texts stand now, and bring the first into view."""
        places = filled_places(self.cells.matrix, fillings)
        if not places:
            return
        self.go_to(*places[0])
        flag = QItemSelectionModel.SelectionFlag.Select
        for row, column in places[1:]:
            self.selectionModel().select(self.cells.index(row, column), flag)

    def walk_gaps(self, step: int) -> None:
        """Go to the next gap (+1) or the one before (-1)."""
        index, matrix = self.currentIndex(), self.cells.matrix
        found = next_gap(matrix, (index.row(), index.column()), step)
        if found is not None:
            self.go_to(*found)
        else:
            way = "further down" if step > 0 else "further up"
            self._acts.tell(f"There is no gap {way}." if matrix.gaps else "There are no gaps.")

    def go_to_first_gap(self) -> None:
        """Go to the first gap."""
        for place in gap_places(self.cells.matrix)[:1]:
            self.go_to(*place)
            self.setFocus()

    def clear_cells(self, verb: str = "Clear") -> None:
        """Empty the selected cells."""
        if self._acts.refusal:
            self._acts.tell(self._acts.refusal)
            return
        self._acts.clear(self.cells.matrix, self.places(), verb)

    def give_back(self) -> None:
        """Inherit the level's values again in the selected cells."""
        self._acts.give_back(self._spots())

    def _spots(self) -> list[CellPlace]:
        cells = [self.cells.cell(index) for index in self.chosen()]
        return [cell.spot for cell in cells if cell is not None and cell.spot is not None]

    def add_profile(self, column: int) -> None:
        """Add the profile that a level lacks."""
        self._acts.add_profile(self.cells.matrix.address, self.cells.column(column))

    def show_in_form(self) -> None:
        """Ask for the current cell's field in the form."""
        index, cell = self.currentIndex(), self.cells.cell(self.currentIndex())
        if cell is not None and cell.state != "absent":
            field = cell.field or (cell.spot.list_path if cell.spot else "")
            self.go_wanted.emit(self.cells.column(index.column()).address, field)

    # -- menu ---------------------------------------------------------------------------------

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what can be done with the selected cells."""
        menu = self.menu()
        place = self.visualRect(self.currentIndex()).center()
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        menu.exec(event.globalPos() if by_mouse else self.viewport().mapToGlobal(place))
        menu.deleteLater()

    def menu(self) -> QMenu:
        """Return the menu of the selected cells."""
        menu = QMenu(self)
        cell = self.cells.cell(self.currentIndex())
        free = not self._acts.refusal
        if cell is not None and cell.state == "absent":
            level = self.cells.column(self.currentIndex().column()).level
            words = shown(f"Add profile for {level}")
            menu.addAction(icon("add"), words, self.open_cell).setEnabled(free)
            menu.addSeparator()
        else:
            menu.addAction("Edit", self.open_cell).setEnabled(free and self._is_open_to_typing())
            back = menu.addAction(icon("give-back"), "Same as the level", self.give_back)
            back.setEnabled(free and self._acts.can_give_back(self._spots()))
            menu.addSeparator()
        menu.addAction(icon("cut"), "Cut", self.cut).setEnabled(free)
        menu.addAction(icon("copy"), "Copy", self.copy)
        menu.addAction("Copy with headings", lambda: self.copy(heads=True))
        menu.addAction(icon("paste"), "Paste", self.paste).setEnabled(free)
        menu.addAction(icon("delete"), "Clear", self.clear_cells).setEnabled(free)
        menu.addSeparator()
        for words, step in (("Next gap\tF7", 1), ("Previous gap\tShift+F7", -1)):
            entry = menu.addAction(words, partial(self.walk_gaps, step))
            entry.setEnabled(bool(self.cells.matrix.gaps))
        menu.addSeparator()
        form = menu.addAction(icon("form"), "Show in the form", self.show_in_form)
        form.setEnabled(cell is not None and cell.state != "absent")
        return menu
