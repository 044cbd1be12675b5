"""The actions on cells: the only way from the matrix to the ladder."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace

from laddereditor.compare.sheet.block import cleared, pasted
from laddereditor.compare.sheet.table import Cell, Matrix, Row, SheetColumn
from laddereditor.edits.adding import add
from laddereditor.edits.cell_block import pasted_block
from laddereditor.edits.cells.filling import Filling, fill
from laddereditor.edits.cells.pasting import Place
from laddereditor.edits.cells.places import (
    CellPlace,
    is_overriding,
    step_options,
)
from laddereditor.edits.cells.resetting import reset
from laddereditor.edits.cells.texts import choice_text
from laddereditor.edits.edit import Edit, EditRefused
from laddereditor.edits.paths import spec_at
from laddereditor.edits.reading.controls import left_out
from laddereditor.edits.words import existing
from laddereditor.gui.workspace import Workspace
from laddereditor.model.address import Address
from laddereditor.model.counting import plural
from laddereditor.model.terms import Skill
from laddereditor.presentation.asking import Asker

NOT_USED = "Not asked for"
NOT_SET = "Not set"


class MatrixActions:
    """Carries out edits of cells, each as one step of the session in front."""

    def __init__(self, workspace: Workspace, asker: Asker) -> None:
        self._workspace, self._asker = workspace, asker
        self._kept: Edit | None = None
        self._kept_of: CellPlace | None = None
        self.why_not = ""  # why what was typed last cannot be taken

    # -- what can be typed --------------------------------------------------------------------

    @property
    def refusal(self) -> str:
        """Why nothing can be changed, "" if it can."""
        session = self._workspace.session
        return session.read_only if session else "No ladder is open."

    def options(self, row: Row, cell: Cell) -> tuple[tuple[str, str], ...] | None:
        """Return what can be chosen in a cell, as (text, words); None where text is typed."""
        session = self._workspace.session
        if session is None or cell.spot is None:
            return None
        if row.kind == "skill":
            steps = [words for _, words in step_options(session.ladder)]
            return (("", NOT_USED), *((words, words) for words in steps))
        spec = spec_at(existing(session.ladder, cell.spot.address), cell.spot.name)
        if spec is None or not spec.choices:
            return None
        words = [choice_text(choice) for choice in spec.choices]
        return (("", NOT_SET), *((word, word) for word in words))

    def library(self) -> tuple[Skill, ...]:
        """Return the skills that can be added."""
        session = self._workspace.session
        return session.ladder.skills if session else ()

    # -- typing -------------------------------------------------------------------------------

    def keep(self, cell: Cell, text: str) -> bool:
        """Keep what was typed into a cell for `take_kept`; False if it cannot be taken.

        What cannot be taken is kept in view of the cell and of its form, and told as a problem.
        """
        session, self._kept = self._workspace.session, None
        self.why_not = ""
        if session is None or cell.spot is None:
            return True
        if text.strip() == cell.full_text.strip():
            self.drop_refused([cell.spot])
            return True
        try:
            self._kept, self._kept_of = self._filled([(cell.spot, text)]), cell.spot
        except EditRefused as refused:
            self.why_not = str(refused)
            self.keep_refused(cell.spot, text)
            self.tell(self.why_not)
            return False
        return True

    def keep_refused(self, spot: CellPlace, text: str) -> None:
        """Keep a text that was just refused in view of its cell."""
        session = self._workspace.session
        if session is not None:
            self._workspace.untaken.keep_of_cell(session, spot, text, self.why_not)

    def take_kept(self) -> bool:
        """Apply the kept text; return whether there was one."""
        edit, self._kept = self._kept, None
        done = edit is not None and self._apply(edit)
        if done and self._kept_of is not None:
            self.drop_refused([self._kept_of])
        return done

    def drop_refused(self, spots: Iterable[CellPlace]) -> bool:
        """Drop the texts that cells refused; return whether there were any."""
        return self._workspace.untaken.drop_of_cells(self._workspace.session, spots)

    def forget_kept(self) -> None:
        """Drop the kept text."""
        self._kept = None

    # -- many cells ---------------------------------------------------------------------------

    def clear(self, matrix: Matrix, cells: Collection[Place], verb: str = "Clear") -> None:
        """Empty cells; one that shows what it refused gives up that alone."""
        rest = [place for place in cells if not self._gives_up(matrix, place)]
        if not rest:
            return
        fillings, stay = cleared(matrix, rest)
        if fillings:
            self._run(lambda: self._filled(fillings, verb))
        elif stay:
            self.tell("What is inherited or follows from something else cannot be emptied here.")

    def _gives_up(self, matrix: Matrix, place: Place) -> bool:
        """Give up what a cell refused; whether there was anything."""
        row, column = place
        spot = matrix.rows[row].cells[column].spot
        return spot is not None and self.drop_refused([spot])

    def paste(self, matrix: Matrix, cells: Collection[Place], text: str) -> Sequence[Filling]:
        """Paste text from the clipboard over the selected cells; returns what was filled."""
        if self.refusal:
            self.tell(self.refusal)
            return ()
        try:
            fillings = pasted(matrix, cells, pasted_block(text))
            if not fillings:
                self.tell("The cells hold just this already.")
            elif self._apply(self._filled(fillings, "Paste")):
                self.drop_refused(place for place, _ in fillings)
                emptied = sum(not filled.strip() for _, filled in fillings)
                rest = f", {emptied} of them emptied" if emptied else ""
                told = f"Pasted: {plural(len(fillings), 'cell')} changed{rest}. {left_out(text)}"
                self.tell(told.strip())
                return fillings
        except EditRefused as refused:
            self._asker.tell("Nothing was pasted", str(refused))
        return ()

    def fill(self, matrix: Matrix, cells: Collection[Place], text: str) -> bool:
        """Give one text to all selected cells; False if one of them cannot take it."""
        try:
            fillings = pasted(matrix, cells, ((text,),))
            done = self._apply(self._filled(fillings, "Fill"))
        except EditRefused as refused:
            self.why_not = str(refused)
            self.tell(self.why_not)
            return False
        self.drop_refused(place for place, _ in fillings)
        return done

    def _filled(self, fillings: Sequence[Filling], verb: str = "") -> Edit:
        session = self._workspace.session
        assert session is not None
        return fill(session.ladder, fillings, verb, locale=self._workspace.locale)

    # -- levels -------------------------------------------------------------------------------

    def can_give_back(self, spots: Sequence[CellPlace]) -> bool:
        """Whether one of the spots has an own value in place of its level's."""
        session = self._workspace.session
        return session is not None and any(is_overriding(session.ladder, spot) for spot in spots)

    def give_back(self, spots: Sequence[CellPlace]) -> None:
        """Inherit the level's values again at spots."""
        session = self._workspace.session
        if session is not None:
            self._run(lambda: reset(session.ladder, spots))

    def add_profile(self, family: Address, column: SheetColumn) -> bool:
        """Add the family's profile for a level that has none."""
        session = self._workspace.session
        if session is None:
            return False
        values = {"level": column.level}
        return self._run(
            lambda: replace(add(session.ladder, family, "profile", values=values), select=Address())
        )

    # -- running ------------------------------------------------------------------------------

    def tell(self, sentence: str) -> None:
        """Show a message in the status bar."""
        self._workspace.notice.emit(sentence)

    def _run(self, make: Callable[[], Edit]) -> bool:
        try:
            return self._apply(make())
        except EditRefused as refused:
            self.tell(str(refused))
            return False

    def _apply(self, edit: Edit) -> bool:
        return self._workspace.apply(edit)
