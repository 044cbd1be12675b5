"""What the texts of two statements show of whether a reader puts them side by side.

Everything is seen offline, in the lists alone: words in common, words that speak of the same thing,
and what is done first. What many statements of a list share tells little.
"""

from collections import Counter
from collections.abc import Sequence
from math import log
from typing import NamedTuple

from laddereditor.align.common_words import GENERAL
from laddereditor.align.language_features import stem
from laddereditor.align.topics import ContentWord, content_words
from laddereditor.align.word_similarity import WordSimilarity

Seen = tuple[float, ...]
Scores = dict[tuple[int, int], float]
NAMES = ("share of words", "like words", "share of first words", "contained")
_MOST = 1.5  # like words that weigh more say no more
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
        self._similarity = similarity
        self._texts: dict[str, _KnownText] = {}
        self._near: dict[str, dict[str, float]] = {}
        said = [{one.word for one in content_words(text)} for texts in columns for text in texts]
        stems = Counter(one for text in said for one in {stem(word) for word in text})
        self._times = {one: number / len(columns) for one, number in stems.items()}
        self._about: dict[str, list[str]] = {}  # the words of a stem or topic
        for word in dict.fromkeys(word for text in said for word in sorted(text)):
            for one in self._subjects(word):
                self._about.setdefault(one, []).append(word)

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
        ones = [(at, *self._known(left[at])) for at in lefts]
        others = [(at, *self._known(right[at])) for at in rights]
        found: dict[tuple[int, int], Seen] = {}
        for old, here, start in ones:
            for new, there, beginning in others:
                mine = here.common(there)
                both = mine + there.common(here) if mine else 0.0
                if both >= _SAYS_SOMETHING:
                    first = start.common(beginning) + beginning.common(start)
                    found[old, new] = (
                        both / (here.weight + there.weight),
                        min(_MOST, both / 2),
                        first / (start.weight + beginning.weight),
                        max(mine / here.weight, (both - mine) / there.weight),
                    )
        return found

    def _known(self, text: str) -> "_KnownText":
        if text not in self._texts:
            said = [(one.word, self._weight(one)) for one in content_words(text)]
            self._texts[text] = _KnownText(self._with_near(said), self._with_near(said[:_FIRST]))
        return self._texts[text]

    def _with_near(self, said: Sequence[tuple[str, float]]) -> "_KnownWords":
        near: dict[str, float] = {}
        for word, _ in said:
            for other, value in self._words_near(word).items():
                if value > near.get(other, 0.0):
                    near[other] = value
        return _KnownWords(said, near, sum(weight for _, weight in said))

    def _weight(self, said: ContentWord) -> float:
        weight = 1.0 / (1.0 + _RARITY * log(max(1.0, self._times[stem(said.word)])))
        weight *= _GENERAL if said.word in GENERAL else 1.0
        return weight * (_NARROWING if said.is_modifier else 1.0)

    def _words_near(self, word: str) -> dict[str, float]:
        """Return the words of the columns that are like a word, and how alike they are."""
        if word not in self._near:
            others = {other for one in self._subjects(word) for other in self._about[one]}
            self._near[word] = {other: self._similarity.of(word, other) for other in others}
        return self._near[word]

    def _subjects(self, word: str) -> list[str]:
        return [f"={stem(word)}", *self._similarity.topics_of(word)]


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


class _KnownText(NamedTuple):
    """The words of a text, and those at its start."""

    all: _KnownWords
    first: _KnownWords
