"""The sheets with a row for each entity: tracks, factors, proficiencies, competencies, skills."""

from collections.abc import Iterator, Sequence
from functools import partial

from laddereditor.edits.parts.listing import SINGLE, PartLister, carried_fields
from laddereditor.edits.parts.part import plain_cell
from laddereditor.model.address import Address, FieldPath, listed_at
from laddereditor.model.base import Entity
from laddereditor.model.fields import FieldSpec
from laddereditor.model.kinds import KINDS, Kind
from laddereditor.reports.export_scope import goes_out
from laddereditor.reports.exporter import ExportSource
from laddereditor.reports.workbook.choices import choices_for
from laddereditor.reports.workbook.sheet_plan import (
    Choices,
    PlannedCell,
    PlannedColumn,
    PlannedRow,
    SheetPlan,
)

_LISTED = ("family", "skill", "competency", "factor", "proficiency", "track")
_WIDTHS = {"id": 22, "text": 60, "line": 26, "choice": 14, "reference": 20, "flag": 10}
_WIDE = 40


def list_sheets(source: ExportSource, lister: PartLister, choices: Choices) -> Iterator[SheetPlan]:
    """Yield the sheets of the entities that the ladder lists, without those of empty lists."""
    for name in _LISTED:
        kind = KINDS[name]
        found = list(_entities(source, kind))
        if found:
            yield _sheet(source, kind, found, lister, choices)


def _entities(source: ExportSource, kind: Kind) -> Iterator[tuple[Address, Entity]]:
    ladder = source.ladder
    for address, one in listed_at(Address(kind.collection), getattr(ladder, kind.collection)):
        if address not in source.needed:
            yield address, one
    if kind.name == "competency":
        for family, one in listed_at(Address("families"), ladder.families):
            yield from listed_at(family.at(kind.collection), one.competencies)


def _sheet(
    source: ExportSource,
    kind: Kind,
    found: Sequence[tuple[Address, Entity]],
    lister: PartLister,
    choices: Choices,
) -> SheetPlan:
    columns = tuple(
        column
        for spec in carried_fields(kind.entity)
        if goes_out(source.scope, spec)
        for column in _columns(spec, found, lister, choices)
    )
    keys = [column.key for column in columns]
    rows = tuple(map(partial(_row, keys=keys, lister=lister), found))
    return SheetPlan(kind.plural, Address(kind.collection), (), columns, rows)


def _row(found: tuple[Address, Entity], keys: Sequence[str], lister: PartLister) -> PlannedRow:
    address, entity = found
    texts: dict[str, list[str]] = {}
    for part in lister.of_entity(address, entity):
        texts.setdefault(str(part.list_path), []).append(part.text)
    cells = tuple(PlannedCell(plain_cell("\n".join(texts.get(key, ())))) for key in keys)
    return PlannedRow(str(address), (), cells)


def _columns(
    spec: FieldSpec,
    found: Sequence[tuple[Address, Entity]],
    lister: PartLister,
    choices: Choices,
) -> Iterator[PlannedColumn]:
    """Yield the columns of a field: one, or one for each key of a mapping."""
    words = choices_for(choices, lister.names, spec) if spec.shape in SINGLE else ""
    for path, head in _paths(spec, found, lister):
        width = _WIDTHS.get(spec.shape, _WIDE)
        yield PlannedColumn(str(path), head, width, spec.help, words)


def _paths(
    spec: FieldSpec, found: Sequence[tuple[Address, Entity]], lister: PartLister
) -> Iterator[tuple[FieldPath, str]]:
    name = FieldPath(spec.name)
    if not spec.is_keyed:
        if spec.name == "id" or _is_used(spec, found):
            yield name, spec.title
        return
    names = lister.names.of(spec.refers_to)
    used = {key for _, entity in found for key in getattr(entity, spec.name)}
    for key in (*names, *(used - set(names))):
        if used:
            yield name.entry(key), f"{spec.title}: {names.get(key, key)}"


def _is_used(spec: FieldSpec, found: Sequence[tuple[Address, Entity]]) -> bool:
    """Whether a column is worth its room: of fields that nobody filled in, only the common ones."""
    return spec.shape in SINGLE or any(getattr(entity, spec.name) for _, entity in found)
