"""Exports in JSON that come back: whole ladders, and packages of CASE."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from pydantic import ValidationError

from laddereditor.edits.parts.marks import read_mark
from laddereditor.edits.parts.returned import ReturnedCell, ReturnedTable
from laddereditor.edits.reading.controls import cleaned
from laddereditor.exchange.importer import ImportRefused
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder

_EXPORTED = "exported"  # the key that says what the file is an export of
_OURS = "laddereditor"


@dataclass(frozen=True)
class ReturnedLadder:
    """A whole ladder that comes back, with what was exported of it."""

    ladder: Ladder
    scope: Mapping[str, Any]  # by the names of `ExportScope`


def read_json_export(text: str, source: str) -> ReturnedLadder | ReturnedTable | None:
    """Return what comes back in a JSON file, None if it is not one of our exports.

    Args:
        text: The content of the file.
        source: Its name, for messages.

    Raises:
        ImportRefused: It is one, but what it holds is not a ladder any more.
    """
    if _OURS not in text or not text.lstrip("\ufeff \t\r\n").startswith("{"):
        return None
    try:
        raw = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        return None
    if not isinstance(raw, dict):
        return None
    raw = cleaned(raw)
    if _OURS in raw and isinstance(raw.get(_EXPORTED), dict):
        return _ladder(raw, source)
    if isinstance(raw.get("CFDocument"), dict) and isinstance(raw.get("CFItems"), list):
        return _package(raw, source)
    return None


def _ladder(raw: dict[str, Any], source: str) -> ReturnedLadder:
    scope = raw.pop(_EXPORTED)
    try:
        return ReturnedLadder(Ladder.model_validate(raw), scope)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = "/".join(map(str, first["loc"]))
        raise ImportRefused(f"{source}: {place}: {first['msg']}.") from error


def _package(raw: dict[str, Any], source: str) -> ReturnedTable | None:
    """Return the texts of a package; None if no item says which place it was."""
    cells: list[ReturnedCell] = []
    entities: dict[Address, None] = {}
    notes: list[str] = []
    for item in raw["CFItems"]:
        ours = _inner(item, "extensions", _OURS)
        text = str(item.get("fullStatement", "")) if isinstance(item, dict) else ""
        if not isinstance(ours.get("place"), str):
            if text:
                notes.append(f"{source}: “{text}” has no place in the ladder; it is left out.")
            continue
        place = Address(ours["place"])
        if "mark" not in ours:
            entities[place] = None
            continue
        entities[place.owner] = None
        is_use = isinstance(ours.get("text"), str)
        mark = replace(read_mark(str(ours["mark"])), position=len(cells) if is_use else -1)
        text = str(ours["text"]) if is_use else text
        cells.append(ReturnedCell(place.owner, place.field, text.strip(), mark, source))
    if not entities:
        return None
    document = raw["CFDocument"]
    about = {
        "ladder": str(_inner(document, "extensions", _OURS).get("ladder", "")),
        "name": str(document.get("title", "")),
        "version": str(document.get("version", "")),
    }
    return ReturnedTable(about, tuple(cells), notes=tuple(notes), entities=tuple(entities))


def _inner(value: Any, *keys: str) -> Mapping[str, Any]:
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value if isinstance(value, dict) else {}
