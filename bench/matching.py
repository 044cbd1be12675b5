"""Prints how well matching agrees with the labelled lists, what it missed, and how long it takes.

python bench/matching.py [tuned held_out] [--quiet]
"""

import argparse
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.align.labelled_levels import CLASSES, judged_levels, read_levels, shuffled
from tests.align.labelled_lists import FOLDER, Score, Verdict, judged, read_cases, total

from laddereditor.align.columns import align
from laddereditor.align.matching import match
from laddereditor.align.similarity import Measure
from laddereditor.align.splits import find_splits
from laddereditor.align.words import word_marks


def line(name: str, score: Score) -> None:
    """Print one score with its counts."""
    print(
        f"  {name:18} precision {score.precision:.3f}  recall {score.recall:.3f}"
        f"  ({score.right} right, {score.wrong} wrong, {score.missed} missed)"
    )


def scores(name: str, verdicts: list[Verdict]) -> None:
    """Print the scores of a set of cases."""
    print(f"{name}: {len(verdicts)} pairs of lists")
    line("all pairs", total([verdict.pairs for verdict in verdicts]))
    line("pairs not equal", total([verdict.reworded for verdict in verdicts]))
    line("splits and joins", total([verdict.parted for verdict in verdicts]))


def misses(verdicts: list[Verdict]) -> None:
    """Print what was found wrongly and what was not found, with its similarity."""
    for verdict in verdicts:
        case = verdict.case
        measure = Measure((case.before, case.after))
        named = [("wrong", pair) for pair in verdict.wrong]
        named += [("missed", pair) for pair in verdict.missed]
        for what, (old, new) in named:
            print(f"  {what} {measure.similarity(old, new):.2f} [{case.title}] {old} | {new}")
        for split in set(verdict.splits_found) ^ case.splits:
            what = "wrong" if split in verdict.splits_found else "missed"
            old_items = " + ".join(case.before[place] for place in split.before)
            new_items = " + ".join(case.after[place] for place in split.after)
            print(f"  {what} parting [{case.title}] {old_items} | {new_items}")


def milliseconds(work: Callable[[], object], rounds: int = 15) -> float:
    """Return the median time of a call; the first call, which fills caches, is left out."""
    work()
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return 1000 * median(times)


def long_lists(count: int) -> tuple[list[str], list[str]]:
    """Return two lists of statements: a third equal, a third reworded, a third of their own."""
    chance = random.Random(4)
    sentences = [text for name in names() for case in read_cases(name) for text in case.before]
    words = sorted({word for text in sentences if text.isascii() for word in text.split()})
    texts = [" ".join(chance.choices(words, k=chance.randint(3, 16))) for _ in range(2 * count)]
    before, after = texts[:count], texts[count:]
    after[: count // 3] = before[: count // 3]
    for place in range(count // 3, 2 * count // 3):
        after[place] = " ".join([*before[place].split()[1:], chance.choice(words)])
    chance.shuffle(after)
    return before, after


def names() -> list[str]:
    """Return the names of the labelled sets."""
    found = (path.stem for path in FOLDER.glob("*.yaml"))
    return sorted(name for name in found if not name.startswith("levels_"))


def speed() -> None:
    """Print how long matching takes, with caches warm."""
    for count in (8, 20, 100):
        one_size(*long_lists(count))
    marks(*long_lists(100))


def one_size(before: list[str], after: list[str]) -> None:
    """Print the times for two lists."""
    pairs = match(before, after)
    copy = list(before)
    print(
        f"{len(before)} x {len(after)}: "
        f"match {milliseconds(lambda: match(before, after)):.2f} ms, "
        f"equal lists {1000 * milliseconds(lambda: match(before, copy)):.1f} µs, "
        f"six columns {milliseconds(lambda: align([before, after] * 3)):.2f} ms, "
        f"splits and joins {milliseconds(lambda: find_splits(before, after, pairs)):.2f} ms"
    )


def marks(before: list[str], after: list[str]) -> None:
    """Print the time for the word marks of reworded statements."""
    pairs = [pair for pair in match(before, after) if pair.similarity < 1]
    texts = [(before[pair.before], after[pair.after]) for pair in pairs]
    took = milliseconds(lambda: [word_marks(old, new) for old, new in texts])
    print(f"word marks: {1000 * took / len(texts):.0f} µs a pair")


def level_scores() -> None:
    """Print the scores of the model for levels by class, in order and with a shuffled list."""
    for name in sorted(path.stem for path in FOLDER.glob("levels_*.yaml")):
        cases = read_levels(name)
        for order, asked in (("in order", cases), ("shuffled", shuffled(cases, 7))):
            score = judged_levels(asked)
            found = ", ".join(
                f"{kind} {score.found[kind]}/{score.labelled[kind]}" for kind in CLASSES.values()
            )
            print(f"{name} {order}: {found}, precision {score.precision:.3f}")


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", default=names())
    parser.add_argument("--quiet", action="store_true", help="leave out the misses")
    options = parser.parse_args()
    everything: list[Verdict] = []
    for name in options.sets:
        verdicts = [judged(case) for case in read_cases(name)]
        everything += verdicts
        scores(name, verdicts)
        if not options.quiet:
            misses(verdicts)
    scores("together", everything)
    level_scores()
    speed()


if __name__ == "__main__":
    main()
