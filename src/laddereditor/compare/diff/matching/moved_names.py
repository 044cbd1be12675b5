"""Recognise entries by their names if ids moved on to other entries.

If a level is inserted below the others, every code above goes up by one: “Mid”, which was P1, is
now P2. Matching by id alone would then pair each entry with the wrong one.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from laddereditor.compare.diff.matching.entity_lists import EntityListPair
from laddereditor.compare.diff.matching.entity_similarity import body_similarity
from laddereditor.model.base import Entity
from laddereditor.model.kinds import entity_name

# Similarity of the rest of an entry from which it stayed with the id. Our choice; the labelled
# ladders come out the same with 0.65 and 0.95.
_STAYED = 0.8
Against = Callable[[Mapping[str, str]], bool]  # whether references stayed with the old ids


def pair_moved(lists: EntityListPair, against: Against) -> dict[str, str]:
    """Pair the entries whose names moved to other ids; this changes `lists.pairs`.

    A name counts if exactly one entry has it on either side. If the rest of an entry, or what
    refers to it, stayed with the id, only the names were changed.

    Args:
        lists: A list in both ladders.
        against: Whether references stayed with the old ids, given old id -> new id.

    Returns:
        Old id -> new id of the entries that were paired; empty if nothing moved.
    """
    if lists.kind.name == "profile":  # known by its level; titles are given to many
        return {}
    moves = _moves(lists)
    old_items, new_items = lists.old_keys(), lists.new_keys()
    names = {old_items[old]: new_items[new] for old, new in moves.items()}
    if not moves or against(names):
        return {}
    taken = set(moves.values())
    others = [pair for pair in lists.pairs if pair[0] not in moves and pair[1] not in taken]
    lists.pairs = sorted([*others, *moves.items()])
    return names


def _moves(lists: EntityListPair) -> dict[int, int]:
    old_items, new_items = (
        _named(lists.old_items, lists.old_keys()),
        _named(lists.new_items, lists.new_keys()),
    )
    forth = dict(lists.pairs)
    back = {new: old for old, new in lists.pairs}
    put_in = _is_level_inserted(lists, old_items, new_items)
    found = {}
    for name, old in old_items.items():
        new = new_items.get(name)
        if new is None or forth.get(old) == new or not (old in forth or new in back):
            continue
        if put_in:
            found[old] = new
            continue
        displaced = [(old, forth[old])] if old in forth else []
        displaced += [(back[new], new)] if new in back else []
        if not any(_body_stayed(lists, pair, (old, new)) for pair in displaced):
            found[old] = new
    return found


def _is_level_inserted(
    lists: EntityListPair, old_items: Mapping[str, int], new_items: Mapping[str, int]
) -> bool:
    """Whether levels were put in or taken out among others, which all keep their names and order.

    Then the names decide, however little the levels say: what a code asked for, such as years of
    experience, may well be asked for at the same code again.
    """
    few, many = sorted((old_items, new_items), key=len)
    all_named = len(few) == min(len(lists.old_items), len(lists.new_items)) and len(few) < len(many)
    others = [many[name] for name in sorted(few, key=few.__getitem__) if name in many]
    return (
        lists.kind.name == "level"
        and all_named
        and len(others) == len(few)
        and others == sorted(others)
    )


def _body_stayed(lists: EntityListPair, by_id: tuple[int, int], by_name: tuple[int, int]) -> bool:
    """Whether everything but the name stayed with the id."""
    one, other = (
        body_similarity(lists.old_items[old], lists.new_items[new]) or 0.0
        for old, new in (by_id, by_name)
    )
    return one >= _STAYED and one > other


def _named(entities: Sequence[Entity], keys: Sequence[str]) -> dict[str, int]:
    """Return the index of each entry whose name and id are unique."""
    names = [entity_name(entity).strip() for entity in entities]
    often, ids = Counter(names), Counter(keys)
    return {
        name: place
        for place, name in enumerate(names)
        if name and often[name] == 1 and ids[keys[place]] == 1
    }
