"""Find profiles that moved to another family, and competencies between a family and the ladder."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from laddereditor.compare.diff.entity_lists import HomePair
from laddereditor.compare.diff.entity_similarity import best_pairs, likeness, sharing
from laddereditor.model.base import Entity
from laddereditor.model.kinds import key_of

_SAME_PROFILE = 0.6  # similarity of a profile that moved to another family


@dataclass(frozen=True, slots=True, eq=False)
class Relocation:
    """An entry that left one list for another."""

    source: HomePair
    old: int  # place in the source's old list
    target: HomePair
    new: int  # place in the target's new list


Left = tuple[HomePair, int]


def relocated(homes: Sequence[HomePair]) -> list[Relocation]:
    """Return the entries that were removed from one list and added to another one."""
    return [*_profiles(homes), *_competencies(homes)]


def _profiles(homes: Sequence[HomePair]) -> Iterator[Relocation]:
    mine = [home for home in homes if home.kind.name == "profile"]
    left = [(home, place) for home in mine for place in home.left]
    right = [(home, place) for home in mine for place in home.right]
    olds = [home.olds[place] for home, place in left]
    news = [home.news[place] for home, place in right]
    pairs = best_pairs(
        olds, news, lambda *_: None, lambda *_: False, _SAME_PROFILE, sharing(olds, news)
    )
    for old, new in pairs:
        if left[old][0] is not right[new][0]:
            yield Relocation(*left[old], *right[new])


def _competencies(homes: Sequence[HomePair]) -> Iterator[Relocation]:
    mine = [home for home in homes if home.kind.name == "competency"]
    right = _by_key(((home, place) for home in mine for place in home.right), "news")
    for home in mine:
        for place in home.left:
            entity = home.olds[place]
            targets = right.get(key_of(entity), [])
            for target in targets:
                alike = likeness(entity, target[0].news[target[1]])
                if target[0] is not home and (alike is None or alike >= _SAME_PROFILE):
                    targets.remove(target)
                    yield Relocation(home, place, *target)
                    break


def _by_key(spots: Iterable[Left], side: str) -> dict[str, list[Left]]:
    found: dict[str, list[Left]] = defaultdict(list)
    for home, place in spots:
        entities: tuple[Entity, ...] = getattr(home, side)
        found[key_of(entities[place])].append((home, place))
    return found
