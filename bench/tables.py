"""Prints which share of the texts of invented workbooks ends where a reader would put it.

With --speed, prints the processor time that a workbook of 30 sheets takes.

python bench/tables.py [tuned held_back] [--show NAME] [--quiet] [--speed]
"""

import argparse
import io
import sys
from itertools import pairwise
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).parents[1]))

from openpyxl import Workbook as Book
from tests.exchange.tables.shapes.across import matrix, sheet
from tests.exchange.tables.shapes.reading import SHAPES, read_shape
from tests.exchange.tables.shapes.scoring import Score, scored

from laddereditor.exchange.tables import applied, recognised, workbook_of

GOOD = 0.9
SHOWN = 4  # wrong texts of a workbook
SHEETS, PARTS = 30, 6  # of the workbook by which the speed is measured


def main() -> None:
    """Print the figures of the sets that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", default=["tuned", "held_back"])
    parser.add_argument("--show", default="", help="print the mapping of one workbook")
    parser.add_argument("--quiet", action="store_true", help="only figures, no wrong texts")
    parser.add_argument("--speed", action="store_true", help="how long 30 sheets take")
    options = parser.parse_args()
    if options.speed:
        print_speed()
        return
    for name in options.sets:
        found = []
        for build in SHAPES.values():
            shape = build()
            if shape.held_back != (name == "held_back") or options.show not in shape.name:
                continue
            _, mapping, result = read_shape(shape)
            score = scored(result.ladder, shape.labels)
            found.append(score)
            readings = ", ".join(one.reading for one in mapping.grids)
            print(f"  {shape.name:32} {score.share:.3f} {len(score.extra):3} extra  {readings}")
            if not options.quiet and (score.share < 1 or score.extra):
                print_wrong(score)
        print_figures(name, found)


def print_wrong(score: Score) -> None:
    """Print some texts that are missing or too many."""
    for label in score.missing[:SHOWN]:
        print(f"      missing {label}")
    for extra in score.extra[:SHOWN]:
        print(f"      extra   {extra}")


def print_figures(name: str, found: list[Score]) -> None:
    """Print how many workbooks are read well."""
    ladders = [one for one in found if one.labels]
    good = sum(one.share >= GOOD for one in ladders)
    none = [one for one in found if not one.labels]
    refused = sum(not one.extra for one in none)
    right, labels = sum(one.right for one in ladders), sum(one.labels for one in ladders)
    share = f"{right / max(1, labels):.3f} of {labels} texts"
    print(f"{name}: {good} of {len(ladders)} workbooks at least {GOOD}; {share}")
    print(f"{name}: {refused} of {len(none)} without a ladder give none")


def large_book() -> bytes:
    """Return a workbook of 30 sheets, each with the levels of a family across."""
    book = Book()
    head, *rows = matrix("software", "Backend Engineering")
    for number in range(SHEETS):
        more = [[f"{row[0]} {part}", *row[1:]] for part in range(PARTS) for row in rows]
        said = [[*row[:1], *(f"{text} ({number})" for text in row[1:])] for row in more]
        sheet(book, f"Family {number + 1} of work", [head, *said], first=number == 0)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def print_speed() -> None:
    """Print the processor time of reading, recognising and applying a workbook of 30 sheets."""
    data = large_book()
    times = [process_time()]
    workbook = workbook_of(data, "file.xlsx")
    times.append(process_time())
    mapping = recognised(workbook)
    times.append(process_time())
    result = applied(workbook, mapping)
    times.append(process_time())
    read, found, made = (b - a for a, b in pairwise(times))
    print(
        f"{SHEETS} sheets, {len(result.cells)} cells: read {read:.2f} s, recognised {found:.2f} s,"
    )
    print(f"applied {made:.2f} s, together {read + found + made:.2f} s; {result.summary}")


if __name__ == "__main__":
    main()
