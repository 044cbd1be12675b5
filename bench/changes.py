"""Prints how well the diff agrees with the labelled ladders and histories, and where it does not.

python bench/changes.py [open held_out] [--quiet] [--only ladders|histories]
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.compare.histories_read import (
    HALVES,
    Outcome,
    effect_told,
    outcome,
    read_histories,
)
from tests.compare.histories_read import (
    figures as history_figures,
)
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


def history_lines(name: str, outcomes: list[Outcome]) -> None:
    """Print the figures of one half of the histories, by class."""
    print(f"{name} histories: {len(outcomes)}")
    for sort, counted in history_figures(outcomes).items():
        print(
            f"  {sort or 'all classes':18} found {counted.found:3} of {counted.rewordings:3}"
            f"   effect right {counted.right:3}, unknown {counted.unknown:3},"
            f" wrong {counted.wrong:3}"
        )
    right = sum(result.is_right for result in outcomes)
    low = sum(result.is_low for result in outcomes)
    invented = sum(len(result.invented) for result in outcomes)
    print(f"  version step right {right} of {len(outcomes)}, too low {low}")
    print(f"  rewordings told that a reader denies: {invented}")


def history_disagreements(result: Outcome) -> None:
    """Print where the diff of one history disagrees with its labels."""
    lines = [f"    missed   {one.before} → {one.after}" for one in result.missed]
    lines += [f"    invented {one.before} → {one.after}" for one in result.invented]
    lines += [
        f"    {effect_told(one, change):8} {one.before} → {one.after}:"
        f" {change.effect} ({change.reason}), not {' or '.join(sorted(one.effects))}"
        for one, change in result.found
        if effect_told(one, change) != "right"
    ]
    if not result.is_right:
        lines.append(f"    step     {result.step}, not {' or '.join(sorted(result.history.steps))}")
    if lines:
        print(f"  {result.history.says}", *lines, sep="\n")


def histories(names: list[str], quiet: bool) -> None:
    """Print the figures of the histories."""
    together: list[Outcome] = []
    for name in names:
        outcomes = [outcome(history) for history in read_histories(name)]
        together += outcomes
        history_lines(name, outcomes)
        for result in () if quiet else outcomes:
            history_disagreements(result)
    if len(names) > 1:
        history_lines("together", together)


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", default=SETS)
    parser.add_argument("--quiet", action="store_true", help="leave out where they disagree")
    parser.add_argument("--only", choices=("ladders", "histories"), help="leave the others out")
    options = parser.parse_args()
    if options.only != "histories":
        ladders(options)
    if options.only != "ladders":
        histories([name for name in options.sets if name in HALVES], options.quiet)


def ladders(options: argparse.Namespace) -> None:
    """Print the figures of the labelled ladders."""
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
