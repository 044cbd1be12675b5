"""Learns the weights of the model for levels from the labelled lists, and writes them.

python bench/learn_levels.py [--write]
"""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from math import exp, log
from pathlib import Path
from zlib import crc32

import yaml

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.align.labelled_levels import LevelCase, LevelScore, judged_levels, read_levels, shuffled

from laddereditor.align.language_features import stem
from laddereditor.align.level_features import NAMES, LevelFeatures, Scores, Seen
from laddereditor.align.level_model import PLACED, Least, LevelWeights, Weights, placed
from laddereditor.align.level_order import OrderWeights, Pairs, equal_pairs, sums, weighed
from laddereditor.align.topics import content_words, topics_of_word
from laddereditor.align.word_similarity import WordSimilarity

WRITTEN = Path(__file__).parents[1] / "resources" / "words" / "level_pairs.yaml"
SETS = ("levels_tuned", "levels_more_tuned", "levels_late_tuned")
# By `cross_validate`: for levels the smallest at which 95 of 100 pairs are right. For families of
# one level none is, on 15 labelled cases; from this one on, more costs pairs and gains nothing.
_MINIMUM = Least(levels=0.51, families=0.58)
_RIDGE, _STEPS = 1.0, 12
# Of the formula that says how much a topic tells; by cross-validation.
_RARE, _MIN_WEIGHT, _TOLD, _MAX_TOLD, _DOUBT = 3.0, 0.3, 0.4, 2.0, 5
_ASKED = (0.51, 0.52, 0.54, 0.56, 0.58, 0.6, 0.65, 0.7)  # thresholds that are tried
_FORGOTTEN = (0, 30)  # of a hundred words
# What the order may add. A greater shift would be likelier on these lists, in which nearly every
# statement has a partner, but not in ladders whose levels have more of their own.
_SHIFT, _SCALES, _LESS = 3.0, (0.8, 1.0, 1.2, 1.5), (0.0, 0.5, 1.0, 1.5, 2.0)
Rows = list[tuple[Seen, bool]]


def learnt(rows: Rows) -> Weights:
    """Return the weights of a logistic regression with a ridge, by Newton's method."""
    count = len(rows[0][0]) + 1
    found = [0.0] * count
    asked = [((1.0, *seen), float(is_pair)) for seen, is_pair in rows]
    for _ in range(_STEPS):
        slope = [0.0, *(_RIDGE * one for one in found[1:])]
        bend = [[_RIDGE * (one == other > 0) for other in range(count)] for one in range(count)]
        for seen, is_pair in asked:
            score = sum(one * value for one, value in zip(found, seen, strict=True))
            chance = 1.0 / (1.0 + exp(-max(-30.0, min(30.0, score))))
            for at, value in enumerate(seen):
                slope[at] += (chance - is_pair) * value
                for other, more in enumerate(seen):
                    bend[at][other] += chance * (1.0 - chance) * value * more
        step = solved(bend, slope)
        found = [one - two for one, two in zip(found, step, strict=True)]
    return Weights(round(found[0], 4), tuple(round(one, 4) for one in found[1:]))


def solved(matrix: list[list[float]], sums: list[float]) -> list[float]:
    """Return the solution of linear equations, by Gauss-Jordan elimination."""
    rows = [[*row, total] for row, total in zip(matrix, sums, strict=True)]
    for at in range(len(rows)):
        pivot = max(range(at, len(rows)), key=lambda one: abs(rows[one][at]))
        rows[at], rows[pivot] = rows[pivot], rows[at]
        for other in range(len(rows)):
            factor = rows[other][at] / rows[at][at] if other != at else 0.0
            both = zip(rows[other], rows[at], strict=True)
            rows[other] = [one - factor * two for one, two in both]
    return [row[-1] / row[at] for at, row in enumerate(rows)]


