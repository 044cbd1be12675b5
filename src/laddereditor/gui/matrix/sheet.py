"""The sheet of the matrix: levels across, fields down; it adds gaps and profiles to a sheet."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from laddereditor.compare.sheet.matrix_places import gap_places, next_gap
from laddereditor.compare.sheet.table import Row
from laddereditor.edits.cells.pasting import RowColumn
from laddereditor.gui.commands.command_keys import combinations, keys_by_scope, pressed
from laddereditor.gui.look.escaping import shown
from laddereditor.gui.matrix.actions import added_profile
from laddereditor.gui.matrix.model import MatrixModel
from laddereditor.gui.sheet.cell_edits import CellEdits
from laddereditor.gui.sheet.edited import KEYS, EditedTable
from laddereditor.gui.sheet.menus import SEPARATOR, MenuEntry, of_command
from laddereditor.gui.text.keys import Ending
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.address import Address
from laddereditor.presentation.commands import BY_ID
from laddereditor.presentation.matrix.page import MatrixPage, has_same_levels

_KEY = Qt.Key
_MOVES = (_KEY.Key_Up, _KEY.Key_Down, _KEY.Key_PageUp, _KEY.Key_Home)
_GAPS = {"go.next_gap": 1, "go.previous_gap": -1}
# Commands about one level, which act on that of the current cell.
_COMPARES = ("compare.next", "compare.below")
# Commands of Compare about pairs of statements, which are the same here.
_PAIRS = ("compare.align", "compare.part", "compare.take_back")
_PAIR_KEYS = {keys: name for name in _PAIRS for keys in combinations(BY_ID[name])}
_COMPARE_KEYS = {keys: name for name in _COMPARES for keys in combinations(BY_ID[name])}
_STEPS = {keys: _GAPS[name] for keys, name in keys_by_scope("matrix").items()}


class MatrixSheet(EditedTable):
    """A sheet of the levels of one family."""

    compare_wanted = Signal(Address, str)  # a level or profile, the id of a command about it

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        self.cells = MatrixModel()
        edits = CellEdits(
            workspace, lambda: self.cells.page, lambda _: workspace.session, self._refusal
        )
        self._workspace = workspace
        super().__init__(self.cells, edits, parent, editor_name="matrixEditor")
        self.cells.setParent(self)
        self.setObjectName("matrixTable")
        self.setAccessibleName("Matrix")
        self.pair_entries: Callable[[], list[MenuEntry]] = list  # what corrects pairs
        self.pair_acts: Mapping[str, Callable[[], None]] = {}  # by the id of its command
        self.setAccessibleDescription(f"{KEYS} F7 goes to the next gap.")
        self.heads.setAccessibleName("Levels")
        self.row_heads.setAccessibleName("Fields")

    def _refusal(self, _column: int) -> str:
        """Return why nothing can be changed, "" if it can."""
        session = self._workspace.session
        return session.read_only if session else "No ladder is open."

    # -- showing ------------------------------------------------------------------------------

    def _show(self, page: MatrixPage) -> None:
        """Show a matrix; of the same family, the current cell and what is in view stay."""
        before = self.cells.matrix
        stays = has_same_levels(before, page.matrix)
        place, scroll = self._place(), self._in_sight()
        self.cells.bring(page)
        self.heads.updateGeometry()
        if page.matrix.address == before.address and not stays:
            self._return_to(place, scroll)
        if not self.currentIndex().isValid():
            self._go_to_first()

    def _place(self) -> tuple[str, str]:
        """Return the row key and the level of the current cell."""
        index = self.currentIndex()
        if self.cells.cell(index) is None:
            return "", ""
        return self.cells.page.keys[index.row()], self.cells.column(index.column()).level

    def _in_sight(self) -> tuple[str, int]:
        """Return the key of the row on top, and how many pixels of it are above the edge."""
        row, offset = self.sizes.anchor()
        return (self.cells.page.keys[row], offset) if row >= 0 else ("", 0)

    def _return_to(self, place: tuple[str, str], scroll: tuple[str, int]) -> None:
        keys = list(self.cells.page.keys)
        levels = [column.level for column in self.cells.matrix.columns]
        if scroll[0] in keys:
            top = keys.index(scroll[0])
            for row in range(top + 1):
                self.sizes.measure(row)
            self.sizes.put_at_top(top, scroll[1])
        if place[0] in keys and place[1] in levels:
            self.choose(self.cells.index(keys.index(place[0]), levels.index(place[1])))

    def _go_to_first(self) -> None:
        for row, one in enumerate(self.cells.matrix.rows):
            if one.cells:
                self.choose(self.cells.index(row, 0))
                return

    def go_to(self, row: int, column: int) -> None:
        """Make a cell the current one and bring it into view, with a heading just above it."""
        super().go_to(row, column)
        self.show_heading()

    def show_heading(self) -> None:
        """Bring the headings just above the current cell into view with it."""
        index = self.currentIndex()
        above = index.row() - 1
        while above >= 0 and not self.cells.row(above).cells:
            super().scrollTo(self.cells.index(above, index.column()))
            above -= 1
        if index.isValid():
            self.scrollTo(index)

    # -- keys ---------------------------------------------------------------------------------

    def claims(self, event: QKeyEvent) -> bool:
        """Whether a key means something on a cell."""
        return pressed(event) in {**_STEPS, **_COMPARE_KEYS, **_PAIR_KEYS} or super().claims(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk over gaps, compare the current level, correct pairs, keep headings in view."""
        if step := _STEPS.get(pressed(event)):
            self.walk_gaps(step)
            event.accept()
            return
        if command_id := _COMPARE_KEYS.get(pressed(event)):
            self._compare(command_id)
            event.accept()
            return
        if act := self.pair_acts.get(_PAIR_KEYS.get(pressed(event), "")):
            act()
            event.accept()
            return
        super().keyPressEvent(event)
        if event.key() in _MOVES:
            self.show_heading()

    # -- editing ------------------------------------------------------------------------------

    def show_page(self, page: MatrixPage) -> None:
        """Show a matrix; if the cell that is being edited goes, what was typed is kept."""
        editor = self.open_editor
        typed = self.drawer.typed_in(editor) if editor else ""
        self._show(page)
        if editor is not None and self.open_editor is None:
            self.typing.save(typed)
            self.setFocus()  # the editor still has it, out of view

    def explain_refusal(self) -> None:
        """Say why no text can be typed into the current cell."""
        if self._is_absent() and not self._refusal(0):
            self.edits.notify("There is no profile at this level yet. Press Enter to add it.")
        else:
            super().explain_refusal()

    def open_other(self, at: RowColumn) -> bool:
        """Add the profile that the current cell lacks, or go where the cell is changed."""
        if self._is_absent() and not self._refusal(0):
            self.add_profile(at[1])
            return True
        return super().open_other(at)

    def _is_absent(self) -> bool:
        cell = self.page.cell(*self.at) if self.at else None
        return cell is not None and cell.state == "absent"

    def add_profile(self, column: int) -> None:
        """Add the profile that a level lacks."""
        family, level = self.cells.matrix.address, self.cells.column(column)
        self.edits.attempt(column, lambda session: added_profile(session.ladder, family, level))

    def go_on(self, ending: Ending, *, taken: bool) -> None:
        """Follow a statement that alignment moved; Enter in the empty row waits for the next."""
        row = self.cells.row(self.at[0]) if self.at else None
        if taken and row is not None and row.kind == "item":
            self._follow(row)
        if not (taken and row is not None and row.kind == "adder" and ending.down > 0):
            super().go_on(ending, taken=taken)

    def _follow(self, of: Row) -> None:
        """Go to where the typed statement is now: alignment may have moved it."""
        row, column = self.at or (0, 0)
        wanted = self.typing.text.strip()
        same = [
            number
            for number, one in enumerate(self.cells.matrix.rows)
            if (one.section, one.key, one.kind) == (of.section, of.key, "item")
            and one.cells[column].full_text.strip() == wanted
        ]
        if same:
            self.go_to(min(same, key=lambda number: abs(number - row)), column)

    # -- gaps ---------------------------------------------------------------------------------

    def walk_gaps(self, step: int) -> None:
        """Go to the next gap (+1) or the one before (-1)."""
        index, matrix = self.currentIndex(), self.cells.matrix
        found = next_gap(matrix, (index.row(), index.column()), step)
        if found is not None:
            self.go_to(*found)
        else:
            way = "further down" if step > 0 else "further up"
            self.edits.notify(f"There is no gap {way}." if matrix.gaps else "There are no gaps.")

    def go_to_first_gap(self) -> None:
        """Go to the first gap."""
        for place in gap_places(self.cells.matrix)[:1]:
            self.go_to(*place)
            self.setFocus()

    # -- menu ---------------------------------------------------------------------------------

    def opening_entries(self, *, free: bool) -> list[MenuEntry]:
        """Return what opens the current cell, or adds its profile."""
        if not self._is_absent():
            return super().opening_entries(free=free)
        level = self.cells.column(self.currentIndex().column()).level
        words = shown(f"Add profile for {level}")
        return [MenuEntry(words, self.open_cell, "add", "Return", free)]

    def own_entries(self) -> list[MenuEntry]:
        """Return the steps over gaps, what compares the current level, and what corrects pairs."""
        gaps, level = bool(self.cells.matrix.gaps), bool(self._level())
        steps = [
            of_command(name, partial(self.walk_gaps, step), enabled=gaps)
            for name, step in _GAPS.items()
        ]
        compares = [
            of_command(name, partial(self._compare, name), enabled=level) for name in _COMPARES
        ]
        return [*steps, SEPARATOR, *compares, SEPARATOR, *self.pair_entries()]

    def _level(self) -> Address:
        """Return the profile or level of the current cell, "" if there is none yet."""
        column = self.currentIndex().column()
        return self.cells.column(column).address if column >= 0 else Address()

    def _compare(self, command_id: str) -> None:
        """Compare the level of the current cell with the one beside it."""
        if level := self._level():
            self.compare_wanted.emit(level, command_id)
        else:
            self.edits.notify("There is no profile at this level yet. Press Enter to add it.")
