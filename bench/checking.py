"""Prints how long the rules take: on whole ladders, against reading the file, and after one edit.

python bench/checking.py [--sizes M L] [--rounds N] [--rules]
"""

import argparse
import statistics
import time
from collections import Counter
from collections.abc import Callable
from typing import Any

from laddereditor.model.base import evolve
from laddereditor.model.ladder import Ladder
from laddereditor.rules.check import CheckReport, check
from laddereditor.rules.registry import BY_SCOPE
from laddereditor.storage.files.document import read_bytes
from laddereditor.storage.text.collector import paused_collector
from laddereditor.storage.text.emit import emit
from make_ladders import SIZES, make_ladder


def seconds(work: Callable[[], Any]) -> float:
    """Return how much processor time one call takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def one_edit(ladder: Ladder, number: int) -> Ladder:
    """Return the ladder after a statement of one of its profiles was reworded."""
    place = number * 37 % len(ladder.families)
    family = ladder.families[place]
    profile, *higher = family.profiles
    first, *rest = profile.responsibilities
    reworded = evolve(profile, responsibilities=(f"{first} on day {number}", *rest))
    families = list(ladder.families)
    families[place] = evolve(family, profiles=(reworded, *higher))
    return evolve(ladder, families=tuple(families))


def level_edit(ladder: Ladder, number: int) -> Ladder:
    """Return the ladder after the summary of a level was reworded."""
    level, *others = ladder.levels
    return evolve(ladder, levels=(evolve(level, summary=f"{level.summary} {number}"), *others))


def after_edits(
    report: CheckReport, edit: Callable[[Ladder, int], Ladder], rounds: int
) -> tuple[float, float]:
    """Return the median and the longest time of a check after one edit, in milliseconds."""
    times = []
    for number in range(rounds):
        ladder = edit(report.ladder, number)
        start = time.process_time()
        report = check(ladder, report)
        times.append(1000 * (time.process_time() - start))
    return statistics.median(times), max(times)


def figures(size: str, rounds: int) -> str:
    """Return the figures of a ladder in words."""
    text = emit(make_ladder(*SIZES[size])).encode()
    with paused_collector(freeze=False):
        reading = seconds(lambda: read_bytes(text))
        ladder = read_bytes(text).ladder
        whole = seconds(lambda: check(ladder))
    with paused_collector(freeze=True):  # as a session does with a large ladder
        report = check(ladder)
    edit, slowest = after_edits(report, one_edit, rounds)
    of_level, _ = after_edits(report, level_edit, rounds)
    return (
        f"{size}: all rules {whole:.2f} s, {whole / reading:.1f} × reading ({reading:.2f} s), "
        f"{len(report.findings)} findings; after one edit {edit:.1f} ms (slowest {slowest:.1f}), "
        f"of a level {of_level:.1f} ms"
    )


def by_rule(size: str) -> None:
    """Print the time of each rule on a whole ladder, longest first."""
    ladder = make_ladder(*SIZES[size])
    spent: Counter[str] = Counter()
    for scope, rules in BY_SCOPE.items():
        BY_SCOPE[scope] = tuple(
            (rule, one._replace(check=_timed(rule.id, one.check, spent))) for rule, one in rules
        )
    check(ladder)
    for rule, time_spent in spent.most_common():
        print(f"{rule:28} {time_spent:.2f} s")


def _timed(rule: str, work: Callable[[Any], Any], spent: Counter[str]) -> Callable[[Any], Any]:
    def timed(subject: Any) -> list[Any]:
        start = time.process_time()
        found = list(work(subject))
        spent[rule] += time.process_time() - start  # type: ignore[assignment]
        return found

    return timed


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", nargs="+", default=["M", "L"], choices=SIZES)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--rules", action="store_true", help="print the time of each rule instead")
    options = parser.parse_args()
    for size in options.sizes:
        if options.rules:
            by_rule(size)
        else:
            print(figures(size, options.rounds), flush=True)


if __name__ == "__main__":
    main()
