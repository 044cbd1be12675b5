"""Find profiles that moved to another family, and competencies between a family and the ladder."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from laddereditor.compare.diff.matching.entity_lists import EntityListPair
from laddereditor.compare.diff.matching.entity_similarity import best_pairs, sharing, similarity
from laddereditor.model.base import Entity
from laddereditor.model.kinds import key_of

# Similarity of a profile that moved to another family. Our choice, the same as for renamed entries;
# the labelled ladders come out the same with 0.45 and 0.75.
_SAME_PROFILE = 0.6


@dataclass(frozen=True, slots=True, eq=False)
class Relocation:
    """An entry that left one list for another."""

    source: EntityListPair
    old: int  # place in the source's old list
    target: EntityListPair
    new: int  # place in the target's new list


Left = tuple[EntityListPair, int]


def relocated(list_pairs: Sequence[EntityListPair]) -> list[Relocation]:
    """Return the entries that were removed from one list and added to another one.

    Profiles are recognised by their contents, competencies by their id unless the contents of two
    with the same id differ too much.
    """
    return [*_profiles(list_pairs), *_competencies(list_pairs)]


def _profiles(list_pairs: Sequence[EntityListPair]) -> Iterator[Relocation]:
    mine = [lists for lists in list_pairs if lists.kind.name == "profile"]
    left = [(lists, place) for lists in mine for place in lists.left]
    right = [(lists, place) for lists in mine for place in lists.right]
    old_items = [lists.old_items[place] for lists, place in left]
    new_items = [lists.new_items[place] for lists, place in right]
    pairs = best_pairs(
        old_items,
        new_items,
        lambda *_: None,
        lambda *_: False,
        _SAME_PROFILE,
        sharing(old_items, new_items),
    )
    for old, new in pairs:
        if left[old][0] is not right[new][0]:
            yield Relocation(*left[old], *right[new])


def _competencies(list_pairs: Sequence[EntityListPair]) -> Iterator[Relocation]:
    mine = [lists for lists in list_pairs if lists.kind.name == "competency"]
    right = _by_key(((lists, place) for lists in mine for place in lists.right), "new_items")
    for lists in mine:
        for place in lists.left:
            entity = lists.old_items[place]
            targets = right.get(key_of(entity), [])
            for target in targets:
                alike = similarity(entity, target[0].new_items[target[1]])
                if target[0] is not lists and (alike is None or alike >= _SAME_PROFILE):
                    targets.remove(target)
                    yield Relocation(lists, place, *target)
                    break


def _by_key(positions: Iterable[Left], side: str) -> dict[str, list[Left]]:
    found: dict[str, list[Left]] = defaultdict(list)
    for lists, place in positions:
        entities: tuple[Entity, ...] = getattr(lists, side)
        found[key_of(entities[place])].append((lists, place))
    return found
