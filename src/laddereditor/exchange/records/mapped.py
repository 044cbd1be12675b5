"""What records are taken for as a sheet is: the roles of its columns, and where each cell goes.

The columns are patterns of keys. So a person corrects YAML and JSON by the same roles, on the same
page and with the same file of pins as a table.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import blake2b

from laddereditor.exchange.records.building import LEFT_OUT, BuiltRecords, built
from laddereditor.exchange.records.decisions import (
    PATTERN_ROLES,
    ROW_ROLES,
    VALUE_ROLES,
    RecordDecisions,
    decisions_of,
    without,
)
from laddereditor.exchange.records.layout import EXAMPLES, RecordColumn
from laddereditor.exchange.records.reading import ReadRecords
from laddereditor.exchange.records.record import ReadRecord
from laddereditor.exchange.records.roles import PatternRole, key_role, pattern_roles
from laddereditor.exchange.tables.building.result import AppliedMapping, CellAccount
from laddereditor.exchange.tables.facts.fact import CellPosition
from laddereditor.exchange.tables.grid import Span
from laddereditor.exchange.tables.mapping import GridMapping, LineRole, Pin, RankedReading
from laddereditor.exchange.tables.mapping import Mapping as SheetMapping
from laddereditor.exchange.tables.roles import ROLES

UNKNOWN = "it is under no known key"
_SAID = "you said so"
_NO_ADDRESS = ("name", EXAMPLES)  # of values that name entries, or go with a text


@dataclass(frozen=True)
class MappedRecords:
    """Records with the ladder of them.

    Attributes:
        read: The records.
        decided: What a person decided.
        roles: What the records of each pattern are.
        built: The ladder, with the account of each value.
        pins: The pins of the person.
    """

    read: ReadRecords
    decided: RecordDecisions
    roles: Mapping[str, PatternRole]
    built: BuiltRecords
    pins: tuple[Pin, ...]
    kept: frozenset[str]  # the paths of the records that are not left out

    @property
    def has_ladder(self) -> bool:
        """Whether any statement has a level."""
        values = self.built.values
        return any(one.names != ("", "", "") or "proficiencies" in one.address for one in values)

    @cached_property
    def applied(self) -> AppliedMapping:
        """The ladder with the account of every cell."""
        return AppliedMapping(self.built.ladder, self.cells, self.read.notes)

    # -- cells --------------------------------------------------------------------------------

    @cached_property
    def cells(self) -> tuple[CellAccount, ...]:
        """The accounts of all cells, in the order of the file."""
        found: dict[tuple[int, int], CellAccount] = {}
        for one in (*self._names(), *self._values()):
            at = (one.position.row, one.position.column)
            if at not in found or (found[at].outcome != "taken" and one.outcome == "taken"):
                found[at] = one
        for one in self._others(found):
            found[one.position.row, one.position.column] = one
        return tuple(found[at] for at in sorted(found))

    def name_column(self, path: str) -> int:
        """Return the column that has the name of a record."""
        return self._name_columns[path]

    @cached_property
    def _name_columns(self) -> dict[str, int]:
        patterns = dict(_patterns(self.read.root))
        at = {column: number for number, column in enumerate(self.read.layout.columns)}
        return {path: at[RecordColumn(pattern, "")] for path, pattern in patterns.items()}

    def _names(self) -> Iterator[CellAccount]:
        """Yield the accounts of what records are called."""
        layout = self.read.layout
        for path, row in layout.names.items():
            column = self.name_column(path)
            role = self.roles.get(layout.columns[column].pattern)
            text = layout.grid.rows[row][column].text
            position = CellPosition(0, row, column)
            if path not in self.kept:
                yield CellAccount(position, "left", text, reason=LEFT_OUT)
            elif role is None or role.role == "left":
                yield CellAccount(position, "left", text, reason=role.reason if role else LEFT_OUT)
            else:
                yield CellAccount(position, "taken", text, self.built.addresses.get(path, ""))

    def _values(self) -> Iterator[CellAccount]:
        for one in self.built.values:
            place = self.read.layout.places.get(one.path)
            if place is None:
                continue
            position = CellPosition(0, *place)
            address = "" if one.address in _NO_ADDRESS else one.address
            if one.address:
                yield CellAccount(position, "taken", one.text, address)
            elif one.reason:
                yield CellAccount(position, "left", one.text, reason=one.reason)
            else:
                yield CellAccount(position, "unknown", one.text, reason=UNKNOWN)

    def _others(self, found: Mapping[tuple[int, int], CellAccount]) -> Iterator[CellAccount]:
        """Yield the accounts of examples, which go with their text, and of what was left out."""
        layout = self.read.layout
        for path, (row, column) in layout.places.items():
            text = layout.grid.rows[row][column].text
            if (row, column) in found or not text:
                continue
            position, end = CellPosition(0, row, column), f"#{EXAMPLES}"
            with_text = found.get(layout.places.get(path.removesuffix(end), (-1, -1)))
            if path.endswith(end) and with_text is not None:
                yield replace(with_text, position=position, text=text)
            else:
                yield CellAccount(position, "left", text, reason=LEFT_OUT)

    # -- the mapping --------------------------------------------------------------------------

    @cached_property
    def mapping(self) -> SheetMapping:
        """What the columns are."""
        grid = self.read.layout.grid
        pinned = {pin.part for pin in self.pins if pin.part in ("take", "bottom")}
        taken = [one for one in self.roles.values() if one.role != "left"]
        words = ", ".join(f"“{one.pattern.strip('/') or 'the list'}” {one.role}" for one in taken)
        sheet = GridMapping(
            sheet=grid.name,
            taken=self.decided.taken,
            reason=(words or "no key of it is known") if self.decided.taken else LEFT_OUT,
            reading="records" if self.decided.taken else "none",
            readings=(RankedReading("records", 1.0, (words,) if words else ()),),
            edges=Span(0, 0, max(len(grid.rows) - 1, 0), max(grid.width - 1, 0)),
            heads=(),
            columns=tuple(self._columns()),
            rows=tuple(self._row(at) for at in range(len(grid.rows))),
            pinned=frozenset(pinned),
        )
        return SheetMapping(self.read.source, self._signature, (sheet,), pins=self.pins)

    @property
    def _signature(self) -> str:
        """What files of the same keys have in common."""
        heads = sorted(one.head for one in self.read.layout.columns)
        return blake2b("\n".join(heads).encode("utf-8", "replace"), digest_size=8).hexdigest()

    def _row(self, at: int) -> LineRole:
        is_left = at in self.decided.rows
        reason = _SAID if is_left else ""
        return LineRole("left" if is_left else "body", "", "", reason, is_left, ROW_ROLES)

    def _columns(self) -> Iterator[LineRole]:
        kinds: dict[int, Counter[tuple[str, str]]] = {}
        for one in self.cells:
            kinds.setdefault(one.position.column, Counter())[_kind(one)] += 1
        for at, column in enumerate(self.read.layout.columns):
            if not column.key:
                yield self._records_role(column)
                continue
            role, reason = kinds[at].most_common(1)[0][0] if at in kinds else ("left", "")
            if decided := self.decided.values.get(column):
                yield LineRole(decided, column.head, "", _SAID, True, VALUE_ROLES)
                continue
            if role == "name":
                role = _named_by(column.key.rpartition("/")[2])
            yield LineRole(role, column.head, "", reason, False, VALUE_ROLES)

    def _records_role(self, column: RecordColumn) -> LineRole:
        known = self.roles.get(column.pattern)
        role = known.role if known else self.decided.patterns.get(column.pattern, "left")
        is_pinned = column.pattern in self.decided.patterns
        reason = known.reason if known else ""
        return LineRole(role, column.head, "", reason, is_pinned, PATTERN_ROLES)


def _named_by(key: str) -> str:
    """Return the role of values that name or number what they are in, or go with a text."""
    if key == EXAMPLES:
        return "statement"
    role = ROLES.get(key_role(key))
    return role.name if role and role.use == "name" else "id"


def mapped_records(read: ReadRecords, pins: Sequence[Pin] = ()) -> MappedRecords:
    """Return records with everything worked out around what a person decided.

    Args:
        read: The records.
        pins: What the person decided.
    """
    decided = decisions_of(pins, read.layout)
    root = without(read.root, decided.left) if decided.taken else ReadRecord("", "")
    roles = pattern_roles(root, decided.patterns)
    found = built(root, roles, read.name, decided.values)
    kept = frozenset(path for path, _ in _patterns(root))
    return MappedRecords(read, decided, roles, found, tuple(pins), kept)


def _patterns(record: ReadRecord) -> Iterator[tuple[str, str]]:
    """Yield the path of every record in a record, with its pattern."""
    for collection in record.collections:
        for one in collection.records:
            yield one.path, collection.pattern
            yield from _patterns(one)


def _kind(one: CellAccount) -> tuple[str, str]:
    """Return the role that a cell stands for, and why it is left out."""
    if one.outcome == "unknown":
        return "unknown", one.reason
    if one.outcome == "left":
        return "left", one.reason
    inside = one.address.split("/")
    if "expectations" in inside or "proficiencies" in inside:
        return "statement", ""
    last = inside[-1]
    if last == "summary" and len(inside) == 3 and inside[0] == "families":
        return "family-summary", ""
    return (last, "") if last in ROLES else ("name", "")
