"""A comparison as the page of a sheet: sections that fold, states in words and colours."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate

from laddereditor.compare.sheet.table import Cell, Comparison
from laddereditor.edits.cell_texts import ANY_PROFICIENCY
from laddereditor.edits.cells.pasting import BlockRow, RowColumn
from laddereditor.edits.places.cell_place import place_at
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.inheritance import Source
from laddereditor.model.spacing import single_spaced
from laddereditor.presentation.comments.comment_rows import COMMENT
from laddereditor.presentation.compare.block import block_row
from laddereditor.presentation.compare.cell_labels import (
    accessible_heading,
    accessible_text,
    column_counts,
    difference_counts,
    head_share,
)
from laddereditor.presentation.compare.cell_runs import shown_cell
from laddereditor.presentation.compare.cell_target import CellTarget, target_of
from laddereditor.presentation.compare.comment_words import CommentWords
from laddereditor.presentation.compare.lines import (
    ONLY_HERE,
    TableLine,
    differences_in,
    is_difference,
    side_words,
)
from laddereditor.presentation.compare.pair_words import pair_words
from laddereditor.presentation.compare.step_words import HOW_COUNTED
from laddereditor.presentation.sheet.content import CellContent, Tag
from laddereditor.presentation.sheet.page import SheetHead, SheetSide
from laddereditor.presentation.sheet.refused import with_refused
from laddereditor.presentation.sheet.repeats import (
    Repeats,
    plain_text,
    repeat_counts,
    repeat_sign,
    repeat_words,
    repeats_in,
)
from laddereditor.presentation.text.runs import TextRole, TextRun
from laddereditor.presentation.workspace.refused_texts import RefusedByCell, RefusedText
from laddereditor.reports.comparison.state_signs import state_word
from laddereditor.reports.comparison.words import ColumnHead, is_baseline

_ARROW = 16  # pixels for the arrow that folds a section
_CHILD = 24  # pixels that rows are indented below it
_FEW = 3  # columns whose heads have room for all counts; our choice


@dataclass(frozen=True)
class ComparePage:
    """The lines of a comparison; without one there is nothing to show."""

    comparison: Comparison | None = None
    labels: tuple[ColumnHead, ...] = ()
    lines: tuple[TableLine, ...] = ()
    refused_texts: tuple[RefusedByCell, ...] = ()  # of each column
    read_only: tuple[bool, ...] = ()  # whether a column has no ladder that is open
    comments: tuple[CommentWords, ...] = ()  # of each column

    @cached_property
    def baseline(self) -> int:
        """The column that the others are compared with."""
        return self.comparison.baseline if self.comparison else 0

    @cached_property
    def heads(self) -> Sequence[SheetHead]:
        """The heads of the columns."""
        if self.comparison is None:
            return []
        compared = self.comparison
        return [_head(compared, n, label) for n, label in enumerate(self.labels)]

    @cached_property
    def keys(self) -> Sequence[str]:
        """A key for each line."""
        return [line.key for line in self.lines]

    def source(self, row: int) -> object:
        """Return what a line is made from: the row, or the section whose counts it shows."""
        return self._sources[row]

    @cached_property
    def _sources(self) -> Sequence[object]:
        """What each line is made from; all are asked for before and after each edit."""
        stepwise, known = (
            self.comparison is not None and self.comparison.stepwise,
            any(self.refused_texts),
        )
        repeats = repeat_counts(self._repeats)
        columns = range(len(self.refused_texts))
        return [
            (
                id(line.section if line.row is None else line.row),
                (line.folded, line.alone, self.baseline, stepwise),
                tuple([self.refused(row, n) for n in columns]) if known else (),
                words,
                repeats.get(row),
                tuple([self.comment(row, n) for n in columns]) if any(self.comments) else (),
            )
            for row, (line, words) in enumerate(zip(self.lines, self._side_words, strict=True))
        ]

    def side(self, row: int) -> SheetSide:
        """Return the head of a line."""
        line = self.lines[row]
        is_start = line.is_heading or line.alone
        words = self._side_words[row]
        runs = tuple(TextRun(part, _side_look(part, is_start=is_start)) for part in words)
        return SheetSide(
            CellContent(runs),
            single_spaced("".join(words)),
            is_section=line.is_heading,
            is_folded=line.folded if line.is_heading else None,
            is_alone=line.alone,
            indent=_ARROW if is_start else _CHILD,
        )

    @cached_property
    def _side_words(self) -> Sequence[Sequence[str]]:
        return side_words(self.lines)

    @cached_property
    def _differences(self) -> Sequence[int]:
        """How many differences there are down to each line. Those of folded sections count."""
        return list(accumulate(map(differences_in, self.lines)))

    def difference_place(self, row: int) -> tuple[int, int]:
        """Return which of the differences a line is, from 1, and how many there are.

        The first is 0 where the line is no difference.
        """
        counts = self._differences
        is_one = 0 <= row < len(counts) and is_difference(self.lines[row])
        return counts[row] if is_one else 0, counts[-1] if counts else 0

    @property
    def _compared(self) -> Comparison:
        """The comparison; a page with lines has one."""
        assert self.comparison is not None
        return self.comparison

    @cached_property
    def _repeats(self) -> Repeats:
        return repeats_in([line.row for line in self.lines])

    def repeats(self, row: int, column: int) -> Sequence[RowColumn]:
        """Return the cells that have the text of a cell, with itself, if another row has it too."""
        found, cell = self.lines[row].row, self.cell(row, column)
        text = plain_text(cell.text) if cell and found and found.kind == "item" else ""
        places = self._repeats.get(text, ())
        return places if any(place[0] != row for place in places) else ()

    def cell(self, row: int, column: int) -> Cell | None:
        """Return the content of a cell, or None."""
        return self.lines[row].cell(column)

    def refused(self, row: int, column: int) -> RefusedText | None:
        """Return what was typed into a cell and cannot be taken."""
        line = self.lines[row].row
        known = self.refused_texts[column] if column < len(self.refused_texts) else {}
        if line is None or self.comparison is None or not known:
            return None
        cell, address = line.cells[column], self.comparison.columns[column].address
        return known.get((address, cell.field or line.field))

    def comment(self, row: int, column: int) -> str:
        """Return the open comments on a cell, a line each; "" for none."""
        line = self.lines[row].row
        said = self.comments[column] if column < len(self.comments) else {}
        return said.get(line.cells[column].field, "") if said and line and line.cells else ""

    def content(self, row: int, column: int) -> CellContent:
        """Return what is drawn in a cell; in the line of a section, how much differs."""
        line = self.lines[row]
        if line.row is None:
            counts = TextRun(self._counts(line, column), "small")
            return CellContent((counts,), ground="panel", gutter="")
        content = shown_cell(self._compared, line.row, column)
        if places := self.repeats(row, column):
            content = replace(content, mark=repeat_sign(places))
        if self.comment(row, column):
            content = replace(content, sign=COMMENT)
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
        refused, line = self.refused(row, column), self.lines[row].row
        if refused is not None or line is None or line.kind != "skill":
            return refused.text if refused else self.text(row, column)
        cell = line.cells[column]
        return "" if cell.is_empty else cell.step or ANY_PROFICIENCY

    def _counts(self, line: TableLine, column: int) -> str:
        return column_counts(self._compared, column, line.section.counts[column])

    def accessible_text(self, row: int, column: int) -> str:
        """Return what a screen reader says of a cell."""
        words = accessible_text(
            self._compared, self.lines[row], column, accessible_heading(self.labels[column])
        )
        repeated, refused = self._repeat_words(row, column), self.refused(row, column)
        said = self.comment(row, column)
        comment = f"comment: {single_spaced(said)}" if said else ""
        parts = (words, repeated, comment, refused and refused.words)
        return "; ".join(part for part in parts if part)

    def _repeat_words(self, row: int, column: int) -> str:
        """Return in words at which other columns, or rows, the text of a cell is too."""
        others = (place for place in self.repeats(row, column) if place != (row, column))
        return repeat_words([self._compared.names[other] for _, other in others])

    def tip(self, row: int, column: int) -> str:
        """Return why a cell refused a text, else what its sign means and why it is in its row."""
        refused, line = self.refused(row, column), self.lines[row].row
        if refused or line is None:
            return refused.words if refused else ""
        words = (
            state_word(self._compared, line, column),
            pair_words(self._compared, line, column),
            self._repeat_words(row, column),
            self.comment(row, column),
        )
        return "\n".join(part for part in words if part)

    def is_typed(self, row: int, column: int) -> bool:
        """Whether a text can be typed into a cell."""
        line = self.lines[row].row
        if line is None or line.kind == "fact" or self.read_only[column]:
            return False
        cell = line.cells[column]
        return cell.place is not None or cell.source is not Source.PATTERN

    # -- editing ------------------------------------------------------------------------------

    @property
    def title(self) -> str:
        """The heads name what is compared."""
        return ""

    @property
    def column_names(self) -> Sequence[str]:
        """The columns' heads in one line."""
        return [head.words for head in self.heads]

    @property
    def column_word(self) -> str:
        """The columns may be of different levels and families."""
        return "column"

    def target(self, row: int, column: int) -> CellTarget | None:
        """Return what would be written to at a cell, None in a heading."""
        line = self.lines[row]
        if line.row is None or self.comparison is None:
            return None
        rows = line.section.rows
        number = next(n for n, one in enumerate(rows) if one is line.row)
        return target_of(self.comparison.columns[column], rows, number, column)

    def copy_target(self, row: int, column: int) -> CellTarget | None:
        """Return what is written to if a cell of its row is copied to a column."""
        target, found = self.target(row, column), self.lines[row].row
        if target is None or found is None or found.is_match:
            return target
        subject = target.subject
        place = place_at(subject.ladder, subject.address, found.field, insert=True)
        return CellTarget(subject, None, place)

    def block_row(self, row: int) -> BlockRow | None:
        """Return what a line's cells are copied as and where their texts go."""
        return block_row(self.lines[row], self.comparison.columns) if self.comparison else None

    def takes_lines(self, row: int, column: int) -> bool:
        """A statement is one line, as its examples are left out of its editor."""
        target = self.target(row, column)
        return target is not None and target.takes_lines

    def written(self, row: int, column: int, text: str) -> str:
        """Return the text to write: a statement keeps its examples, which its editor leaves out."""
        target = self.target(row, column)
        return target.written(text) if target else text

    def form_place(self, row: int, column: int) -> tuple[Address, FieldPath] | None:
        """Return the address and the field that show a cell in the form."""
        target = self.target(row, column)
        return (target.subject.address, target.place.path) if target else None

    def cells(self) -> Sequence[Sequence[Cell]]:
        """Return the cells of each line."""
        return [line.row.cells if line.row else () for line in self.lines]

    def length(self, row: int) -> tuple[int, int]:
        """Return about how many letters the longest cell of a line has, and how many examples."""
        found = self.lines[row].row
        cells = [cell for cell in found.cells if not cell.is_empty] if found else []
        letters = max((len(cell.text) for cell in cells), default=0)
        return letters, max((len(cell.examples) for cell in cells), default=0)


def _side_look(words: str, *, is_start: bool) -> TextRole:
    if is_start:
        return "strong"
    return "small" if words.endswith(ONLY_HERE) else "muted"


def _head(comparison: Comparison, column: int, label: ColumnHead) -> SheetHead:
    """Return a head; with many columns only the size of the difference has room in it."""
    counts = difference_counts(comparison, column)
    shown = counts if len(comparison.columns) <= _FEW else head_share(comparison, column)
    runs = [
        TextRun(f"{label.owner}\u2028", "small"),
        TextRun(f"{label.code}  {label.title}", "strong"),
    ]
    runs += [TextRun(f"\u2028{words}", "small") for words in (label.origin, shown) if words]
    is_pinned = is_baseline(comparison, column)
    words = accessible_heading(label) + (", baseline" if is_pinned else "")
    tip = "\n".join(filter(None, (words, counts, HOW_COUNTED if counts else "")))
    tags = (Tag("Baseline", "accent"),) if is_pinned else ()
    return SheetHead(CellContent(tuple(runs), tags), words, is_pinned=is_pinned, tip=tip)
