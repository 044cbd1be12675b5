"""Where a change is in the ladder in front, which may not have what it is about."""

from laddereditor.compare.diff.change import LadderChange
from laddereditor.model.address import NoSuchPlace, entity_at, parent, parts
from laddereditor.model.ladder import Ladder


def target_of(change: LadderChange, ladder: Ladder) -> tuple[str, str]:
    """Return the address and the field to show for a change.

    An entry that the ladder does not have leads to the nearest one above it.
    """
    for address in (change.address, change.detail.was):
        if address and _is_there(address, ladder):
            return address, _field(change)
    return _nearest(change.address, ladder), ""


def _field(change: LadderChange) -> str:
    """Return the field; of an item that is gone, the list that it was in."""
    *head, last = parts(change.field) or [""]
    gone = change.kind == "removed" and last.isdigit()
    if change.detail.whole and change.kind != "renamed":
        return ""
    return "/".join(head) if gone else change.field


def _is_there(address: str, ladder: Ladder) -> bool:
    try:
        entity_at(ladder, address)
    except NoSuchPlace:
        return False
    return True


def _nearest(address: str, ladder: Ladder) -> str:
    while address and not _is_there(address, ladder):
        address = parent(address)
    return address
