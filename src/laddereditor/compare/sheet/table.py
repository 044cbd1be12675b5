"""The frozen types of every sheet: columns, rows and cells; and the two sheets made of them."""

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal, NamedTuple

from laddereditor.align.corrections import NO_CORRECTIONS, PairCorrections
from laddereditor.align.keeping import LaidOut
from laddereditor.align.marks import Mark
from laddereditor.align.words import word_marks
from laddereditor.compare.sheet.naming import are_versions, short_names
from laddereditor.compare.sheet.subject import Subject
from laddereditor.edits.cell_texts import EXAMPLE
from laddereditor.edits.places.cell_place import CellPlace
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.inheritance import Source
from laddereditor.model.ladder import Ladder

# What a column has in a row; gap: others of the family have something here and this one does not;
# absent: the family has no profile at this level; adder: the empty row at the end of a list.
CellState = Literal["own", "inherited", "empty", "gap", "absent", "adder"]
# How a column differs from the one it is compared with: new, only this one has something here;
# gone, only the other one has; spelling, it says the same and is only written otherwise; reworded,
# the same thing in other words; changed, another value. What both leave empty is empty.
ComparedState = Literal["same", "spelling", "reworded", "changed", "new", "gone"]
# heading, group: words alone · value: one value a column · item: one of a list · skill: a use of
# a skill · adder: the empty row at the end of a list · fact: shown here, changed in the form
RowKind = Literal["heading", "group", "value", "item", "skill", "adder", "fact"]

_SAYING_NOTHING = frozenset(("empty", "gap", "absent", "adder", "gone"))
HEADINGS = ("heading", "group")
_STAYED = 0.25  # share of the longer text; our choice: with less, marks confuse


# The size of a step asks for the same marks as the cells that it counts.
marks_between = lru_cache(maxsize=4096)(word_marks)


@lru_cache(maxsize=4096)
def _marks(before: str, after: str) -> tuple[Mark, ...]:
    marks = marks_between(before, after)
    stayed = sum(len(mark.text) for mark in marks if mark.kind == "same")
    return marks if stayed >= _STAYED * max(len(before), len(after)) else ()


