"""Correct by hand which statements of a sheet are beside each other."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QRect

from laddereditor.align.corrections import PairCorrections, TextPair
from laddereditor.compare.sheet.table import Row
from laddereditor.edits.words import shortened
from laddereditor.gui.sheet.align_list import AlignList
from laddereditor.gui.sheet.corrected_list import CorrectedList
from laddereditor.gui.sheet.edited import EditedTable
from laddereditor.gui.sheet.menus import MenuEntry, of_command
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.sheet.pairing import (
    Candidate,
    PairedSheet,
    PlacedStatement,
    candidates,
    corrected,
    in_the_way,
    partners,
    statement_at,
)

_TWO = 2
_NOTHING = "Choose a statement first: a duty, an expectation or another entry of a list."
_NO_PAIR = "There is nothing to part: this statement has no pair, or the other text is the same."
_NO_OTHER = "The other columns have no other statement in this list."
_NO_CORRECTION = "Nothing was corrected by hand here."


class PairActions(QObject):
    """Acts on the selected statements; each correction is a step to undo."""

    def __init__(
        self,
        workspace: Workspace,
        table: EditedTable,
        paired: Callable[[], PairedSheet | None],
        row: Callable[[int], Row | None],
    ) -> None:
        """Correct pairs.

        Args:
            workspace: Has the corrections, and the session in which they are steps to undo.
            table: The table of the sheet.
            paired: Returns what the table shows, None for nothing.
            row: Returns a row of the table by its index, None for a heading.
        """
        super().__init__(table)
        self._workspace, self._table = workspace, table
        self._paired, self._row = paired, row

    # -- what is selected ---------------------------------------------------------------------

    def _current(self) -> PlacedStatement | None:
        index = self._table.currentIndex()
        return statement_at(self._row(index.row()), index.column()) if index.isValid() else None

    def _two(self) -> tuple[PlacedStatement, PlacedStatement] | None:
        """Return the two selected statements of one list in two columns, if it is two."""
        places = self._table.places()
        found = [statement_at(self._row(row), column) for row, column in places]
        if len(found) != _TWO or found[0] is None or found[1] is None:
            return None
        one, other = found[0], found[1]
        if one.column == other.column or one.field != other.field or one.text == other.text:
            return None
        return one, other

    # -- correcting ---------------------------------------------------------------------------

    def align(self) -> None:
        """Put the two selected statements beside each other, or ask what belongs beside one."""
        self._table.apply_typed()
        sheet, two, one = self._paired(), self._two(), self._current()
        if sheet is None or one is None:
            self._notify(_NOTHING)
        elif two is not None:
            self._align(sheet, *two)
        elif found := candidates(sheet, one):
            self._ask(one, found)
        else:
            self._notify(_NO_OTHER)

    def _ask(self, one: PlacedStatement, found: Sequence[Candidate]) -> None:
        table = self._table
        cell = table.visualRect(table.currentIndex())
        where = QRect(table.viewport().mapToGlobal(cell.topLeft()), cell.size())
        chooser = AlignList(one.text, found, table)
        chooser.chosen.connect(partial(self._align_with, one))
        chooser.open_at(where)

    def _align_with(self, one: PlacedStatement, found: Candidate) -> None:
        sheet = self._paired()
        if sheet is not None:
            self._align(sheet, one, found.statement)

    def _align(self, sheet: PairedSheet, one: PlacedStatement, other: PlacedStatement) -> None:
        former = in_the_way(sheet, one, other)

        def act(said: PairCorrections) -> PairCorrections:
            return _forgotten(said, former).aligned(one.text, other.text)

        ladders = [sheet.ladders[each.column] for each in (one, other)]
        if self._correct("Align two statements", ladders, act):
            self._say("Aligned by hand", one, other)

    def part(self) -> None:
        """Part the two selected statements, or the current one from the others of its row."""
        self._table.apply_typed()
        sheet, two, one = self._paired(), self._two(), self._current()
        if sheet is None or one is None:
            self._notify(_NOTHING)
            return
        if two is not None:
            one, others = two[0], [two[1]] if two[1] in partners(sheet, two[0]) else []
        else:
            others = partners(sheet, one)
        if not others:
            self._notify(_NO_PAIR)
            return
        text = one.text

        def act(said: PairCorrections) -> PairCorrections:
            for other in others:
                said = said.parted(text, other.text)
            return said

        ladders = [sheet.ladders[each.column] for each in (one, *others)]
        if self._correct("Part statements", ladders, act):
            self._say("Parted by hand", one, others[0])

    def take_back(self) -> None:
        """Let the program decide again about the current statement."""
        self._table.apply_typed()
        sheet, one = self._paired(), self._current()
        if sheet is None or one is None:
            self._notify(_NOTHING)
            return
        said = corrected(sheet, one)
        if not said:
            self._notify(_NO_CORRECTION)
            return
        self._forget([*said.together, *said.apart])

    def _forget(self, pairs: Sequence[TextPair]) -> None:
        sheet = self._paired()
        ladders = sheet.ladders if sheet else ()
        self._correct("Take back a correction", ladders, lambda said: _forgotten(said, pairs))

    def _correct(
        self,
        label: str,
        ladders: Sequence[Ladder],
        act: Callable[[PairCorrections], PairCorrections],
    ) -> bool:
        one = self._current()
        kept = self._workspace.corrected_pairs
        is_done = kept.change(self._workspace.session, ladders, label, act)
        if is_done and one is not None:
            self._go_to(one)
        return is_done

    def _go_to(self, one: PlacedStatement) -> None:
        """Make a statement the current cell again: it may be in another row now."""
        model = self._table.sheet_model
        found = (statement_at(self._row(row), one.column) for row in range(model.rowCount()))
        row = next((row for row, other in enumerate(found) if other == one), -1)
        if row >= 0:
            self._table.choose(model.index(row, one.column))

    def show_all(self) -> None:
        """List the pairs that were corrected, so that they can be taken back."""
        self._table.apply_typed()
        listed = CorrectedList(self._corrections, self._forget, self._table)
        listed.open()

    def _corrections(self) -> PairCorrections:
        sheet = self._paired()
        return self._workspace.corrected_pairs.of(sheet.ladders if sheet else ())

    # -- menu and words -----------------------------------------------------------------------

    def entries(self) -> list[MenuEntry]:
        """Return what the menu of the cells offers."""
        sheet, one, two = self._paired(), self._current(), self._two()
        can = sheet is not None and one is not None and len(sheet.names) > 1
        paired = can and bool(partners(sheet, one))  # type: ignore[arg-type]
        known = can and bool(corrected(sheet, one))  # type: ignore[arg-type]
        aligning = of_command("compare.align", self.align, enabled=can)
        if two is not None:
            aligning = MenuEntry(
                "&Align these two", self.align, "", aligning.keys, can, aligning.name
            )
        return [
            aligning,
            of_command("compare.part", self.part, enabled=paired),
            of_command("compare.take_back", self.take_back, enabled=known),
        ]

    def _say(self, done: str, one: PlacedStatement, other: PlacedStatement) -> None:
        texts = " and ".join(f"“{shortened(each.text)}”" for each in (one, other))
        self._notify(f"{done}: {texts}. Undo (Ctrl+Z) takes it back.")

    def _notify(self, words: str) -> None:
        self._workspace.notice.emit(words)


def _forgotten(said: PairCorrections, pairs: Sequence[TextPair]) -> PairCorrections:
    for one, other in pairs:
        said = said.forgotten(one, other)
    return said
