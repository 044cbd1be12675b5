"""Entries whose row or column was deleted in an exported table: which of them can be deleted too.

People also delete columns to make a sheet narrower, so nothing is deleted without asking.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from laddereditor.edits.deleting import delete, uses_of
from laddereditor.edits.parts.listing import PartLister
from laddereditor.edits.parts.part import mark_of, plain_cell
from laddereditor.edits.parts.returned import RemovedEntry
from laddereditor.model.address import Address
from laddereditor.model.counting import plural
from laddereditor.model.ladder import Ladder
from laddereditor.model.naming import place_words


@dataclass(frozen=True)
class Removals:
    """Deleted entries: those that can be deleted in the ladder, and why others cannot."""

    entries: tuple[RemovedEntry, ...] = ()
    places: tuple[str, ...] = ()  # of these, for people: “the column of Baker › P3 in the sheet …”
    notes: tuple[str, ...] = ()


def removals_in(ladder: Ladder, removed: Iterable[RemovedEntry]) -> Removals:
    """Return which of the entries that were deleted in a table can be deleted in a ladder.

    An entry that something else refers to, or that was changed since the export, stays.
    """
    entries, places, notes = [], [], []
    lister = PartLister(ladder)
    for one in removed:
        if not one.address.has_entry(ladder):
            continue
        place = f"the {one.line} of {place_words(ladder, one.address)} in the sheet “{one.sheet}”"
        why = _changed(ladder, lister, one) or _used(ladder, one.address)
        if why:
            notes.append(f"T{place[1:]} was deleted; the ladder keeps it, because {why}.")
        else:
            entries.append(one)
            places.append(place)
    return Removals(tuple(entries), tuple(places), tuple(notes))


def without_removed(ladder: Ladder, entries: Sequence[RemovedEntry]) -> Ladder:
    """Return a ladder without entries that were deleted in a table."""
    addresses = [one.address for one in entries]
    return delete(ladder, addresses).change(ladder) if addresses else ladder


def _changed(ladder: Ladder, lister: PartLister, one: RemovedEntry) -> str:
    fields = {path.name for path, _ in one.marks}  # what others may not read was not exported
    parts = lister.of_entity(one.address, one.address.entity(ladder))
    now = {p.path: mark_of(plain_cell(p.text)) for p in parts if p.path.name in fields}
    exported = {path: mark.mark for path, mark in one.marks if mark.mark and not mark.inherited}
    return "" if now == exported else "it was changed there since the export"


def _used(ladder: Ladder, address: Address) -> str:
    uses = uses_of(ladder, address)
    return f"{plural(len(uses), 'place refers', 'places refer')} to it" if uses else ""
