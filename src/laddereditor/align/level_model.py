"""Which statements of two levels a reader puts side by side: a scored model, learnt from labels.

Two logistic regressions (Cox 1958) follow each other: the first scores a pair by what its texts
say, the second by that score, by its chance among all that the two could pair with, and by the
places, as far as the likely pairs keep the order of their lists. Chances are those of a soft
assignment (Sinkhorn 1967) in which each text may also stay alone. `bench/learn_levels.py` learns
the weights from the lists of `tests/align/labelled` that may be tuned on, and writes them to
`resources/words/level_pairs.yaml`; `bench/matching.py` prints how well they do, also on lists that
were kept aside.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from math import exp
from operator import mul
from typing import Any

from laddereditor.align.corrections import NO_CORRECTIONS, PairCorrections
from laddereditor.align.level_features import NAMES, PLACED, LevelFeatures, Scores, placed
from laddereditor.assets import word_list

_ROUNDS = 8  # of the soft assignment; more change no pair of the labelled lists
# The chance that a pair needs between levels that are not neighbours: the labels are of neighbours,
# and what two levels skip is more often a coincidence. Our choice.
_LEAST_FAR = 0.7


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of one regression; `bias` is what nothing else says."""

    bias: float
    each: tuple[float, ...]

    def score(self, seen: Sequence[float]) -> float:
        """Return the log-odds that a pair belongs together."""
        found: float = sum(map(mul, self.each, seen))
        return self.bias + found


@dataclass(frozen=True, slots=True)
class LevelWeights:
    """The weights of both regressions, and the probability from which a pair is made."""

    first: Weights
    second: Weights
    least: float
    topic_weights: Mapping[str, float] = field(default_factory=dict)  # how much each topic tells


@cache
def level_weights() -> LevelWeights:
    """Return the weights that were learnt."""
    found = word_list("level_pairs")
    return LevelWeights(
        _weights(found["first"], NAMES),
        _weights(found["second"], PLACED),
        float(found["least"]),
        found["topic_weights"],
    )


def _weights(listed: Mapping[str, Any], names: Sequence[str]) -> Weights:
    return Weights(float(listed["bias"]), tuple(float(listed[name]) for name in names))


class LevelModel:
    """Pairs the statements of several columns, two columns at a time."""

    def __init__(
        self,
        columns: Sequence[Sequence[str]],
        weights: LevelWeights | None = None,
        corrections: PairCorrections = NO_CORRECTIONS,
    ) -> None:
        """Look at the columns.

        Args:
            columns: The texts of each column.
            weights: These are used instead of those that were learnt.
            corrections: Pairs that a person parted are not made.
        """
        self._corrections = corrections
        self._columns = columns
        self._weights = weights or level_weights()
        self._features = LevelFeatures(columns, self._weights.topic_weights)

    def pairs(
        self, left: int, right: int, lefts: Sequence[int], rights: Sequence[int]
    ) -> list[tuple[int, int, float]]:
        """Return the pairs that belong together, most probable first, one to one.

        Args:
            left: The index of one column.
            right: The index of the other column.
            lefts: The places in the one column that have no partner yet.
            rights: The places in the other column that have no partner yet.

        Returns:
            The two places of each pair, and its probability.
        """
        found = self.probabilities(left, right, lefts, rights)
        least = self._weights.least if abs(left - right) == 1 else _LEAST_FAR
        likely = [(value, pair) for pair, value in found.items() if value >= least]
        taken_left: set[int] = set()
        taken_right: set[int] = set()
        chosen = []
        for value, (one, other) in sorted(likely, key=lambda hit: (-hit[0], hit[1])):
            if one not in taken_left and other not in taken_right:
                taken_left.add(one)
                taken_right.add(other)
                chosen.append((one, other, value))
        return chosen

    def probabilities(
        self, left: int, right: int, lefts: Sequence[int], rights: Sequence[int]
    ) -> Scores:
        """Return for each pair with anything in common the probability that it belongs together."""
        before, after = self._columns[left], self._columns[right]
        seen = {
            pair: one
            for pair, one in self._features.of(before, after, lefts, rights).items()
            if not self._corrections.are_apart(before[pair[0]], after[pair[1]])
        }
        scores = {pair: self._weights.first.score(one) for pair, one in seen.items()}
        where = placed(scores, chances(scores), before, after)
        return chances({pair: self._weights.second.score(one) for pair, one in where.items()})


def chances(scores: Scores) -> Scores:
    """Return the chance of each pair, if every text has one partner or none.

    Args:
        scores: The log-odds of each pair against both staying alone.
    """
    odds = {pair: exp(max(-30.0, min(30.0, score))) for pair, score in scores.items()}
    rows: dict[int, list[tuple[int, float]]] = {}
    columns: dict[int, list[tuple[int, float]]] = {}
    for (one, other), value in odds.items():
        rows.setdefault(one, []).append((other, value))
        columns.setdefault(other, []).append((one, value))
    lefts: dict[int, float] = {}
    rights = dict.fromkeys(columns, 1.0)
    for _ in range(_ROUNDS):
        for one, partners in rows.items():
            total = 1.0
            for other, value in partners:
                total += value * rights[other]
            lefts[one] = 1.0 / total
        for other, partners in columns.items():
            total = 1.0
            for one, value in partners:
                total += value * lefts[one]
            rights[other] = 1.0 / total
    return {pair: value * lefts[pair[0]] * rights[pair[1]] for pair, value in odds.items()}
