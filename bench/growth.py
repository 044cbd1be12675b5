"""Measures how time and memory of each step grow with each thing that a ladder holds many of.

    python bench/growth.py [--things statements,levels] [--steps check,page] [--seconds 20]

For every thing (skills, levels, statements in one list …) ladders of n, 2n and 4n are made, and
every step (open, check, one edit …) is measured on each, in a child process that is stopped when it
takes too long or too much memory. The table shows the exponents of the fit over the three: 1.0 is
linear, 2.0 quadratic; "~" is a step too quick to tell. Exponents above the bound are marked with !
and end the program with 1.
"""

import argparse
import json
import math
import os
import resource
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from growing_ladders import LADDERS, SIZES, changed, edited, page_text
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from laddereditor.storage.files.document import new_document

MEMORY = 4_000_000_000
BOUND = 1.35  # exponents of noise on small times reach 1.3
QUICK, SMALL = 0.02, 300_000  # seconds and bytes of the largest below which nothing can be told
PAGES = ("page-statements", "page-skills", "page-titles", "page-grid", "page-meaning", "page-long")
Act = Callable[[], object]


# -- steps: each returns what is measured; what it needs is made beforehand ---------------------


def open_(ladder: Ladder, _: str) -> Act:
    """Read the file."""
    from laddereditor.storage.files.document import read_text

    text = new_document(ladder).text
    return lambda: read_text(text)


def check_(ladder: Ladder, _: str) -> Act:
    """All findings."""
    from laddereditor.rules.check import check

    return lambda: check(ladder)


def places(ladder: Ladder, _: str) -> Act:
    """The place of every finding, as `laddereditor check` shows it."""
    from laddereditor.rules.check import check
    from laddereditor.storage.files.place_finder import PlaceFinder

    document, findings = new_document(ladder), check(ladder).findings

    def look() -> object:
        finder = PlaceFinder(document)
        return [finder.place(one.address, one.field) for one in findings]

    return look


def recheck(ladder: Ladder, thing: str) -> Act:
    """The findings after one edit."""
    from laddereditor.rules.check import check

    report, after = check(ladder), edited(ladder, thing)
    return lambda: check(after, report)


def edit(ladder: Ladder, thing: str) -> Act:
    """One edit, spliced into the text: what an undo step keeps."""
    from laddereditor.storage.files.document import update

    document, after = new_document(ladder), edited(ladder, thing)
    return lambda: update(document, after)


def edit_all(ladder: Ladder, thing: str) -> Act:
    """Every one of the things changed at once."""
    from laddereditor.storage.files.document import update

    document, after = new_document(ladder), changed(ladder, thing)
    return lambda: update(document, after)


def diff_one(ladder: Ladder, thing: str) -> Act:
    """The diff after one edit."""
    from laddereditor.compare.diff.diffing import diff

    after = edited(ladder, thing)
    return lambda: diff(ladder, after)


def diff_all(ladder: Ladder, thing: str) -> Act:
    """The diff after all things were changed, told as text."""
    from laddereditor.compare.diff.diffing import diff
    from laddereditor.reports.changes.diff_text import diff_text

    after = changed(ladder, thing)
    return lambda: diff_text(diff(ladder, after), ladder, after)


def merge_(ladder: Ladder, thing: str) -> Act:
    """A merge: one edit of ours, all things changed by them."""
    from laddereditor.compare.merge.merging import merge

    ours, theirs = edited(ladder, thing), changed(ladder, thing)
    return lambda: merge(ladder, ours, theirs)


def compare_(ladder: Ladder, _: str) -> Act:
    """Two profiles of one family side by side, as HTML."""
    from laddereditor.compare.sheet.comparing import compare
    from laddereditor.compare.sheet.subject import Subject
    from laddereditor.reports.comparison.html import comparison_html

    columns = [
        Subject(ladder, Address(f"families/f1/{one.level}")) for one in ladder.families[0].profiles
    ]
    return lambda: comparison_html(compare(columns[:2]))


def matrix_(ladder: Ladder, _: str) -> Act:
    """The matrix of a family."""
    from laddereditor.compare.sheet.matrix import matrix

    return lambda: matrix(ladder, Address("families/f1"))


def page(ladder: Ladder, _: str) -> Act:
    """The pages of ladder, family and profile as HTML."""
    from laddereditor.reports.page.html import page_html
    from laddereditor.reports.page.reader_page import page_of

    family = ladder.families[0]
    entities = (ladder, family, family.profiles[0], ladder.levels[0], ladder.skills[0])
    return lambda: [page_html(page_of(ladder, one, family)) for one in entities]


def tree(ladder: Ladder, thing: str) -> Act:
    """The tree, after one edit, and filtered."""
    from laddereditor.presentation.tree.filtering import TreeFilter
    from laddereditor.presentation.tree.nodes import TreeBuilder

    after = edited(ladder, thing)

    def act() -> None:
        maker = TreeBuilder()
        maker.build(ladder)
        root = maker.build(after)
        TreeFilter("name").applied(root)

    return act


