"""Learns the weights of the model for levels from the labelled lists, and writes them.

python bench/learn_levels.py [--write]
"""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from math import exp, log
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.align.labelled_levels import LevelCase, judged_levels, read_levels, shuffled

from laddereditor.align.level_features import NAMES, PLACED, LevelFeatures, Seen, placed
from laddereditor.align.level_model import LevelWeights, Weights, chances
from laddereditor.align.topics import topics_of

WRITTEN = Path(__file__).parents[1] / "resources" / "words" / "level_pairs.yaml"
SETS = ("levels_tuned", "levels_more_tuned")
_LEAST = 0.45  # by fourfold cross-validation, see `main`
_RIDGE, _STEPS = 1.0, 12
_RARE, _LEAST_WEIGHT = 3.0, 0.3  # of the formula that says how much a topic tells
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
    """Return how much each topic tells: the less, the more statements are about it."""
    texts = [text for case in cases for column in case.columns for text in column]
    times = Counter(topic for text in texts for topic in topics_of(text))
    return {
        topic: round(max(_LEAST_WEIGHT, log(len(texts) / (number + 2)) / _RARE), 3)
        for topic, number in sorted(times.items())
    }


def model_of(cases: Sequence[LevelCase]) -> LevelWeights:
    """Return the weights that these cases teach."""
    weights = topic_weights(cases)
    first = learnt([row for case in cases for row in _rows(case, _seen(case, weights))])
    second: Rows = []
    for case in lessons(cases):
        scores = {pair: first.score(one) for pair, one in _seen(case, weights).items()}
        second += _rows(case, placed(scores, chances(scores), *case.columns))
    return LevelWeights(first, learnt(second), _LEAST, weights)


def _seen(case: LevelCase, weights: dict[str, float]) -> dict[tuple[int, int], Seen]:
    return LevelFeatures(case.columns, weights).of(*case.columns, *case.left_over)


def _rows(case: LevelCase, seen: dict[tuple[int, int], Seen]) -> Rows:
    return [(one, case.belongs(*pair)) for pair, one in seen.items()]


def lessons(cases: Sequence[LevelCase]) -> list[LevelCase]:
    """Return what is learnt from: lists that keep the order four times, and once shuffled.

    Authors of ladders mostly keep the order of their statements from level to level, but not all.
    """
    return [*cases, *cases, *cases, *cases, *shuffled(cases, 1)]


def cross_validated(cases: Sequence[LevelCase], least: float) -> str:
    """Return the scores on each quarter with what the other three teach."""
    counts = []
    for quarter in range(4):
        taught = model_of([case for n, case in enumerate(cases) if n % 4 != quarter])
        asked = [case for n, case in enumerate(cases) if n % 4 == quarter]
        weights = replace(taught, least=least)
        counts.append(judged_levels(asked, weights))
    found = sum(one.found["paraphrase"] for one in counts)
    of = sum(one.labelled["paraphrase"] for one in counts)
    right = sum(sum(one.found.values()) for one in counts)
    wrong = sum(len(one.wrong) for one in counts)
    return f"paraphrases {found}/{of}, precision {right / (right + wrong):.3f}"


def main() -> None:
    """Print the scores for several thresholds, and write the weights if that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help=f"write {WRITTEN.name}")
    options = parser.parse_args()
    cases = [case for name in SETS for case in read_levels(name)]
    for least in (0.35, 0.4, 0.45, 0.5, 0.6):
        print(f"cross-validated at {least}: {cross_validated(cases, least)}")
    found = model_of(cases)
    print(found)
    if options.write:
        listed = {
            "first": {"bias": found.first.bias, **dict(zip(NAMES, found.first.each, strict=True))},
            "second": {
                "bias": found.second.bias,
                **dict(zip(PLACED, found.second.each, strict=True)),
            },
            "least": found.least,
            "topic_weights": dict(found.topic_weights),
        }
        head = "# Written by bench/learn_levels.py --write for align/level_model.py.\n"
        WRITTEN.write_text(head + yaml.safe_dump(listed, sort_keys=False), "utf-8")


if __name__ == "__main__":
    main()
