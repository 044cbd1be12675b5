"""The ways to read a sheet: the registry of readings.

A reading is a function from a sheet to the tables that it finds. A new shape is added here.
"""

from collections.abc import Callable

from laddereditor.exchange.tables.mapping import ReadingName
from laddereditor.exchange.tables.recognition.across import find_across
from laddereditor.exchange.tables.recognition.down import find_down
from laddereditor.exchange.tables.recognition.outline import find_outline
from laddereditor.exchange.tables.recognition.sheet_view import SheetView
from laddereditor.exchange.tables.recognition.table import FoundTable
from laddereditor.exchange.tables.roles import ROLES

# Roles of columns that say something about the levels of their rows.
_NOT_ACROSS = frozenset(
    {
        *("level", "level-name", "code", "step", "statement", "expectation", "factor"),
        *("title", "titles", "responsibilities", "qualifications", "uses", "experience", "pay"),
        *("job-title", "currency", "importance"),
    }
)
ReadingFinder = Callable[[SheetView], tuple[FoundTable, ...]]


def _across(view: SheetView) -> tuple[FoundTable, ...]:
    found = find_across(view)
    return (found,) if found else ()


FINDERS: tuple[ReadingFinder, ...] = (_across, find_down)


def tables_in(view: SheetView) -> tuple[FoundTable, ...]:
    """Return all ways in which a sheet can be read, the best one first.

    Those in which a role that a person gave means nothing come last.
    """
    if view.grid.outline:
        return find_outline(view)
    found = [table for finder in FINDERS for table in finder(view)]
    return tuple(sorted(found, key=lambda one: (_contradicts(view, one.reading), -one.score)))


def _contradicts(view: SheetView, reading: ReadingName) -> bool:
    """Return whether columns have roles by a person that a reading has no use for."""
    roles = {pin.role for pin in view.pins.columns.values()}
    with_levels = any(ROLES[role].use == "level" for role in roles)
    return bool(roles & _NOT_ACROSS) if reading == "levels-across" else with_levels