class Cell(NamedTuple):
    """The content of one column in one row; a tuple, because thousands are made at a time."""

    text: str = ""
    state: CellState | ComparedState = "empty"
    place: CellPlace | None = None  # where a text typed here goes; None if it cannot be typed here
    field: FieldPath = FieldPath()  # inside the column's entity: "responsibilities/2"
    source: Source = Source.OWN  # level or pattern if it is inherited
    examples: tuple[str, ...] = ()  # of a statement
    below: str = ""  # the inherited text if the profile overrides it
    overrides: bool = False  # own, although the level or a pattern would give a value too
    name: str = ""  # of a skill: the text without the proficiency
    step: str = ""  # of a skill: the required proficiency, "" for any
    before: str = ""  # the baseline's text, if it is reworded and words may be marked
    change: str = ""  # what else differs: "Working → Advanced", "Other examples"
    note: str = ""  # where an inherited text is from, or why this is a gap
    also: str = ""  # the columns that say the same in other words in this row: "P2 and P4"
    is_by_hand: bool = False  # a person put it beside another text of its row

    @property
    def is_empty(self) -> bool:
        """Whether the column has nothing here."""
        return self.state in _SAYING_NOTHING

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The words that differ from the baseline's; none if so few stayed that they confuse.

        They are worked out when they are first asked for: most cells are never drawn.
        """
        return _marks(self.before, self.text) if self.before else ()

    def compared(
        self,
        state: CellState | ComparedState,
        text: str,
        before: str = "",
        change: str = "",
    ) -> "Cell":
        """Return the cell compared with a baseline.

        Args:
            state: How it differs.
            text: Its text.
            before: The text of the baseline, if words that differ may be marked; "" if not.
            change: What else differs, in words.
        """
        return Cell(
            text,
            state,
            self.place,
            self.field,
            self.source,
            self.examples,
            self.below,
            self.overrides,
            self.name,
            self.step,
            before,
            change,
            self.note,
            self.also,
        )

    @property
    def full_text(self) -> str:
        """The text with its examples, as it is typed, copied and pasted."""
        return "\n".join((self.text, *(EXAMPLE + example for example in self.examples)))


@dataclass(frozen=True, slots=True)
class Row:
    """One aligned statement, skill, factor or value, with a cell for each column; or a heading."""

    kind: RowKind
    section: str  # name of the field: "responsibilities", "pay/status"
    field: FieldPath  # the field with its key: "factors/scope", "skills"
    key: str  # factor, competency or skill id, the market of a pay range
    # Words at the row's left: "Scope", "Communication", "Mentoring", or "". Rows that follow each
    # other may have the same; the view shows it once.
    heading: str
    about: str  # what the row is about where the heading is empty: "What you'd do"
    cells: tuple[Cell, ...] = ()
    is_match: bool = True  # the cells of the row belong together and do not just share it

    def filled(self, cells: tuple[Cell, ...], heading: str, *, is_match: bool = True) -> "Row":
        """Return the row with these cells under a heading; faster than `replace`.

        Args:
            cells: A cell for each column.
            heading: The words at the row's left, "" for none.
            is_match: Whether the cells belong together and do not just share the row.
        """
        return Row(
            self.kind, self.section, self.field, self.key, heading, self.about, cells, is_match
        )

    @property
    def differs(self) -> bool:
        """Whether a column has something else here than the one it is compared with."""
        if not self.is_match:
            return True
        states = {cell.state for cell in self.cells}  # without a call for each cell
        said = states - _SAYING_NOTHING
        return bool(said) and states != {"same"}


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """One level; of a family, the profile it has there."""

    level: str  # "P3"
    name: str  # name of the level, or the profile's title
    track: str  # name of its track
    address: Address  # of the profile or the level; "" where there is nothing yet
    status: str = ""  # of the profile: "in-review"

    @property
    def is_absent(self) -> bool:
        """Whether the family has no profile at this level."""
        return not self.address


# -- against a baseline -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DifferenceCounts:
    """How much a column differs from the baseline, or the largest difference of all columns."""

    new: int = 0
    gone: int = 0
    reworded: int = 0
    same: int = 0
    changed: int = 0  # other values: numbers, choices, names
    spelling: int = 0  # they say the same, and are only written otherwise

    @property
    def differing(self) -> int:
        """The rows that do not say the same."""
        return self.new + self.gone + self.reworded + self.changed

    @property
    def staying(self) -> int:
        """The rows that say the same."""
        return self.same + self.spelling


class LaidOutList(NamedTuple):
    """How a list is laid out: its texts, and which of them share rows."""

    texts: tuple[tuple[str, ...], ...]  # of each column
    rows: LaidOut
    former: "tuple[LaidOutList, ...]" = ()  # as it was laid out before, newest first, for undo


class TypedCell(NamedTuple):
    """The cell of a list that was typed into: texts stay where they were typed."""

    field: FieldPath  # of the list: "responsibilities", "expectations/communication"
    row: int  # its number among the rows of the list; their count for the row behind them
    column: int


@dataclass(frozen=True, slots=True)
class Section:
    """The rows of one field under its heading; `counts` has one entry for each column."""

    field: FieldPath  # "responsibilities"
    heading: str  # from the field's metadata: "What you'd do"
    rows: tuple[Row, ...]
    # What is compared with no column counts all of its rows as the same.
    counts: tuple[DifferenceCounts, ...]
    # The inputs of the rows; while they are the same, so are the rows (see `basis`).
    basis: tuple[object, ...] = dataclasses.field(default=(), compare=False, repr=False)
    # How its lists are laid out, so that rows stay in place after an edit.
    lists: Mapping[FieldPath, LaidOutList] = dataclasses.field(
        default_factory=dict, compare=False, repr=False
    )


@dataclass(frozen=True)
class Comparison:
    """Columns side by side, each compared with the column at `baseline`, or with its left one."""

    columns: tuple[Subject, ...]
    baseline: int
    sections: tuple[Section, ...]
    stepwise: bool = False  # each column is compared with the one at its left
    corrections: PairCorrections = NO_CORRECTIONS  # of pairs, by a person

    # Every cell that is drawn asks for these two.

    @cached_property
    def names(self) -> tuple[str, ...]:
        """A name of a few letters for each column."""
        return short_names(self.columns)

    @cached_property
    def is_about_versions(self) -> bool:
        """Whether the columns show one profile or level at several times."""
        return are_versions(self.columns)

    def base_of(self, column: int) -> int | None:
        """Return the column that a column is compared with; None if it is compared with none."""
        return base_of(column, self.baseline, stepwise=self.stepwise)

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows, in reading order."""
        return tuple(row for section in self.sections for row in section.rows)


def base_of(column: int, baseline: int, *, stepwise: bool) -> int | None:
    """Return the column that a column is compared with; None if it is compared with none.

    Args:
        column: The index of the column, from 0.
        baseline: The index of the baseline.
        stepwise: Whether each column is compared with the one at its left instead.
    """
    if stepwise:
        return column - 1 if column else None
    return None if column == baseline else baseline


# -- one family ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Matrix:
    """One family or the generic levels; every row but a heading has a cell for each column."""

    title: str  # name of the family, or of the generic levels
    address: Address  # of the family, "levels" for the generic levels
    columns: tuple[SheetColumn, ...]
    rows: tuple[Row, ...]
    left_out: int = 0  # levels beyond those that have a column
    ladder: Ladder | None = dataclasses.field(default=None, compare=False, repr=False)
    corrections: PairCorrections = NO_CORRECTIONS  # of pairs, by a person
    sections: tuple[Section, ...] = dataclasses.field(
        default=(), compare=False, repr=False
    )  # of the rows

    @property
    def gaps(self) -> int:
        """How many values are missing that others of the family have."""
        return sum(is_explained_gap(cell) for row in self.rows for cell in row.cells)


def is_explained_gap(cell: Cell) -> bool:
    """Whether a cell is a gap that says why; in an empty list only the first one does."""
    return cell.state == "gap" and bool(cell.note)


def typed_cell(rows: Sequence[Row], row: Row, column: int) -> TypedCell | None:
    """Return the cell of a list as `TypedCell`, None if it is not in a list.

    Args:
        rows: The rows of the sheet or of a section.
        row: One of them.
        column: The column of the cell.
    """
    same = [one for one in rows if one.kind == "item" and one.field == row.field]
    if row.kind == "adder":
        return TypedCell(row.field, len(same), column)
    place = next((n for n, one in enumerate(same) if one is row), None)
    return None if place is None else TypedCell(row.field, place, column)
