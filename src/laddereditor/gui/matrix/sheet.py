"""The sheet: the matrix's table with its keys, its editors, its clipboard and its menu."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QMenu, QWidget

from laddereditor.compare.matrix import Matrix, MatrixCell, MatrixRow
from laddereditor.compare.matrix_block import Place, full_text
from laddereditor.edits.spots import Spot
from laddereditor.gui.icons import icon
from laddereditor.gui.matrix.acts import Acts
from laddereditor.gui.matrix.copying import copied
from laddereditor.gui.matrix.delegate import Options, Step, typed_in
from laddereditor.gui.matrix.drawing import Index
from laddereditor.gui.matrix.model import Findings
from laddereditor.gui.matrix.table import MatrixTable
from laddereditor.gui.words import shown
from laddereditor.model.terms import Skill

_KEY = Qt.Key
_STANDARD = QKeySequence.StandardKey
_OWN = (_KEY.Key_F2, _KEY.Key_Delete, _KEY.Key_Backspace, _KEY.Key_Return, _KEY.Key_Enter)
_COPIES = (_STANDARD.Copy, _STANDARD.Cut, _STANDARD.Paste, _STANDARD.SelectAll)
_MOVES = (_KEY.Key_Up, _KEY.Key_Down, _KEY.Key_PageUp, _KEY.Key_Home)
KEYS = (
    "Arrows go from cell to cell, with Shift they select. Enter or F2 edits, typing replaces, "
    "Escape gives up, Tab goes on. Delete empties. Alt+Enter begins a new line, Ctrl+Enter fills "
    "all selected cells."
)
_CHORDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class MatrixSheet(MatrixTable):
    """The table, edited like a spreadsheet."""

    go_wanted = Signal(str, str)

    def __init__(self, acts: Acts, parent: QWidget | None = None) -> None:
        super().__init__(self, parent)
        self._acts = acts
        self._step: Step = (0, 0)
        self._typed = ""
        self._spread: str | None = None
        self.setAccessibleDescription(KEYS)

    # -- what the delegate asks ---------------------------------------------------------------

    def options(self, row: MatrixRow, cell: MatrixCell) -> Options | None:
        """Return what can be chosen in a cell."""
        return self._acts.options(row, cell)

    def library(self) -> tuple[Skill, ...]:
        """Return the skills that can be added."""
        return self._acts.library()

    def accepts(self, index: Index, text: str) -> bool:
        """Keep what was typed until the editor is closed."""
        cell, self._typed = self.cells.cell(index), text
        if cell is None or (cell.spot, full_text(cell)) != self.drawer.begun:
            self._save_typed(text)
            return True
        return self._acts.keep(cell, text)

    def _save_typed(self, text: str) -> None:
        """Let what was typed not be lost where its cell has changed or gone."""
        if text.strip() and text != self.drawer.begun[1]:
            QGuiApplication.clipboard().setText(text)
            self._acts.tell(
                "The cell was changed elsewhere meanwhile. What you typed is on the clipboard."
            )

    def go(self, step: Step) -> None:
        """Go on by a step once the editor is closed."""
        self._step = step

    def spread(self, text: str) -> None:
        """Fill all selected cells once the editor is closed."""
        self._spread = text

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Close an editor, then take what was typed in it, then go on."""
        (down, right), self._step = self._step, (0, 0)
        spread, self._spread = self._spread, None
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        self.drawer.replaces = True
        if spread is not None:
            self._acts.fill(self.cells.matrix, self._places(), spread)
            return
        if hint == QAbstractItemDelegate.EndEditHint.RevertModelCache:
            self._acts.forget_kept()
            return
        index = self.currentIndex()
        row = self.cells.row(index.row()) if index.isValid() else None
        taken = self._acts.take_kept()
        if taken and row is not None and row.kind == "item":
            self._follow(row, index.row(), index.column())
        goes_on = taken and row is not None and row.kind == "adder" and down > 0
        if (down or right) and not goes_on:  # Enter in the empty row waits for the next one
            self._walk(down, right)

    def _follow(self, of: MatrixRow, row: int, column: int) -> None:
        """Go where the statement that was typed stands now: alignment may have moved it."""
        wanted = self._typed.strip()
        same = [
            number
            for number, shown_row in enumerate(self.cells.matrix.rows)
            if (shown_row.section, shown_row.key, shown_row.kind) == (of.section, of.key, "item")
            and full_text(shown_row.cells[column]).strip() == wanted
        ]
        if same:
            self.go_to(min(same, key=lambda number: abs(number - row)), column)

    @property
    def _open_editor(self) -> QWidget | None:
        editing = self.state() == QAbstractItemView.State.EditingState
        return self.indexWidget(self.currentIndex()) if editing else None

    def settle(self) -> None:
        """Take what is being typed."""
        if (editor := self._open_editor) is not None:
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def show_matrix(self, matrix: Matrix, findings: Findings, *, read_only: bool) -> None:
        """Show a matrix; if the cell that is being edited goes, what was typed is kept."""
        editor = self._open_editor
        typed = typed_in(editor) if editor else ""
        super().show_matrix(matrix, findings, read_only=read_only)
        if editor is not None and self._open_editor is None:
            self._save_typed(typed)
            self.setFocus()  # the editor still has it, out of sight

    # -- walking ------------------------------------------------------------------------------

    def _walk(self, down: int, right: int) -> bool:
        """Make a neighbour the current cell; at the end of a row the next row's first one."""
        index = self.currentIndex()
        row, column = index.row(), index.column() + right
        if not 0 <= column < self.cells.columnCount():
            column = 0 if right > 0 else self.cells.columnCount() - 1
            down = right
        row = self._next_row(row, down)
        if row < 0:
            return False
        self.go_to(row, column)
        return True

    def _next_row(self, row: int, down: int) -> int:
        """Return the next row with cells in a direction, -1 if there is none."""
        if not down:
            return row
        row += down
        while 0 <= row < self.cells.rowCount() and not self.cells.row(row).cells:
            row += down
        return row if 0 <= row < self.cells.rowCount() else -1

    # -- keys ---------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Claim the keys of a sheet before the window's commands see them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            bare = not event.modifiers() & _CHORDS
            if (bare and event.key() in _OWN) or any(map(event.matches, _COPIES)):
                event.accept()
                return True
        return super().event(event)

    def focusNextPrevChild(self, following: bool) -> bool:
        """Let Tab go from cell to cell, and on to the next widget behind the last one."""
        if self._walk(0, 1 if following else -1):
            return True
        return super().focusNextPrevChild(following)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key means in a sheet."""
        if not self._own_key(event):
            super().keyPressEvent(event)
            if event.key() in _MOVES:
                self.show_heading()

    def _own_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if event.matches(_STANDARD.Copy):
            self.copy()
        elif event.matches(_STANDARD.Cut):
            self.cut()
        elif event.matches(_STANDARD.Paste):
            self.paste()
        elif event.modifiers() & _CHORDS:
            return False
        elif key in (_KEY.Key_Return, _KEY.Key_Enter, _KEY.Key_F2, _KEY.Key_Space):
            self.open_cell()
        elif key in (_KEY.Key_Delete, _KEY.Key_Backspace):
            self.clear_cells()
        elif key == _KEY.Key_Escape:
            self.choose(self.currentIndex())
        elif event.text().isprintable() and event.text():
            return self._refuses_typing()
        else:
            return False
        return True

    def _refuses_typing(self) -> bool:
        """Whether a typed letter goes nowhere; the reason is told."""
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
        elif cell.source.value == "pattern":
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
        elif cell.field and cell.spot is None and cell.source.value != "pattern":
            self.show_in_form()
        else:
            self._tell_why_not()

    def mouseDoubleClickEvent(self, event: object) -> None:
        """Open a cell by double-click, with the caret at the end."""
        self.drawer.replaces = False
        super().mouseDoubleClickEvent(event)  # type: ignore[arg-type]
        if not self._is_open_to_typing():
            self.open_cell()

    # -- acting on cells ----------------------------------------------------------------------

    def chosen(self) -> list[Index]:
        """Return the selected cells, the current one if none is."""
        found = self.selectedIndexes() or [self.currentIndex()]
        return [index for index in found if self.cells.cell(index) is not None]

    def _places(self) -> list[Place]:
        return [(index.row(), index.column()) for index in self.chosen()]

    def copy(self, *, heads: bool = False) -> None:
        """Copy the selected cells."""
        places = self._places()
        if places:
            rows, columns = sorted({row for row, _ in places}), sorted({c for _, c in places})
            data = copied(self.cells.matrix, rows, columns, heads=heads)
            QGuiApplication.clipboard().setMimeData(data)

    def cut(self) -> None:
        """Copy the selected cells and empty them."""
        self.copy()
        self.clear_cells("Cut")

    def paste(self) -> None:
        """Paste a block of cells, from the current cell on or over the selection."""
        text = QGuiApplication.clipboard().text()
        if not text:
            self._acts.tell("The clipboard holds no text to paste here.")
        else:
            self._acts.paste(self.cells.matrix, self._places(), text)

    def clear_cells(self, verb: str = "Clear") -> None:
        """Empty the selected cells."""
        if self._acts.refusal:
            self._acts.tell(self._acts.refusal)
            return
        self._acts.clear(self.cells.matrix, self._places(), verb)

    def give_back(self) -> None:
        """Let the level's values hold again in the selected cells."""
        self._acts.give_back(self._spots())

    def _spots(self) -> list[Spot]:
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
        form = menu.addAction(icon("form"), "Show in the form", self.show_in_form)
        form.setEnabled(cell is not None and cell.state != "absent")
        return menu
