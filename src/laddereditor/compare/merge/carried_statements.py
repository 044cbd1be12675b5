"""Merge a statement that one side moved to another list while the other side reworded it.

In the old list the statement was removed on one side and changed on the other. If it was added to
another list on the first side, it is merged there.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from laddereditor.align.matching import match
from laddereditor.compare.diff.changes.change import Conflict
from laddereditor.compare.merge.common_ids import MergeSides
from laddereditor.compare.merge.merge_context import CLASH, MergeContext, ThreeWayValue
from laddereditor.compare.merge.merge_values import joined, proposed
from laddereditor.edits.lists import insert_items, remove_items
from laddereditor.model.address import Address, FieldPath, NoSuchPlace, walk
from laddereditor.model.fields import field_specs
from laddereditor.model.ladder import Ladder
from laddereditor.model.statement import ExampledStatement, statement_text


@dataclass(frozen=True, slots=True)
class NewStatement:
    """A statement that one side added to a list."""

    address: Address
    field: FieldPath
    statement: Any


@dataclass(frozen=True, slots=True)
class CarriedStatement:
    """A statement that moved to another list, and the conflict in its old list."""

    conflict: Conflict
    place: NewStatement

    @property
    def forms(self) -> ThreeWayValue:
        """The three forms of the statement; for the side that moved it, the one in its new list."""
        base, ours, theirs = self.conflict.base, self.conflict.ours, self.conflict.theirs
        if ours is None:
            return ThreeWayValue(base, self.place.statement, theirs)
        return ThreeWayValue(base, ours, self.place.statement)


def carried(sides: MergeSides, conflicts: Sequence[Conflict]) -> tuple[CarriedStatement, ...]:
    """Return the conflicting statements that moved on one side, each with its new place.

    A statement that was added to several lists was copied and is not included.
    """
    asked = [conflict for conflict in conflicts if _is_half(conflict)]
    mine = [conflict for conflict in asked if conflict.ours is None]
    other = [conflict for conflict in asked if conflict.theirs is None]
    return (*_moved(sides.base, sides.ours, mine), *_moved(sides.base, sides.theirs, other))


def _is_half(conflict: Conflict) -> bool:
    """Whether a statement was removed on one side and reworded on the other."""
    there = [value for value in (conflict.ours, conflict.theirs) if value is not None]
    return len(there) == 1 and all(map(_is_statement, (conflict.base, *there)))


def _is_statement(value: Any) -> bool:
    return isinstance(value, str | ExampledStatement)


def _moved(base: Ladder, side: Ladder, asked: Sequence[Conflict]) -> Iterator[CarriedStatement]:
    added = list(_added(base, side)) if asked else []
    before = [statement_text(conflict.base) for conflict in asked]
    after = [statement_text(place.statement) for place in added]
    copies = Counter(after)
    for pair in match(before, after):
        if copies[before[pair.before]] < 2:
            yield CarriedStatement(asked[pair.before], added[pair.after])


def _added(base: Ladder, side: Ladder) -> Iterator[NewStatement]:
    """Yield the statements that a side added to a list that had nothing similar."""
    for address, field, statements in _lists(side):
        before = _items_at(base, address, field)
        if not statements or before is statements or before == statements:
            continue
        pairs = match(list(map(statement_text, before)), list(map(statement_text, statements)))
        known = {pair.after for pair in pairs}
        for place, statement in enumerate(statements):
            if place not in known:
                yield NewStatement(address, field, statement)


def _lists(ladder: Ladder) -> Iterator[tuple[Address, FieldPath, Sequence[Any]]]:
    for address, entity in walk(ladder):
        for name, spec in field_specs(type(entity)).items():
            if spec.shape == "statements":
                yield address, FieldPath(name), getattr(entity, name)
            elif spec.shape == "expectations":
                for key, statements in getattr(entity, name).items():
                    yield address, FieldPath(name).entry(key), statements


def _items_at(ladder: Ladder, address: Address, field: FieldPath) -> Sequence[Any]:
    try:
        items = address.at(field).value(ladder)
    except NoSuchPlace:
        return ()
    return items if isinstance(items, tuple) else ()


def position(ladder: Ladder, one: CarriedStatement) -> int | None:
    """Return the index of a moved statement in its new list, or None."""
    items = _items_at(ladder, one.place.address, one.place.field)
    return items.index(one.place.statement) if one.place.statement in items else None


def with_carried(
    ladder: Ladder,
    conflicts: Sequence[Conflict],
    found: Sequence[CarriedStatement],
    context: MergeContext,
) -> tuple[Ladder, tuple[Conflict, ...]]:
    """Return the ladder and the conflicts with moved statements merged in their new places.

    What cannot be joined is a conflict there, unless it was decided.

    Args:
        ladder: The merged ladder so far.
        conflicts: Its conflicts so far.
        found: The statements that one side moved to another list.
        context: The merge.

    Raises:
        EditRefused: A merged statement cannot be put into its list.
    """
    for one in found:
        at = position(ladder, one)
        if at is None:
            continue
        value = joined(one.forms, "statements", words=context.join_words)
        path = one.place.field.at(str(at))
        proposal = proposed(one.forms, "statements")
        asked = Conflict(one.place.address, path, *one.forms, proposal, one.conflict.key)
        if value is CLASH:
            is_open = asked.key not in context.decisions
            value = one.forms.ours if is_open else context.decisions[asked.key]
        else:
            is_open = False
        ladder, more = _put(ladder, one.place, at, value)
        conflicts = [_shifted(conflict, one.place, at, more) for conflict in conflicts]
        conflicts += [asked] if is_open else []
    return ladder, tuple(conflicts)


def _put(ladder: Ladder, place: NewStatement, at: int, value: Any) -> tuple[Ladder, int]:
    """Replace an item by one or several values; return how many items were added."""
    if value == place.statement:
        return ladder, 0
    values = value if isinstance(value, tuple) else () if value is None else (value,)
    where = (place.address, place.field)
    if values:
        ladder = insert_items(ladder, *where, at, values).change(ladder)
    ladder = remove_items(ladder, *where, [at + len(values)]).change(ladder)
    return ladder, len(values) - 1


def _shifted(conflict: Conflict, place: NewStatement, at: int, more: int) -> Conflict:
    number = conflict.field.number
    same = conflict.address == place.address and conflict.field.list_path == place.field
    if not more or not same or number is None or number <= at:
        return conflict
    return replace(conflict, field=place.field.at(str(number + more)))
