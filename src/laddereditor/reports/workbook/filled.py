"""The texts of a profile or level, with those that it inherits."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from laddereditor.edits.parts.listing import PartLister
from laddereditor.edits.parts.part import PlacedText, plain_cell
from laddereditor.model.address import Address
from laddereditor.model.base import Entity
from laddereditor.model.fields import FieldSpec
from laddereditor.model.inheritance import Sourced
from laddereditor.model.resolve import ResolvedProfile
from laddereditor.model.shapes import PLAIN_LISTS
from laddereditor.reports.workbook.sheet_plan import PlannedCell


@dataclass(frozen=True, slots=True)
class MatrixEntity:
    """A profile or a level in a column of a matrix."""

    address: Address
    entity: Entity
    filled: ResolvedProfile | None = None  # of a profile, with what it inherits


def cells_of(
    lister: PartLister, one: MatrixEntity, spec: FieldSpec
) -> Iterator[tuple[PlacedText, PlannedCell]]:
    """Yield the texts of a field, each with its cell.

    Args:
        lister: Lists the texts of the ladder's entities.
        one: The profile or level.
        spec: The field.
    """
    own = getattr(one.entity, spec.name)
    for number, part in enumerate(lister.of_field(one.address, spec, own)):
        position = number if spec.shape == "skills" else -1
        yield part, PlannedCell(plain_cell(part.text), position=position)
    for value, start in _inherited(one.filled, spec):
        for part in lister.of_field(one.address, spec, value):
            if not start or int(part.path.last) >= start:
                yield part, PlannedCell(plain_cell(part.text), inherited=True)


def _inherited(filled: ResolvedProfile | None, spec: FieldSpec) -> Iterator[tuple[Any, int]]:
    """Yield what a profile shows of others in a field, and at which item of its list it begins."""
    if filled is None:
        return
    if spec.is_keyed:
        entries: dict[str, Sourced[Any]] = filled.entries(spec.name)
        inherited = {key: one.value for key, one in entries.items() if one.is_inherited}
        if inherited:
            yield inherited, 0
    elif spec.shape == "skills":
        yield tuple(one.value for one in filled.items(spec.name) if one.is_inherited), 0
    elif spec.shape in PLAIN_LISTS:
        items = filled.items(spec.name)
        own = sum(1 for one in items if not one.is_inherited)
        if own < len(items):
            yield tuple(one.value for one in items), own
    elif (found := filled.value(spec.name)).is_inherited:
        yield found.value, 0
