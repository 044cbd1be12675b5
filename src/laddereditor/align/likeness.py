"""How alike two statements are, from 0 to 1.

Two measures together: the weighted share of words that both have (Dice's coefficient over words,
Dice 1945, with words that say little weighing little), and the share of letters kept in order
(Indel similarity, from the longest common subsequence). Long words count by their parts, so that
an ending or another half of a compound word does not make a stranger of them.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import log

from rapidfuzz.distance import Indel

from laddereditor.align.common_words import GENERAL, LINKING
from laddereditor.align.tokens import is_unspaced, words

_NEARLY_EQUAL = 0.99  # letters and digits are the same; case, signs or spaces are not
_REWORDED_AT_MOST = 0.98
_LONG_WORD = 9
_PART = 5

Features = dict[str, float]


def _stem(word: str) -> str:
    """Cut the endings that only bend a word."""
    for ending in ("ings", "ing", "ies", "ed", "es", "en", "er", "e", "s", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def _word_weight(word: str) -> float:
    if word in LINKING:
        return 0.1
    return 0.5 if word in GENERAL else 1.0


@lru_cache(maxsize=8192)
def _word_features(word: str) -> tuple[tuple[str, float], ...]:
    """Return the parts by which a word is known, and the weight of each."""
    weight = _word_weight(word)
    stem = _stem(word)
    if len(stem) < _LONG_WORD:
        return ((stem, weight),)
    parts = [stem[start : start + _PART] for start in range(len(stem) - _PART + 1)]
    return tuple((part, weight / len(parts)) for part in parts)


@lru_cache(maxsize=4096)
def features(text: str) -> Features:
    """Return what a text is known by, with the weight of each; not to be changed by the caller."""
    found: Features = {}
    last = ""
    for word in words(text):
        for part, weight in _word_features(word):
            found[part] = found.get(part, 0.0) + weight
        if is_unspaced(word) and last:
            found[last + word] = found.get(last + word, 0.0) + 1.0
        last = word if is_unspaced(word) else ""
    return found


@lru_cache(maxsize=4096)
def bare(text: str) -> str:
    """Return the letters and digits of a text in one case."""
    return " ".join(words(text))


class Measure:
    """Weighs words by how many statements of the same lists have them: a set-up, then a function.

    What stands in many statements of one list tells none of them apart.
    """

    def __init__(self, lists: Iterable[Sequence[str]]) -> None:
        """Count over the lists; neither their order nor that of their texts matters."""
        self._rarity: dict[str, float] = {}
        for texts in lists:
            self._count(set(texts))

    def _count(self, texts: set[str]) -> None:
        seen: dict[str, int] = {}
        for text in texts:
            for feature in features(text):
                seen[feature] = seen.get(feature, 0) + 1
        for feature, times in seen.items():
            rarity = 1.0 / (1.0 + 0.4 * log(times))
            self._rarity[feature] = min(rarity, self._rarity.get(feature, 1.0))

    def weighed(self, text: str) -> Features:
        """Return what a text is known by, weighed within the lists."""
        rarity = self._rarity
        return {part: weight * rarity.get(part, 1.0) for part, weight in features(text).items()}

    def likeness(self, before: str, after: str) -> float:
        """Return how alike two texts are; 1.0 only for equal texts; the same either way round."""
        return likeness(before, after, self.weighed(before), self.weighed(after))


def shared_weight(one: Features, other: Features) -> float:
    """Return the weight of what both are known by."""
    if len(other) < len(one):
        one, other = other, one
    return sum(min(weight, other[part]) for part, weight in one.items() if part in other)


def likeness(before: str, after: str, one: Features, other: Features) -> float:
    """Return how alike two texts are, given what they are known by."""
    if before == after:
        return 1.0
    if "".join(words(before)) == "".join(words(after)):
        return _NEARLY_EQUAL if words(before) else 0.0
    shared = shared_weight(one, other)
    weights = sorted((sum(one.values()), sum(other.values())))
    if not weights[0]:
        return 0.0
    common = 2 * shared / sum(weights)
    within = shared / weights[0]
    letters = Indel.normalized_similarity(*sorted((bare(before), bare(after))))
    return min(_REWORDED_AT_MOST, 0.5 * common + 0.2 * within + 0.3 * letters)
