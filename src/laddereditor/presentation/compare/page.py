"""A comparison as the page of a sheet: sections that fold, states in words and colours."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from laddereditor.compare.reports.report_words import ColumnHead
from laddereditor.compare.sheet.table import Cell, Comparison
from laddereditor.presentation.compare.cell_labels import spoken, spoken_head, told_all, told_counts
from laddereditor.presentation.compare.cell_runs import shown_cell
from laddereditor.presentation.compare.lines import TableLine
from laddereditor.presentation.sheet.content import CellContent, Tag
from laddereditor.presentation.sheet.page import SheetHead, SheetSide
from laddereditor.presentation.sheet.refused import with_refused
from laddereditor.presentation.text.runs import TextRun
from laddereditor.presentation.untaken import Untaken, UntakenByCell

_ARROW = 16  # pixels for the arrow that folds a section


@dataclass(frozen=True)
class ComparePage:
    """The lines of a comparison; without one there is nothing to show."""

    comparison: Comparison | None = None
    labels: tuple[ColumnHead, ...] = ()
    lines: tuple[TableLine, ...] = ()
    untaken: tuple[UntakenByCell, ...] = ()  # of each column

    @property
    def baseline(self) -> int:
        """The column that the others are compared with."""
        return self.comparison.baseline if self.comparison else 0

    @cached_property
    def heads(self) -> Sequence[SheetHead]:
        """The heads of the columns."""
        if self.comparison is None:
            return []
        told = [told_all(self.comparison, n) for n in range(len(self.labels))]
        return [
            _head(label, told[n], is_baseline=n == self.baseline)
            for n, label in enumerate(self.labels)
        ]

    @cached_property
    def keys(self) -> Sequence[str]:
        """A key for each line."""
        return [line.key for line in self.lines]

    def source(self, row: int) -> object:
        """Return what a line is made from: the row, or the section whose counts it tells."""
        line = self.lines[row]
        refused = tuple(self.refused(row, column) for column in range(len(self.untaken)))
        return (id(line.section), id(line.row), line.folded, self.baseline, refused)

    def side(self, row: int) -> SheetSide:
        """Return the head of a line."""
        line = self.lines[row]
        is_start = line.is_heading or line.alone
        content = CellContent((TextRun(line.words, "strong" if is_start else "muted"),))
        return SheetSide(
            content if line.words else CellContent(),
            line.words,
            is_section=line.is_heading,
            is_folded=line.folded if line.is_heading else None,
            is_alone=line.alone,
            indent=_ARROW if is_start else 0,
        )

    def cell(self, row: int, column: int) -> Cell | None:
        """Return the content of a cell, or None."""
        return self.lines[row].cell(column)

    def refused(self, row: int, column: int) -> Untaken | None:
        """Return what was typed into a cell and cannot be taken."""
        line = self.lines[row].row
        known = self.untaken[column] if column < len(self.untaken) else {}
        if line is None or self.comparison is None or not known:
            return None
        cell, address = line.cells[column], self.comparison.columns[column].address
        return known.get((address, cell.field or line.field))

    def content(self, row: int, column: int) -> CellContent:
        """Return what is drawn in a cell; in the line of a section, how much differs."""
        line = self.lines[row]
        if line.row is None:
            return CellContent((TextRun(self._counts(line, column), "small"),), ground="panel")
        content = shown_cell(line.section.field, line.row, column, self.baseline)
        refused = self.refused(row, column)
        return with_refused(content, refused, self.text(row, column)) if refused else content

    def text(self, row: int, column: int) -> str:
        """Return a cell's text."""
        line = self.lines[row]
        if line.row is None:
            return self._counts(line, column)
        cell = line.cell(column)
        return cell.text if cell else ""

    def typed_text(self, row: int, column: int) -> str | None:
        """Return the text that editing a cell begins with: what it refused, else its text."""
        refused = self.refused(row, column)
        return refused.text if refused else self.text(row, column)

    def _counts(self, line: TableLine, column: int) -> str:
        return told_counts(line.section.counts[column], is_baseline=column == self.baseline)

    def spoken(self, row: int, column: int) -> str:
        """Return what a screen reader says of a cell."""
        words = spoken(self.lines[row], column, self.baseline, spoken_head(self.labels[column]))
        refused = self.refused(row, column)
        return f"{words}; {refused.words}" if refused else words

    def tip(self, row: int, column: int) -> str:
        """Return why a cell refused what was typed; it says itself all else there is to know."""
        refused = self.refused(row, column)
        return refused.words if refused else ""

    def is_typed(self, row: int, column: int) -> bool:
        """Return False: the view opens its editors itself."""
        return False

    def length(self, row: int) -> tuple[int, int]:
        """Return about how many letters the longest cell of a line has, and how many examples."""
        found = self.lines[row].row
        cells = [cell for cell in found.cells if not cell.is_empty] if found else []
        letters = max((len(cell.text) for cell in cells), default=0)
        return letters, max((len(cell.examples) for cell in cells), default=0)


def _head(label: ColumnHead, told: str, *, is_baseline: bool) -> SheetHead:
    runs = [
        TextRun(f"{label.owner}\u2028", "small"),
        TextRun(f"{label.code}  {label.title}", "strong"),
    ]
    runs += [TextRun(f"\u2028{words}", "small") for words in (label.origin, told) if words]
    tags = (Tag("Baseline", "accent"),) if is_baseline else ()
    words = spoken_head(label)
    words = f"{words}, baseline" if is_baseline else words
    return SheetHead(CellContent(tuple(runs), tags), words, is_pinned=is_baseline)
