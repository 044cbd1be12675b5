"""Recognise entries by their names if ids moved on to other entries.

If a level is inserted below the others, every code above goes up by one: “Mid”, which was P1, is
now P2. Matching by id alone would then pair each entry with the wrong one.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from laddereditor.compare.diff.entity_lists import HomePair
from laddereditor.compare.diff.entity_similarity import body_likeness
from laddereditor.model.base import Entity
from laddereditor.model.kinds import entity_name

_STAYED = 0.8  # similarity of the rest of an entry from which it stayed with the id
Against = Callable[[Mapping[str, str]], bool]  # whether references stayed with the old ids


def pair_moved(home: HomePair, against: Against) -> dict[str, str]:
    """Pair the entries whose names moved to other ids, and return old id -> new id.

    A name counts if exactly one entry has it on either side. If the rest of an entry, or what
    refers to it, stayed with the id, only the names were changed.
    """
    if home.kind.name == "profile":  # known by its level; titles are given to many
        return {}
    moves = _moves(home)
    olds, news = home.old_keys(), home.new_keys()
    names = {olds[old]: news[new] for old, new in moves.items()}
    if not moves or against(names):
        return {}
    taken = set(moves.values())
    kept = [pair for pair in home.pairs if pair[0] not in moves and pair[1] not in taken]
    home.pairs = sorted([*kept, *moves.items()])
    return names


def _moves(home: HomePair) -> dict[int, int]:
    olds, news = _named(home.olds, home.old_keys()), _named(home.news, home.new_keys())
    forth = dict(home.pairs)
    back = {new: old for old, new in home.pairs}
    found = {}
    for name, old in olds.items():
        new = news.get(name)
        if new is None or forth.get(old) == new or not (old in forth or new in back):
            continue
        rivals = [(old, forth[old])] if old in forth else []
        rivals += [(back[new], new)] if new in back else []
        if not any(_stayed(home, rival, (old, new)) for rival in rivals):
            found[old] = new
    return found


def _stayed(home: HomePair, by_id: tuple[int, int], by_name: tuple[int, int]) -> bool:
    """Whether everything but the name stayed with the id."""
    one, other = (
        body_likeness(home.olds[old], home.news[new]) or 0.0 for old, new in (by_id, by_name)
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
