"""Which statements of two levels a reader puts side by side: a scored model, learnt from labels.

Two logistic regressions (Cox 1958) follow each other: the first scores a pair by what its texts
say, the second by its chance among all that the two could pair with, and by its chance if the lists
are in the same order, as far as the likely pairs keep it. Chances are those of a soft assignment
(Sinkhorn 1967) in which each text may also stay alone. `bench/learn_levels.py` learns the weights
and thresholds from the lists of `tests/align/labelled` that may be tuned on, and writes them to
`resources/words/level_pairs.yaml`; `bench/matching.py` prints how well they do, also on lists that
were kept aside.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from math import exp, log
from operator import mul
from typing import Any, Literal, NamedTuple

from laddereditor.align.corrections import NO_CORRECTIONS, PairCorrections, TextPair
from laddereditor.align.level_features import (
    NAMES,
    FrequentStems,
    LevelFeatures,
    Scores,
    Seen,
)
from laddereditor.align.level_order import (
    OrderWeights,
    Pairs,
    equal_pairs,
    kept_order,
    ordered_chances,
)
from laddereditor.align.word_similarity import WordSimilarity
from laddereditor.assets import word_list

PairingQuestion = Literal["levels", "families"]
PLACED = ("chance", "chance in order", "chance without order")
_ROUNDS = 8  # of the soft assignment; more change no pair of the labelled lists
_MANY_ANSWERS = 512  # that are remembered; a limit for memory
_EVEN = 0.02  # is added to a chance and to its opposite, so that none is certain


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of one regression; `bias` is what nothing else says."""

    bias: float
    each: tuple[float, ...]

    def scores(self, seen: Mapping[tuple[int, int], Seen]) -> Scores:
        """Return the log-odds that each pair belongs together."""
        bias, each = self.bias, self.each
        return {pair: bias + sum(map(mul, each, one)) for pair, one in seen.items()}


@dataclass(frozen=True, slots=True)
class Least:
    """The probabilities from which a pair is made, chosen by `bench/learn_levels.py`.

    Each is above one half, so that no text is in two pairs: its chances are one together at most.
    """

    levels: float
    families: float  # of one level
    # Between levels that are not neighbours: the labels are of neighbours, and what two levels skip
    # is more often a coincidence. Our choice.
    far: float = 0.7


class _AskedPairs(NamedTuple):
    """All that the probabilities of the pairs of two columns depend on, beside the weights."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    lefts: tuple[int, ...]  # the places that may be paired
    rights: tuple[int, ...]
    frequent: FrequentStems  # of all columns
    apart: frozenset[TextPair]  # by a person


@dataclass(frozen=True, slots=True)
class LevelWeights:
    """What was learnt."""

    first: Weights
    order: OrderWeights
    second: Weights
    least: Least
    similarity: WordSimilarity
    # What was asked before: an edit changes one column, and leaves the pairs of the others.
    known: dict[_AskedPairs, Scores] = field(default_factory=dict, compare=False, repr=False)


@cache
def level_weights() -> LevelWeights:
    """Return the weights that were learnt."""
    found = word_list("level_pairs")
    return LevelWeights(
        _weights(found["first"], NAMES),
        OrderWeights(**found["order"]),
        _weights(found["second"], PLACED),
        Least(**found["least"]),
        WordSimilarity(found["topic_weights"]),
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
        question: PairingQuestion = "levels",
    ) -> None:
        """Look at the columns.

        Args:
            columns: The texts of each column.
            weights: These are used instead of those that were learnt.
            corrections: Pairs that a person parted are not made.
            question: What the columns are.
        """
        self._corrections = corrections
        self._columns = [tuple(texts) for texts in columns]
        self._question = question
        self._weights = weights or level_weights()
        self._features = LevelFeatures(columns, self._weights.similarity)

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
        least = self._least(left, right)
        likely = ((*pair, value) for pair, value in found.items() if value >= least)
        return sorted(likely, key=lambda hit: (-hit[2], hit))

    def _least(self, left: int, right: int) -> float:
        if self._question == "families":
            return self._weights.least.families
        return self._weights.least.levels if abs(left - right) == 1 else self._weights.least.far

    def probabilities(
        self, left: int, right: int, lefts: Sequence[int], rights: Sequence[int]
    ) -> Scores:
        """Return for each pair with anything in common the probability that it belongs together.

        Args:
            left: The index of one column.
            right: The index of the other column.
            lefts: The places in the one column that may be paired.
            rights: The places in the other column that may be paired.
        """
        asked = _AskedPairs(
            self._columns[left],
            self._columns[right],
            tuple(lefts),
            tuple(rights),
            self._features.frequent,
            self._corrections.apart,
        )
        known = self._weights.known
        found = known.get(asked)
        if found is None:
            if len(known) >= _MANY_ANSWERS:
                known.clear()
            found = known[asked] = self._worked_out(asked)
        return found

    def _worked_out(self, asked: "_AskedPairs") -> Scores:
        before, after, lefts, rights = asked[:4]
        seen = self._features.of(before, after, lefts, rights)
        if asked.apart:
            parted = self._corrections.are_apart
            seen = {at: one for at, one in seen.items() if not parted(before[at[0]], after[at[1]])}
        scores = self._weights.first.scores(seen)
        sizes = len(before), len(after)
        where = placed(scores, equal_pairs(before, after), sizes, self._weights.order)
        return chances(self._weights.second.scores(where))


def placed(
    scores: Scores, sure: Pairs, sizes: tuple[int, int], weights: OrderWeights
) -> dict[tuple[int, int], Seen]:
    """Return what is seen of pairs among all others, as `PLACED` lists it.

    Args:
        scores: The score of each pair by what its texts say.
        sure: Pairs that are made already.
        sizes: How many statements each of the lists has.
        weights: What the order of the lists adds.
    """
    alone = chances(scores)
    order = kept_order(alone, sure)
    ordered = ordered_chances(scores, sure, sizes, weights)
    odds = _log_odds(alone)
    odds_in_order = _log_odds(ordered)
    return {
        pair: (odds[pair], order * odds_in_order.get(pair, 0.0), (1.0 - order) * odds[pair])
        for pair in scores
    }


def _log_odds(chances: Scores) -> Scores:
    return {
        pair: log((chance + _EVEN) / (1.0 - chance + _EVEN)) for pair, chance in chances.items()
    }


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
    for _ in range(_ROUNDS):  # loops, because sums of generators take twice the time
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
