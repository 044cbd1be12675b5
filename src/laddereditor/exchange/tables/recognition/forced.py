"""Read a sheet as a person says, although nothing in it speaks for that."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from laddereditor.exchange.tables.grid import Grid
from laddereditor.exchange.tables.mapping import READINGS, Pin
from laddereditor.exchange.tables.recognition.readings import tables_in
from laddereditor.exchange.tables.recognition.sheet_view import SHORT, SheetPins, SheetView
from laddereditor.exchange.tables.recognition.table import FoundTable

_WHY = "it follows from how you read the sheet"
# What the first columns are in each reading; all others follow from their heads and texts.
_FIRST_ROLES = {
    "levels-down": ("level",),
    "profile-rows": ("family", "level"),
    "skill-rows": ("competency", "level"),
    "list": ("skill",),
}


def forced_tables(view: SheetView) -> tuple[FoundTable, ...]:
    """Return the tables of a sheet read as a person says, () if that gives none."""
    implied = dict(_implied(view))
    if not implied:
        return ()
    pins = replace(view.pins, columns={**implied, **view.pins.columns})
    found = tables_in(replace(view, pins=pins))
    wanted = (one for one in found if one.reading == view.pins.reading)
    return tuple(_without_marks(one, view.pins) for one in wanted)


def _implied(view: SheetView) -> Iterator[tuple[int, Pin]]:
    """Yield the roles of columns that follow from a reading."""
    row = next((at for at in range(view.height) if len(view.filled[at]) > 1), None)
    if row is None:
        return
    columns = [c for c in view.filled[row] if len(view.texts[row][c]) <= SHORT]
    if view.pins.reading == "levels-across":
        roles = [(c, "at-level") for c in columns[1:]]
    else:
        roles = list(zip(columns, _FIRST_ROLES.get(view.pins.reading, ()), strict=False))
    for column, role in roles:
        yield column, Pin("column", role, view.grid.name, column)


def _without_marks(table: FoundTable, own: SheetPins) -> FoundTable:
    """Return a table in which only what the person said of columns is marked so."""
    columns = tuple(
        replace(one, reason=_WHY, pinned=False) if one.pinned and at not in own.columns else one
        for at, one in enumerate(table.columns)
    )
    return replace(table, columns=columns)


def possible_readings(grid: Grid, pins: Sequence[Pin]) -> frozenset[str]:
    """Return the readings that a person can choose for a sheet although nothing speaks for them.

    Args:
        grid: The sheet.
        pins: What the person decided so far.
    """
    own = SheetPins.of(grid, pins)
    answers = {pin.value: pin.role for pin in pins if pin.part == "answer"}
    views = (
        SheetView(grid, replace(own, reading=name), answers) for name in READINGS if name != "none"
    )
    return frozenset(view.pins.reading for view in views if forced_tables(view))
