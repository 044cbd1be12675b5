"""All equivalents of a ladder: its levels and families down, other schemes across."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from laddereditor.compare.sheet.table import Cell
from laddereditor.edits.cells.pasting import BlockCell, BlockRow, RowColumn
from laddereditor.edits.places.cell_place import CellPlace
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.equivalent import Equivalent, Equivalents
from laddereditor.model.equivalents import schemes_of, with_equivalents
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.model.kinds import KINDS, by_id, label_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level

FIELD = FieldPath("equivalents")
# The note is shown with the code, and the scheme is above.
_PARTS = tuple(
    spec for spec in field_specs(Equivalent).values() if spec.name not in ("scheme", "note")
)
_GAP = "No equivalent"


@dataclass(frozen=True, slots=True)
class EquivalentColumn:
    """One field of the equivalents in one scheme."""

    scheme: str
    part: FieldSpec

    @property
    def is_first(self) -> bool:
        """Whether it is the first column of its scheme."""
        return self.part is _PARTS[0]

    @property
    def words(self) -> str:
        """The column in one line: `Radford: Code`."""
        return f"{self.scheme}: {self.part.title}"


@dataclass(frozen=True, slots=True)
class EquivalentRow:
    """A level or a family with its cells; a second row has its second equivalents."""

    address: Address
    group: str  # "Levels: Professional", "Families"
    name: str
    number: int  # 0 for the first row of the entity
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class EquivalentTable:
    """The table of a whole ladder."""

    columns: tuple[EquivalentColumn, ...] = ()
    rows: tuple[EquivalentRow, ...] = ()
    ladder: Ladder | None = None

    @property
    def schemes(self) -> tuple[str, ...]:
        """The schemes, as they are first written."""
        return tuple(dict.fromkeys(column.scheme for column in self.columns))

    @cached_property
    def gaps(self) -> Sequence[RowColumn]:
        """The row and the column of each gap: others of the group have something in the scheme."""
        return [
            (row, column)
            for row, one in enumerate(self.rows)
            for column, cell in enumerate(one.cells)
            if cell.state == "gap"
        ]


def equivalent_table(ladder: Ladder, more: Sequence[str] = ()) -> EquivalentTable:
    """Return the equivalents of a ladder; without any, a table without columns.

    Args:
        ladder: The ladder.
        more: Schemes that get columns although the ladder has no equivalent in them.
    """
    known = schemes_of(ladder)
    by_key = {name.casefold(): name for name in (*more, *known)}
    schemes = list(dict.fromkeys(by_key[name.casefold()] for name in (*known, *more)))
    columns = tuple(EquivalentColumn(name, part) for name in schemes for part in _PARTS)
    if not columns:
        return EquivalentTable(ladder=ladder)
    entries = _in_groups(ladder)
    used = {(each.group, one.scheme.strip().casefold()) for each in entries for one in each.found}
    rows = [row for entry in entries for row in _rows(entry, schemes, used)]
    return EquivalentTable(columns, tuple(rows), ladder)


class _HeldEquivalents(NamedTuple):
    """A level or a family with what it has."""

    address: Address
    name: str
    group: str
    found: Equivalents


def _in_groups(ladder: Ladder) -> list[_HeldEquivalents]:
    """Return levels by track, then families, with what they have."""
    tracks = by_id(ladder, "track")
    entries: list[_HeldEquivalents] = []
    for address, found in with_equivalents(ladder):
        entity = address.entity(ladder)
        group = KINDS["family"].plural
        if isinstance(entity, Level):
            track = tracks.get(entity.track)
            group = ": ".join((KINDS["level"].plural, label_of(track) if track else "—"))
        entries.append(_HeldEquivalents(address, label_of(entity), group, found))
    order = list(dict.fromkeys(entry.group for entry in entries))
    last = KINDS["family"].plural
    return sorted(entries, key=lambda entry: (entry.group == last, order.index(entry.group)))


def _rows(
    entry: _HeldEquivalents, schemes: Sequence[str], used: set[tuple[str, str]]
) -> Iterator[EquivalentRow]:
    by_scheme = [
        [(n, one) for n, one in enumerate(entry.found) if _is_in(one, scheme)] for scheme in schemes
    ]
    for number in range(max(1, *map(len, by_scheme))):
        cells: list[Cell] = []
        for scheme, held in zip(schemes, by_scheme, strict=True):
            is_gap = not held and (entry.group, scheme.casefold()) in used
            at = held[number] if number < len(held) else None
            cells += _cells(entry.address, scheme, number, at, is_gap=is_gap)
        yield EquivalentRow(entry.address, entry.group, entry.name, number, tuple(cells))


def _is_in(one: Equivalent, scheme: str) -> bool:
    return one.scheme.strip().casefold() == scheme.casefold()


def _cells(
    address: Address,
    scheme: str,
    number: int,
    held: tuple[int, Equivalent] | None,
    *,
    is_gap: bool,
) -> Iterator[Cell]:
    for part in _PARTS:
        is_first = part is _PARTS[0]
        position, one = held or (number, None)
        place = CellPlace(address, FIELD.name, scheme, position, insert=one is None, part=part.name)
        if one is None:
            gap = is_gap and is_first
            yield Cell("", "gap" if gap else "empty", place, FIELD, note=_GAP if gap else "")
            continue
        value = str(getattr(one, part.name))
        text = part.choice_words(value) if part.choices and value else value
        note = one.note if is_first else ""
        yield Cell(text, "own" if text else "empty", place, FIELD.at(str(position)), note=note)


def block_row(table: EquivalentTable, number: int) -> BlockRow:
    """Return a row as cells that can be copied and pasted over.

    Args:
        table: The table.
        number: The index of the row, from 0.
    """
    row = table.rows[number]
    return BlockRow(row.name, tuple(BlockCell(cell.text, cell.place) for cell in row.cells))
