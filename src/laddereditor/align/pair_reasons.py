"""Why two statements of two levels were paired, by what weighs most in the model for levels."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product
from typing import Literal, NamedTuple

from laddereditor.align.common_words import GENERAL, LINKING
from laddereditor.align.language_features import stem
from laddereditor.align.level_features import LevelFeatures, placed
from laddereditor.align.level_model import level_weights
from laddereditor.align.tokens import words
from laddereditor.align.topics import topics_of

# rare words, words: they have these in common · topics: pairs of words about the same · place: they
# have about the same place in their lists
ReasonKind = Literal["rare words", "words", "topics", "place"]
Texts = tuple[str, ...]
_MOST_REASONS, _MOST_WORDS, _MOST_TOPICS = 3, 3, 2  # of each kind; our choice
_LEAST = 0.2  # of the log-odds, for a reason that is worth saying; our choice
_BOTH = 2  # texts that have a word which only the two have


class Reason(NamedTuple):
    """One reason, and the words that it is about."""

    kind: ReasonKind
    about: tuple[str, ...] = ()


@lru_cache(maxsize=1024)
def pair_reasons(left: Texts, right: Texts, one: int, other: int) -> tuple[Reason, ...]:
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
    by_words, *by_topics = (w * v for w, v in zip(weights.first.each, seen, strict=True))
    topics = list(_of_topics(left[one], right[other]))
    # If only the words in common are about the same, they say so themselves.
    by_words, by_topic = (by_words, sum(by_topics)) if topics else (by_words + sum(by_topics), 0)
    found = [
        *((by_words, reason) for reason in _of_words(left, right, one, other)),
        *((by_topic, reason) for reason in topics),
        *((value, Reason("place")) for value in _of_places(left, right, one, other)),
    ]
    found = [pair for pair in found if pair[0] >= _LEAST]
    found.sort(key=lambda pair: -pair[0])
    return tuple(reason for _, reason in found[:_MOST_REASONS])


@lru_cache(maxsize=64)
def _features(left: Texts, right: Texts) -> LevelFeatures:
    return LevelFeatures([left, right], level_weights().topic_weights)


def _of_words(left: Texts, right: Texts, one: int, other: int) -> Iterator[Reason]:
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
    yield Reason(kind, tuple(common[part] for part in (rare or ordered)[:_MOST_WORDS]))


def _of_topics(one: str, other: str) -> Iterator[Reason]:
    """Yield pairs of words of two texts that are about the same, without those in common."""
    topic_weights = level_weights().topic_weights
    found: dict[tuple[str, str], float] = {}
    ones, others = _content(one), _content(other)
    for here, there in product(ones, others):
        if stem(here) != stem(there):
            common = topics_of(here).keys() & topics_of(there).keys()
            found[here, there] = max((topic_weights.get(each, 1.0) for each in common), default=0.0)
    likely = [pair for pair, weight in found.items() if weight]
    if likely:
        # Of equal weight, words at like places of their texts come first: the verbs, the objects.
        apart = {pair: abs(ones.index(pair[0]) - others.index(pair[1])) for pair in likely}
        likely.sort(key=lambda pair: (-found[pair], apart[pair], pair))
        yield Reason("topics", tuple(f"{here} – {there}" for here, there in _apart(likely)))


def _apart(pairs: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the first pairs, each word once."""
    said: set[str] = set()
    found = []
    for pair in pairs:
        if not said & set(pair):
            found.append(pair)
            said |= set(pair)
    return found[:_MOST_TOPICS]


def _of_places(left: Texts, right: Texts, one: int, other: int) -> Iterator[float]:
    """Yield what the places of two texts weigh, if the lists keep their order."""
    pair = (one, other)
    near = placed({pair: 0.0}, {pair: 0.0}, left, right)[pair]
    _, _, nearness, rank = level_weights().second.each
    yield nearness * near[2] + rank * near[3]


def _content(text: str) -> Sequence[str]:
    return [word for word in words(text) if word not in LINKING]
