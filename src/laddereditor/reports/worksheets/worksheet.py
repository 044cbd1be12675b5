"""What a sheet to fill in is made of: columns, and rows that quote the ladder in one of them."""

from dataclasses import dataclass

from laddereditor.model.phrases import Phrases

_LINE = "____________________"


@dataclass(frozen=True, slots=True)
class WorksheetColumn:
    """A column of a sheet; `fill` is in each of its cells, None in the column with the quotes."""

    head: str
    width: int  # share of the width of the sheet, in percent
    fill: str | None = ""


def blanks(phrases: Phrases, *labels: str) -> str:
    """Return a line with a blank for each thing that is written by hand.

    Args:
        phrases: The language of the line.
        labels: The English words before the blanks.
    """
    return "\u2003".join(phrases.labelled(phrases.say(one), _LINE) for one in labels)


@dataclass(frozen=True, slots=True)
class WorksheetRow:
    """One quote: the heading of its list, its text, a remark after it, and lines below it."""

    heading: str = ""
    text: str = ""
    remark: str = ""
    below: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """The quote in lines, without its heading."""
        remark = f" ({self.remark})" if self.remark else ""
        return (f"{self.text}{remark}", *self.below)


@dataclass(frozen=True, slots=True)
class Worksheet:
    """A sheet to fill in."""

    title: str
    source: str  # which ladder is quoted, and when: "Bakery ladder; made on 2026-01-01"
    lead: tuple[str, ...]  # further lines above the table: blanks for names and dates
    columns: tuple[WorksheetColumn, ...]
    rows: tuple[WorksheetRow, ...]


@dataclass(frozen=True, slots=True)
class Worksheets:
    """Sheets of one kind that leave the program together."""

    title: str
    sheets: tuple[Worksheet, ...]
    language: str = ""  # of what is quoted
