"""Why two statements of two levels were paired, by what weighs most in the model for levels."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product
from math import log
from typing import Literal, NamedTuple

from laddereditor.align.common_words import GENERAL, LINKING
from laddereditor.align.language_features import stem
from laddereditor.align.level_features import LevelFeatures
from laddereditor.align.level_model import level_weights
from laddereditor.align.level_order import equal_pairs, kept_order, ordered_chances
from laddereditor.align.tokens import words

# rare words, words: they have these in common · topics: pairs of words about the same · place: they
# have about the same place in their lists
ReasonKind = Literal["rare words", "words", "topics", "place"]
Texts = tuple[str, ...]
_MAX_REASONS, _MAX_WORDS, _MAX_TOPICS = 3, 3, 2  # of each kind; our choice
_MINIMUM = 0.2  # of the log-odds, for a reason that is worth saying; our choice
_BOTH = 2  # texts that have a word which only the two have


class PairReason(NamedTuple):
    """One reason, and the words that it is about."""

    kind: ReasonKind
    about: tuple[str, ...] = ()


@lru_cache(maxsize=1024)
def pair_reasons(left: Texts, right: Texts, one: int, other: int) -> tuple[PairReason, ...]:
    """Return why two texts were paired, the most weighty reason first; at most three.

    There is no reason if the two have nothing in common: a text between them paired them.

    Args:
        left: The texts of one list.
        right: The texts of the other list.
        one: The place of the text in the one list.
        other: The place of the text in the other list.
    """
    weights = level_weights()
    seen = _features(left, right).of(left, right, [one], [other]).get((one, other))
    if seen is None:  # the texts have nothing in common, so places alone did not pair them
        return ()
    texts = sum(weight * value for weight, value in zip(weights.first.each, seen, strict=True))
    common, like = _similar_words(left[one], right[other])
    by_words, by_topic = (texts * part / ((common + like) or 1.0) for part in (common, like))
    topics = list(_of_topics(left[one], right[other]))
    found = [
        *((by_words, reason) for reason in _of_words(left, right, one, other)),
        *((by_topic, reason) for reason in topics),
        *((value, PairReason("place")) for value in _of_places(left, right, one, other)),
    ]
    found = [pair for pair in found if pair[0] >= _MINIMUM]
    found.sort(key=lambda pair: -pair[0])
    return tuple(reason for _, reason in found[:_MAX_REASONS])


@lru_cache(maxsize=64)
def _features(left: Texts, right: Texts) -> LevelFeatures:
    return LevelFeatures([left, right], level_weights().similarity)


def _of_words(left: Texts, right: Texts, one: int, other: int) -> Iterator[PairReason]:
    """Yield the content words that two texts have in common, those of the fewest texts first."""
    here = {stem(word) for word in _content(left[one])}
    common = {stem(word): word for word in _content(right[other]) if stem(word) in here}
    if not common:
        return
    counts = Counter(
        part for text in (*left, *right) for part in {stem(word) for word in _content(text)}
    )
    ordered = sorted(common, key=lambda part: (common[part] in GENERAL, counts[part]))
    rare = [part for part in ordered if counts[part] <= _BOTH]
    is_long = len(left) + len(right) > _BOTH
    kind: ReasonKind = "rare words" if rare and is_long else "words"
    yield PairReason(kind, tuple(common[part] for part in (rare or ordered)[:_MAX_WORDS]))


def _of_topics(one: str, other: str) -> Iterator[PairReason]:
    """Yield pairs of words of two texts that are about the same, without those in common."""
    ones, others = _content(one), _content(other)
    found = {
        (here, there): level_weights().similarity.of(here, there)
        for here, there in product(ones, others)
        if stem(here) != stem(there)
    }
    likely = [pair for pair, weight in found.items() if weight]
    if likely:
        # Of equal weight, words at like places of their texts come first: the verbs, the objects.
        apart = {pair: abs(ones.index(pair[0]) - others.index(pair[1])) for pair in likely}
        likely.sort(key=lambda pair: (-found[pair], apart[pair], pair))
        shown = sorted(_apart(likely), key=lambda pair: ones.index(pair[0]))
        yield PairReason("topics", tuple(f"{here} – {there}" for here, there in shown))


def _apart(pairs: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the first pairs, each word once."""
    said: set[str] = set()
    found = []
    for pair in pairs:
        if not said & set(pair):
            found.append(pair)
            said |= set(pair)
    return found[:_MAX_TOPICS]


def _of_places(left: Texts, right: Texts, one: int, other: int) -> Iterator[float]:
    """Yield what the places of two texts weigh beyond those of any two, if the lists keep order."""
    sizes, sure, weights = (len(left), len(right)), equal_pairs(left, right), level_weights()
    neutral = {(one, other): weights.order.stranger}
    chance = ordered_chances(neutral, sure, sizes, weights.order).get((one, other), 0.0)
    usual = 1.0 / (1.0 + max(sizes))
    if 0.0 < chance < 1.0 and max(sizes) > 1:
        more = log(chance / (1.0 - chance)) - log(usual / (1.0 - usual))
        yield weights.second.each[1] * kept_order({}, sure) * more


def _similar_words(one: str, other: str) -> tuple[float, float]:
    """Return how many words of a text are in another, and how much others are like words there."""
    common = like = 0.0
    similarity, others = level_weights().similarity, _content(other)
    for here in _content(one):
        most = max((similarity.of(here, there) for there in others), default=0.0)
        if most == 1.0:
            common += 1.0
        else:
            like += most
    return common, like


def _content(text: str) -> Sequence[str]:
    return [word for word in words(text) if word not in LINKING]
