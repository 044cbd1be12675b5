"""A ladder made of an exported table alone."""

from collections.abc import Iterable, Mapping
from typing import Any

from laddereditor.edits.parts.names import PartNames
from laddereditor.edits.parts.reading import PartReader
from laddereditor.edits.parts.returned import ReturnedCell, ReturnedTable
from laddereditor.model.address import Address
from laddereditor.model.kinds import KINDS, naming_field
from laddereditor.model.ladder import FORMAT_VERSION, Ladder


def rebuilt(table: ReturnedTable) -> Ladder:
    """Return the ladder that a table holds: all that it says itself, nothing that it inherits.

    Raises:
        ValueError: A text means nothing in its field (also pydantic's ValidationError).
    """
    cells: dict[Address, list[ReturnedCell]] = {address: [] for address in table.entities}
    for cell in table.cells:
        if cell.text and (cell.is_edited or not cell.exported.inherited):
            cells.setdefault(cell.address, []).append(cell)
    reader = PartReader(PartNames(_with_names(table, cells)))
    return _ladder(table, {address: _values(reader, address, cells) for address in cells})


def _values(
    reader: PartReader, address: Address, cells: Mapping[Address, list[ReturnedCell]]
) -> dict[str, Any]:
    ordered = sorted(cells[address], key=lambda cell: cell.exported.position)
    parts = [(cell.path, cell.text) for cell in ordered]
    values: dict[str, Any] = reader.values(address.entity_class, parts)
    return values


def _with_names(table: ReturnedTable, cells: Mapping[Address, Iterable[ReturnedCell]]) -> Ladder:
    """Return a ladder with ids and names alone, which references are looked up in."""
    raw: dict[Address, dict[str, Any]] = {}
    for address, found in cells.items():
        name = naming_field(address.entity_class)
        raw[address] = {c.path.name: c.text for c in found if name and c.path == name}
    return _ladder(table, raw)


def _ladder(table: ReturnedTable, raw: Mapping[Address, dict[str, Any]]) -> Ladder:
    about = table.about
    ladder: dict[str, Any] = {
        "laddereditor": FORMAT_VERSION,
        "id": about.get("ladder", ""),
        "name": about.get("name", ""),
        "version": about.get("version", ""),
    }
    families: dict[Address, dict[str, Any]] = {}
    for address, values in raw.items():
        kind = address.kind
        if kind is None:
            continue
        entry = {kind.key: address.key, **values}
        if kind is KINDS["family"]:
            families.setdefault(address, {}).update(entry)
        elif address.parent:
            family = families.setdefault(address.parent, {"id": address.parent.key})
            family.setdefault(kind.collection, []).append(entry)
        else:
            ladder.setdefault(kind.collection, []).append(entry)
    return Ladder.model_validate({**ladder, "families": list(families.values())})
