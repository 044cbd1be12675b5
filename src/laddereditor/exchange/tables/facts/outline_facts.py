"""What the rows of a document's text say, by the roles of its depths of headings."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from statistics import fmean

from laddereditor.exchange.tables.facts.fact import (
    CellPosition,
    CellSubject,
    Fact,
    LeftCell,
    SheetFacts,
)
from laddereditor.exchange.tables.facts.series import ordered_levels
from laddereditor.exchange.tables.grid import Grid, GridCell
from laddereditor.exchange.tables.mapping import GridMapping
from laddereditor.exchange.tables.outline.columns import OutlineColumns
from laddereditor.exchange.tables.outline.sections import REMARK, section_of
from laddereditor.exchange.tables.terms.level_heads import level_head
from laddereditor.exchange.tables.terms.words import word_key, words_of
from laddereditor.model.spacing import single_spaced

_SUBJECTS = ("function", "family", "track", "group", "competency", "skill", "level")
_NAMING = ("competency", "group")
_SENTENCE = 4  # words on average from which entries say what people do: our choice
_LONG = 60  # characters of an entry that is more than the name of a skill
_OUTSIDE = "it is outside of all levels, families and competencies"
_BESIDE = "it is text beside a list"


@dataclass
class _TextPlace:
    """The headings above a row, and what was read below them."""

    subject: CellSubject
    section: str | None = None  # what the texts are; None without such a heading
    heading: str = ""  # the text of that heading
    has_entries: bool = False
    paragraphs: list[str] = field(default_factory=list)


def outline_facts(
    sheet: int, grid: Grid, mapping: GridMapping, answers: dict[str, str]
) -> SheetFacts:
    """Return what the text of a document says.

    Args:
        sheet: The number of its sheet.
        grid: The text.
        mapping: The roles of its columns.
        answers: The answers to doubts.
    """
    reader = _OutlineReader(sheet, grid, mapping)
    facts = tuple(reader.facts())
    names = list(dict.fromkeys(one.subject.level for one in facts if one.subject.level))
    levels = ordered_levels(names, answers.get("order", ""))
    return SheetFacts(facts, tuple(reader.left), levels)


class _OutlineReader:
    """Reads the rows of a text from top to bottom."""

    def __init__(self, sheet: int, grid: Grid, mapping: GridMapping) -> None:
        self.sheet, self.grid = sheet, grid
        self.columns = OutlineColumns.of(grid)
        self.roles = [one.role for one in mapping.columns]
        self.values = [one.value for one in mapping.columns]
        self.pinned = [one.pinned for one in mapping.columns]
        context = mapping.context
        subject = CellSubject()
        if context.role in _SUBJECTS:
            subject = replace(subject, **{context.role: context.value})
        self.path: list[tuple[int, _TextPlace]] = [(-1, _TextPlace(subject))]
        self.left: list[LeftCell] = []
        self.leaves = list(self._leaves())
        self.has_lists = any(cells[self.columns.entries].text for cells in grid.rows)

    def facts(self) -> Iterator[Fact]:
        """Yield what the rows say."""
        for row, cells in enumerate(self.grid.rows):
            for column in (*self.columns.headings, 0):
                if column < self.columns.terms and cells[column].text:
                    yield self._heading(row, column, cells[column].text)
            yield from self._texts(row)

    # -- headings -------------------------------------------------------------------------------

    def _heading(self, row: int, column: int, text: str) -> Fact:
        while self.path[-1][0] >= column:
            self.path.pop()
        above = self.path[-1][1]
        role = self.roles[column]
        section = None if self.pinned[column] else section_of(text)
        if section == "uses" and role in _NAMING and self._are_sentences(column, text):
            section = None
        if section is None and role == "level" and self._is_aside(row, column, text):
            section = "comment"
        if section is not None and role != "left":
            place = _TextPlace(above.subject, section, text)
            self.path.append((column, place))
            return self._fact(row, column, "head", place.subject)
        name = self.values[column] or single_spaced(text)
        if role == "group" and not self.pinned[column] and self._has_texts(row):
            role = "competency"
        subject = above.subject
        if role in _SUBJECTS:
            subject = replace(subject, **{role: name})
        place = _TextPlace(subject, above.section if role not in _SUBJECTS else None, above.heading)
        self.path.append((column, place))
        return self._fact(row, column, role if role in _SUBJECTS else "head", subject)

    def _has_texts(self, row: int) -> bool:
        """Whether entries are directly below a heading, so that it names more than a group."""
        below = self._until_heading(row)
        has_terms = self.roles[self.columns.terms] == "competency"
        return any(
            cells[self.columns.entries].text and not (has_terms and cells[self.columns.terms].text)
            for cells in below
        )

    def _until_heading(self, row: int) -> Iterator[Sequence[GridCell]]:
        """Yield the rows below a heading, up to the next one of any depth."""
        headings = range(self.columns.terms)
        return itertools.takewhile(
            lambda cells: not any(cells[at].text for at in headings), self.grid.rows[row + 1 :]
        )

    def _are_sentences(self, column: int, text: str) -> bool:
        """Whether what is below the headings of a text says what people do, and names no skills."""
        entries = [
            cells[self.columns.entries].text
            for row, head in enumerate(self.grid.rows)
            if word_key(head[column].text) == word_key(text)
            for cells in self._until_heading(row)
        ]
        words = [len(entry.split()) for entry in entries if entry]
        return bool(words) and fmean(words) >= _SENTENCE

    def _is_aside(self, row: int, column: int, text: str) -> bool:
        """Whether a heading among those of levels is like none of them, and has no entries."""
        if self.pinned[column] or level_head(text).sure:
            return False
        others = {cells[column].text for cells in self.grid.rows} - {text, ""}
        words = set(words_of(text))
        if any(words & set(words_of(other)) for other in others if level_head(other).sure):
            return False
        below = itertools.takewhile(
            lambda cells: not any(cells[c].text for c in range(column + 1)),
            self.grid.rows[row + 1 :],
        )
        inside = (self.columns.entries, self.columns.terms)
        rows = (self.grid.rows[row], *below)
        return not any(cells[c].text for cells in rows for c in inside)

    # -- texts ----------------------------------------------------------------------------------

    def _texts(self, row: int) -> Iterator[Fact]:
        cells, columns = self.grid.rows[row], self.columns
        place = self.path[-1][1]
        if cells[columns.paragraphs].text:
            yield from self._paragraph(row, place)
        if cells[columns.entries].text or cells[columns.terms].text:
            yield from self._entry(row, place)

    def _entry(self, row: int, place: _TextPlace) -> Iterator[Fact]:
        cells, columns = self.grid.rows[row], self.columns
        term, text = cells[columns.terms].text, cells[columns.entries].text
        subject, role = place.subject, self.roles[columns.terms]
        if term and place.section in ("factor", "experience"):
            yield self._fact(row, columns.terms, "head", subject)
            subject = replace(subject, competency=term)
        elif term and role in _SUBJECTS:
            subject = replace(subject, **{role: single_spaced(term)})
            yield self._fact(row, columns.terms, role, subject)
        elif term:
            section = section_of(term)
            yield self._fact(row, columns.terms, "head", subject)
            if section and text:
                place = replace(place, section=section, heading=term)
            else:
                text = f"{term}: {text}" if text else term
        if text:
            yield from self._said(row, columns.entries, text, place, subject)

    def _said(
        self, row: int, column: int, text: str, place: _TextPlace, subject: CellSubject
    ) -> Iterator[Fact]:
        """Yield what a text under a heading says.

        Args:
            row: Its row.
            column: Its column.
            text: The text.
            place: The headings above.
            subject: What it is about.
        """
        role = self.roles[column]
        field_name = self._field(text, place, subject)
        if role == "left" or field_name == "comment":
            self._leave(row, column, REMARK if field_name == "comment" else "you left it out")
        elif role not in ("statement", "description") and self.pinned[column]:
            yield self._fact(row, column, role, subject, text)
        elif field_name == "statement" and not subject.level:
            self._leave(row, column, "it is unknown which level it is about")
        else:
            if place.section == "uses" and field_name == "statement":
                subject = replace(subject, competency=place.heading)
            yield self._fact(row, column, field_name, subject, text)

    def _field(self, text: str, place: _TextPlace, subject: CellSubject) -> str:
        """Return the field of facts that a text under a heading is."""
        if place.section == "uses" and len(text) > _LONG:
            return "statement"
        if place.section:
            return place.section
        if subject.competency:
            return "statement"
        return "responsibilities" if subject.level else "statement"

    def _paragraph(self, row: int, place: _TextPlace) -> Iterator[Fact]:
        column = self.columns.paragraphs
        text, subject = self.grid.rows[row][column].text, place.subject
        has_entries, paragraphs = self.leaves[row]
        joined = "\n\n".join(paragraphs)
        is_quoted = self.grid.rows[row][column].indent > 0
        if self.pinned[column] or place.section:
            yield from self._said(row, column, text, place, subject)
        elif subject.competency and subject.level:
            if has_entries or is_quoted or text.rstrip().endswith(":"):
                self._leave(row, column, _BESIDE)
            else:
                yield self._fact(row, column, "statement", subject)
        elif text.rstrip().endswith(":"):
            self._leave(row, column, _BESIDE)
        elif subject.competency or subject.skill:
            yield self._fact(row, column, "description", subject, joined)
        elif subject.level and len(paragraphs) > 1 and not self.has_lists:
            yield self._fact(row, column, "responsibilities", subject)
        elif subject.level:
            yield self._fact(row, column, "summary", subject, joined)
        elif subject.family and any(self.roles[at] == "family" for at, _ in self.path if at >= 0):
            yield self._fact(row, column, "family-summary", subject, joined)
        else:
            self._leave(row, column, _OUTSIDE)

    def _leaves(self) -> Iterator[tuple[bool, list[str]]]:
        """Yield for each row whether entries are under its heading, and the paragraphs there."""
        columns = self.columns
        leaf: tuple[list[bool], list[str]] = ([False], [])
        found = []
        for cells in self.grid.rows:
            if any(cells[at].text for at in columns.named if at != columns.terms):
                leaf = ([False], [])
            leaf[0][0] = leaf[0][0] or bool(cells[columns.entries].text)
            text = cells[columns.paragraphs].text
            if text and not text.rstrip().endswith(":"):
                leaf[1].append(text)
            found.append(leaf)
        for has_entries, paragraphs in found:
            yield has_entries[0], paragraphs

    # -- helpers --------------------------------------------------------------------------------

    def _fact(self, row: int, column: int, name: str, subject: CellSubject, text: str = "") -> Fact:
        """Return a fact.

        Args:
            row: The row.
            column: The column.
            name: The field.
            subject: What it is about.
            text: The text, "" for that of the cell.
        """
        said = text or self.grid.rows[row][column].text
        return Fact(CellPosition(self.sheet, row, column), name, said, subject)

    def _leave(self, row: int, column: int, reason: str) -> None:
        at = CellPosition(self.sheet, row, column)
        self.left.append(LeftCell(at, self.grid.rows[row][column].text, reason))
