"""What a statement is about, by the groups of words in `resources/words/topics.yaml`."""

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from math import sqrt

from laddereditor.align.common_words import LINKING
from laddereditor.align.language_features import stem
from laddereditor.align.tokens import words
from laddereditor.assets import word_list

Topics = Mapping[str, float]  # topic -> how surely it is meant, from 0 to 1
_INSIDE = 6  # letters of a stem that counts inside a longer word, as in German compounds
_FIRST = 3  # words at the start, which say what is done to what


@cache
def _listed() -> dict[str, str]:
    found: dict[str, str] = word_list("topics")
    return found


@cache
def _by_stem() -> dict[str, frozenset[str]]:
    known: dict[str, frozenset[str]] = {}
    for topic, listed in _listed().items():
        for word in words(listed):
            known[stem(word)] = known.get(stem(word), frozenset()) | {topic}
    return known


@lru_cache(maxsize=16384)
def _topics_of_word(word: str) -> frozenset[str]:
    """Return the topics of a word; of an unknown long one, those of a known word at either end."""
    known, own = _by_stem(), stem(word)
    if own in known:
        return known[own]
    found: frozenset[str] = frozenset()
    for size in range(_INSIDE, len(own) - 2):
        found |= known.get(own[:size], frozenset()) | known.get(own[-size:], frozenset())
    return found


@lru_cache(maxsize=8192)
def topics_of(text: str) -> Topics:
    """Return the topics of a text; a word of many topics says less of each."""
    return _topics_of(_content(text))


@lru_cache(maxsize=8192)
def first_topics_of(text: str) -> Topics:
    """Return the topics of the words that begin a text."""
    return _topics_of(_content(text)[:_FIRST])


def _content(text: str) -> list[str]:
    return [word for word in words(text) if word not in LINKING]


def _topics_of(said: Iterable[str]) -> Topics:
    found: dict[str, float] = {}
    for word in said:
        # A fixed order, so that sums over the topics are the same in every run.
        topics = sorted(_topics_of_word(word))
        for topic in topics:
            found[topic] = max(found.get(topic, 0.0), 1.0 / sqrt(len(topics)))
    return found
