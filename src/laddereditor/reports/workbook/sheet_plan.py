"""What a sheet of an exported workbook holds, before it is written."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from laddereditor.edits.parts.marks import ABSENT, inherited_mark
from laddereditor.edits.parts.part import mark_of
from laddereditor.model.address import Address


@dataclass(frozen=True, slots=True)
class PlannedCell:
    """The text of a cell; an inherited one is only shown."""

    text: str
    inherited: bool = False
    position: int = -1  # of a use of a skill in its list, from 0

    @property
    def mark(self) -> str:
        """The mark by which the cell is known again."""
        if not self.text:
            return ABSENT
        mark = mark_of(self.text)
        if self.inherited:
            return inherited_mark(mark)
        return f"{mark}.{self.position}" if self.position >= 0 else mark


NO_CELL = PlannedCell("")


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """A row: its key, its heads, and a cell for each column."""

    key: str  # the path of a field, or the address of an entity
    heads: tuple[str, ...]
    cells: tuple[PlannedCell, ...]
    choices: str = ""  # the name of the list that the cells are chosen from
    remark: str = ""  # a comment on the last head
    starts: bool = False  # whether it begins a section


@dataclass(frozen=True, slots=True)
class PlannedColumn:
    """A column of cells: its key, its head and how wide it is."""

    key: str  # the address of an entity, or the path of a field
    head: str
    width: int
    remark: str = ""
    choices: str = ""  # the name of the list that its cells are chosen from


@dataclass(frozen=True)
class SheetPlan:
    """One sheet, without its final name."""

    name: str
    key: Address  # the family, or the list of the ladder that it shows
    heads: tuple[tuple[str, int], ...]  # the columns before the cells: words and width
    columns: tuple[PlannedColumn, ...]
    rows: tuple[PlannedRow, ...]


@dataclass
class Choices:
    """The lists that cells are chosen from, by name."""

    lists: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def add(self, name: str, words: Iterable[str]) -> str:
        """Add a list, and return its name; "" for an empty one, which nothing is chosen from."""
        found = tuple(words)
        if not found:
            return ""
        self.lists[name] = found
        return name
