"""How alike two statements are, from 0 to 1.

Three measures together: the weighted share of words in common (Dice's coefficient, Dice 1945), how
far the one is contained in the other (overlap coefficient), and the share of letters kept in order
(Indel similarity, from the longest common subsequence), less what any two texts have in common.
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

ALIKE = 0.45  # from here on two statements are one statement that was reworded

_NEARLY_EQUAL = 0.99  # letters and digits are the same; case, signs or spaces are not
_REWORDED_AT_MOST = 0.98
MANY_PAIRS = 500_000  # texts of two lists: of more pairs, only those with rare words are compared
LETTERS_COMPARED = 5000  # of each text
_COMMON, _WITHIN, _LETTERS = 0.4, 0.3, 0.3
_LETTERS_BY_CHANCE = 0.4
_SLACK = 1e-6  # for rounding
_RARITY = 0.6
_STOCK = 0.15  # what is left of the weight of a word in a stock phrase
_CONTAINED, _MOSTLY, _ENOUGH = 0.1, 0.7, 1.3  # one grew out of the other, which says enough


class Measure:
    """Weighs words by how many statements of one list have them, over some lists.

    What stands in many statements of a list tells none of them apart. Neither the order of the
    lists nor that of their texts matters.
    """

    def __init__(self, lists: Iterable[Sequence[str]]) -> None:
        """Count the words of some lists."""
        self._rarity: dict[str, float] = {}
        distinct = [set(texts) for texts in lists]
        for texts in distinct:
            self._count(texts)
        self._stock = stock_phrases(distinct)

    def _count(self, texts: set[str]) -> None:
        seen: dict[str, int] = {}
        for text in texts:
            for part in features(text):
                seen[part] = seen.get(part, 0) + 1
        for part, times in seen.items():
            if times > 1:
                rarity = 1.0 / (1.0 + _RARITY * log(times))
                self._rarity[part] = min(rarity, self._rarity.get(part, 1.0))

    def likeness(self, before: str, after: str) -> float:
        """Return how alike two texts are; 1.0 only for equal texts; the same either way round."""
        if before == after:
            return 1.0
        alike = self.alike([before], [after])
        return alike[0][2] if alike else 0.0

    def alike(
        self, left: Sequence[str], right: Sequence[str], least: float = 0.0
    ) -> list[tuple[str, str, float]]:
        """Return the pairs of texts of two lists that are at least so alike."""
        news = [self._known(text) for text in right]
        parts = [new.parts for new in news]
        index = indexed(dict(enumerate(parts)))
        many = len(left) * len(right) > MANY_PAIRS
        found = []
        for text in left:
            old = self._known(text)
            likely = shared_rarely(old.parts, index, parts) if many else shared(old.parts, index)
            for place, common in likely.items():
                value = _likeness(old, news[place], common, least)
                if value >= least:
                    found.append((text, right[place], value))
        return found

    def _known(self, text: str) -> "_Known":
        rarity = self._rarity
        parts = {part: weight * rarity.get(part, 1.0) for part, weight in features(text).items()}
        letters = own = bare(text)
        stock = stock_places(text, self._stock) if self._stock else ()
        if stock:
            said = spelled(text)
            own = "".join(word for place, (word, _) in enumerate(said) if place not in stock)
            for part in {part for place in stock for part in said[place][1]} & parts.keys():
                parts[part] *= _STOCK
        return _Known(text, letters, own, parts, sum(parts.values()))


class _Known(NamedTuple):
    """A text and what it is known by."""

    text: str
    letters: str
    own: str  # the letters of words that belong to no stock phrase
    parts: Features
    weight: float


def _likeness(old: _Known, new: _Known, common: float, least: float) -> float:
    """Return how alike two texts are; nothing if they are certainly less alike than asked."""
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
    # Sums differ in their last digits with the order of their terms; likeness must not.
    return min(_REWORDED_AT_MOST, round(value, 6))


def _same_letters(one: str, other: str, least: float) -> float:
    """Return the share of letters kept in order, above chance; nothing if it is below `least`."""
    one, other = one[:LETTERS_COMPARED], other[:LETTERS_COMPARED]
    cutoff = least * (1 - _LETTERS_BY_CHANCE) + _LETTERS_BY_CHANCE if least > 0 else 0.0
    share = Indel.normalized_similarity(one, other, score_cutoff=cutoff)
    return max(0.0, (share - _LETTERS_BY_CHANCE) / (1 - _LETTERS_BY_CHANCE))
