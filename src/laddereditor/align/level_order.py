"""What the order of two lists shows of which of their statements belong together.

Authors mostly keep the order of their statements from level to level. If they do, the pairs of two
lists never cross, and the chance of each pair follows from all ways to pair the lists without a
crossing, each weighed by its pairs: the forward and backward sums of a pair hidden Markov model
(Durbin and others, Biological Sequence Analysis, 1998). Sure pairs beside a pair thus speak for it.
"""

from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise
from math import exp
from typing import NamedTuple

from laddereditor.align.level_features import Scores

_SAYS_SOMETHING = 0.15  # the chance from which a pair says something of the order of the lists
# So much of the order is believed before anything is seen, and with the weight of so many sure
# pairs. Chosen by cross-validation.
_BELIEVED, _BELIEF = 0.5, 2.0
_MANY_CELLS = 10_000  # of one list times the other; in longer lists the order is not looked at
_HEAVIEST = 200.0  # weight of a pair; with more, the sums of the longest lists would overflow
Pairs = Sequence[tuple[int, int]]
OrderTable = list[list[float]]


class OrderWeights(NamedTuple):
    """How the weight of a pair between lists in one order follows from what its texts say."""

    scale: float
    shift: float  # what the order adds
    stranger: float  # the log-odds of two texts that have nothing in common

    def weight(self, score: float) -> float:
        """Return the weight of a pair against leaving both alone."""
        return min(_HEAVIEST, exp(self.scale * score + self.shift))


def equal_pairs(left: Sequence[str], right: Sequence[str]) -> Pairs:
    """Return the places of equal texts in two lists, the first copy of a text in each."""
    there = {text: place for place, text in reversed(list(enumerate(right)))}
    here = {text: place for place, text in reversed(list(enumerate(left)))}
    return sorted((place, there[text]) for text, place in here.items() if text in there)


def kept_order(chances: Scores, sure: Pairs) -> float:
    """Return how far likely and sure pairs keep the order of their lists, from 0 to 1."""
    likely = [(*pair, value) for pair, value in chances.items() if value >= _SAYS_SOMETHING]
    kept, seen = _BELIEF * _BELIEVED, _BELIEF
    for (one, other, weight), (two, new, more) in combinations(_with_sure(likely, sure), 2):
        if one != two and other != new:
            both = weight * more
            kept += both if (one < two) == (other < new) else -both
            seen += both
    return max(0.0, kept / seen)


def _with_sure(
    likely: Iterable[tuple[int, int, float]], sure: Pairs
) -> list[tuple[int, int, float]]:
    return [*likely, *((one, other, 1.0) for one, other in sure)]


def ordered_chances(
    scores: Scores, sure: Pairs, sizes: tuple[int, int], weights: OrderWeights
) -> Scores:
    """Return the chance of each pair if both lists are in the same order.

    Args:
        scores: The log-odds of each pair by what its texts say.
        sure: Pairs that are made already.
        sizes: How many statements each of the lists has.
        weights: What the order adds.

    Returns:
        The chance of each pair that has a score; nothing if the lists are very long.
    """
    if sizes[0] * sizes[1] > _MANY_CELLS:
        return {}
    table = weighed(scores, sure, sizes, weights)
    before = sums(table)
    after = sums([row[::-1] for row in reversed(table)])
    total = before[-1][-1]
    return {
        (one, other): before[one][other]
        * table[one][other]
        * after[sizes[0] - one - 1][sizes[1] - other - 1]
        / total
        for one, other in scores
    }


def weighed(
    scores: Scores,
    sure: Pairs,
    sizes: tuple[int, int],
    weights: OrderWeights,
) -> OrderTable:
    """Return the weight of each pair; 0 where one of the two is taken.

    Args:
        scores: The scores of the pairs that may be made.
        sure: The pairs that are made already.
        sizes: How many texts each of the two lists has.
        weights: What a score weighs, and a pair without one.
    """
    stranger = weights.weight(weights.stranger)
    table = [[stranger] * sizes[1] for _ in range(sizes[0])]
    for (one, other), score in scores.items():
        table[one][other] = weights.weight(score)
    for one, other in sure:
        table[one] = [0.0] * sizes[1]
        for row in table:
            row[other] = 0.0
    last = -1
    for one, other in sure:  # those that cross a former one are only taken out
        if other > last:
            table[one][other] = _HEAVIEST
            last = other
    return table


def sums(table: OrderTable) -> OrderTable:
    """Return for each start of both lists the sum over all ways to pair them without a crossing."""
    rows = [[1.0] * (len(table[0]) + 1)]
    for weights in table:
        above = rows[-1]
        row, last = [1.0], 1.0
        for weight, (corner, over) in zip(weights, pairwise(above), strict=True):
            last += over + (weight - 1.0) * corner
            row.append(last)
        rows.append(row)
    return rows
