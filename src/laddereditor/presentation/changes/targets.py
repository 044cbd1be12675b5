"""Where a change is in the ladder in front, which may not have what it is about."""

from laddereditor.compare.diff.change import LadderChange
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.ladder import Ladder


def target_of(change: LadderChange, ladder: Ladder) -> tuple[Address, FieldPath]:
    """Return the address and the field to show for a change.

    An entry that the ladder does not have leads to the nearest one above it.
    """
    for address in (change.address, change.detail.was):
        if address.has_entry(ladder):
            return address, _field(change)
    return _nearest(change.address, ladder), FieldPath()


def _field(change: LadderChange) -> FieldPath:
    """Return the field; of an item that is gone, the list that it was in."""
    if change.detail.whole and change.kind != "renamed":
        return FieldPath()
    return change.field.list_path if change.kind == "removed" else change.field


def _nearest(address: Address, ladder: Ladder) -> Address:
    return next((one for one, _ in address.upwards() if one.has_entry(ladder)), Address())
