"""The words for several entries that are selected at once; no Qt."""

from collections.abc import Sequence

from laddereditor.edits.words import counted, existing, named
from laddereditor.model.address import Address
from laddereditor.model.kinds import kind_of
from laddereditor.model.ladder import Ladder

_COMPARED = {"profile", "level", "family"}
_MAX_NAMES = 12


def _kinds(ladder: Ladder, addresses: Sequence[Address]) -> set[str]:
    found = (kind_of(existing(ladder, address)) for address in addresses)
    return {kind.name for kind in found if kind}


def selected_heading(ladder: Ladder, addresses: Sequence[Address]) -> str:
    """Return `3 profiles selected`, of several kinds `3 selected`."""
    kinds = _kinds(ladder, addresses)
    count = len(addresses)
    if len(kinds) != 1:
        return f"{count} selected"
    words = counted(kinds.pop(), count).removeprefix(f"{count} ")
    return f"{count} {words} selected"


def selected_names(ladder: Ladder, addresses: Sequence[Address]) -> str:
    """Return the names of the entries, one a line; of many the first ones and how many more."""
    names = [named(ladder, address) for address in addresses[:_MAX_NAMES]]
    if more := len(addresses) - len(names):
        names.append(f"and {more} more")
    return "\n".join(names)


def can_compare(ladder: Ladder, addresses: Sequence[Address]) -> bool:
    """Whether all entries have levels that can be compared (skills and tracks have none)."""
    return _kinds(ladder, addresses) <= _COMPARED
