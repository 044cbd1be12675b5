"""Match the entries of two lists: by id, then by similarity."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter, eq

from laddereditor.compare.diff.matching.entity_similarity import (
    best_pairs,
    is_identifiable,
    similarity,
)
from laddereditor.compare.diff.matching.same_term import has_common_name, sameness
from laddereditor.model.address import Address, listed_at
from laddereditor.model.base import Entity
from laddereditor.model.family import Family
from laddereditor.model.kinds import COLLECTIONS, KINDS, Kind, entity_name, naming_field
from laddereditor.model.ladder import Ladder


@dataclass(eq=False)
class EntityListPair:
    """One list of entries, of the ladder or of a family, in both ladders."""

    kind: Kind
    was: Address  # address of the old owner, "" for the ladder
    address: Address  # of the new owner
    old_items: tuple[Entity, ...]
    new_items: tuple[Entity, ...]
    pairs: list[tuple[int, int]] = field(default_factory=list)
    stays: bool = False  # every entry is where it was, under its id
    is_new_list: bool = False  # its family is in one of the ladders only

    @cached_property
    def old_places(self) -> tuple[Address, ...]:
        """The addresses of the old entries."""
        return _addresses(self.was, self.kind, self.old_items)

    @cached_property
    def new_places(self) -> tuple[Address, ...]:
        """The addresses of the new entries."""
        return _addresses(self.address, self.kind, self.new_items)

    @property
    def left(self) -> list[int]:
        """The old entries without a partner."""
        taken = {old for old, _ in self.pairs}
        return [place for place in range(len(self.old_items)) if place not in taken]

    @property
    def right(self) -> list[int]:
        """The new entries without a partner."""
        taken = {new for _, new in self.pairs}
        return [place for place in range(len(self.new_items)) if place not in taken]

    def old_keys(self) -> list[str]:
        """Return the old ids in order."""
        return [getattr(entity, self.kind.key) for entity in self.old_items]

    def new_keys(self) -> list[str]:
        """Return the new ids in order."""
        return [getattr(entity, self.kind.key) for entity in self.new_items]


# Similarity of content below which entries with one id may be different ones, and from which
# entries with two ids are surely the same. Our choice; the labelled ladders come out the same with
# values that are 0.15 lower or higher.
_UNRELATED, _SURELY_ALIKE = 0.5, 0.8
# The next two bound the time.
_MAX_EXCHANGED = 40  # entries among which pairs that exchanged ids are searched
_MAX_COMPARED = 900  # pairs of entries
Follow = Callable[[str, str], float | None]  # old id, new id -> share of references that follow


def _addresses(owner: Address, kind: Kind, entities: Sequence[Entity]) -> tuple[Address, ...]:
    return tuple(address for address, _ in listed_at(owner.list_of(kind.collection), entities))


def pair_lists(  # noqa: PLR0913, PLR0917 - two lists with two owners
    kind: Kind,
    was: Address,
    address: Address,
    old_items: Sequence[Entity],
    new_items: Sequence[Entity],
    names: Mapping[str, str] | None = None,
) -> EntityListPair:
    """Return a list in both ladders, its entries paired by id.

    Args:
        kind: The kind of the entries.
        was: The address of the list's owner in the old ladder.
        address: The address of the owner in the new ladder.
        old_items: The entries in the old ladder.
        new_items: The entries in the new ladder.
        names: Old id -> new id of those that changed.
    """
    lists = EntityListPair(
        kind,
        was,
        address,
        tuple(old_items),
        tuple(new_items),
    )
    if not names and _same_keys(kind, old_items, new_items):
        lists.pairs = [(place, place) for place in range(len(lists.old_items))]
        lists.stays = True
        return lists
    known = names or {}
    # A profile at a code that another level took belongs to a removed level.
    removed = set(known.values()) - known.keys()
    keys = _numbered(["" if key in removed else known.get(key, key) for key in lists.old_keys()])
    places = {key: place for place, key in enumerate(_numbered(lists.new_keys()))}
    lists.pairs = [(place, places[key]) for place, key in enumerate(keys) if key in places]
    return lists


def _numbered(keys: Sequence[str]) -> list[tuple[str, int]]:
    seen: Counter[str] = Counter()
    found = []
    for key in keys:
        seen[key] += 1
        found.append((key, seen[key]))
    return found


def unpair_reused(lists: EntityListPair) -> None:
    """Unpair entries that only share an id and whose content now has another id.

    So codes that all went up by one are reported as such, and not as rewritten entries.
    """
    _unpair_exchanged(lists)
    if not lists.left and not lists.right:
        return
    weak = [
        pair
        for pair in lists.pairs
        if _may_differ(lists.old_items[pair[0]], lists.new_items[pair[1]])
    ]
    old_items = [*lists.left, *(old for old, _ in weak)]
    new_items = [*lists.right, *(new for _, new in weak)]
    if not weak or len(old_items) * len(new_items) > _MAX_COMPARED:
        return
    alike = {
        (old, new)
        for old in old_items
        for new in new_items
        if _are_clearly_alike(lists.old_items[old], lists.new_items[new])
    }
    reused = {
        (old, new) for old, new in weak if any(old == one or new == other for one, other in alike)
    }
    lists.pairs = [pair for pair in lists.pairs if pair not in reused]


def _are_clearly_alike(old: Entity, new: Entity) -> bool:
    alike = similarity(old, new) or 0.0
    return alike == 1.0 or (alike >= _SURELY_ALIKE and is_identifiable(old))


def _unpair_exchanged(lists: EntityListPair) -> None:
    """Unpair two entries that exchanged their ids and kept everything else."""
    weak = [
        pair
        for pair in lists.pairs
        if _may_differ(lists.old_items[pair[0]], lists.new_items[pair[1]])
    ]
    if not 1 < len(weak) <= _MAX_EXCHANGED:
        return
    exchanged = {
        pair
        for pair in weak
        for other in weak
        if pair != other
        and similarity(lists.old_items[pair[0]], lists.new_items[other[1]]) == 1.0
        and similarity(lists.old_items[other[0]], lists.new_items[pair[1]]) == 1.0
    }
    lists.pairs = [pair for pair in lists.pairs if pair not in exchanged]


def _may_differ(old: Entity, new: Entity) -> bool:
    if old is new or old == new:
        return False
    name = naming_field(type(old))
    if getattr(old, name, "") and getattr(old, name, "") == getattr(new, name, ""):
        return False
    return (similarity(old, new) or 0) < _UNRELATED


def pair_renamed(lists: EntityListPair, follows: Follow) -> dict[str, str]:
    """Pair remaining entries by similarity and references; return old id -> new id.

    A term is paired only if it is alike itself, however many references follow. An id that a
    list has twice is skipped, because references to it are ambiguous.
    """
    old_items, new_items = lists.old_keys(), lists.new_keys()
    twice = {
        key for keys in (old_items, new_items) for key, count in Counter(keys).items() if count > 1
    }
    left = [place for place in lists.left if old_items[place] not in twice]
    right = [place for place in lists.right if new_items[place] not in twice]
    if not left or not right:
        return {}
    called = _called_alike(lists, left, right)
    left = [place for place in left if place not in called]
    right = [place for place in right if place not in called.values()]
    found = best_pairs(
        [lists.old_items[place] for place in left],
        [lists.new_items[place] for place in right],
        lambda old, new: follows(old_items[left[old]], new_items[right[new]]),
        _between(lists, left, right),
    )
    pairs = [(left[old], right[new]) for old, new in found]
    pairs = [
        (old, new)
        for old, new in pairs
        if sameness(lists.old_items[old], lists.new_items[new]) != "other"
    ]
    pairs += called.items()
    lists.pairs = sorted([*lists.pairs, *pairs])
    return {old_items[old]: new_items[new] for old, new in pairs}


def _called_alike(
    lists: EntityListPair, left: Sequence[int], right: Sequence[int]
) -> dict[int, int]:
    """Return the remaining terms of which one has the other's name among its own, one to one."""
    pairs = [
        (old, new)
        for old in left
        for new in right
        if has_common_name(lists.old_items[old], lists.new_items[new])
    ]
    old_items, new_items = Counter(old for old, _ in pairs), Counter(new for _, new in pairs)
    return {old: new for old, new in pairs if old_items[old] == new_items[new] == 1}


