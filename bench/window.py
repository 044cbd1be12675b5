"""Measures how the window feels, as ratios and as times in one run.

    python bench/window.py [FOLDER with S.yaml, M.yaml, L.yaml; made if missing]

- start: a process that shows the window with M's sample against one that shows a bare window;
- on M: one edit + findings + repaint, and selecting another node until its form is shown;
- on L: the longest time that the window did not answer while the file opened.
"""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import gettempdir

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from laddereditor.edits.fields import set_field
from laddereditor.gui.app import make_application, open_window
from laddereditor.gui.jobs.jobs import ThreadJobs
from laddereditor.gui.settings.settings import Settings
from laddereditor.gui.window.main_window import MainWindow
from laddereditor.model.address import Address
from make_ladders import SIZES, make_file

ROOT = Path(__file__).resolve().parents[1]
BARE = (
    "import time; t = time.perf_counter();"
    "from PySide6.QtWidgets import QApplication, QMainWindow;"
    "app = QApplication([]); w = QMainWindow(); w.resize(1280, 800); w.show();"
    "app.processEvents(); w.grab()"
)
OURS = (
    "from laddereditor.gui.app import make_application;"
    "from laddereditor.gui.settings.settings import Settings;"
    "from laddereditor.gui.window.main_window import MainWindow;"
    "app = make_application(); w = MainWindow(Settings.forgetful(), enable_welcome=False);"
    "w.show(); app.processEvents(); w.grab()"
)
GREETED = OURS + "; w.enable_welcome(); app.processEvents(); w.grab()"
OPENED = (
    "from laddereditor.gui.app import make_application, open_window;"
    "app = make_application(); w = open_window([{file!r}]); w.show(); app.processEvents();"
    "w.grab(); w.shut_down()"
)


def percentile(values: list[float], share: float) -> float:
    """Return the value below which `share` of the values lie."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def line(name: str, seconds: list[float]) -> None:
    """Print median, 95th percentile and maximum in milliseconds."""
    shown = [
        1000 * s for s in (statistics.median(seconds), percentile(seconds, 0.95), max(seconds))
    ]
    print(f"{name:<46} median {shown[0]:7.1f}  p95 {shown[1]:7.1f}  max {shown[2]:7.1f} ms")


def timed(act: Callable[[], object]) -> float:
    """Return how many seconds a call takes."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def compiled(folder: str) -> dict[str, str]:
    """Return an environment with compiled modules, as an installed program has them."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": folder}


def bench_start(folder: Path, runs: int = 15) -> None:
    """Compare whole processes, taken in turn, as ratios pair by pair.

    Args:
        folder: A folder in which compiled modules are kept.
        runs: How often each is started.
    """
    environment = compiled(str(folder / "compiled"))

    def start(code: str) -> float:
        call = [sys.executable, "-c", code]
        return timed(partial(subprocess.run, call, check=True, env=environment))

    sample = str(ROOT / "ladders/technology.yaml")
    scenes = {
        "window shown": OURS,
        "window shown, then the welcome page": GREETED,
        "technology.yaml opened, checked, form shown": OPENED.format(file=sample),
    }
    for name, code in scenes.items():
        start(BARE), start(code)  # which compiles the modules
        bare, ours = zip(*[(start(BARE), start(code)) for _ in range(runs)], strict=True)
        ratio = statistics.median(a / b for a, b in zip(ours, bare, strict=True))
        print(
            f"start: {name}: {statistics.median(ours):.2f} s, a bare PySide6 window "
            f"{statistics.median(bare):.2f} s, ratio {ratio:.2f}"
        )


def settle(app: QApplication) -> None:
    """Process what is waiting, painting included."""
    app.sendPostedEvents()
    app.processEvents()


def bench_edits(app: QApplication, window: MainWindow, rounds: int = 200) -> None:
    """Type into the summary of a profile, each letter an edit; then visit other nodes."""
    session = window.workspace.session
    assert session is not None
    family = session.ladder.families[len(session.ladder.families) // 2]
    address = f"families/{family.id}/{family.profiles[2].level}"
    window.workspace.go_to(address)
    settle(app)
    edits = []
    for number in range(rounds):
        text = f"A summary that grows {'x' * number}"

        def act(text: str = text) -> None:
            edit = set_field(session.ladder, Address(address), "summary", text, typing=True)
            window.workspace.apply(edit)
            settle(app)

        edits.append(timed(act))
    line("one edit + findings + repaint", edits)
    visits = []
    places = [
        f"families/{f.id}/{p.level}" for f in session.ladder.families[:40] for p in f.profiles[:5]
    ]
    for place in places[:rounds]:

        def visit(place: str = place) -> None:
            window.workspace.go_to(place)
            settle(app)

        visits.append(timed(visit))
    line("selecting another node to form shown", visits)


def bench_opening(app: QApplication, path: Path) -> None:
    """Open a file in a thread while a timer looks how long the window does not answer."""
    window = MainWindow(Settings.forgetful())
    window.finish_startup()
    window.resize(1280, 800)
    window.show()
    settle(app)
    gaps, last = [], [time.perf_counter()]

    def tick() -> None:
        now = time.perf_counter()
        gaps.append(now - last[0])
        last[0] = now

    timer = QTimer()
    timer.setInterval(5)
    timer.timeout.connect(tick)
    timer.start()
    start = time.perf_counter()
    assert isinstance(window.jobs, ThreadJobs)
    window.opening.open_files([path])
    while window.workspace.session is None:
        QTest.qWait(5)
    shown = time.perf_counter() - start
    while window.workspace.session.report is None:
        QTest.qWait(5)
    checked = time.perf_counter() - start
    QTest.qWait(200)
    print(f"{path.name}: shown after {shown:.2f} s, checked after {checked:.2f} s")
    line(f"{path.name}: window not answering", gaps)
    let_go(app, window)


def let_go(app: QApplication, window: MainWindow) -> None:
    """Delete a window now: a file that is open in one window is not opened in another."""
    window.hide()
    window.shut_down()
    window.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def main() -> None:
    """Print all figures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(gettempdir()) / "laddereditor-bench"
    files = {size: make_file(folder, size) for size in SIZES}
    bench_start(folder)
    app = make_application()
    window = open_window([files["M"]])
    window.resize(1280, 800)
    window.show()
    settle(app)
    bench_edits(app, window)
    let_go(app, window)
    for name in ("M", "L"):
        bench_opening(app, files[name])


if __name__ == "__main__":
    main()
