"""The semantic diff of two ladders."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from laddereditor.compare.diff.applying.accepted_findings import (
    AddressedLists,
    numbered,
    unnumbered,
)
from laddereditor.compare.diff.applying.apply_entities import restructured
from laddereditor.compare.diff.changes.change import LadderChange
from laddereditor.compare.diff.changes.list_plan import RenamedId
from laddereditor.compare.diff.changes.reading_order import in_reading_order
from laddereditor.compare.diff.effects.effects import with_effects
from laddereditor.compare.diff.entity_changes import structure
from laddereditor.compare.diff.field_changes import EntityPair, differences
from laddereditor.compare.diff.item_changes import item_changes
from laddereditor.compare.diff.list_changes import ListMatch, matched, without_moved_texts
from laddereditor.compare.diff.same_meaning import with_known_rewordings
from laddereditor.edits.edit import follow
from laddereditor.model.address import Address, entity_part, sibling_parts
from laddereditor.model.base import Entity
from laddereditor.model.family import Family
from laddereditor.model.kinds import COLLECTIONS
from laddereditor.model.ladder import Ladder

Was = Callable[[Address], Address]  # address in the new ladder -> address in the old one


def diff(old: Ladder, new: Ladder) -> tuple[LadderChange, ...]:
    """Return the changes from one ladder to another, in the reading order of the new one.

    Entries are matched by id (profiles by family and level; by similarity if an id was replaced by
    another), statements by text. Objects that both ladders share are skipped. Comments, layout and
    the order of keys are not changes. `applying.apply` of all changes to `old` gives `new`.
    """
    if old is new:
        return ()
    structural = structure(old, new)
    middle, back = old, dict[Address, Address]()
    followed: AddressedLists = {}
    if structural.changes:
        tagged, originals = numbered(old)
        edit = restructured(tagged, structural.changes)
        middle, followed = unnumbered(edit.change(tagged), originals)
        back = {address: was for was, address in edit.moved.items()}
    changes: list[LadderChange] = list(structural.changes)
    lists: list[ListMatch] = []
    for place, one, other in _differing(middle, new, back, structural.names):
        for found in differences(place, one, other):
            if isinstance(found, LadderChange):
                changes.append(found)
            else:
                items = () if found.place.address else followed.get(found.path, ())
                lists.append(matched(found, items))
    changes += item_changes(with_known_rewordings(without_moved_texts(lists), new.language))
    return in_reading_order(with_effects(changes, old, new), old, new)


def _differing(
    old: Ladder, new: Ladder, back: Mapping[Address, Address], names: tuple[RenamedId, ...]
) -> Iterator[tuple[EntityPair, Entity, Entity]]:
    """Yield the entries that differ; at this point both ladders have the same entries."""

    def place(address: Address, entity: Entity) -> EntityPair:
        return EntityPair(address, follow(address, back) if back else address, type(entity), names)

    yield place(Address(), new), old, new
    for name, kind in COLLECTIONS.items():
        listed = getattr(old, name), getattr(new, name)
        for address, one, other in _pairs(Address(name), *listed, kind.key):
            yield place(address, other), one, other
            if isinstance(one, Family) and isinstance(other, Family):
                own = address.list_of("competencies")
                for inner, mine, theirs in (
                    *_pairs(own, one.competencies, other.competencies, "id"),
                    *_pairs(address, one.profiles, other.profiles, "level"),
                ):
                    yield place(inner, theirs), mine, theirs


def _pairs(
    entity_list: Address, old_items: Sequence[Entity], new_items: Sequence[Entity], key: str
) -> list[tuple[Address, Entity, Entity]]:
    if old_items is new_items:
        return []
    differ = [
        place
        for place, (one, other) in enumerate(zip(old_items, new_items, strict=True))
        # A family is not compared as a whole, because its profiles are compared one by one.
        if one is not other and (entity_list == "families" or one != other)
    ]
    if not differ:
        return []
    names = _parts(new_items, key, differ)
    return [(entity_list.at(names[place]), old_items[place], new_items[place]) for place in differ]


def _parts(entities: Sequence[Entity], key: str, places: Sequence[int]) -> Mapping[int, str]:
    """Return the address parts of the entries at some places."""
    if len(places) > 4:
        return dict(enumerate(sibling_parts(entities, key)))
    keys = [getattr(entity, key) for entity in entities]
    if any(keys.count(keys[place]) > 1 for place in places):
        return dict(enumerate(sibling_parts(entities, key)))
    return {place: entity_part(keys[place], key) for place in places}
