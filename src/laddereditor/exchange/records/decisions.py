"""What the pins of a person mean for records: roles of patterns, roles of values, what is left."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import get_args

from laddereditor.exchange.records.layout import RecordColumn, RecordsLayout
from laddereditor.exchange.records.record import Collection, ReadRecord
from laddereditor.exchange.records.roles import PatternRoleName
from laddereditor.exchange.tables.mapping import Pin

PATTERN_ROLES: tuple[PatternRoleName, ...] = get_args(PatternRoleName)
VALUE_ROLES = ("statement", "expectation", "responsibilities", "qualifications", "left")
ROW_ROLES = ("body", "left")


@dataclass(frozen=True)
class RecordDecisions:
    """What a person decided.

    Attributes:
        patterns: The role of the records of a pattern.
        values: The role of the values of a column.
        left: The paths of records and texts that are left out with all that is in them.
        rows: The rows that are left out.
        taken: Whether anything is taken at all.
    """

    patterns: Mapping[str, PatternRoleName] = field(default_factory=dict)
    values: Mapping[RecordColumn, str] = field(default_factory=dict)
    left: frozenset[str] = frozenset()
    rows: frozenset[int] = frozenset()
    taken: bool = True


def decisions_of(pins: Sequence[Pin], layout: RecordsLayout) -> RecordDecisions:
    """Return what pins mean; those that fit no column, row or role are without effect.

    Args:
        pins: What a person decided. A column is a pattern; `sheet` may name the pattern itself.
        layout: The cells of the records.
    """
    known: dict[str, PatternRoleName] = {one: one for one in PATTERN_ROLES}
    patterns: dict[str, PatternRoleName] = {}
    values: dict[RecordColumn, str] = {}
    rows: set[int] = set()
    taken = True
    for pin in pins:
        if pin.part == "sheet" and pin.role in known:
            patterns[pin.sheet] = known[pin.role]
        elif pin.part == "column" and 0 <= pin.at < len(layout.columns):
            column = layout.columns[pin.at]
            if not column.key and pin.role in known:
                patterns[column.pattern] = known[pin.role]
            elif column.key and pin.role in VALUE_ROLES:
                values[column] = pin.role
        elif pin.part == "row" and pin.role == "left":
            rows.add(pin.at)
        elif pin.part == "bottom":
            rows.update(range(pin.at + 1, len(layout.grid.rows)))
        elif pin.part == "take":
            taken = pin.role != "no"
    left = frozenset(path for row in rows for path in layout.kept.get(row, ()))
    return RecordDecisions(patterns, values, left, frozenset(rows), taken)


def without(record: ReadRecord, left: frozenset[str]) -> ReadRecord:
    """Return a record without what is left out; the record itself is not changed.

    Args:
        record: The record.
        left: The paths of records and texts.
    """
    if not left:
        return record
    texts = {
        key: [one for one in found if one.path not in left] for key, found in record.texts.items()
    }
    collections = [
        Collection(
            one.key,
            one.pattern,
            [without(inner, left) for inner in one.records if inner.path not in left],
        )
        for one in record.collections
    ]
    return replace(
        record,
        texts={key: found for key, found in texts.items() if found},
        collections=[one for one in collections if one.records],
    )