def _between(
    lists: EntityListPair, left: Sequence[int], right: Sequence[int]
) -> Callable[[int, int], bool]:
    """Return whether two remaining entries follow the same neighbour."""
    forth = dict(lists.pairs)
    back = {new: old for old, new in lists.pairs}

    def keeps_neighbours(old: int, new: int) -> bool:
        one = next((forth[n] for n in range(left[old] - 1, -1, -1) if n in forth), -1)
        other = next((n for n in range(right[new] - 1, -1, -1) if n in back), -1)
        return one == other

    return keeps_neighbours


def ladder_lists(old: Ladder, new: Ladder) -> list[EntityListPair]:
    """Return the ladder's own lists with other entries, or another order; not the families."""
    return [
        pair_lists(kind, Address(), Address(), getattr(old, name), getattr(new, name))
        for name, kind in COLLECTIONS.items()
        if name != "families" and not _same_keys(kind, getattr(old, name), getattr(new, name))
    ]


def family_lists(families: EntityListPair, levels: Mapping[str, str]) -> list[EntityListPair]:
    """Return the lists inside paired families with other entries; `levels` are new codes."""
    found = []
    for old, new in families.pairs:
        one, other = families.old_items[old], families.new_items[new]
        if one is other:
            continue
        assert isinstance(one, Family)
        assert isinstance(other, Family)
        for kind, names in ((KINDS["profile"], levels), (KINDS["competency"], {})):
            old_items, new_items = getattr(one, kind.collection), getattr(other, kind.collection)
            if names or not _same_keys(kind, old_items, new_items):
                was, address = families.old_places[old], families.new_places[new]
                found.append(pair_lists(kind, was, address, old_items, new_items, names))
    return found


def unpaired_lists(families: EntityListPair) -> list[EntityListPair]:
    """Return the profiles of removed families and of added ones."""
    kind, found = KINDS["profile"], []
    for old in families.left:
        profiles = getattr(families.old_items[old], kind.collection)
        found.append(pair_lists(kind, families.old_places[old], Address(), profiles, ()))
    for new in families.right:
        profiles = getattr(families.new_items[new], kind.collection)
        found.append(pair_lists(kind, Address(), families.new_places[new], (), profiles))
    for lists in found:
        lists.is_new_list = True
    return found


def _same_keys(kind: Kind, old_items: Sequence[Entity], new_items: Sequence[Entity]) -> bool:
    if old_items is new_items:
        return True
    key = attrgetter(kind.key)
    if len(old_items) != len(new_items) or not all(
        map(eq, map(key, old_items), map(key, new_items))
    ):
        return False
    return kind.name == "profile" or not _names_moved(old_items, new_items)


def _names_moved(old_items: Sequence[Entity], new_items: Sequence[Entity]) -> bool:
    """Whether an entry has the former name of another one, so that ids may have moved."""
    changed = [(old, new) for old, new in zip(old_items, new_items, strict=True) if old is not new]
    before = [entity_name(old) for old, _ in changed]
    after = [entity_name(new) for _, new in changed]
    known = {name for name in before if name}
    return any(one != other and other in known for one, other in zip(before, after, strict=True))
