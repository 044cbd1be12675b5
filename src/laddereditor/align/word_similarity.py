"""How much two words speak of the same thing, by their stems and the topics they share."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from math import sqrt

from laddereditor.align.language_features import stem
from laddereditor.align.topics import topics_of_word

_MANY_PAIRS, _MANY_WORDS = 200_000, 16_384  # that are remembered; a limit for memory


class WordSimilarity:
    """Compares words by their topics, each weighed by how much it tells."""

    def __init__(
        self,
        topic_weights: Mapping[str, float],
        topics_of: Callable[[str], frozenset[str]] = topics_of_word,
    ) -> None:
        """Remember what topics tell.

        Args:
            topic_weights: How much each topic tells; 1 for those that are not named.
            topics_of: Tells the topics of a word.
        """
        self.topics_of = topics_of
        self._weights = topic_weights
        self._lengths: dict[str, float] = {}
        self._known = lru_cache(maxsize=_MANY_PAIRS)(self._measured)
        self._subjects = lru_cache(maxsize=_MANY_WORDS)(self._stem_and_topics)

    @property
    def of(self) -> Callable[[str, str], float]:
        """Return how alike two words are, from 0 to 1: 1 for one stem, else by their topics."""
        return self._known

    @property
    def subjects_of(self) -> Callable[[str], tuple[str, ...]]:
        """Return the stem and the topics of a word: two words that share none are not alike."""
        return self._subjects

    def _stem_and_topics(self, word: str) -> tuple[str, ...]:
        return (f"={stem(word)}", *self.topics_of(word))

    def _measured(self, one: str, other: str) -> float:
        if stem(one) == stem(other):
            return 1.0
        both = sorted(self.topics_of(one) & self.topics_of(other))
        if not both:
            return 0.0
        weights = [self._weights.get(topic, 1.0) for topic in both]
        direction = sum(weight * weight for weight in weights)
        direction /= self._length(one) * self._length(other)
        return direction * min(1.0, max(weights))

    def _length(self, word: str) -> float:
        if word not in self._lengths:
            weights = [self._weights.get(topic, 1.0) for topic in sorted(self.topics_of(word))]
            self._lengths[word] = sqrt(sum(weight * weight for weight in weights))
        return self._lengths[word]
