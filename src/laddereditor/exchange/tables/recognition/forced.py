"""Read a sheet as a person says, although nothing in it speaks for that."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from laddereditor.exchange.tables.grid import Grid
from laddereditor.exchange.tables.mapping import LineRole, Pin, ReadingName
from laddereditor.exchange.tables.recognition.down import table_as
from laddereditor.exchange.tables.recognition.readings import tables_in
from laddereditor.exchange.tables.recognition.sheet_view import (
    LONG,
    SHORT,
    SheetPins,
    SheetView,
    mean_length,
)
from laddereditor.exchange.tables.recognition.table import FoundTable, at_level
from laddereditor.exchange.tables.roles import ROLES

_WHY = "it follows from how you read the sheet"
# What the first columns are in each reading; all others follow from their heads and texts.
_FIRST_ROLES: dict[ReadingName, tuple[str, ...]] = {
    "levels-across": (),
    "levels-down": ("level",),
    "profile-rows": ("family", "level"),
    "skill-rows": ("competency", "level"),
    "list": ("skill",),
}
# What a column is in each reading if neither its head nor its texts say it.
_TEXTS: dict[ReadingName, str] = {
    "levels-down": "expectation",
    "profile-rows": "expectation",
    "skill-rows": "statement",
    "list": "description",
}
_LEAST_ROWS = 2  # the heads and a row below them


def possible_readings(grid: Grid) -> tuple[ReadingName, ...]:
    """Return the readings that a person can ask for, whatever speaks for them or against them.

    Args:
        grid: The sheet.
    """
    if grid.outline:
        return ("outline",)
    filled = filter(None, SheetView(grid, SheetPins.of(grid, ()), {}).filled)
    return tuple(_FIRST_ROLES) if len(list(filled)) >= _LEAST_ROWS else ()


def forced_tables(view: SheetView) -> tuple[FoundTable, ...]:
    """Return the tables of a sheet read as a person says, () if it has not two rows."""
    reading = next((one for one in possible_readings(view.grid) if one == view.pins.reading), None)
    if reading is None or view.grid.outline:
        return ()
    if reading == "skill-rows" and not _has_level_column(view):
        listed = next((one for one in tables_in(view) if one.reading == "list"), None)
        if (found := at_level(listed)) is not None:
            return (found,)  # its name can be the level
    for at, pins in enumerate(_implied_pins(view, reading)):
        asked = replace(view, pins=pins)
        found = next((one for one in tables_in(asked) if one.reading == reading), None)
        if found is None and at and (found := table_as(asked, reading)) is not None:
            found = _with_texts(found, reading)
        if found is not None:
            return (_without_marks(found, view.pins),)
    return ()


def _has_level_column(view: SheetView) -> bool:
    """Whether a column behind the first one has names, such as those of levels, and not texts."""
    rows = range(view.height)
    short = [c for c in range(view.width) if 0 < mean_length(view.column(c, rows)) < LONG]
    return len(short) > 1


def _implied_pins(view: SheetView, reading: ReadingName) -> Iterator[SheetPins]:
    """Yield what follows from a reading: about columns, about heads too, about each row too."""
    own, sheet = view.pins, view.grid.name
    filled = [at for at in range(view.height) if view.filled[at]]
    row = next((at for at in filled if len(view.filled[at]) > 1), filled[0])
    named = replace(own, columns={**dict(_implied(view, row, reading)), **own.columns})
    yield named
    heads = {row: Pin("row", "head", sheet, row)}
    bottom = filled[-1] if own.bottom is None else own.bottom
    yield replace(named, rows={**heads, **own.rows}, bottom=bottom)
    body = {at: Pin("row", "body", sheet, at) for at in filled}
    yield replace(named, rows={**body, **heads, **own.rows}, bottom=bottom)


def _implied(view: SheetView, row: int, reading: ReadingName) -> Iterator[tuple[int, Pin]]:
    """Yield the roles of columns that follow from a reading."""
    short = [c for c in view.filled[row] if len(view.texts[row][c]) <= SHORT]
    columns = short or view.filled[row]
    if reading == "levels-across":
        roles = [(c, "at-level") for c in columns[1:] or columns]
    else:
        roles = list(zip(columns, _FIRST_ROLES[reading], strict=False))
    for column, role in roles:
        yield column, Pin("column", role, view.grid.name, column)


def _with_texts(table: FoundTable, reading: ReadingName) -> FoundTable:
    """Return a table in which a column without a known role has the texts of the reading.

    If there is a column with texts already, the others stay as they are.
    """
    if any(ROLES[one.role].use == "value" for one in table.columns):
        return table
    role = _TEXTS.get(reading, "unknown")
    columns = tuple(
        LineRole(role, one.value, one.group, _WHY) if one.role == "unknown" else one
        for one in table.columns
    )
    return replace(table, columns=columns)


def _without_marks(table: FoundTable, own: SheetPins) -> FoundTable:
    """Return a table in which only what the person said of rows and columns is marked so."""
    return replace(
        table,
        columns=_unmarked(table.columns, own.columns),
        rows=_unmarked(table.rows, own.rows),
    )


def _unmarked(lines: Sequence[LineRole], own: dict[int, Pin]) -> tuple[LineRole, ...]:
    return tuple(
        replace(one, reason=_WHY, pinned=False) if one.pinned and at not in own else one
        for at, one in enumerate(lines)
    )
