"""Prints how well the rules agree with the labelled ladders.

python bench/judging_rules.py [open held_out] [--quiet]
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.rules.labelled_ladders import Judgement, judge

from laddereditor.rules.registry import RULES


def line(name: str, one: Judgement) -> str:
    """Return the figures of a rule in one line."""
    return (
        f"  {name:24} precision {one.precision:.3f}  recall {one.recall:.3f}"
        f"  ({len(one.right)} right, {len(one.wrong)} wrong, {len(one.missed)} missed, "
        f"{len(one.near)} near misses)"
    )


def show(folder: str, *, quiet: bool) -> None:
    """Print the figures of a folder, and what was wrong or missed."""
    all_rules = judge(folder)
    print(f"{folder}:\n{line('all rules', all_rules)}")
    for rule in RULES:
        one = all_rules.of(rule)
        if one.right or one.wrong or one.missed:
            print(line(rule, one))
    for name, hits in (("wrong", all_rules.wrong), ("missed", all_rules.missed)):
        for rule, file, number in sorted(hits) if not quiet else ():
            print(f"  {name}: {rule} at {file}:{number}")


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folders", nargs="*", default=["open", "held_out"])
    parser.add_argument("--quiet", action="store_true", help="do not list what was wrong or missed")
    options = parser.parse_args()
    for folder in options.folders:
        show(folder, quiet=options.quiet)


if __name__ == "__main__":
    main()
