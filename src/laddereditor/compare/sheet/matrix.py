"""The table of one family: its levels across, its fields down; what each cell shows and takes."""

from dataclasses import dataclass
from typing import Literal

from laddereditor.edits.cells.places import CellPlace
from laddereditor.model.resolve import Source

# heading, group: words alone · value: one value a level · item: one of a list · skill: a
# proficiency · adder: the empty row at the end of a list · fact: told here, changed in the form
RowKind = Literal["heading", "group", "value", "item", "skill", "adder", "fact"]
# gap: others of the family say something here and this one does not · absent: no profile here
State = Literal["own", "inherited", "empty", "gap", "absent", "adder"]


@dataclass(frozen=True, slots=True)
class MatrixColumn:
    """One level; of a family, the profile it has there."""

    level: str  # "P3"
    name: str  # what people call the level, or the profile's title
    track: str  # name of its track
    address: str  # of the profile or the level; of a gap "", as there is nothing yet

    @property
    def is_absent(self) -> bool:
        """Whether the family has no profile at this level."""
        return not self.address


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """What one level says in one row."""

    text: str
    state: State
    spot: CellPlace | None = None  # where a text typed here goes; None if it cannot be typed here
    examples: tuple[str, ...] = ()  # of a statement
    source: Source = Source.OWN
    note: str = ""  # where an inherited text is from, or why this is a gap
    field: str = ""  # path inside the entity of what is shown, for findings and forms
    below: str = ""  # what the level says where the profile says something else
    also: str = ""  # the other levels that say the same here, if alike: "P2 and P4"


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One row; a heading has no cells."""

    kind: RowKind
    section: str  # name of the field: "responsibilities"
    key: str  # factor, competency or skill id
    heading: str  # words at its left: "Scope", "Communication", "Mentoring"
    about: str  # what the row is about where the heading is empty: "What you'd do"
    cells: tuple[MatrixCell, ...] = ()


@dataclass(frozen=True, slots=True)
class Matrix:
    """The table; every row but a heading has a cell for each column."""

    title: str  # name of the family, or of the generic levels
    address: str  # of the family, "levels" for the generic levels
    columns: tuple[MatrixColumn, ...]
    rows: tuple[MatrixRow, ...]
    left_out: int = 0  # levels beyond those that have a column

    @property
    def gaps(self) -> int:
        """How many things are missing that others of the family say."""
        return sum(
            bool(cell.note) for row in self.rows for cell in row.cells if cell.state == "gap"
        )
