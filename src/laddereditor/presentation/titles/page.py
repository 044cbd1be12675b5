"""A list of titles as the page of a sheet: a row for each title, with its profile and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from laddereditor.presentation.sheet.content import NOTHING, CellContent
from laddereditor.presentation.sheet.page import SheetHead, SheetSide
from laddereditor.presentation.text.runs import TextRole, TextRun
from laddereditor.presentation.titles.work import TitleWork
from laddereditor.session.title_list import MatchedTitle, evidence_text

_ANSWERS = {"match": "Match", "review": "Review", "none": "No profile"}
_TITLE, _DEPARTMENT, _PROFILE = "Title", "Department", "Profile"
_MAX_CANDIDATES = 3  # that are named in a cell; the menu has all


@dataclass(frozen=True)
class TitlesPage:
    """The rows of a list that are shown."""

    work: TitleWork | None = None
    rows: tuple[int, ...] = ()

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The words above the columns."""
        if self.work is None:
            return ()
        has_departments = "department" in self.work.titles.columns.purposes
        return (_TITLE, *((_DEPARTMENT,) if has_departments else ()), _PROFILE, "Why")

    @cached_property
    def heads(self) -> Sequence[SheetHead]:
        """The heads of the columns."""
        return [SheetHead(CellContent((TextRun(one, "strong"),)), one) for one in self.columns]

    @cached_property
    def keys(self) -> Sequence[str]:
        """The number of each row in the list."""
        return [str(at) for at in self.rows]

    def matched(self, row: int) -> MatchedTitle:
        """Return the answer of a row."""
        assert self.work is not None
        return self.work.matched[self.rows[row]]

    def source(self, row: int) -> object:
        """Return what a row is made from."""
        return self.matched(row)

    def side(self, row: int) -> SheetSide:
        """Return the head of a row: its answer."""
        words = self._answer(row)
        is_confirmed = self.matched(row).decision is not None
        run = TextRun(words, "strong" if is_confirmed else "text")
        return SheetSide(CellContent((run,), ground="panel"), words, is_repeated=True)

    def _answer(self, row: int) -> str:
        one = self.matched(row)
        words = _ANSWERS[one.answer]
        return f"{words} ✓" if one.decision is not None else words

    def content(self, row: int, column: int) -> CellContent:
        """Return what is drawn in a cell."""
        text = self.text(row, column)
        if not text:
            return NOTHING
        one, name = self.matched(row), self.columns[column]
        look: TextRole = "text"
        if name == _PROFILE:
            look = "strong" if one.decision else "muted" if one.answer == "review" else "text"
        elif name not in (_TITLE, _DEPARTMENT):
            look = "muted"
        return CellContent((TextRun(text, look),))

    def text(self, row: int, column: int) -> str:
        """Return the text of a cell, as it is copied."""
        assert self.work is not None
        name, at = self.columns[column], self.rows[row]
        if name == _TITLE:
            return self.work.titles.rows[at].title
        if name == _DEPARTMENT:
            return self.work.titles.rows[at].department
        return self._profile(row) if name == _PROFILE else evidence_text(self.matched(row))

    def _profile(self, row: int) -> str:
        assert self.work is not None
        one = self.matched(row)
        if one.answer != "review":
            return self.work.words_of(one.profile)
        words = [self.work.words_of(place) for place in one.proposal.candidates]
        more = f" (+{len(words) - _MAX_CANDIDATES})" if len(words) > _MAX_CANDIDATES else ""
        return " or ".join(words[:_MAX_CANDIDATES]) + f"{more}?"

    def typed_text(self, row: int, column: int) -> str | None:
        """Nothing is typed."""
        return self.text(row, column)

    def accessible_text(self, row: int, column: int) -> str:
        """Return what a screen reader says of a cell."""
        one = self.matched(row)
        confirmed = ", confirmed" if one.decision is not None else ""
        said = f"{self.columns[column]}: {self.text(row, column) or 'nothing'}"
        return f"{said}; {_ANSWERS[one.answer]}{confirmed}"

    def tip(self, row: int, column: int) -> str:
        """Return the tooltip of a cell: where the row is in the file, and the candidates."""
        assert self.work is not None
        line = f"Line {self.work.titles.records[self.rows[row]].line} of {self.work.path.name}"
        if self.columns[column] != _PROFILE:
            return line
        places = self.matched(row).proposal.candidates
        return "\n".join((line, *map(self.work.words_of, places)))

    def is_typed(self, row: int, column: int) -> bool:
        """Nothing is typed into the cells."""
        return False

    def length(self, row: int) -> tuple[int, int]:
        """Return about how many letters the longest cell of a row has."""
        return max(len(self.text(row, column)) for column in range(len(self.columns))), 0
