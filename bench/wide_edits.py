"""Measures edits that reach the whole ladder, in the window, on S, M and L.

    python bench/wide_edits.py [FOLDER with S.yaml, M.yaml, L.yaml; made if missing]

For each ladder a level and a skill that most families use are renamed, and typing continues while
the rules check it again. Printed are how long until the window shows the new name, the longest time
that it did not answer, and how long the text of the file took; the peer is `sed -i`.
"""

import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from shutil import copyfile
from tempfile import gettempdir

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from laddereditor.edits.fields import set_field
from laddereditor.edits.references import rename
from laddereditor.gui.app import make_application
from laddereditor.gui.program.collector import give_way_to_the_window
from laddereditor.gui.settings.settings import Settings
from laddereditor.gui.window.main_window import MainWindow
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from laddereditor.model.statement import skill_of
from laddereditor.session.session import Session
from make_ladders import SIZES, make_file

_KEYS = 60


class Answering:
    """Notes how long the event loop did not answer."""

    def __init__(self) -> None:
        self.worst, self._last = 0.0, time.perf_counter()
        self._timer = QTimer()
        self._timer.setInterval(2)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.worst = max(self.worst, now - self._last)
        self._last = now


def opened(app: QApplication, path: Path) -> tuple[MainWindow, Session]:
    """Return a window that shows a file, checked."""
    window = MainWindow(Settings.forgetful())
    window.finish_startup()
    window.resize(1280, 800)
    window.show()
    window.opening.open_files([path])
    while window.workspace.session is None or window.workspace.session.report is None:
        QTest.qWait(5)
    session = window.workspace.session
    family = session.ladder.families[0]
    window.workspace.go_to(f"families/{family.id}/{family.profiles[2].level}")
    app.processEvents()
    return window, session


def used_most(ladder: Ladder) -> tuple[str, int, str, int]:
    """Return the level and the skill that most profiles use, and how many do."""
    profiles = [profile for family in ladder.families for profile in family.profiles]
    level, at_level = Counter(one.level for one in profiles).most_common(1)[0]
    skill, uses = Counter(skill_of(use) for one in profiles for use in one.skills).most_common(1)[0]
    return level, at_level, skill, uses


def timed_edit(session: Session, act: Callable[[], object]) -> str:
    """Return in words how long an edit takes until it is shown, blocks, and is written."""
    answering = Answering()
    start = time.perf_counter()
    act()
    QApplication.processEvents()
    shown = time.perf_counter() - start
    session.document  # waits for the text  # noqa: B018
    written = time.perf_counter() - start
    QTest.qWait(300)
    return (
        f"shown after {shown:.2f} s, written after {written:.2f} s, "
        f"longest without an answer {answering.worst:.2f} s"
    )


def bench(app: QApplication, path: Path) -> None:
    """Print the figures of one ladder."""
    window, session = opened(app, path)
    level, at_level, skill, uses = used_most(session.ladder)
    renames = [
        (f"level {level} ({at_level} profiles)", Address(f"levels/{level}"), "X99"),
        (f"skill {skill} ({uses} uses)", Address(f"skills/{skill}"), "another-skill"),
    ]
    for name, address, new_id in renames:
        act = partial(window.workspace.attempt, rename, address, new_id)
        print(f"{path.stem}: rename {name}: {timed_edit(session, act)}")
    print(f"{path.stem}: sed -i with the same words: {sed_seconds(path, level):.2f} s")
    print(f"{path.stem}: {typing_words(app, session, window)}")
    window.hide()
    window.shut_down()
    window.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def sed_seconds(path: Path, level: str) -> float:
    """Return how long `sed -i` takes to replace the words of a level in a copy of the file."""
    copy = path.with_suffix(".sed")
    copyfile(path, copy)
    start = time.perf_counter()
    subprocess.run(["sed", "-i", f"s/level: {level}$/level: X99/", copy], check=True)
    seconds = time.perf_counter() - start
    copy.unlink()
    return seconds


def typing_words(app: QApplication, session: Session, window: MainWindow) -> str:
    """Return in words how long a key takes to paint while the ladder has all its findings."""
    family = session.ladder.families[0]
    address = Address(f"families/{family.id}/{family.profiles[2].level}")
    seconds = []
    for number in range(_KEYS):
        text = f"A summary that grows {'x' * number}"
        start = time.perf_counter()
        window.workspace.apply(set_field(session.ladder, address, "summary", text, typing=True))
        app.sendPostedEvents()
        app.processEvents()
        seconds.append(time.perf_counter() - start)
    seconds.sort()
    found = len(session.report.findings) if session.report else 0
    median, p95 = (1000 * seconds[int(share * len(seconds))] for share in (0.5, 0.95))
    return f"a key with {found} findings: median {median:.0f} ms, p95 {p95:.0f} ms"


def main() -> None:
    """Print all figures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(gettempdir()) / "laddereditor-bench"
    app = make_application()
    give_way_to_the_window()  # as at the start of the program
    for size in SIZES:
        bench(app, make_file(folder, size))


if __name__ == "__main__":
    main()
