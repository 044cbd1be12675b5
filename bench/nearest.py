"""Prints the processor time it takes to find what is most alike in a large ladder.

python bench/nearest.py [--sizes S M L] [--rounds N]
"""

import argparse
import statistics
import time
from collections.abc import Callable
from functools import partial
from typing import Any

from laddereditor.compare.nearest.finding import nearest
from laddereditor.compare.nearest.index import DemandIndex
from laddereditor.model.address import Address
from laddereditor.model.base import evolve
from laddereditor.model.ladder import Ladder
from make_ladders import SIZES, make_ladder


def milliseconds(work: Callable[[], Any]) -> float:
    """Return how much processor time one call takes."""
    start = time.process_time()
    work()
    return 1000 * (time.process_time() - start)


def edited(ladder: Ladder) -> Ladder:
    """Return the ladder after one statement was reworded."""
    family, *others = ladder.families
    profile, *higher = family.profiles
    first, *rest = profile.responsibilities
    reworded = evolve(profile, responsibilities=(f"{first} and writes it down", *rest))
    return evolve(ladder, families=(evolve(family, profiles=(reworded, *higher)), *others))


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", nargs="+", default=["M", "L"], choices=SIZES)
    parser.add_argument("--rounds", type=int, default=15)
    options = parser.parse_args()
    for size in options.sizes:
        ladder = make_ladder(*SIZES[size])
        print(f"{size}: {figures(ladder, DemandIndex(), options.rounds)}")


def figures(ladder: Ladder, index: DemandIndex, rounds: int) -> str:
    """Return the figures of a ladder in words."""
    first = milliseconds(lambda: index.update(ladder))
    families = ladder.families[:: max(1, len(ladder.families) // rounds)]
    asked = [Address(f"families/{one.id}/{one.profiles[-1].level}") for one in families]
    times = [milliseconds(partial(nearest, index, ladder, one)) for one in asked]
    later = edited(ladder)
    after = milliseconds(lambda: index.update(later))
    return (
        f"indexing {first:.0f} ms; a question {statistics.median(times):.0f} ms, "
        f"slowest {max(times):.0f} ms; after an edit {after:.1f} ms more"
    )


if __name__ == "__main__":
    main()
