"""The order in which changes are listed: that of the ladder, from top to bottom."""

from collections.abc import Iterable, Sequence

from laddereditor.compare.diff.changes.change import LadderChange
from laddereditor.model.address import Address, NoSuchPlace, listed_at
from laddereditor.model.base import Entity
from laddereditor.model.fields import field_specs
from laddereditor.model.kinds import COLLECTIONS, KINDS
from laddereditor.model.ladder import Ladder

_KINDS = ("renamed", "moved", "reordered", "changed", "added", "removed")
_COLLECTIONS = list(COLLECTIONS)
RankInList = dict[Address, dict[Address, float]]  # list -> entry -> rank in it


def in_reading_order(
    changes: Iterable[LadderChange], old: Ladder, new: Ladder
) -> tuple[LadderChange, ...]:
    """Return changes in the order of the new ladder; removals are listed at their old place.

    Args:
        changes: The changes between the two ladders.
        old: The ladder before.
        new: The ladder after.
    """
    listed = tuple(changes)
    if len(listed) < 2:
        return listed
    ranks: RankInList = {}
    entries = {change.address for change in listed}
    places = {entry: _place(entry, old, new, ranks) for entry in entries}
    return tuple(sorted(listed, key=lambda change: _key(change, places[change.address])))


def _key(change: LadderChange, place: tuple[float, ...]) -> tuple[object, ...]:
    return (*place, *_field(change), _KINDS.index(change.kind))


def _place(address: Address, old: Ladder, new: Ladder, ranks: RankInList) -> tuple[float, ...]:
    if not address:
        return (-1.0, 0.0, 0.0, 0.0)
    outer = address.family or address
    head = (float(_COLLECTIONS.index(outer.collection)), _rank(outer, old, new, ranks))
    if not address.parent:
        return (*head, 0.0, 0.0)
    own = address.collection == KINDS["competency"].collection
    return (*head, 1.0 if own else 2.0, _rank(address, old, new, ranks))


def _rank(address: Address, old: Ladder, new: Ladder, ranks: RankInList) -> float:
    """Return the rank of an entry in its list."""
    place = address.entity_list
    if place not in ranks:
        ranks[place] = _ranks(place, _listed(address, old), _listed(address, new))
    return ranks[place].get(address, float(len(ranks[place])))


def _listed(address: Address, ladder: Ladder) -> Sequence[Entity]:
    """Return the list of an entry, or an empty one if a ladder has no such family."""
    try:
        holder = address.parent.value(ladder)
    except NoSuchPlace:
        return ()
    entities: Sequence[Entity] = getattr(holder, address.collection)
    return entities


def _ranks(
    place: Address, old_items: Sequence[Entity], new_items: Sequence[Entity]
) -> dict[Address, float]:
    """Return the rank of each entry; a removed one follows its former predecessor."""
    ranks = {address: float(n) for n, (address, _) in enumerate(listed_at(place, new_items))}
    last = -1.0
    for address, _ in listed_at(place, old_items) if old_items is not new_items else ():
        if address in ranks:
            last = ranks[address]
        else:
            ranks[address] = last = last + 1e-6
    return ranks


def _field(change: LadderChange) -> tuple[object, ...]:
    path = change.field
    if change.detail.is_structural or not path:
        return (-1, 0, "")
    names = list(field_specs(change.address.entity_class))
    rank = names.index(path.name) if path.name in names else len(names)
    numbers = [int(piece) for piece in path.parts if piece.isdigit()]
    return (rank, numbers[-1] if numbers else 0, path)
