"""The edits of a sheet's cells: Compare and the matrix change ladders only here."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from laddereditor.edits.cell_block import CellBlock, pasted_block
from laddereditor.edits.cells.choosing import options_at
from laddereditor.edits.cells.filling import Filling, fill
from laddereditor.edits.cells.pasting import BlockCell, RowColumn, cleared, pasted
from laddereditor.edits.cells.resetting import reset
from laddereditor.edits.edit import Edit, EditRefused
from laddereditor.edits.places.cell_place import CellPlace, shape_of
from laddereditor.edits.places.shown import followed, is_overriding
from laddereditor.edits.reading.controls import left_out
from laddereditor.gui.clipboard.clipboard import put_text
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.counting import plural
from laddereditor.model.terms import Skill
from laddereditor.presentation.sheet.page import EditedPage
from laddereditor.session.session import Session

Found = tuple[int, Filling]  # a column, what goes into a cell of it
_EDGES = " \t\n"  # other spaces are part of what was written
ON_CLIPBOARD = "What you typed is on the clipboard."
_INHERITED = (
    "What comes from the level or follows from something else cannot be emptied here. "
    "Edit it to say something else."
)


@dataclass(frozen=True, slots=True)
class _TypedText:
    """What was typed into a cell, until its editor is closed."""

    at: RowColumn
    session: Session
    place: CellPlace
    edit: Edit


class CellEdits:
    """Carries out edits of cells, each column in its own ladder, as one step of each."""

    def __init__(
        self,
        workspace: Workspace,
        page: Callable[[], EditedPage],
        session_of: Callable[[int], Session | None],
        refusal_of: Callable[[int], str],
    ) -> None:
        """Edit what `page` shows now.

        Args:
            workspace: Where the ladders are open.
            page: Returns the page that is shown.
            session_of: Returns the open ladder of a column.
            refusal_of: Returns why a column cannot be changed, "" if it can.
        """
        self._workspace, self._page = workspace, page
        self._session_of, self.refusal_of = session_of, refusal_of
        self._typed: _TypedText | None = None
        self._typed_at: RowColumn | None = None

    def notify(self, sentence: str) -> None:
        """Show a message in the status bar."""
        self._workspace.notice.emit(sentence)

    def bring_to_front(self, column: int) -> bool:
        """Make the ladder of a column the current one; False if the column has none."""
        session = self._session_of(column)
        if session is not None:
            self._workspace.show_session(session)
        return session is not None

    # -- what can be typed --------------------------------------------------------------------

    def cell(self, at: RowColumn) -> BlockCell | None:
        """Return a cell and where its text goes; None in a heading."""
        row = self._page().block_row(at[0])
        return None if row is None else row.cells[at[1]]

    def place(self, at: RowColumn) -> CellPlace | None:
        """Return where a text typed into a cell goes, None if it cannot be typed there."""
        cell = self.cell(at)
        return None if cell is None or self.refusal_of(at[1]) else cell.place

    def options(self, at: RowColumn) -> tuple[tuple[str, str], ...] | None:
        """Return what can be chosen in a cell, as (text, words); None where text is typed."""
        session, place = self._session_of(at[1]), self.place(at)
        return options_at(session.ladder, place) if session and place else None

    def adds_skill(self, at: RowColumn) -> bool:
        """Whether a skill of the library is named in a cell."""
        session, place = self._session_of(at[1]), self.place(at)
        if session is None or place is None or not place.insert:
            return False
        return shape_of(session.ladder, place) == "skills"

    def library(self, column: int) -> tuple[Skill, ...]:
        """Return the skills that can be added in a column."""
        session = self._session_of(column)
        return session.ladder.skills if session else ()

    # -- typing -------------------------------------------------------------------------------

    def keep(self, at: RowColumn, text: str, begun: str) -> bool:
        """Keep what was typed into a cell for `take_typed`; False if it cannot be taken.

        What cannot be taken stays in view in its cell and in the form, and is listed as a problem.

        Args:
            at: The row and column of the cell.
            text: The text as it was typed.
            begun: The text that the editing began with.
        """
        self._typed = None
        session, place, page = self._session_of(at[1]), self.place(at), self._page()
        if session is None or place is None:
            return True
        before = page.text(*at) or ""
        if text.strip(_EDGES) == before.strip(_EDGES):
            self.drop_refused([at])
        elif text != begun:
            try:
                now = followed(session.ladder, place, before)
                edit = self._filled(session, [(now, page.written(*at, _trimmed(text)))])
            except EditRefused as refused:
                self.keep_refused(at, text, str(refused))
                return False
            self._typed = _TypedText(at, session, place, edit)
        return True

    def take_typed(self) -> bool:
        """Apply the kept text; return whether there was one."""
        typed, self._typed = self._typed, None
        if typed is None:
            return False
        self._workspace.refused_texts.drop_of_cells(typed.session, [typed.place])
        self._typed_at = typed.at
        changed = self._apply(typed.session, typed.edit)
        self._typed_at = self._typed_at if changed else None
        return changed

    def take_typed_at(self) -> RowColumn | None:
        """Return the cell whose text the last edit was, once; None if it was another edit."""
        at, self._typed_at = self._typed_at, None
        return at

    def forget_typed(self) -> None:
        """Drop the kept text."""
        self._typed = None

    def keep_refused(self, at: RowColumn, text: str, why: str) -> None:
        """Keep a text that was just refused in view of its cell, and on the clipboard.

        Args:
            at: The row and column of the cell, from 0.
            text: What was typed.
            why: Why it was refused.
        """
        self._mark(at, text, why)
        self.save(text, why)

    def _mark(self, at: RowColumn, text: str, why: str) -> None:
        session, place = self._session_of(at[1]), self.place(at)
        if session is not None and place is not None:
            self._workspace.refused_texts.keep_of_cell(session, place, text, why)

    def save(self, text: str, why: str) -> None:
        """Put a text that cannot be taken on the clipboard, and say why it cannot."""
        if text.strip():
            put_text(text)
            why = f"{why} {ON_CLIPBOARD}".strip()
        self.notify(why)

    def drop_refused(self, cells: Iterable[RowColumn]) -> bool:
        """Drop the texts that cells refused; return whether there were any."""
        dropped = False
        for at in cells:
            place, session = self.place(at), self._session_of(at[1])
            if place is not None and session is not None:
                dropped |= self._workspace.refused_texts.drop_of_cells(session, [place])
        return dropped

    # -- many cells ---------------------------------------------------------------------------

    def clear(self, cells: Collection[RowColumn], verb: str = "") -> None:
        """Empty cells; a cell that shows a refused text only loses that text."""
        if refusal := self._refusal(cells):
            self.notify(refusal)
            return
        rest = [at for at in cells if not self.drop_refused([at])]
        found, skipped = cleared((at[1], cell) for at in rest if (cell := self.cell(at)))
        if found:
            self._attempt(found, verb)
        elif skipped:
            self.notify(_INHERITED)

    def paste(self, cells: Collection[RowColumn], text: str) -> Sequence[Filling]:
        """Paste text from the clipboard over the selected cells; returns what was filled.

        Nothing is pasted anywhere if a cell cannot take its text.
        """
        if refusal := self._refusal(cells):
            self.notify(refusal)
            return ()
        block = pasted_block(text)
        try:
            found = self._fillings_of_block(cells, block)
            if self._fill_in(cells, found, "Paste"):
                emptied = sum(not filled.strip() for _, (_, filled) in found)
                rest = f", {emptied} of them emptied" if emptied else ""
                notice = f"Pasted: {plural(len(found), 'cell')} changed{rest}. {left_out(text)}"
                self.notify(notice.strip())
                return [filling for _, filling in found]
            self.notify("The cells hold just this already.")
        except EditRefused as refused:
            if len(cells) == len(block) == len(block[0]) == 1:
                self._mark(next(iter(cells)), block[0][0], str(refused))
            self.notify(str(refused))
        return ()

    def spread(self, cells: Collection[RowColumn], text: str) -> str:
        """Set all selected cells to one text; return why not, or ""."""
        try:
            self._fill_in(cells, self._fillings_of_block(cells, ((text,),)), "Fill")
        except EditRefused as refused:
            return str(refused)
        return ""

    def _fill_in(self, cells: Collection[RowColumn], found: Sequence[Found], verb: str) -> bool:
        """Fill cells; the text of a single one stays in its row, as if it was typed."""
        self._typed_at = next(iter(cells)) if len(cells) == len(found) == 1 else None
        changed = self._fill(found, verb)
        self._typed_at = self._typed_at if changed else None
        return changed

    def _fillings_of_block(self, cells: Collection[RowColumn], block: CellBlock) -> Sequence[Found]:
        page = self._page()
        rows = [page.block_row(row) for row in range(len(page.keys))]
        return pasted(rows, page.column_names, cells, block, page.column_word)

    def can_give_back(self, cells: Collection[RowColumn]) -> bool:
        """Whether one of the cells has an own value in place of its level's."""
        return any(
            is_overriding(session.ladder, place)
            for at in cells
            if (session := self._session_of(at[1])) and (place := self.place(at))
        )

    def give_back(self, cells: Collection[RowColumn]) -> None:
        """Inherit the level's values again in cells."""
        if refusal := self._refusal(cells):
            self.notify(refusal)
            return
        found = [(at[1], (place, "")) for at in cells if (place := self.place(at))]
        try:
            for session, fillings in self._by_session(found):
                self._apply(session, reset(session.ladder, [place for place, _ in fillings]))
        except EditRefused as refused:
            self.notify(str(refused))

    # -- running ------------------------------------------------------------------------------

    def attempt(self, column: int, make: Callable[[Session], Edit]) -> bool:
        """Make an edit in the ladder of a column; report why it is refused."""
        session = self._session_of(column)
        if session is None or self.refusal_of(column):
            self.notify(self.refusal_of(column))
            return False
        try:
            return self._apply(session, make(session))
        except EditRefused as refused:
            self.notify(str(refused))
            return False

    def _attempt(self, found: Sequence[Found], verb: str) -> None:
        try:
            self._fill(found, verb)
        except EditRefused as refused:
            self.notify(str(refused))

    def _refusal(self, cells: Collection[RowColumn]) -> str:
        """Return why one of the columns cannot be changed, "" if all can."""
        columns = dict.fromkeys(column for _, column in cells)
        return next(filter(None, map(self.refusal_of, columns)), "")

    def _fill(self, found: Sequence[Found], verb: str) -> bool:
        """Fill cells, one step in each ladder; returns whether anything changed.

        Raises:
            EditRefused: One of the texts cannot be taken; then nothing is filled anywhere.
        """
        edits = [
            (session, fillings, self._filled(session, fillings, verb))
            for session, fillings in self._by_session(found)
        ]
        changed = False
        for session, fillings, edit in reversed(edits):  # the first one is active in the end
            changed |= self._apply(session, edit)
            self._workspace.refused_texts.drop_of_cells(session, [place for place, _ in fillings])
        return changed

    def _by_session(self, found: Sequence[Found]) -> list[tuple[Session, list[Filling]]]:
        parts: dict[int, tuple[Session, list[Filling]]] = {}
        for column, filling in found:
            session = self._session_of(column)
            if session is None or self.refusal_of(column):
                raise EditRefused(self.refusal_of(column))
            parts.setdefault(id(session), (session, []))[1].append(filling)
        return list(parts.values())

    def _filled(self, session: Session, fillings: Sequence[Filling], verb: str = "") -> Edit:
        return fill(session.ladder, fillings, verb, locale=self._workspace.locale)

    def _apply(self, session: Session, edit: Edit) -> bool:
        """Make an edit in a ladder, which becomes the active one so that undo applies to it."""
        before = session.ladder
        self._workspace.show_session(session)
        session.end_typing()
        done = self._workspace.apply(edit)
        session.end_typing()
        return done and session.ladder is not before


def _trimmed(text: str) -> str:
    return text.strip(_EDGES)
