"""Measure how similar two statements are, from 0 to 1.

Three measures are combined: the weighted share of common words (Dice's coefficient, Dice 1945), how
far one text is contained in the other (overlap coefficient), and the share of letters kept in order
(Indel similarity, from the longest common subsequence). What any two texts have in common by chance
is subtracted.

The weights are the program's own. They were chosen on the labelled lists of `tests/align/labelled`
and are checked on the lists there that were kept aside; `bench/matching.py` prints the figures.
"""

from collections.abc import Iterable, Sequence
from math import log
from typing import NamedTuple

from rapidfuzz.distance import Indel

from laddereditor.align.boilerplate import stock_phrases, stock_places
from laddereditor.align.language_features import (
    Features,
    features,
    indexed,
    shared,
    shared_rarely,
    spelled,
)
from laddereditor.align.tokens import bare

# Similarity from which two statements are one that was reworded. On the labelled lists (255 pairs)
# 0.45 gives 3 wrong pairs and misses 6; 0.35 gives 7 and misses 3; 0.55 gives 1 and misses 15.
ALIKE = 0.45

_NEARLY_EQUAL = 0.99  # only case, punctuation or spaces differ
_REWORDED_AT_MOST = 0.98  # so that no rewording counts as nearly equal
# The next two keep the time bounded: see the limits in docs/speed.md.
MANY_PAIRS = 500_000  # pairs of texts; of more, only those with rare words are compared
LETTERS_COMPARED = 5000  # of each text
_COMMON, _WITHIN, _LETTERS = 0.4, 0.3, 0.3  # weights of the three measures
# Share of letters that unrelated texts have in common. On the labelled lists 0.4 gives 3 wrong
# pairs and misses 6; 0.25 gives 5 and misses 2; 0.55 gives 2 and misses 13.
_LETTERS_BY_CHANCE = 0.4
_SLACK = 1e-6  # for rounding
_RARITY = 0.6  # how fast a word loses weight with the statements that have it
_STOCK = 0.15  # factor of the weight of a word in a stock phrase
_CONTAINED, _MOSTLY, _ENOUGH = 0.1, 0.7, 1.3  # one grew out of the other, which says enough


class Measure:
    """Weighs words by how many statements of a list have them.

    A word that many statements of a list share does not distinguish them: the idea of inverse
    document frequency (Spärck Jones 1972), with a formula of the program's own. Neither
    the order of the lists nor that of their texts matters.
    """

    def __init__(self, lists: Iterable[Sequence[str]]) -> None:
        """Count the words of some lists."""
        self._rarity: dict[str, float] = {}
        distinct = [set(texts) for texts in lists]
        for texts in distinct:
            self._count(texts)
        self._stock = stock_phrases(distinct)
        self._texts: dict[str, _Known] = {}

    def _count(self, texts: set[str]) -> None:
        seen: dict[str, int] = {}
        for text in texts:
            for part in features(text):
                seen[part] = seen.get(part, 0) + 1
        for part, times in seen.items():
            if times > 1:
                rarity = 1.0 / (1.0 + _RARITY * log(times))
                self._rarity[part] = min(rarity, self._rarity.get(part, 1.0))

    def similarity(self, before: str, after: str) -> float:
        """Return how similar two texts are, from 0 to 1; 1.0 only for equal texts; symmetric."""
        if before == after:
            return 1.0
        alike = self.alike([before], [after])
        return alike[0][2] if alike else 0.0

    def alike(
        self, left: Sequence[str], right: Sequence[str], least: float = 0.0
    ) -> list[tuple[str, str, float]]:
        """Return the pairs of similar texts of two lists.

        Args:
            left: The texts of one list.
            right: The texts of the other list.
            least: The least similarity of a pair, from 0 to 1.

        Returns:
            Each pair of texts with its similarity.
        """
        new_items = [self._known(text) for text in right]
        parts = [new.parts for new in new_items]
        index = indexed(dict(enumerate(parts)))
        many = len(left) * len(right) > MANY_PAIRS
        found = []
        for text in left:
            old = self._known(text)
            likely = shared_rarely(old.parts, index, parts) if many else shared(old.parts, index)
            for place, common in likely.items():
                value = _similarity(old, new_items[place], common, least)
                if value >= least:
                    found.append((text, right[place], value))
        return found

    def _known(self, text: str) -> "_Known":
        if text not in self._texts:
            self._texts[text] = self._weighed(text)
        return self._texts[text]

    def _weighed(self, text: str) -> "_Known":
        rarity = self._rarity
        parts = {part: weight * rarity.get(part, 1.0) for part, weight in features(text).items()}
        letters = own = bare(text)
        stock = stock_places(text, self._stock) if self._stock else ()
        if stock:
            words = spelled(text)
            own = "".join(word for place, (word, _) in enumerate(words) if place not in stock)
            for part in {part for place in stock for part in words[place][1]} & parts.keys():
                parts[part] *= _STOCK
        return _Known(text, letters, own, parts, sum(parts.values()))


class _Known(NamedTuple):
    """A text and its features."""

    text: str
    letters: str
    own: str  # the letters of words that belong to no stock phrase
    parts: Features
    weight: float


def _similarity(old: _Known, new: _Known, common: float, least: float) -> float:
    """Return how similar two texts are; 0 if they are certainly below `least`."""
    if old.text == new.text:
        return 1.0
    if old.letters == new.letters:
        return _NEARLY_EQUAL
    smaller = min(old.weight, new.weight)
    within = common / smaller
    value = _COMMON * 2 * common / (old.weight + new.weight) + _WITHIN * within
    if smaller >= _ENOUGH and within > _MOSTLY:
        value += _CONTAINED * (within - _MOSTLY) / (1 - _MOSTLY)
    needed = (least - value - _SLACK) / _LETTERS
    if needed > 1:
        return 0.0
    value += _LETTERS * _same_letters(old.own, new.own, needed)
    # Rounding of sums depends on the order of terms; the similarity must not.
    return min(_REWORDED_AT_MOST, round(value, 6))


def _same_letters(one: str, other: str, least: float) -> float:
    """Return the share of letters kept in order, above chance; 0 if it is below `least`."""
    one, other = one[:LETTERS_COMPARED], other[:LETTERS_COMPARED]
    cutoff = least * (1 - _LETTERS_BY_CHANCE) + _LETTERS_BY_CHANCE if least > 0 else 0.0
    share = Indel.normalized_similarity(one, other, score_cutoff=cutoff)
    return max(0.0, (share - _LETTERS_BY_CHANCE) / (1 - _LETTERS_BY_CHANCE))
