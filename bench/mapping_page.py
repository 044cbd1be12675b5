"""Measures how soon a workbook of 30 sheets is on the mapping page, and a decision about it.

    python bench/mapping_page.py [--rounds N] [--profile]

- page: from the moment the file is chosen until its cells and its ladder are drawn, in a window
  whose jobs run in threads, as in the program;
- processor: the processor time of that, which a busy machine changes less;
- blocked: the longest time in it that the window did not answer;
- decision: from the click that gives one column another role until everything is drawn again.

--profile prints where the time of the page goes, without threads.
"""

import argparse
import cProfile
import os
import pstats
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))

from PySide6.QtWidgets import QApplication

from laddereditor.exchange.tables import Pin
from laddereditor.gui.app import make_application, open_window
from laddereditor.gui.jobs.jobs import ThreadJobs
from laddereditor.gui.mapping.view import MappingView
from laddereditor.gui.settings.settings import Settings
from laddereditor.gui.window.main_window import MainWindow
from laddereditor.session.jobs import InlineJobs, Jobs
from tables import large_book

LONGEST = 60.0  # seconds that are waited


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--profile", action="store_true", help="where the time goes")
    options = parser.parse_args()
    make_application()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "thirty sheets.xlsx"
        path.write_bytes(large_book())
        if options.profile:
            profiled(path)
            return
        found = [one_round(path) for _ in range(options.rounds)]
    names = ("page", "processor", "blocked", "decision")
    for name, times in zip(names, zip(*found, strict=True), strict=True):
        print(f"{name:9} median {statistics.median(times):5.2f} s  most {max(times):5.2f} s")


def profiled(path: Path) -> None:
    """Print the functions that take most of the time until a file is shown."""
    window = shown_window(InlineJobs())
    profile = cProfile.Profile()
    profile.enable()
    window.importing.import_files([path])
    QApplication.processEvents()
    profile.disable()
    pstats.Stats(profile).sort_stats("cumulative").print_stats(70)
    window.shut_down()


def one_round(path: Path) -> tuple[float, float, float, float]:
    """Return the seconds of the page by clock and processor, of a block in it, of a decision."""
    window = shown_window(ThreadJobs())
    start, processor = time.perf_counter(), time.process_time()
    window.importing.import_files([path])
    blocked = max(time.perf_counter() - start, waited(lambda: mapping_of(window) is not None))
    page, processor = time.perf_counter() - start, time.process_time() - processor
    view = mapping_of(window)
    assert view is not None
    before = view.work
    start = time.perf_counter()
    view.decide([Pin("column", "at-level", view.sheet_name, 1)])
    waited(lambda: view.work is not before)
    decision = time.perf_counter() - start
    window.shut_down()
    return page, processor, blocked, decision


def shown_window(jobs: Jobs) -> MainWindow:
    """Return a window without a ladder."""
    window = open_window([], jobs=jobs, settings=Settings.forgetful())
    window.resize(1280, 720)
    window.show()
    for _ in range(3):
        QApplication.processEvents()
    return window


def mapping_of(window: MainWindow) -> MappingView | None:
    """Return the mapping page once it shows a file."""
    view = window.centre.made.get("mapping")
    return view if isinstance(view, MappingView) and view.work is not None else None


def waited(is_done: Callable[[], bool]) -> float:
    """Let the window work until something is done and drawn; return its longest step."""
    longest, end = 0.0, time.perf_counter() + LONGEST
    while not is_done():
        if time.perf_counter() > end:
            raise TimeoutError("the page did not come")
        start = time.perf_counter()
        QApplication.processEvents()
        longest = max(longest, time.perf_counter() - start)
        time.sleep(0.001)
    start = time.perf_counter()
    QApplication.processEvents()
    return max(longest, time.perf_counter() - start)


if __name__ == "__main__":
    main()
