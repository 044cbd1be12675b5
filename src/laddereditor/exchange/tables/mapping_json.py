"""Write what a person decided about a workbook to a file, and read it again.

The file has the pins, which are read, and what the program made of the workbook with them, which is
there for people and is not read: a later version of the program may recognise more.
"""

import json
from collections.abc import Sequence
from typing import Any, get_args

from laddereditor.exchange.importer import ImportRefused
from laddereditor.exchange.tables.mapping import (
    READINGS,
    GridMapping,
    LineRole,
    Mapping,
    Pin,
    PinPart,
)
from laddereditor.exchange.tables.places import column_name, column_number
from laddereditor.exchange.tables.roles import ROLES

VERSION = 1
_KEY = "laddereditor-mapping"


def mapping_text(mapping: Mapping) -> str:
    """Return a mapping as the text of a file (JSON)."""
    content = {
        _KEY: VERSION,
        "shape": mapping.signature,
        "pins": [_pin_out(pin) for pin in mapping.pins],
        "recognised": {
            "sheets": [_sheet_out(one) for one in mapping.grids],
            "answers": {one.id: one.answer for one in mapping.doubts},
        },
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def pins_of_text(text: str, source: str) -> tuple[Pin, ...]:
    """Return the pins of a file.

    Args:
        text: Its text.
        source: Its name, for messages.

    Raises:
        ImportRefused: It is not such a file, or has something unknown in it.
    """
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ImportRefused(f"{source} is not a mapping: it is not JSON.") from error
    if not isinstance(content, dict) or content.get(_KEY) != VERSION:
        first = f"“{_KEY}: {VERSION}”"
        raise ImportRefused(f"{source} is not a mapping; its first key has to be {first}.")
    pins = content.get("pins", [])
    if not isinstance(pins, list):
        raise ImportRefused(f"{source}: “pins” has to be a list.")
    return tuple(_pin_in(one, f"{source}, pin {at}") for at, one in enumerate(pins, 1))


def shape_of_text(text: str) -> str:
    """Return the signature of the workbook that a mapping was made for, "" if it has none."""
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        return ""
    shape = content.get("shape", "") if isinstance(content, dict) else ""
    return shape if isinstance(shape, str) else ""


def _pin_out(pin: Pin) -> dict[str, Any]:
    found: dict[str, Any] = {"part": pin.part}
    if pin.part == "answer":
        return {**found, "doubt": pin.value, "answer": pin.role}
    found["sheet"] = pin.sheet
    if pin.part == "column":
        found["column"] = column_name(pin.at)
    elif pin.part in ("row", "bottom"):
        found["row"] = pin.at + 1
    if pin.part != "bottom":
        found["role"] = pin.role
    return {**found, "name": pin.value} if pin.value else found


def _pin_in(raw: Any, where: str) -> Pin:
    if not isinstance(raw, dict) or raw.get("part") not in get_args(PinPart):
        known = ", ".join(get_args(PinPart))
        raise ImportRefused(f"{where}: “part” has to be one of {known}.")
    part: PinPart = raw["part"]
    if part == "answer":
        return Pin(part, _text(raw, "answer", where), value=_text(raw, "doubt", where))
    role = "" if part == "bottom" else _text(raw, "role", where)
    known_roles = _known_roles(part)
    if part != "bottom" and role not in known_roles:
        raise ImportRefused(f"{where}: “{role}” is unknown; use one of {', '.join(known_roles)}.")
    name = raw.get("name", "")
    return Pin(part, role, _text(raw, "sheet", where), _place(raw, part, where), str(name))


def _known_roles(part: PinPart) -> tuple[str, ...]:
    if part == "take":
        return ("yes", "no")
    return tuple(READINGS) if part == "reading" else tuple(ROLES)


def _place(raw: dict[str, Any], part: PinPart, where: str) -> int:
    if part == "column":
        try:
            return column_number(_text(raw, "column", where))
        except ValueError as error:
            raise ImportRefused(f"{where}: {error}") from error
    if part in ("row", "bottom"):
        row = raw.get("row")
        if not isinstance(row, int) or isinstance(row, bool) or row < 1:
            raise ImportRefused(f"{where}: “row” has to be the number of a row, from 1.")
        return row - 1
    return -1


def _text(raw: dict[str, Any], key: str, where: str) -> str:
    value = raw.get(key)
    if not isinstance(value, str):
        raise ImportRefused(f"{where}: “{key}” is missing.")
    return value


def _sheet_out(one: GridMapping) -> dict[str, Any]:
    return {
        "sheet": one.sheet,
        "taken": one.taken,
        "reading": one.reading,
        "reason": one.reason,
        "name means": one.context.role,
        "table": f"rows {one.edges.top + 1} to {one.edges.bottom + 1}",
        "columns": {column_name(at): _line_out(line) for at, line in enumerate(one.columns)},
        "rows": _rows_out(one.rows),
    }


def _rows_out(rows: Sequence[LineRole]) -> dict[str, str]:
    return {str(at): _line_out(line) for at, line in enumerate(rows, 1) if line.role != "body"}


def _line_out(line: LineRole) -> str:
    return f"{line.role}: {line.value}" if line.value else line.role
