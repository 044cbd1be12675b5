"""What can be seen of two statements of two levels that a reader may put side by side.

Everything is seen offline, in the two lists alone: words in common, what the words are about, what
is done first, and the place in the list.
"""

from collections.abc import Mapping, Sequence
from itertools import combinations
from math import log

from laddereditor.align.similarity import ALIKE, Measure
from laddereditor.align.topics import first_topics_of, topics_of

Seen = tuple[float, ...]
NAMES = ("words", "topics", "first topics", "place", "contained topics")
_LONG_ENOUGH = 5  # places after the first one from which a list is long enough to have an order
_NO_PLACE = 0.5  # the nearness of places in lists that keep no order
_RARITY = 0.6  # how fast a topic loses weight with the statements that have it, as for words


class LevelFeatures:
    """Measures pairs of statements of several columns."""

    def __init__(self, columns: Sequence[Sequence[str]]) -> None:
        """Count the words and topics of the columns."""
        self._measure = Measure(columns)
        counts: dict[int, int] = {}
        for texts in columns:
            here: dict[int, int] = {}
            for text in set(texts):
                for bit in _bits(topics_of(text)):
                    here[bit] = here.get(bit, 0) + 1
            for bit, times in here.items():
                counts[bit] = max(counts.get(bit, 0), times)
        self._weights = {bit: 1.0 / (1.0 + _RARITY * log(times)) for bit, times in counts.items()}

    def of(
        self, left: Sequence[str], right: Sequence[str], lefts: Sequence[int], rights: Sequence[int]
    ) -> dict[tuple[int, int], Seen]:
        """Return what is seen of the pairs that have anything in common.

        Args:
            left: All texts of one column.
            right: All texts of the other column.
            lefts: The places in `left` that are to be paired.
            rights: The places in `right` that are to be paired.
        """
        alike = self._alike(left, right, lefts, rights)
        length = min(1.0, (min(len(left), len(right)) - 1) / _LONG_ENOUGH)
        order = length * _kept_order(_sure_pairs(left, right, alike))
        ones = [(at, text := left[at], topics_of(text), first_topics_of(text)) for at in lefts]
        others = [(at, text := right[at], topics_of(text), first_topics_of(text)) for at in rights]
        found: dict[tuple[int, int], Seen] = {}
        for old, before, old_topics, old_first in ones:
            weight = self._weight(old_topics)
            for new, after, new_topics, new_first in others:
                similar = alike.get((before, after), 0.0)
                common = old_topics & new_topics
                if not common and not similar:
                    continue
                shared = self._weight(common)
                other = self._weight(new_topics)
                first = self._weight(old_first & new_first)
                nearness = 1.0 - abs(_share(old, left) - _share(new, right))
                place = order * nearness + (1.0 - order) * _NO_PLACE
                found[old, new] = (
                    similar,
                    2 * shared / (weight + other) if shared else 0.0,
                    min(1.0, first),
                    place,
                    shared / min(weight, other) if shared else 0.0,
                )
        return found

    def _alike(
        self, left: Sequence[str], right: Sequence[str], lefts: Sequence[int], rights: Sequence[int]
    ) -> dict[tuple[str, str], float]:
        ones = list(dict.fromkeys(left[at] for at in lefts))
        others = list(dict.fromkeys(right[at] for at in rights))
        return {(one, other): value for one, other, value in self._measure.alike(ones, others)}

    def _weight(self, topics: int) -> float:
        return sum(self._weights.get(bit, 1.0) for bit in _bits(topics))


def _sure_pairs(
    left: Sequence[str], right: Sequence[str], alike: Mapping[tuple[str, str], float]
) -> list[tuple[int, int]]:
    """Return the places of equal texts, and of those that are hardly reworded."""
    there = {text: place for place, text in reversed(list(enumerate(right)))}
    sure = [(place, there[text]) for place, text in enumerate(left) if text in there]
    here = {text: place for place, text in reversed(list(enumerate(left)))}
    close = [pair for pair, value in alike.items() if value >= ALIKE]
    return sure + [(here[one], there[other]) for one, other in close]


def _kept_order(pairs: Sequence[tuple[int, int]]) -> float:
    """Return how far pairs keep the order of their lists, from 0 to 1; few pairs say nothing."""
    signs = [(one[0] - two[0]) * (one[1] - two[1]) for one, two in combinations(pairs, 2)]
    moved = sum(sign < 0 for sign in signs)
    return 1.0 - moved / len(signs) if signs else 1.0


def _share(place: int, texts: Sequence[str]) -> float:
    return place / max(1, len(texts) - 1)


def _bits(topics: int) -> list[int]:
    found = []
    while topics:
        low = topics & -topics
        found.append(low)
        topics ^= low
    return found