def topic_weights(cases: Sequence[LevelCase]) -> dict[str, float]:
    """Return how much each topic tells.

    It tells the less, the more statements are about it, and the more often it is common to two that
    do not belong together (with `_DOUBT` pairs of the usual kind added to those that were seen).
    """
    texts = [text for case in cases for column in case.columns for text in column]
    times = Counter(topic for text in texts for topic in topics_of(text))
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for case in cases:
        left, right_column = case.columns
        for one, other in product(*case.left_over):
            both = topics_of(left[one]) & topics_of(right_column[other])
            (right if case.belongs(one, other) else wrong).update(both)
    usual = right.total() / wrong.total()
    found = {}
    for topic, number in sorted(times.items()):
        rarity = max(_MIN_WEIGHT, log(len(texts) / (number + 2)) / _RARE)
        ratio = (right[topic] + _DOUBT * usual) / (wrong[topic] + _DOUBT)
        told = 1.0 + _TOLD * log(ratio / usual)
        found[topic] = round(rarity * max(_MIN_WEIGHT, min(_MAX_TOLD, told)), 3)
    return found


def topics_of(text: str) -> set[str]:
    """Return the topics of all words of a text."""
    return {topic for said in content_words(text) for topic in topics_of_word(said.word)}


@dataclass(frozen=True)
class Lesson:
    """A labelled case with what is seen of its pairs."""

    case: LevelCase
    seen: dict[tuple[int, int], Seen]
    sure: Pairs
    forgotten: int  # of a hundred words

    @property
    def sizes(self) -> tuple[int, int]:
        """How many statements each list has."""
        return len(self.case.before), len(self.case.after)

    def scores(self, first: Weights) -> Scores:
        """Return the score of each pair by what its texts say."""
        return first.scores(self.seen)

    def rows(self, seen: Mapping[tuple[int, int], Seen]) -> Rows:
        """Return what is seen of each pair, and whether it is one."""
        return [(one, self.case.belongs(*pair)) for pair, one in seen.items()]


def forgetting(share: int) -> Callable[[str], frozenset[str]]:
    """Return what tells the topics of a word, but of so many words in a hundred does not know them.

    The lists of words were written by people who had seen the lists that are tuned on, so they know
    more of the words there than of those in any other ladder.
    """

    def topics_of_known(word: str) -> frozenset[str]:
        is_forgotten = crc32(stem(word).encode()) % 100 < share
        return frozenset() if is_forgotten else topics_of_word(word)

    return topics_of_known


def lesson(case: LevelCase, weights: Mapping[str, float], forgotten: int) -> Lesson:
    """Return a case as it is seen by somebody who does not know a share of the words.

    Args:
        case: The case.
        weights: How much each topic tells.
        forgotten: Of a hundred words, how many have no topics.
    """
    features = LevelFeatures(case.columns, WordSimilarity(weights, forgetting(forgotten)))
    seen = features.of(*case.columns, *case.left_over)
    return Lesson(case, seen, equal_pairs(*case.columns), forgotten)


def lessons(cases: Sequence[LevelCase], weights: Mapping[str, float]) -> list[Lesson]:
    """Return what is learnt from: lists that keep the order four times, and once shuffled.

    Authors of ladders mostly keep the order of their statements from level to level, but not all.
    Each is learnt from with all words and with some forgotten.
    """
    found = []
    for forgotten in _FORGOTTEN:
        found += 4 * [lesson(case, weights, forgotten) for case in cases]
        found += [lesson(case, weights, forgotten) for case in shuffled(cases, 1)]
    return found


def order_weights(taught: Sequence[Lesson], first: Weights) -> OrderWeights:
    """Return what the order of lists adds: the most likely values of a few, from lists in order."""
    asked = [one for one in taught if _keeps_order(one.case)]
    scored = [(one, one.scores(first)) for one in asked]
    choices = (
        OrderWeights(scale, _SHIFT, round(first.bias - less, 4))
        for scale, less in product(_SCALES, _LESS)
    )
    return max(choices, key=lambda one: sum(_likelihood(*case, one) for case in scored))


def _keeps_order(case: LevelCase) -> bool:
    after = [label for label, _ in case.after]
    both = [after.index(label) for label, _ in case.before if label in after]
    return both == sorted(both)


