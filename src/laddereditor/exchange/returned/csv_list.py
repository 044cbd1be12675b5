"""An exported CSV list that comes back.

A row that is gone deletes nothing, because people filter and sort such lists: a text is removed by
emptying its cell.
"""

import csv
import io
from collections.abc import Mapping, Sequence

from laddereditor.edits.parts.csv_cells import (
    ENTRY,
    FAMILY,
    LADDER,
    LEVEL,
    MARK,
    PLACE,
    SECTION,
    TEXT,
    VERSION,
    unguarded,
)
from laddereditor.edits.parts.marks import NO_MARK, read_mark
from laddereditor.edits.parts.returned import NEW, ReturnedCell, ReturnedTable
from laddereditor.edits.reading.controls import without_controls
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.family import Profile
from laddereditor.model.fields import field_specs

_NEEDED = (TEXT, PLACE, MARK)


def read_csv_export(text: str, source: str) -> ReturnedTable | None:
    """Return what comes back in a CSV list, None if it is not one of our exports.

    Args:
        text: The content of the file.
        source: Its name, for messages.
    """
    plain = text.removeprefix("\ufeff")
    first = plain.split("\n", 1)[0]
    if not all(name in first for name in _NEEDED):
        return None
    mark = max(",;\t", key=first.count)
    rows = list(csv.reader(io.StringIO(plain, newline=""), delimiter=mark))
    heads = [head.strip() for head in rows[0]] if rows else []
    if not all(name in heads for name in _NEEDED):
        return None
    return _table([dict(zip(heads, row, strict=False)) for row in rows[1:]], source)


def _table(rows: Sequence[Mapping[str, str]], source: str) -> ReturnedTable:
    cells: list[ReturnedCell] = []
    notes: list[str] = []
    known: dict[tuple[str, str], Address] = {}  # by family and level
    seen: set[str] = set()
    about: dict[str, str] = {}
    for number, row in enumerate(rows, 2):
        text = without_controls(unguarded(row.get(TEXT, ""))).strip()
        place, where = unguarded(row.get(PLACE, "")).strip(), f"{source}, row {number}"
        about = about or {"name": row.get(LADDER, ""), "version": row.get(VERSION, "")}
        if place and place not in seen:
            seen.add(place)
            address, path = Address(place).owner, Address(place).field
            known.setdefault(_heads(row), address)
            mark = read_mark(row.get(MARK, "").strip())
            cells.append(ReturnedCell(address, path, text, mark, where))
        elif text:
            added = _added(row, known, text, where)
            cells += [added] if added else []
            notes += [] if added else [f"{where}: “{text}” has no place that is known."]
    found = tuple(dict.fromkeys(cell.address for cell in cells))
    return ReturnedTable(about, tuple(cells), notes=tuple(notes), entities=found)


def _heads(row: Mapping[str, str]) -> tuple[str, str]:
    family, level = (row.get(name, "").strip().casefold() for name in (FAMILY, LEVEL))
    return family, level


def _added(
    row: Mapping[str, str], known: Mapping[tuple[str, str], Address], text: str, where: str
) -> ReturnedCell | None:
    """Return the cell of a row that somebody added, by its words; None if they say no place."""
    address = known.get(_heads(row))
    if address is None or address.entity_class is not Profile:
        return None
    title = row.get(SECTION, "").strip().casefold()
    specs = field_specs(address.entity_class).values()
    spec = next((one for one in specs if one.title.casefold() == title), None)
    if spec is None:
        return None
    path, entry = FieldPath(spec.name), row.get(ENTRY, "").strip()
    if spec.shape == "skills":
        return ReturnedCell(address, path.entry(entry), text, NO_MARK, where) if entry else None
    is_list = spec.shape in ("statements", "lines")
    return ReturnedCell(address, path.at(NEW) if is_list else path, text, NO_MARK, where)
