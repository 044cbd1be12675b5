"""What a reading finds in a sheet, before the sheets of a workbook are looked at together."""

from dataclasses import dataclass, field, replace

from laddereditor.exchange.tables.mapping import LineRole, ReadingName


@dataclass(frozen=True)
class FoundTable:
    """A table in a sheet, read in one way.

    Attributes:
        reading: The way.
        score: How well it fits, from 0 to 1.
        evidence: Why, in words.
        heads: The rows of heads.
        columns: What each column is.
        rows: What each row is.
        doubts: The ids of the doubts that it has, with their defaults and reasons.
        title: The text above the table, "" for none.
        is_asked: Whether a person asked for this reading.
        is_clear: Whether levels with known words have texts below them, as in no other table.
    """

    reading: ReadingName
    score: float
    evidence: tuple[str, ...]
    heads: tuple[int, ...]
    columns: tuple[LineRole, ...]
    rows: tuple[LineRole, ...]
    doubts: dict[str, tuple[str, str]] = field(default_factory=dict)
    title: str = ""
    is_clear: bool = False
    is_asked: bool = False


def at_level(table: FoundTable | None) -> FoundTable | None:
    """Return the table of a sheet whose name is a level: its texts are statements at that level."""
    if table is None or table.is_asked or table.reading != "list":
        return table
    columns = tuple(
        replace(one, role="statement") if one.role == "description" and not one.pinned else one
        for one in table.columns
    )
    return replace(table, reading="skill-rows", columns=columns)
