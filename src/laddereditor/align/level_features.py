"""What the texts of two statements show of whether a reader puts them side by side.

Everything is seen offline, in the lists alone: words in common, words that speak of the same thing,
and what is done first. What many statements of a list share tells little.
"""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import chain
from math import log
from typing import NamedTuple

from laddereditor.align.common_words import GENERAL
from laddereditor.align.language_features import stem
from laddereditor.align.topics import content_words
from laddereditor.align.word_similarity import WordSimilarity

Seen = tuple[float, ...]
Scores = dict[tuple[int, int], float]
FrequentStems = frozenset[tuple[str, float]]  # with how many statements of a list have each
NAMES = ("share of words", "like words", "share of first words", "contained")
_MAXIMUM = 1.5  # like words that weigh more say no more
_FIRST = 3  # words at the start, which say what is done to what
# How fast a word loses weight with the statements of a list that have it, and what is left of the
# weight of an adjective and of a word that says little of any subject. Our choice.
_RARITY, _NARROWING, _GENERAL = 0.6, 0.25, 0.3
# From this weight of like words on both sides together, two texts have something in common: an
# adjective alone (twice 0.25) or a word of any subject alone (twice 0.3) is no evidence.
_SAYS_SOMETHING = 0.7


class LevelFeatures:
    """Measures pairs of statements of several columns."""

    def __init__(self, columns: Sequence[Sequence[str]], similarity: WordSimilarity) -> None:
        """Count the words of the columns.

        Args:
            columns: The texts of each column.
            similarity: Compares words.
        """
        self._columns = columns
        self._alike, self._subjects_of = similarity.of, similarity.subjects_of
        self._texts: dict[str, _KnownText] = {}
        self._near: dict[str, dict[str, float]] = {}
        stems = Counter(chain.from_iterable(map(_stems, chain.from_iterable(columns))))
        many = len(columns)
        # How many statements of a list have a stem, of those that are not rare.
        self._times = {one: count / many for one, count in stems.items() if count > many}

    @property
    def frequent(self) -> FrequentStems:
        """What the features of two columns depend on beside their own texts."""
        return frozenset(self._times.items())

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
        others = [self._known(right[at]) for at in rights]
        wholes = [one.all for one in others]
        found: dict[tuple[int, int], Seen] = {}
        for old in lefts:
            here, start = self._known(left[old])
            common = zip(rights, others, here.common_with(wholes), strict=True)
            for new, (there, beginning), mine in common:
                both = mine + there.common(here) if mine else 0.0
                if both >= _SAYS_SOMETHING:
                    first = start.common(beginning) + beginning.common(start)
                    found[old, new] = (
                        both / (here.weight + there.weight),
                        min(_MAXIMUM, both / 2),
                        first / (start.weight + beginning.weight),
                        max(mine / here.weight, (both - mine) / there.weight),
                    )
        return found

    def _known(self, text: str) -> "_KnownText":
        found = self._texts.get(text)
        if found is None:
            said = self._weighed(text)
            found = _KnownText(self._with_near(said), self._with_near(said[:_FIRST]))
            self._texts[text] = found
        return found

    def _with_near(self, said: Sequence[tuple[str, float]]) -> "_KnownWords":
        near: dict[str, float] = {}
        total = 0.0
        for word, weight in said:
            total += weight
            for other, value in (self._near.get(word) or self._words_near(word)).items():
                if value > near.get(other, 0.0):
                    near[other] = value
        return _KnownWords(said, near, total)

    def _weighed(self, text: str) -> list[tuple[str, float]]:
        """Return the words of a text, each with how much it tells."""
        found = []
        for word, is_modifier in content_words(text):
            weight = 1.0 / (1.0 + _RARITY * log(self._times.get(stem(word), 1.0)))
            weight *= _GENERAL if word in GENERAL else 1.0
            found.append((word, weight * (_NARROWING if is_modifier else 1.0)))
        return found

    def _words_near(self, word: str) -> dict[str, float]:
        """Return the words of the columns that are like a word, and how alike they are."""
        near = self._near.setdefault(word, {})
        for subject in self._subjects_of(word):
            for other in self._about[subject]:
                if other not in near:
                    pair = (word, other) if word <= other else (other, word)  # remembered once
                    near[other] = self._alike(*pair)
        return near

    @cached_property
    def _about(self) -> dict[str, list[str]]:
        """The words of the columns by their stems and topics."""
        found: dict[str, list[str]] = {}
        texts = chain.from_iterable(self._columns)
        for word in dict.fromkeys(chain.from_iterable(map(_distinct, texts))):
            for subject in self._subjects_of(word):
                found.setdefault(subject, []).append(word)
        return found


@lru_cache(maxsize=8192)
def _distinct(text: str) -> tuple[str, ...]:
    """Return the words of a text, each once."""
    return tuple(dict.fromkeys(one.word for one in content_words(text)))


@lru_cache(maxsize=8192)
def _stems(text: str) -> frozenset[str]:
    return frozenset(map(stem, _distinct(text)))


class _KnownWords(NamedTuple):
    """Words with how much each tells, and all words that are like one of them."""

    words: Sequence[tuple[str, float]]
    near: dict[str, float]
    weight: float

    def common(self, other: "_KnownWords") -> float:
        """Return how much of the words is like words on the other side."""
        near, found = other.near, 0.0
        for word, weight in self.words:
            if word in near:
                found += weight * near[word]
        return found

    def common_with(self, others: Sequence["_KnownWords"]) -> list[float]:
        """Return the same for each of many; as `common`, without a call for each."""
        found = []
        for other in others:
            near, common = other.near, 0.0
            for word, weight in self.words:
                if word in near:
                    common += weight * near[word]
            found.append(common)
        return found


class _KnownText(NamedTuple):
    """The words of a text, and those at its start."""

    all: _KnownWords
    first: _KnownWords
