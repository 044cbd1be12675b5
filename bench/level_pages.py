"""Prints how many fields of invented level pages are read right, by field, layout and extraction.

python bench/level_pages.py [tuned held_out held_out_late] [--quiet]
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.exchange.levelpage.guide.described import SETS, read_pages
from tests.exchange.levelpage.guide.scoring import FieldVerdict, verdicts
from tests.exchange.levelpage.guide.writing import EXTRACTIONS, LAYOUTS


def share(found: Sequence[FieldVerdict]) -> str:
    """Return the share of right verdicts with its counts."""
    right = sum(one.is_right for one in found)
    return f"{right / len(found):.3f}  ({right} of {len(found)})"


def by(found: Sequence[FieldVerdict], key: Callable[[FieldVerdict], str]) -> None:
    """Print the shares of groups of verdicts, in their first order."""
    groups: dict[str, list[FieldVerdict]] = {}
    for one in found:
        groups.setdefault(key(one), []).append(one)
    for name, group in groups.items():
        print(f"  {name:14} {share(group)}")


def main() -> None:
    """Print the figures of the sets that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", default=SETS)
    parser.add_argument("--quiet", action="store_true", help="only figures, no wrong values")
    options = parser.parse_args()
    for name in options.sets:
        found = [
            one
            for page in read_pages(name)
            for layout in LAYOUTS
            for extraction in EXTRACTIONS
            for one in verdicts(page, layout, extraction)
        ]
        print(f"{name}: {share(found)} fields right")
        by(found, lambda one: one.field)
        by(found, lambda one: one.layout)
        by(found, lambda one: one.extraction)
        if not options.quiet:
            for one in found:
                if not one.is_right:
                    where = f"{one.page} {one.layout} {one.extraction} {one.field}"
                    print(f"  wrong [{where}] wanted {one.wanted!r}, found {one.found!r}"[:400])


if __name__ == "__main__":
    main()
