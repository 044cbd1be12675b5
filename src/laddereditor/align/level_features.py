"""What can be seen of two statements of two levels that a reader may put side by side.

Everything is seen offline, in the two lists alone: words in common, what the words are about, what
is done first, and the place in the list.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from math import sqrt
from typing import NamedTuple

from laddereditor.align.similarity import Measure
from laddereditor.align.topics import Topics, first_topics_of, topics_of

Seen = tuple[float, ...]
Scores = dict[tuple[int, int], float]
NAMES = ("words", "topics", "topics in common", "direction of topics", "first topics")
PLACED = ("score", "chance", "nearness", "rank")
_MOST_TOPICS = 1.5  # more weight of topics in common says no more
_SAYS_SOMETHING = 0.15  # the chance from which a pair says something of the order of the lists
# Authors mostly keep the order of their statements from level to level: so much is believed before
# anything is seen, and with the weight of so many sure pairs. Chosen by cross-validation.
_BELIEVED, _BELIEF = 0.9, 2.0
_MIDDLE, _FAR = 0.6, 0.3  # the usual nearness of two places, in shares and in ranks
_RANKS = 3  # places apart from which a distance says no more


class LevelFeatures:
    """Measures pairs of statements of several columns."""

    def __init__(
        self, columns: Sequence[Sequence[str]], topic_weights: Mapping[str, float] | None = None
    ) -> None:
        """Count the words of the columns.

        Args:
            columns: The texts of each column.
            topic_weights: How much each topic tells; 1 for those that are not named.
        """
        self._measure = Measure(columns)
        self._topic_weights = topic_weights or {}
        self._texts: dict[str, _KnownTopics] = {}

    def of(
        self, left: Sequence[str], right: Sequence[str], lefts: Sequence[int], rights: Sequence[int]
    ) -> dict[tuple[int, int], Seen]:
        """Return what is seen of the pairs that have anything in common, as `NAMES` lists it.

        Args:
            left: All texts of one column.
            right: All texts of the other column.
            lefts: The places in `left` that are to be paired.
            rights: The places in `right` that are to be paired.
        """
        alike = self._alike(left, right, lefts, rights)
        ones = [(at, left[at], self._known(left[at])) for at in lefts]
        others = [(at, right[at], self._known(right[at])) for at in rights]
        found: dict[tuple[int, int], Seen] = {}
        for old, before, here in ones:
            for new, after, there in others:
                similar = alike.get((before, after), 0.0)
                if not here.names.isdisjoint(there.topics):
                    found[old, new] = _seen(here, there, similar)
                elif similar:
                    found[old, new] = (similar, 0.0, 0.0, 0.0, 0.0)
        return found

    def _alike(
        self, left: Sequence[str], right: Sequence[str], lefts: Sequence[int], rights: Sequence[int]
    ) -> dict[tuple[str, str], float]:
        ones = list(dict.fromkeys(left[at] for at in lefts))
        others = list(dict.fromkeys(right[at] for at in rights))
        return {(one, other): value for one, other, value in self._measure.alike(ones, others)}

    def _known(self, text: str) -> "_KnownTopics":
        if text not in self._texts:
            topics, first = self._weighed(topics_of(text)), self._weighed(first_topics_of(text))
            weights = sum(topics.values()), sum(first.values()), sqrt(_square(topics))
            self._texts[text] = _KnownTopics(frozenset(topics), topics, first, *weights)
        return self._texts[text]

    def _weighed(self, topics: Topics) -> Topics:
        return {one: weight * self._topic_weights.get(one, 1.0) for one, weight in topics.items()}


class _KnownTopics(NamedTuple):
    """The topics of a text, each with how much it tells, and what they are together."""

    names: frozenset[str]
    topics: Topics
    first: Topics
    weight: float
    first_weight: float
    length: float


def _seen(one: _KnownTopics, other: _KnownTopics, similar: float) -> Seen:
    """Return what `NAMES` lists of two texts with a topic in common."""
    common = product = 0.0
    there = other.topics
    for topic, weight in one.topics.items():
        if topic in there:
            more = there[topic]
            common += min(weight, more)
            product += weight * more
    if not common:
        return (similar, 0.0, 0.0, 0.0, 0.0)
    first = _common(one.first, other.first)
    return (
        similar,
        2 * common / (one.weight + other.weight),
        min(_MOST_TOPICS, common),
        product / (one.length * other.length),
        2 * first / (one.first_weight + other.first_weight) if first else 0.0,
    )


def _common(one: Topics, other: Topics) -> float:
    return sum(min(weight, other[topic]) for topic, weight in one.items() if topic in other)


def _square(topics: Topics) -> float:
    return sum(weight * weight for weight in topics.values())


def placed(
    scores: Scores, chances: Scores, left: Sequence[str], right: Sequence[str]
) -> dict[tuple[int, int], Seen]:
    """Return what is seen of pairs when their places count, as `PLACED` lists it.

    Args:
        scores: The score of each pair by what its texts say.
        chances: Its chance among all that the two could pair with.
        left: All texts of one column.
        right: All texts of the other column.
    """
    there = {text: place for place, text in reversed(list(enumerate(right)))}
    sure = [(at, there[text], 1.0) for at, text in enumerate(left) if text in there]
    likely = [(*pair, value) for pair, value in chances.items() if value >= _SAYS_SOMETHING]
    order = _kept_order([*likely, *sure])
    found: dict[tuple[int, int], Seen] = {}
    for (old, new), score in scores.items():
        nearness = 1.0 - abs(_share(old, left) - _share(new, right)) - _MIDDLE
        rank = 1.0 - min(_RANKS, abs(old - new)) / _RANKS - _FAR
        found[old, new] = (score, chances[old, new], order * nearness, order * rank)
    return found


def _kept_order(pairs: Iterable[tuple[int, int, float]]) -> float:
    """Return how far likely pairs keep the order of their lists, from 0 to 1."""
    kept, seen = _BELIEF * _BELIEVED, _BELIEF
    for (one, other, weight), (two, new, more) in combinations(pairs, 2):
        if one != two and other != new:
            both = weight * more
            kept += both if (one < two) == (other < new) else -both
            seen += both
    return max(0.0, kept / seen)


def _share(place: int, texts: Sequence[str]) -> float:
    return place / max(1, len(texts) - 1)
