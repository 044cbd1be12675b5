"""Where a change is in the active ladder, which may lack what the change is about."""

from collections.abc import Sequence
from itertools import takewhile
from typing import Any

from laddereditor.compare.diff.changes.change import LadderChange
from laddereditor.model.address import Address, FieldPath, NoSuchPlace
from laddereditor.model.ladder import Ladder


def target_of(change: LadderChange, ladder: Ladder) -> tuple[Address, FieldPath]:
    """Return the address and the field to show for a change.

    If the ladder does not have the entry, this is the nearest one above it; if it does not have the
    item, this is the item's list. It is never another item.
    """
    for address in (change.address, change.detail.was):
        if address.has_entry(ladder):
            return address, _field(change, address, ladder)
    return _nearest(change.address, ladder), FieldPath()


def _field(change: LadderChange, address: Address, ladder: Ladder) -> FieldPath:
    if change.detail.is_structural and change.kind != "renamed":
        return FieldPath()
    if change.field.number is None:
        return change.field
    path = change.field.list_path
    items = _items(ladder, address.at(*path.parts))
    known = next((one for one in _contents(change) if one in items), None)
    if known is None:
        return path.first(len(list(takewhile(lambda part: not part.isdigit(), path.parts))))
    place = change.field.number
    stands_there = place < len(items) and items[place] == known
    return change.field if stands_there else path.at(str(items.index(known)))


def _contents(change: LadderChange) -> list[Any]:
    """Return what the item holds after the change, and before it: which it is while not taken."""
    both = (change.after, change.before)
    items = (one[0] if isinstance(one, tuple) and one else one for one in both)
    return [one for one in items if one is not None]


def _items(ladder: Ladder, address: Address) -> Sequence[Any]:
    try:
        value = address.value(ladder)
    except NoSuchPlace:
        return ()
    return value if isinstance(value, tuple) else ()


def _nearest(address: Address, ladder: Ladder) -> Address:
    return next((one for one, _ in address.upwards() if one.has_entry(ladder)), Address())
