"""A fact: what one cell says, and about what."""

from dataclasses import dataclass

from laddereditor.exchange.tables.grid import GridCell


@dataclass(frozen=True, slots=True)
class CellPosition:
    """A cell of a workbook: the number of its sheet, its row and its column, all from 0."""

    sheet: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class CellSubject:
    """What a cell is about, by the names that the workbook uses; "" for what is not said."""

    family: str = ""
    function: str = ""
    track: str = ""
    level: str = ""
    code: str = ""  # of the level
    competency: str = ""
    skill: str = ""
    group: str = ""
    step: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """What one cell says.

    Attributes:
        position: The cell.
        field: What its text is: a role of values such as `statement`, `title`, `proficiency`; or
            `family`, `level`, `competency` … for a cell that names what others are about.
        text: The text.
        subject: What it is about.
        head: The head of its column or the label of its row.
        link: The address that it leads to, "" for none.
    """

    position: CellPosition
    field: str
    text: str
    subject: CellSubject
    head: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class LeftCell:
    """A cell that says nothing for the ladder.

    Attributes:
        position: The cell.
        text: Its text.
        reason: Why it is left out; "" if it was not understood.
        unclear: What is not known about it, if it was not understood.
    """

    position: CellPosition
    text: str
    reason: str
    unclear: str = ""


@dataclass(frozen=True)
class SheetFacts:
    """What the cells of a sheet say, and its levels in their order, lowest first."""

    facts: tuple[Fact, ...] = ()
    left: tuple[LeftCell, ...] = ()
    levels: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()


def is_said(cell: GridCell) -> bool:
    """Return whether a cell has a text that has to be accounted for."""
    return bool(cell.text)
