"""The sheets of a workbook as a list: what each is read as, and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from laddereditor.exchange.tables import READINGS, Doubt
from laddereditor.exchange.tables.mapping import GridMapping, Mapping, ReadingName
from laddereditor.presentation.mapping.role_menu import role_title


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """A line of the list.

    Attributes:
        name: The name of the sheet.
        taken: Whether it is ticked.
        words: How it is read and why, in one line.
        pinned: Whether the person decided about it.
    """

    name: str
    taken: bool
    words: str
    pinned: bool


@dataclass(frozen=True, slots=True)
class ReadingChoice:
    """A button of “Read as”.

    Attributes:
        name: The reading.
        words: What is on the button.
        is_chosen: Whether the sheet is read so.
        evidence: What speaks for it, in lines.
    """

    name: ReadingName
    words: str
    is_chosen: bool
    evidence: str


def sheet_entries(mapping: Mapping) -> tuple[SheetEntry, ...]:
    """Return the lines of the list, in the order of the file."""
    return tuple(_entry(one) for one in mapping.grids)


def _entry(one: GridMapping) -> SheetEntry:
    how = READINGS[one.reading] if one.taken else "Left out"
    said = f"{how}: {one.reason}" if one.reason else how
    is_pinned = bool(one.pinned & {"take", "reading"})
    return SheetEntry(one.sheet, one.taken, said, is_pinned)


def reading_choices(
    one: GridMapping, possible: Sequence[ReadingName] = ()
) -> tuple[ReadingChoice, ...]:
    """Return the buttons of “Read as” for a sheet, the most likely reading first.

    Args:
        one: How the sheet is read.
        possible: The readings that a person can ask for; the others have no button.
    """
    ranked = {reading.name: reading for reading in one.readings}
    others: Sequence[ReadingName] = () if "records" in ranked else possible
    names = dict.fromkeys((*ranked, *others, "none"))
    now: ReadingName = one.reading if one.taken else "none"
    return tuple(
        ReadingChoice(
            name,
            f"{READINGS[name]} ✓" if name == now and "reading" in one.pinned else READINGS[name],
            name == now,
            _evidence(name, ranked[name].evidence if name in ranked else ()),
        )
        for name in names
    )


def _evidence(name: ReadingName, evidence: tuple[str, ...]) -> str:
    if evidence:
        return "\n".join((f"{READINGS[name]}, because:", *(f"• {one}" for one in evidence)))
    if name == "none":
        return "Leave the sheet out."
    first = "all columns behind the first" if name == "levels-across" else "its first columns"
    named = "levels" if name == "levels-across" else "the names"
    return f"Nothing in the sheet speaks for it; {first} are taken for {named}."


def name_words(one: GridMapping) -> str:
    """Return what the name of a sheet means, for its button; "" for data, whose name is ours."""
    if any(reading.name == "records" for reading in one.readings):
        return ""
    role, pinned = one.context.role, " ✓" if one.context.pinned else ""
    meaning = "nothing" if role == "left" else role_title(role)
    return f"Name of the sheet: {meaning}{pinned}"


def doubt_words(doubt: Doubt) -> str:
    """Return why a doubt has its answer, in a few words."""
    if doubt.pinned:
        return "you said so"
    return doubt.reason
