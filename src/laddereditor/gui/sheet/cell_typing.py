"""What is typed in the editor over a cell, from its opening until it is taken or dropped."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPersistentModelIndex

from laddereditor.edits.cells.pasting import RowColumn
from laddereditor.gui.item_index import ItemIndex
from laddereditor.gui.sheet.cell_edits import CellEdits
from laddereditor.gui.sheet.editing import Options
from laddereditor.gui.text.keys import TAKEN, Ending
from laddereditor.model.terms import Skill
from laddereditor.presentation.sheet.page import EditedPage

_CHANGED = "The cell was changed elsewhere meanwhile."


class CellTyping:
    """Describes the cells to the delegate that opens editors, and receives what is typed."""

    def __init__(self, edits: CellEdits, page: Callable[[], EditedPage]) -> None:
        """Type into the cells of `page()`; `edits` writes into the ladders."""
        self._edits, self._page = edits, page
        self._ending, self._spread = TAKEN, ""
        self._begun: tuple[QPersistentModelIndex, object, str] | None = None
        self._began_with = ""
        self.text = ""  # what was in the last editor when it was closed

    # -- what the delegate asks ---------------------------------------------------------------

    def options(self, at: RowColumn) -> Options | None:
        """Return what can be chosen in a cell."""
        return self._edits.options(at)

    def adds_skill(self, at: RowColumn) -> bool:
        """Whether a skill of the library is named in a cell."""
        return self._edits.adds_skill(at)

    def takes_lines(self, at: RowColumn) -> bool:
        """Whether several lines can be typed into a cell."""
        return self._page().takes_lines(*at)

    def library(self, column: int) -> tuple[Skill, ...]:
        """Return the skills that can be added in a column."""
        return self._edits.library(column)

    # -- what it reports ----------------------------------------------------------------------

    def begins(self, index: ItemIndex, text: str) -> None:
        """Note which cell is edited, and how it was then."""
        self._begun = QPersistentModelIndex(index), *self._state((index.row(), index.column()))
        self._began_with = text

    def accepts(self, index: ItemIndex, text: str) -> bool:
        """Keep what was typed until the editor is closed.

        If the cell changed meanwhile, the text is put on the clipboard.
        """
        at, self.text = (index.row(), index.column()), text
        if self._begun is not None and self._begun[1:] == self._state(at):
            return self._edits.keep(at, text, self._began_with)
        self.save(text)
        return True

    def save(self, text: str) -> None:
        """Put what was typed on the clipboard, because its cell has changed in the meantime."""
        if text != self._began_with:
            self._edits.save(text, _CHANGED)

    def _state(self, at: RowColumn) -> tuple[object, str]:
        return self._edits.place(at), self._page().text(*at) or ""

    def go(self, ending: Ending) -> None:
        """Continue after the editor is closed."""
        self._ending = ending

    def spread(self, text: str) -> None:
        """Fill all selected cells once the editor is closed."""
        self._ending, self._spread = Ending(taken=True, fills=True), text

    # -- when the editor is closed ------------------------------------------------------------

    def end(self) -> Ending:
        """Return how the editor was closed, and forget it for the next one."""
        ending, self._ending = self._ending, TAKEN
        return ending

    def take(self) -> bool:
        """Apply what was typed; return whether the ladder changed."""
        return self._edits.take_typed()

    def drop(self) -> None:
        """Forget what was typed, and what the cell refused before."""
        self._edits.forget_typed()
        index = self._begun[0] if self._begun else QPersistentModelIndex()
        self._edits.drop_refused([(index.row(), index.column())] if index.isValid() else [])

    def fill(self, places: Sequence[RowColumn]) -> None:
        """Write what was typed into several cells; what they refuse stays at the edited one."""
        index = self._begun[0] if self._begun else QPersistentModelIndex()
        why = self._edits.spread(places, self._spread)
        if why:
            self._edits.keep_refused((index.row(), index.column()), self._spread, why)
