"""The table that a comparison of levels gives: sections of rows, a cell for each column."""

from dataclasses import dataclass
from typing import Literal

from laddereditor.align.marks import Mark
from laddereditor.compare.sheet.subject import Subject
from laddereditor.model.resolve import Source

# Against the baseline; what the baseline has and another column lacks is an empty cell there.
State = Literal["same", "reworded", "new"]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one column has in one row."""

    text: str
    state: State
    source: Source  # own; level or pattern if it is inherited
    field: str  # path inside the column's entity: "responsibilities/2", "factors/scope"
    marks: tuple[Mark, ...] = ()  # against the baseline, if reworded and some words stayed
    change: str = ""  # what else is another: "Working → Advanced", "Other examples"
    examples: tuple[str, ...] = ()  # of a statement
    name: str = ""  # of a skill: the text without the proficiency
    overrides: bool = False  # own, where the level or a pattern would give a value too


@dataclass(frozen=True, slots=True)
class Row:
    """One aligned statement, skill, factor or value; `cells` has one entry a column."""

    field: str  # "responsibilities", "factors/scope", "expectations/communication", "skills"
    # Words at the row's left: "Scope", "Communication", a skill's category, or "". Rows that
    # follow each other may have the same; it is for the view to say it once.
    heading: str
    cells: tuple[Cell | None, ...]

    @property
    def differs(self) -> bool:
        """Whether a column has something else here than the baseline."""
        return any(cell is None or cell.state != "same" for cell in self.cells) and any(self.cells)


@dataclass(frozen=True, slots=True)
class DifferenceCounts:
    """How a column differs from the baseline, or the largest of it over columns."""

    new: int = 0
    gone: int = 0
    reworded: int = 0
    same: int = 0

    @property
    def differing(self) -> int:
        """The rows that are not the same."""
        return self.new + self.gone + self.reworded


@dataclass(frozen=True, slots=True)
class Section:
    """The rows of one field under its heading; `counts` has one entry a column."""

    field: str  # "responsibilities"
    heading: str  # from the field's metadata: "What you'd do"
    rows: tuple[Row, ...]
    counts: tuple[DifferenceCounts, ...]  # the baseline's own entry counts all as the same


@dataclass(frozen=True, slots=True)
class Comparison:
    """Columns side by side; the column at `baseline` is what the others are told against."""

    columns: tuple[Subject, ...]
    baseline: int
    sections: tuple[Section, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows, in reading order."""
        return tuple(row for section in self.sections for row in section.rows)
