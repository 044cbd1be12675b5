"""The ways to read a sheet: the registry of readings.

A reading is a function from a sheet to the tables that it finds. A new shape is added here.
"""

from collections.abc import Callable

from laddereditor.exchange.tables.recognition.across import find_across
from laddereditor.exchange.tables.recognition.down import find_down
from laddereditor.exchange.tables.recognition.sheet_view import SheetView
from laddereditor.exchange.tables.recognition.table import FoundTable

ReadingFinder = Callable[[SheetView], tuple[FoundTable, ...]]


def _across(view: SheetView) -> tuple[FoundTable, ...]:
    found = find_across(view)
    return (found,) if found else ()


FINDERS: tuple[ReadingFinder, ...] = (_across, find_down)


def tables_in(view: SheetView) -> tuple[FoundTable, ...]:
    """Return all ways in which a sheet can be read, the best one first."""
    found = [table for finder in FINDERS for table in finder(view)]
    return tuple(sorted(found, key=lambda one: -one.score))
