"""A sheet of a workbook or of a text file with columns, as plain data."""

from dataclasses import dataclass, field
from typing import Literal

CellKind = Literal["text", "number", "date", "boolean", "formula", "error"]


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell that holds something, or that stands out without a text."""

    text: str = ""  # as people see it, with line ends as "\n"
    kind: CellKind = "text"
    bold: bool = False
    shade: str = ""  # its ground as "rrggbb"; "" for none
    indent: int = 0
    comment: str = ""  # what somebody remarked on it
    wrote: str = ""  # who that was
    link: str = ""  # the address that it leads to


EMPTY = GridCell()


@dataclass(frozen=True, slots=True)
class Span:
    """Cells that are merged to one, from the first row and column to the last ones, from 0."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Grid:
    """One sheet; its rows are all of one width."""

    name: str
    rows: tuple[tuple[GridCell, ...], ...]
    merged: tuple[Span, ...] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    outline: bool = False  # whether it is the text of a document, with a column for each depth

    @property
    def width(self) -> int:
        """The number of columns."""
        return len(self.rows[0]) if self.rows else 0


@dataclass(frozen=True)
class Workbook:
    """The sheets of a file in their order, with what could not be read of it."""

    source: str  # the name of the file
    grids: tuple[Grid, ...]
    notes: tuple[str, ...] = ()  # sentences for people: what was left out, and why
    properties: dict[str, str] = field(default_factory=dict)  # of the file: title, our own marks