def _import(thing: str, size: int) -> Act:
    from laddereditor.edits.reading.conventions import USUAL
    from laddereditor.exchange.levelpage.reader import LEVEL_PAGE

    text = page_text(thing, size)
    return lambda: (LEVEL_PAGE.recognises(text), LEVEL_PAGE.read(text, "page.txt", USUAL))


def _window(ladder: Ladder, address: str) -> Act:
    from laddereditor.gui.app import make_application, open_window
    from laddereditor.storage.text.emit import emit

    path = str(Path(mkdtemp()) / "growing.yaml")
    Path(path).write_text(emit(ladder), encoding="utf-8")
    app = make_application()

    def run() -> None:
        window = open_window([path])
        window.resize(1200, 800)
        window.show()
        app.processEvents()
        window.workspace.go_to(address)
        app.processEvents()
        window.grab()
        window.shut_down()

    return run


def window(ladder: Ladder, _: str) -> Act:
    """The window opened, with the form of a profile."""
    return _window(ladder, f"families/f1/{ladder.families[0].profiles[0].level}")


STEPS = {
    "open": open_,
    "check": check_,
    "places": places,
    "recheck": recheck,
    "edit": edit,
    "edit all": edit_all,
    "diff one": diff_one,
    "diff all": diff_all,
    "merge": merge_,
    "compare": compare_,
    "matrix": matrix_,
    "page": page,
    "tree": tree,
    "window": window,
}


# -- the child ----------------------------------------------------------------------------------


def child(thing: str, step: str, size: int, limit: int) -> None:
    """Measure one step on one size, and print it as JSON."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
    act = _import(thing, size) if thing in PAGES else STEPS[step](LADDERS[thing](size), thing)
    start = time.process_time()
    act()
    seconds = time.process_time() - start
    print(json.dumps({"seconds": seconds}), flush=True)
    if step == "window":
        return
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    result = act()
    kept, peak = (value - before for value in tracemalloc.get_traced_memory())
    print(json.dumps({"peak": peak, "kept": kept}), flush=True)
    del result


def measured(thing: str, step: str, size: int, limit: int) -> dict[str, float]:
    """Return what a child printed; nothing where it was stopped."""
    command = [sys.executable, __file__, "--child", thing, step, str(size)]
    command += ["--seconds", str(limit)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        out, err = process.communicate(timeout=20 * limit)
    except subprocess.TimeoutExpired:
        process.kill()
        out, err = process.communicate()
        err = ""
    found: dict[str, float] = {}
    for line in out.splitlines():
        if line.startswith("{"):
            found |= json.loads(line)
    if process.returncode not in (0, -9) and not found:
        last = err.strip().splitlines()[-1:] or ["stopped"]
        found["failed"] = 1.0
        print(f"    {thing}, {step}, {size}: {last[0][:150]}", file=sys.stderr)
    return found


# -- the table ----------------------------------------------------------------------------------


def exponent(values: list[float], floor: float) -> float | None:
    """Return the exponent between the first and last of sizes n, 2n, 4n; None if too small."""
    if len(values) < 2 or values[-1] < floor:
        return None
    return math.log2(values[-1] / max(values[0], 1e-9)) / (len(values) - 1)


def row(thing: str, step: str, sizes: tuple[int, ...], limit: int) -> bool:
    """Print the line of one step; return whether it grows too fast."""
    runs = []
    for size in sizes:
        runs.append(measured(thing, step, size, limit))
        if "seconds" not in runs[-1]:
            break
    seconds = [run["seconds"] for run in runs if "seconds" in run]
    stopped = len(seconds) < len(sizes)
    cells = []
    bad = stopped
    for name, floor in (("seconds", QUICK), ("peak", SMALL), ("kept", SMALL)):
        values = [run[name] for run in runs if name in run]
        power = exponent(values, floor)
        bad |= power is not None and power > BOUND
        last = values[-1] if values else 0
        shown = f"{last:8.3f} s" if name == "seconds" else f"{last / 1e6:8.2f} MB"
        cells.append(f"{shown} {'   ~' if power is None else f'{power:4.1f}'}")
    words = "stopped at " + str(sizes[len(seconds)]) if stopped else ""
    print(
        f"{thing:<16}{step:<10}{sizes[-1]:>8} "
        + "  ".join(cells)
        + (" ! " if bad else "   ")
        + words,
        flush=True,
    )
    return bad


def main() -> int:
    """Print the table; return 1 if something grows too fast."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--things", default=",".join((*LADDERS, *PAGES)))
    parser.add_argument("--steps", default=",".join(STEPS))
    parser.add_argument("--small", action="store_true", help="a quarter of the sizes")
    parser.add_argument("--seconds", type=int, default=20, help="processor time of a child")
    parser.add_argument("--child", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        thing, step, size = options.child
        child(thing, step, int(size), options.seconds)
        return 0
    print(f"{'thing':<16}{'step':<10}{'largest':>8}     time   ^        peak   ^        kept   ^")
    bad = False
    for thing in options.things.split(","):
        start = SIZES[thing] // (4 if options.small else 1)
        sizes = (start, 2 * start, 4 * start)
        for step in ("import",) if thing in PAGES else options.steps.split(","):
            bad |= row(thing, step, sizes, options.seconds)
    return int(bad)


if __name__ == "__main__":
    sys.exit(main())
