"""The ladder of a workbook with an account of every cell."""

from dataclasses import dataclass
from typing import Literal

from laddereditor.exchange.tables.facts.fact import CellPosition
from laddereditor.exchange.tables.places import cell_name
from laddereditor.model.ladder import Ladder

Outcome = Literal["taken", "left", "unknown"]


@dataclass(frozen=True, slots=True)
class CellAccount:
    """Where one cell is in the ladder, or why it is not there.

    Attributes:
        position: The cell.
        outcome: `taken` into the ladder, `left` out for a reason, or `unknown`.
        text: Its text.
        address: Where it is in the ladder; "" for heads, and for what was not taken.
        reason: Why it was not taken; for heads, that they are heads.
    """

    position: CellPosition
    outcome: Outcome
    text: str
    address: str = ""
    reason: str = ""

    @property
    def cell(self) -> str:
        """The name of the cell, such as B7."""
        return cell_name(self.position.row, self.position.column)


@dataclass(frozen=True)
class AppliedMapping:
    """What a mapping makes of a workbook.

    Attributes:
        ladder: The ladder.
        cells: One account for each cell with a text, in the order of the file.
        notes: What people should know, in sentences.
        statements: The cells whose texts are statements, by family, level and competency.
        comments: What people remarked on cells, in the order of the file.
    """

    ladder: Ladder
    cells: tuple[CellAccount, ...]
    notes: tuple[str, ...] = ()
    statements: tuple["StatementCell", ...] = ()
    comments: tuple["CommentCell", ...] = ()

    def count(self, outcome: Outcome) -> int:
        """Return how many cells have an outcome."""
        return sum(one.outcome == outcome for one in self.cells)

    @property
    def summary(self) -> str:
        """The counts in words: “151 taken · 24 left out · 0 unknown”."""
        counts = (self.count("taken"), self.count("left"), self.count("unknown"))
        return "{} taken · {} left out · {} unknown".format(*counts)


@dataclass(frozen=True, slots=True)
class StatementCell:
    """A cell with statements, and where they are in the ladder, by ids."""

    position: CellPosition
    family: str  # "" for what holds for all families
    level: str
    competency: str
    text: str


@dataclass(frozen=True, slots=True)
class CommentCell:
    """What somebody remarked on a cell, and where the text of the cell is in the ladder."""

    position: CellPosition
    text: str
    author: str  # "" if the file does not say it
    address: str  # "" if the cell has no text, or none that was taken

    @property
    def cell(self) -> str:
        """The name of the cell, such as B7."""
        return cell_name(self.position.row, self.position.column)
