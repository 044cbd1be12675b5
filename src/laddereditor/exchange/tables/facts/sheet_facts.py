"""The facts of one sheet, by the roles of its rows and columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from laddereditor.exchange.tables.facts.fact import (
    CellPosition,
    CellSubject,
    Fact,
    LeftCell,
    SheetFacts,
)
from laddereditor.exchange.tables.facts.outline_facts import outline_facts
from laddereditor.exchange.tables.facts.series import ordered_levels, ordered_steps
from laddereditor.exchange.tables.grid import Grid
from laddereditor.exchange.tables.mapping import GridMapping, LineRole
from laddereditor.exchange.tables.roles import ROLES
from laddereditor.exchange.tables.terms.jobs import families_of
from laddereditor.exchange.tables.terms.level_heads import head_line
from laddereditor.exchange.tables.terms.words import is_nothing
from laddereditor.model.spacing import single_spaced

_AT_LEVEL = frozenset({"at-level", "proficiency-at-level", "present-at-level", "at-step"})
_SUBJECTS = ("function", "family", "track", "level", "code", "group", "competency", "skill", "step")
_NAMES = frozenset({*_SUBJECTS, "level-name"})
_LONG = 25


@dataclass(slots=True)
class _State:
    """What the rows read so far say about the next ones."""

    subject: CellSubject
    heads: dict[int, str]  # column -> level or step
    facts: list[Fact] = field(default_factory=list)
    left: list[LeftCell] = field(default_factory=list)
    group_row: str = ""
    has_body: bool = False


def facts_of(sheet: int, grid: Grid, mapping: GridMapping, answers: dict[str, str]) -> SheetFacts:
    """Return what the cells of a sheet say.

    Args:
        sheet: The number of the sheet.
        grid: The sheet, with names in the place of ids.
        mapping: How it is read.
        answers: The answers to the doubts of the workbook.
    """
    if not mapping.taken:
        reason = f"the sheet is left out: {mapping.reason}"
        return SheetFacts((), tuple(_all_left(sheet, grid, reason)))
    if mapping.reading == "outline":
        return outline_facts(sheet, grid, mapping, answers)
    reader = _FactReader(sheet, grid, mapping, answers)
    return reader.read()


def _all_left(sheet: int, grid: Grid, reason: str) -> Iterator[LeftCell]:
    for r, row in enumerate(grid.rows):
        for c, cell in enumerate(row):
            if cell.text:
                yield LeftCell(CellPosition(sheet, r, c), cell.text, reason)


class _FactReader:
    """Reads the rows of a sheet from top to bottom."""

    def __init__(
        self, sheet: int, grid: Grid, mapping: GridMapping, answers: dict[str, str]
    ) -> None:
        self.sheet, self.grid, self.mapping, self.answers = sheet, grid, mapping, answers
        context = mapping.context
        subject = CellSubject()
        if context.role in ("family", "level", "competency", "group"):
            subject = replace(subject, **{context.role: context.value})
        subject = replace(subject, track=mapping.track)
        heads = {c: one.value for c, one in enumerate(mapping.columns) if one.role in _AT_LEVEL}
        self.state = _State(subject, heads)
        self.base = subject
        self.roles = {one.role for one in mapping.columns}
        self.column_heads = [self._head_of(column) for column in range(grid.width)]
        self.jobs = self._jobs()
        self.across = mapping.reading == "levels-across"

    def read(self) -> SheetFacts:
        for row, role in enumerate(self.mapping.rows):
            self._row(row, role)
        state = self.state
        names = list(dict.fromkeys(f.subject.level for f in state.facts if f.subject.level))
        steps = list(dict.fromkeys(f.subject.step for f in state.facts if f.subject.step))
        order = self.answers.get("order", "")
        levels = ordered_levels(self._in_columns(names) if self.across else names, order)
        return SheetFacts(tuple(state.facts), tuple(state.left), levels, ordered_steps(steps))

    def _in_columns(self, names: Sequence[str]) -> list[str]:
        """Return names of levels in the order of their columns."""
        by_column = [self.state.heads[c] for c in sorted(self.state.heads)]
        known = [one for one in dict.fromkeys(by_column) if one in names]
        return [*known, *(one for one in names if one not in known)]

    def _head_of(self, column: int) -> str:
        """Return the lowest text of the heads of a column, "" for none."""
        texts = (self._text(row, column) for row in sorted(self.mapping.heads, reverse=True))
        return next(filter(None, texts), "")

    def _jobs(self) -> dict[str, str]:
        """Return the family that each title names, if titles do."""
        columns = [c for c, one in enumerate(self.mapping.columns) if one.role == "job-title"]
        rows = [r for r, one in enumerate(self.mapping.rows) if one.role == "body"]
        return families_of([self._text(row, c) for c in columns for row in rows])

    # -- rows -----------------------------------------------------------------------------------

    def _row(self, row: int, role: LineRole) -> None:
        known = ROLES.get(role.role)
        if role.role == "head":
            self._heads(row)
        elif role.role == "body":
            self._body(row)
        elif role.role in ("family-row", "group-row"):
            self._named_row(row, role.role)
        elif known is not None and known.use == "left":
            self._leave(row, range(self.grid.width), known.left_out or "")
        elif self.across:
            self._attribute(row, role)
        else:
            self._body(row)

    def _heads(self, row: int) -> None:
        for column in self._filled(row):
            text, one = self._text(row, column), self.mapping.columns[column]
            if one.role in _AT_LEVEL:
                self._level_head(row, column, one)
            elif one.role in ("expectation", "factor") and text == one.value:
                self._say(
                    row, column, "competency", replace(self.base, competency=text, group=one.group)
                )
            elif one.role == "expectation" and text == one.group:
                self._say(row, column, "group", replace(self.base, group=text))
            else:
                self._say(row, column, "head", self.base)

    def _level_head(self, row: int, column: int, one: LineRole) -> None:
        """Read the head of a level, whose further lines may say what the level is."""
        text = self._text(row, column)
        name = head_line(text)
        if self.state.has_body and not one.pinned and text != one.group and name:
            self.state.heads[column] = name
        head = self.state.heads[column]
        if one.role == "at-step":
            self._say(row, column, "step", replace(self.base, step=head))
            return
        about = replace(self.base, family="", level=head)
        rest = text.strip().removeprefix(text.strip().split("\n")[0]).strip()
        if name == head and rest and name != single_spaced(text):
            self._say(row, column, "summary", about, rest)
        else:
            self._say(row, column, "level" if name.startswith(head) else "head", about)

    def _named_row(self, row: int, role: str) -> None:
        state = self.state
        columns = self._filled(row)
        text = single_spaced(self._text(row, columns[0])) if columns else ""
        named = "family" if role == "family-row" else "group"
        is_competency = role == "group-row" and self.answers.get("shaded") == "competencies"
        if is_competency:
            state.group_row = text
            state.subject = replace(state.subject, competency=text, skill="")
        else:
            kept = (
                self.base if named == "family" else replace(state.subject, competency="", skill="")
            )
            state.subject = replace(kept, **{named: text})
        for column in columns[:1]:
            self._say(row, column, "competency" if is_competency else named, state.subject)
        self._leave(row, columns[1:], "")

    def _attribute(self, row: int, role: LineRole) -> None:
        """Read a row that says something about each level: title, years, pay."""
        state = self.state
        subject = replace(self.base, family=state.subject.family)
        for column in self._filled(row):
            one = self.mapping.columns[column]
            if one.role in _AT_LEVEL and one.role != "at-step":
                about = replace(subject, level=state.heads[column], competency=role.value)
                self._say(row, column, role.role, about)
                state.facts[-1] = replace(state.facts[-1], head=role.value)
            else:
                self._say(row, column, "head", subject)

    def _body(self, row: int) -> None:
        state = self.state
        state.has_body = state.has_body or any(self.grid.rows[row][c].text for c in state.heads)
        state.subject = self._subject(row)
        for column in self._filled(row):
            one = self.mapping.columns[column]
            if is_nothing(self._text(row, column)):
                self._leave(row, [column], "it says that there is nothing")
            elif self.grid.rows[row][column].kind == "error":
                self._leave(row, [column], "the formula of the cell has no result")
            elif one.role in _AT_LEVEL:
                for reached in self._reached(row, column, one):
                    self._at_level(row, column, one, self.state.heads[reached])
            else:
                self._value(row, column, one)

    def _subject(self, row: int) -> CellSubject:
        """Return what a row is about: names are valid until other ones come."""
        subject = self.state.subject
        if self.mapping.context.role == "level" and not subject.level:
            subject = replace(subject, level=self.mapping.context.value)
        is_new = False
        for column, one in enumerate(self.mapping.columns):
            if one.role == "job-title" and (job := self._text(row, column)):
                subject, is_new = replace(subject, family=self.jobs[job]), True
            if one.role not in _SUBJECTS:
                continue
            text = single_spaced(self._text(row, column))
            if text and is_nothing(text):
                text = ""
            elif (not text and not is_new) or (not text and self._is_merged(row, column)):
                continue
            if one.role in ("competency", "skill") and self.state.group_row:
                continue
            if one.role == "group" and not text:
                continue
            subject = replace(subject, **{one.role: text})
            is_new = is_new or bool(text)
        return subject

    def _is_merged(self, row: int, column: int) -> bool:
        return any(
            one.top < row <= one.bottom and one.left <= column <= one.right
            for one in self.grid.merged
        )

    # -- cells ----------------------------------------------------------------------------------

    def _reached(self, row: int, column: int, one: LineRole) -> list[int]:
        """Return the columns of levels that a cell is merged over, its own one first."""
        found = [
            span
            for span in self.grid.merged
            if span.left == column < span.right and span.top <= row <= span.bottom
        ]
        right = found[0].right if found else column
        columns = range(column, min(right, self.grid.width - 1) + 1)
        return [c for c in columns if self.mapping.columns[c].role == one.role]

    def _at_level(self, row: int, column: int, one: LineRole, head: str) -> None:
        if one.role == "at-step":
            self._say(row, column, "at-step", replace(self.state.subject, step=head))
            return
        subject = replace(self.state.subject, level=head)
        text = self._text(row, column)
        if one.role == "present-at-level":
            self._marked(row, column, subject)
        elif one.role == "proficiency-at-level":
            about = replace(subject, skill=subject.skill or subject.competency)
            self._say(row, column, "proficiency", about)
        elif subject.competency:
            self._say(row, column, "statement", subject)
        elif subject.skill:
            self._say(row, column, "statement", replace(subject, competency=subject.skill))
        else:
            is_title = len(text) <= 2 * _LONG and "\n" not in text and "family" in self.roles
            self._say(row, column, "title" if is_title else "responsibilities", subject)

    def _marked(self, row: int, column: int, subject: CellSubject) -> None:
        """Read a mark at a level: for the statement or the skill of the row, or for the level."""
        columns = self.mapping.columns
        texts = [c for c, one in enumerate(columns) if one.role == "statement"]
        said = next((text for c in texts if (text := self._text(row, c))), "")
        if said:
            name = "statement" if subject.competency else "responsibilities"
            self._say(row, column, name, subject, said)
        else:
            self._say(row, column, "use" if subject.skill else "present", subject)

    def _value(self, row: int, column: int, one: LineRole) -> None:
        subject = self.state.subject
        role = ROLES.get(one.role)
        if one.role in _NAMES:
            if one.role in ("competency", "skill") and self.state.group_row:
                self._leave(row, [column], "rows of their own are the competencies")
            else:
                self._say(row, column, one.role, subject)
        elif one.role in ("expectation", "factor"):
            about = replace(subject, competency=one.value, group=one.group or subject.group)
            self._say(row, column, "statement" if one.role == "expectation" else "factor", about)
        elif one.role == "statement" and self.across:
            self._say(row, column, "head", subject)
        elif one.role == "statement":
            named = subject.competency or subject.skill
            about = replace(subject, competency=named)
            self._say(row, column, "statement" if named else "responsibilities", about)
        elif one.role == "proficiency":
            about = replace(subject, skill=subject.skill or subject.competency)
            self._say(row, column, "proficiency", about)
        elif role is not None and role.use == "value":
            self._say(row, column, one.role, subject)
        else:
            self._leave(row, [column], role.left_out if role else "", one.reason)

    # -- helpers --------------------------------------------------------------------------------

    def _text(self, row: int, column: int) -> str:
        return self.grid.rows[row][column].text

    def _filled(self, row: int) -> list[int]:
        """Return the columns with a text; those of hidden columns are left out."""
        columns = [c for c in range(self.grid.width) if self._text(row, c)]
        hidden = [
            c
            for c in columns
            if c in self.grid.hidden_columns and not self.mapping.columns[c].pinned
        ]
        self._leave(row, hidden, "its column is hidden in the file")
        return [c for c in columns if c not in hidden]

    def _say(self, row: int, column: int, name: str, subject: CellSubject, text: str = "") -> None:
        at = CellPosition(self.sheet, row, column)
        said = text or self._text(row, column)
        link = self.grid.rows[row][column].link
        self.state.facts.append(Fact(at, name, said, subject, self.column_heads[column], link))

    def _leave(
        self, row: int, columns: Sequence[int] | range, reason: str, unclear: str = ""
    ) -> None:
        for column in columns:
            if text := self._text(row, column):
                at = CellPosition(self.sheet, row, column)
                self.state.left.append(LeftCell(at, text, reason, unclear))
