"""What a workbook is taken for: how each sheet is read, and what its rows and columns are.

A mapping is worked out from a workbook and from the pins, which are what a person decided. Nothing
else is kept: with the same pins, everything around them is worked out again.
"""

from dataclasses import dataclass, field
from typing import Literal

from laddereditor.exchange.tables.grid import Span

ReadingName = Literal[
    "levels-across",
    "levels-down",
    "profile-rows",
    "skill-rows",
    "list",
    "outline",
    "records",
    "none",
]
READINGS: dict[ReadingName, str] = {
    "levels-across": "Levels across",
    "levels-down": "Levels down",
    "profile-rows": "A row a profile",
    "skill-rows": "A row a skill at a level",
    "list": "List",
    "outline": "Text with headings",
    "records": "Keys and values",
    "none": "No ladder",
}
PinPart = Literal["take", "reading", "sheet", "row", "column", "bottom", "answer"]


@dataclass(frozen=True, slots=True)
class Pin:
    """Something that a person decided about a workbook.

    Attributes:
        part: What it is about. `take`: whether the sheet is taken (role “yes” or “no”).
            `reading`: how it is read (role is a reading). `sheet`: what its name means. `row` and
            `column`: what a line is. `bottom`: the last row of the table. `answer`: a doubt.
        role: The role, the reading, or the id of the choice.
        sheet: The name of the sheet; "" for an answer.
        at: The row or column, from 0; -1 if it is about neither.
        value: The name that goes with the role, such as that of a level; "" for the one in the
            file. For an answer, the id of the doubt.
    """

    part: PinPart
    role: str
    sheet: str = ""
    at: int = -1
    value: str = ""


@dataclass(frozen=True, slots=True)
class RankedReading:
    """One way to read a sheet."""

    name: ReadingName
    score: float  # from 0 to 1
    evidence: tuple[str, ...] = ()  # in words, most important one first


@dataclass(frozen=True, slots=True)
class LineRole:
    """What a row or a column is.

    Attributes:
        role: A name in `roles.ROLES`.
        value: The name that it stands for: a level, a competency, a family; "" for none.
        group: The heading above its head, of a two-row head.
        reason: Why, in words.
        pinned: Whether a person decided it.
        choices: The roles that it can be given; () for all of its kind.
    """

    role: str
    value: str = ""
    group: str = ""
    reason: str = ""
    pinned: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class GridMapping:
    """How one sheet is read.

    Attributes:
        sheet: The name of the sheet.
        taken: Whether its contents come into the ladder.
        reason: Why it is taken or left out, in words.
        reading: How it is read.
        readings: All ways to read it, the best one first.
        edges: The cells of the table, heads included.
        heads: The rows of heads, from 0, in the order of the sheet.
        columns: What each column is.
        rows: What each row is.
        context: What the name of the sheet means: a family, a level, a group, or nothing.
        pinned: The parts that a person decided: “take”, “reading”, “sheet”, “bottom”.
        track: The track of its levels, if the name of the sheet says it.
    """

    sheet: str
    taken: bool
    reason: str
    reading: ReadingName
    readings: tuple[RankedReading, ...]
    edges: Span
    heads: tuple[int, ...]
    columns: tuple[LineRole, ...]
    rows: tuple[LineRole, ...]
    context: LineRole = LineRole("left")
    pinned: frozenset[str] = frozenset()
    track: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer to a doubt."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """A question about a workbook that its cells do not decide.

    Attributes:
        id: Its name in pins.
        question: In words.
        choices: The possible answers.
        answer: The id of the choice that the mapping uses.
        reason: Why that is the default; "" if a person decided.
        sheets: The names of the sheets that it is about.
        pinned: Whether a person decided it.
    """

    id: str
    question: str
    choices: tuple[Choice, ...]
    answer: str
    reason: str = ""
    sheets: tuple[str, ...] = ()
    pinned: bool = False


@dataclass(frozen=True)
class Mapping:
    """How a workbook is read."""

    source: str
    signature: str  # the same for files of the same shape
    grids: tuple[GridMapping, ...]
    doubts: tuple[Doubt, ...] = ()  # at most three
    pins: tuple[Pin, ...] = field(default=())

    def answer(self, doubt: str) -> str:
        """Return the id of the choice for a doubt, "" if there is no such doubt."""
        return next((one.answer for one in self.doubts if one.id == doubt), "")
