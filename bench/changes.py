"""Prints how well the diff agrees with the labelled ladders, and where it does not.

python bench/changes.py [open held_out] [--quiet]
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.compare.labelled_changes import (
    SETS,
    Label,
    Reported,
    Score,
    Verdict,
    effect_score,
    judged,
    read_cases,
    scores,
)


def line(name: str, score: Score) -> None:
    """Print one score with its counts."""
    print(
        f"  {name:10} precision {score.precision:.3f}  recall {score.recall:.3f}"
        f"  ({score.right} right, {score.wrong} wrong, {score.missed} missed)"
    )


def figures(name: str, verdicts: list[Verdict]) -> None:
    """Print the scores of a set."""
    print(f"{name}: {len(verdicts)} pairs of ladders")
    for kind, score in scores(verdicts).items():
        if score != Score():
            line(kind or "all kinds", score)
    line("effects", effect_score(verdicts))


def disagreements(verdict: Verdict) -> None:
    """Print where the diff of one case disagrees with its labels."""
    if not (verdict.missed or verdict.wrong or verdict.effects_wrong or verdict.effects_missed):
        return
    print(f"  {verdict.case.name}: {verdict.case.says}")
    for label in verdict.missed:
        print(f"    missed  {_line(label)}")
    for one in verdict.wrong:
        print(f"    false   {_line(one)}")
    for label, one in verdict.effects_wrong:
        print(f"    effect  {_line(one)}: {one.effect}, not {' or '.join(sorted(label.effects))}")
    for label, one in verdict.effects_missed:
        print(f"    unclear {_line(one)}: {' or '.join(sorted(label.effects))}")


def _line(one: Label | Reported) -> str:
    origin = f" from {one.origin}" if one.origin else ""
    return f"{one.kind} {one.address} {one.field}{origin} [{one.text[:160]}]"


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", default=SETS)
    parser.add_argument("--quiet", action="store_true", help="leave out where they disagree")
    options = parser.parse_args()
    everything: list[Verdict] = []
    for name in options.sets:
        verdicts = [judged(case) for case in read_cases(name)]
        everything += verdicts
        figures(name, verdicts)
        for verdict in () if options.quiet else verdicts:
            disagreements(verdict)
    if len(options.sets) > 1:
        figures("together", everything)


if __name__ == "__main__":
    main()
