"""Learns the weights of the model for levels from the labelled lists, and writes them.

python bench/learn_levels.py [--write]
"""

import argparse
import sys
from collections.abc import Sequence
from math import exp
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.align.labelled_levels import LevelCase, judged_levels, read_levels, shuffled

from laddereditor.align.level_features import NAMES, LevelFeatures, Seen
from laddereditor.align.level_model import LEADS, LevelWeights, Weights, leads_of

WRITTEN = Path(__file__).parents[1] / "resources" / "words" / "level_pairs.yaml"
_LEAST = 0.7  # by fourfold cross-validation, see `main`
_RIDGE, _RATE, _STEPS = 0.5, 1.5, 500
Rows = list[tuple[Seen, bool]]


def learnt(rows: Rows) -> Weights:
    """Return the weights of a logistic regression, by gradient descent with a ridge."""
    bias, each, count = 0.0, [0.0] * len(rows[0][0]), len(rows)
    for _ in range(_STEPS):
        change, changes = 0.0, [0.0] * len(each)
        for seen, is_pair in rows:
            score = bias + sum(one * value for one, value in zip(each, seen, strict=True))
            off = 1.0 / (1.0 + exp(-max(-30.0, min(30.0, score)))) - is_pair
            change += off
            for at, value in enumerate(seen):
                changes[at] += off * value
        bias -= _RATE * change / count
        each = [
            one - _RATE / count * (step + _RIDGE / 5 * one)
            for one, step in zip(each, changes, strict=True)
        ]
    return Weights(round(bias, 4), tuple(round(one, 4) for one in each))


def model_of(cases: Sequence[LevelCase]) -> LevelWeights:
    """Return the weights that these cases teach."""
    seen = [LevelFeatures(case.columns).of(*case.columns, *case.left_over) for case in cases]
    first = learnt(
        [
            (one, case.belongs(*pair))
            for case, found in zip(cases, seen, strict=True)
            for pair, one in found.items()
        ]
    )
    second = learnt(
        [
            (one, case.belongs(*pair))
            for case, found in zip(cases, seen, strict=True)
            for pair, one in leads_of({p: first.score(s) for p, s in found.items()}).items()
        ]
    )
    return LevelWeights(first, second, _LEAST)


def lessons(cases: Sequence[LevelCase]) -> list[LevelCase]:
    """Return what is learnt from: lists that keep the order twice, and once shuffled.

    Authors of ladders mostly keep the order of their statements from level to level, but not all.
    """
    return [*cases, *cases, *shuffled(cases, 1)]


def cross_validated(cases: Sequence[LevelCase], least: float) -> str:
    """Return the scores on each quarter with what the other three teach."""
    counts = []
    for quarter in range(4):
        taught = model_of(lessons([c for n, c in enumerate(cases) if n % 4 != quarter]))
        asked = [case for n, case in enumerate(cases) if n % 4 == quarter]
        weights = LevelWeights(taught.first, taught.second, least)
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
    cases = read_levels("levels_tuned")
    for least in (0.5, 0.6, 0.7, 0.8):
        print(f"cross-validated at {least}: {cross_validated(cases, least)}")
    found = model_of(lessons(cases))
    print(found)
    if options.write:
        listed = {
            "first": {"bias": found.first.bias, **dict(zip(NAMES, found.first.each, strict=True))},
            "second": {
                "bias": found.second.bias,
                **dict(zip(LEADS, found.second.each, strict=True)),
            },
            "least": found.least,
        }
        head = "# Written by bench/learn_levels.py --write for align/level_model.py.\n"
        WRITTEN.write_text(head + yaml.safe_dump(listed, sort_keys=False), "utf-8")


if __name__ == "__main__":
    main()