def _likelihood(taught: Lesson, scores: Scores, weights: OrderWeights) -> float:
    """Return the logarithm of the likelihood of the labelled pairs."""
    table = weighed(scores, taught.sure, taught.sizes, weights)
    pairs = product(range(taught.sizes[0]), range(taught.sizes[1]))
    right = sum(log(table[one][other]) for one, other in pairs if taught.case.belongs(one, other))
    return right - log(sums(table)[-1][-1])


def model_of(cases: Sequence[LevelCase]) -> LevelWeights:
    """Return the weights that these cases teach."""
    weights = topic_weights(cases)
    taught = lessons(cases, weights)
    once = {(one.case.title, one.forgotten): one for one in taught}.values()
    first = learnt([row for one in once for row in one.rows(one.seen)])
    order = order_weights(taught, first)
    second: Rows = []
    for one in taught:
        second += one.rows(placed(one.scores(first), one.sure, one.sizes, order))
    return LevelWeights(first, order, learnt(second), _MINIMUM, WordSimilarity(weights))


@dataclass(frozen=True)
class Fold:
    """A part of the cases, and what the others teach."""

    asked: Sequence[LevelCase]
    weights: LevelWeights
    topic_weights: Mapping[str, float]

    def score(self, least: float, forgotten: int = 0) -> LevelScore:
        """Return how well the cases are paired if a share of the words is not known."""
        similarity = WordSimilarity(self.topic_weights, forgetting(forgotten))
        weights = replace(self.weights, least=Least(least, least), similarity=similarity)
        return judged_levels(self.asked, weights)


def folds(cases: Sequence[LevelCase], count: int = 4) -> list[Fold]:
    """Return so many parts of the cases, each with what the other parts teach."""
    found = []
    for part in range(count):
        taught = [case for n, case in enumerate(cases) if n % count != part]
        asked = [case for n, case in enumerate(cases) if n % count == part]
        found.append(Fold(asked, model_of(taught), topic_weights(taught)))
    return found


def figures(scores: Sequence[LevelScore]) -> str:
    """Return the scores together in words."""
    found = sum(one.found["paraphrase"] for one in scores)
    of = sum(one.labelled["paraphrase"] for one in scores)
    right = sum(one.found.total() for one in scores)
    wrong = sum(len(one.wrong) for one in scores)
    return f"paraphrases {found}/{of} = {found / of:.2f}, precision {right / (right + wrong):.3f}"


def cross_validate(cases: Sequence[LevelCase]) -> None:
    """Print the scores by cross-validation: all words known, some forgotten, lists shuffled."""
    parts = folds(cases)
    for question in ("levels", "families"):
        asked = [
            replace(part, asked=[one for one in part.asked if one.question == question])
            for part in parts
        ]
        mixed = [replace(part, asked=shuffled(part.asked, 7)) for part in asked]
        for least in _ASKED:
            print(f"{question}, least {least}: {figures([one.score(least) for one in asked])}")
            print(f"  forgetful: {figures([one.score(least, _FORGOTTEN[-1]) for one in asked])}")
            print(f"  shuffled: {figures([one.score(least) for one in mixed])}")


def main() -> None:
    """Print the scores for several thresholds, and write the weights if that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help=f"write {WRITTEN.name}")
    options = parser.parse_args()
    cases = [case for name in SETS for case in read_levels(name)]
    cross_validate(cases)
    found = model_of(cases)
    print(found)
    if options.write:
        listed = {
            "first": {"bias": found.first.bias, **dict(zip(NAMES, found.first.each, strict=True))},
            "order": found.order._asdict(),
            "second": {
                "bias": found.second.bias,
                **dict(zip(PLACED, found.second.each, strict=True)),
            },
            "least": {"levels": found.least.levels, "families": found.least.families},
            "topic_weights": topic_weights(cases),
        }
        head = "# Written by bench/learn_levels.py --write for align/level_model.py.\n"
        WRITTEN.write_text(head + yaml.safe_dump(listed, sort_keys=False), "utf-8")


if __name__ == "__main__":
    main()
