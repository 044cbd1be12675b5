"""The sheets with levels across and fields down: one of the levels, one for each family."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from laddereditor.edits.parts.listing import SINGLE, PartLister, carried_fields
from laddereditor.edits.parts.part import plain_cell
from laddereditor.model.address import Address, FieldPath, listed_at
from laddereditor.model.base import Entity
from laddereditor.model.family import Family, Profile
from laddereditor.model.fields import FieldSpec
from laddereditor.model.kinds import KINDS, by_id, entity_name, label_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.model.resolve import key_order, resolved
from laddereditor.reports.export_scope import goes_out
from laddereditor.reports.exporter import ExportSource
from laddereditor.reports.workbook.choices import choices_for
from laddereditor.reports.workbook.filled import MatrixEntity, cells_of
from laddereditor.reports.workbook.sheet_plan import (
    NO_CELL,
    Choices,
    PlannedCell,
    PlannedColumn,
    PlannedRow,
    SheetPlan,
)

_HEADS = (("Section", 22), ("Entry", 24))
_COLUMN = 44  # characters; a statement then has two or three lines
_MOST_WORDS = 800  # of a comment
_Cells = dict[FieldPath, dict[int, PlannedCell]]


def level_sheet(source: ExportSource, lister: PartLister, choices: Choices) -> SheetPlan:
    """Return the sheet of the levels, each a column."""
    found = [
        MatrixEntity(address, level)
        for address, level in listed_at(Address("levels"), source.ladder.levels)
    ]
    columns = tuple(_column(one.address, label_of(one.entity)) for one in found)
    rows = tuple(_MatrixRows(source, None, lister, choices).of(found, Level))
    return SheetPlan(KINDS["level"].plural, Address("levels"), _HEADS, columns, rows)


def family_sheet(
    source: ExportSource,
    chosen: tuple[Family, Sequence[Profile]],
    lister: PartLister,
    choices: Choices,
) -> SheetPlan:
    """Return the sheet of a family, with a column for each of its profiles that was chosen.

    Args:
        source: The ladder that goes out.
        chosen: The family with these profiles.
        lister: Lists the texts of the ladder's entities.
        choices: The lists that cells are chosen from.
    """
    ladder, (family, profiles) = source.ladder, chosen
    address = _address_of(ladder, family)
    wanted = {id(one) for one in profiles}
    found = [
        MatrixEntity(at, profile, resolved(ladder, family, profile))
        for at, profile in listed_at(address, family.profiles)
        if id(profile) in wanted
    ]
    order = {level.id: place for place, level in enumerate(ladder.levels)}
    found.sort(key=lambda one: order.get(one.address.key, len(order)))
    levels = by_id(ladder, "level")
    columns = tuple(
        _column(one.address, _level_words(levels.get(one.address.key), one)) for one in found
    )
    rows = tuple(_MatrixRows(source, family, lister, choices).of(found, Profile))
    return SheetPlan(label_of(family), address, _HEADS, columns, rows)


def _address_of(ladder: Ladder, family: Family) -> Address:
    listed = listed_at(Address("families"), ladder.families)
    return next(address for address, one in listed if one is family)


def _level_words(level: object, one: MatrixEntity) -> str:
    return label_of(level) if isinstance(level, Level) else one.address.key


def _column(address: Address, head: str) -> PlannedColumn:
    return PlannedColumn(str(address), head, _COLUMN)


class _MatrixRows:
    """Makes the rows of one sheet."""

    def __init__(
        self, source: ExportSource, family: Family | None, lister: PartLister, choices: Choices
    ) -> None:
        self._ladder, self._scope, self._family = source.ladder, source.scope, family
        self._lister, self._choices = lister, choices
        self._known: dict[str, Mapping[str, Entity]] = {}

    def _keys(self, spec: FieldSpec) -> Mapping[str, Entity]:
        """Return what the keys of a field may be about, by id, in the ladder's order."""
        if spec.name not in self._known:
            self._known[spec.name] = (
                key_order(self._ladder, self._family, spec)
                if spec.is_keyed
                else by_id(self._ladder, "skill")
            )
        return self._known[spec.name]

    def of(
        self, found: Sequence[MatrixEntity], holder: type[Level] | type[Profile]
    ) -> Iterator[PlannedRow]:
        """Yield the rows of all fields of the entities in the columns."""
        for spec in carried_fields(holder):
            is_key = spec.required and holder is Profile
            if not is_key and goes_out(self._scope, spec):
                yield from self._of_field(spec, found)

    def _of_field(self, spec: FieldSpec, found: Sequence[MatrixEntity]) -> Iterator[PlannedRow]:
        cells: _Cells = {}
        for number, one in enumerate(found):
            for part, cell in cells_of(self._lister, one, spec):
                cells.setdefault(part.path, {})[number] = cell
        words = choices_for(self._choices, self._lister.names, spec)
        for first, path in enumerate(self._paths(spec, cells)):
            row = cells.get(path, {})
            entry, remark = self._entry(spec, path)
            yield PlannedRow(
                str(path),
                (spec.title, entry),
                tuple(row.get(number, NO_CELL) for number in range(len(found))),
                words,
                remark,
                first == 0,
            )

    def _paths(self, spec: FieldSpec, cells: _Cells) -> list[FieldPath]:
        """Return the paths of a field's rows in their order; one to fill in if it has none."""
        name = FieldPath(spec.name)
        if spec.shape in SINGLE:
            return [name]
        if spec.is_keyed:
            return self._keyed_paths(spec, cells)
        if spec.shape == "skills":
            order = self._keys(spec)
            rank = {key: place for place, key in enumerate(order)}
            return sorted(cells, key=lambda path: rank.get(path.key, len(rank)))
        if spec.readers == "pay" or spec.shape in ("pay", "ranges"):
            return _in_order(cells)
        return _in_order(cells) or [name.at("0")]

    def _keyed_paths(self, spec: FieldSpec, cells: _Cells) -> list[FieldPath]:
        name, ends = FieldPath(spec.name), "" if spec.shape == "texts" else "0"
        by_key: dict[str, list[FieldPath]] = {key: [] for key in self._keys(spec)}
        for path in cells:
            by_key.setdefault(path.key, []).append(path)
        found: list[FieldPath] = []
        for key, paths in by_key.items():
            found += _in_order(paths) or [name.entry(key).at(ends) if ends else name.entry(key)]
        return found

    def _entry(self, spec: FieldSpec, path: FieldPath) -> tuple[str, str]:
        """Return the words of a row behind its section, and a remark that explains them."""
        if spec.is_keyed:
            known = self._keys(spec).get(path.key)
            return (entity_name(known) or path.key), _explained(known)
        if spec.shape == "skills":
            skill = self._keys(spec).get(path.key)
            return self._lister.names.name("skill", path.key), _explained(skill)
        if path.rest and not path.last.isdigit():
            return path.last.capitalize(), ""
        return "", ""


def _explained(entity: object) -> str:
    return plain_cell(str(getattr(entity, "description", "")))[:_MOST_WORDS]


def _in_order(paths: Iterable[FieldPath]) -> list[FieldPath]:
    """Return the paths of items, those of one list in their order."""
    known = list(paths)
    first: dict[str, int] = {}
    for place, path in enumerate(known):
        first.setdefault(path.above if path.last.isdigit() else path, place)
    return sorted(
        known,
        key=lambda path: (
            (first[path.above], int(path.last)) if path.last.isdigit() else (first[path], 0)
        ),
    )
