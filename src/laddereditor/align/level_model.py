"""Which statements of two levels a reader puts side by side: a scored model, learnt from labels.

Two logistic regressions (Cox 1958) follow each other: the first scores a pair by what is seen of
it, the second by that score and by how much better it is than what else each of the two could pair
with. `bench/learn_levels.py` learns the weights from the lists of `tests/align/labelled` that may
be tuned on, and writes them to `resources/words/level_pairs.yaml`; `bench/matching.py` prints how
well they do, also on lists that were kept aside.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from typing import Any

import yaml

from laddereditor.align.corrections import NO_CORRECTIONS, PairCorrections
from laddereditor.align.level_features import NAMES, LevelFeatures, Seen
from laddereditor.assets import resource

_NO_OTHER = -6.0  # the score of a partner that there is not
_MOST_AHEAD = 3.0  # a larger lead over the other partners says no more
# The probability that a pair needs between levels that are not neighbours: the labels are of
# neighbours, and what two levels skip is more often a coincidence. Our choice.
_LEAST_FAR = 0.85
LEADS = ("score", "lead before", "lead after")


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of one regression; `bias` is what nothing else says."""

    bias: float
    each: tuple[float, ...]

    def score(self, seen: Sequence[float]) -> float:
        """Return the log-odds that a pair belongs together."""
        return self.bias + sum(one * value for one, value in zip(self.each, seen, strict=True))


@dataclass(frozen=True, slots=True)
class LevelWeights:
    """The weights of both regressions, and the probability from which a pair is made."""

    first: Weights
    second: Weights
    least: float


@cache
def level_weights() -> LevelWeights:
    """Return the weights that were learnt."""
    found = yaml.safe_load(resource("words", "level_pairs.yaml").read_text("utf-8"))
    return LevelWeights(
        _weights(found["first"], NAMES), _weights(found["second"], LEADS), float(found["least"])
    )


def _weights(listed: Mapping[str, Any], names: Sequence[str]) -> Weights:
    return Weights(float(listed["bias"]), tuple(float(listed[name]) for name in names))


Scores = dict[tuple[int, int], float]


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
        self._features = LevelFeatures(columns)
        self._weights = weights or level_weights()

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
        second = self._weights.second
        leads = leads_of({pair: self._weights.first.score(one) for pair, one in seen.items()})
        return {pair: probability(second.score(one)) for pair, one in leads.items()}


def leads_of(scores: Scores) -> dict[tuple[int, int], Seen]:
    """Return for each pair its score, and its lead over the other partners of either side."""
    by_left: dict[int, list[float]] = {}
    by_right: dict[int, list[float]] = {}
    for (one, other), score in scores.items():
        by_left.setdefault(one, []).append(score)
        by_right.setdefault(other, []).append(score)
    best_left = {one: _best_two(found) for one, found in by_left.items()}
    best_right = {one: _best_two(found) for one, found in by_right.items()}
    return {
        (one, other): (score, _lead(score, best_left[one]), _lead(score, best_right[other]))
        for (one, other), score in scores.items()
    }


def _best_two(scores: list[float]) -> tuple[float, float]:
    ordered = sorted(scores, reverse=True)[:2]
    return ordered[0], ordered[1] if len(ordered) > 1 else _NO_OTHER


def _lead(score: float, best: tuple[float, float]) -> float:
    other = best[1] if score == best[0] else best[0]
    return max(-_MOST_AHEAD, min(_MOST_AHEAD, score - max(other, _NO_OTHER)))


def probability(score: float) -> float:
    """Return the probability for log-odds."""
    return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, score))))
