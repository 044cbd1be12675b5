"""Measures the Compare view against a stock table of the same texts, in one run.

    python bench/compare_view.py

Six columns of profiles with 60 statements each. Opening: from the call to shown. Scrolling: the
time of each frame while the table scrolls by 60 pixels from top to end. The peer is a QTableWidget
with wrapped text and resizeRowsToContents, which draws plain texts without any marks.
"""

import os
import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import gettempdir

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableWidget, QTableWidgetItem

from laddereditor.compare.sheet.subject import Subject, subject_at
from laddereditor.gui.app import make_application, open_window
from laddereditor.gui.compare.view import CompareView
from laddereditor.model.address import Address
from laddereditor.model.base import evolve
from laddereditor.model.ladder import Ladder
from laddereditor.storage.text.emit import emit
from make_ladders import make_ladder, sentence

STATEMENTS, COLUMNS, STEP = 60, 6, 60


def long_ladder(seed: int = 7) -> Ladder:
    """Return a ladder of one family whose profiles have 60 statements, most alike in neighbours."""
    rng = random.Random(seed)
    ladder = make_ladder(1, COLUMNS)
    family = ladder.families[0]
    profiles, statements = [], [sentence(rng) for _ in range(STATEMENTS)]
    for profile in family.profiles:
        statements = [reworded(rng, text) for text in statements]
        profiles.append(evolve(profile, responsibilities=tuple(statements)))
    return evolve(ladder, families=(evolve(family, profiles=tuple(profiles)),))


def reworded(rng: random.Random, text: str) -> str:
    """Return a statement as the next level has it: the same, with other words, or another one."""
    luck = rng.random()
    if luck < 0.5:
        return text
    if luck < 0.8:
        words = text.split()
        words[rng.randrange(len(words))] = rng.choice(["larger", "critical", "shared", "yearly"])
        return " ".join(words)
    return sentence(rng)


def settle(app: QApplication) -> None:
    """Process what is waiting, painting included."""
    app.sendPostedEvents()
    app.processEvents()


def timed(act: Callable[[], object]) -> float:
    """Return how many seconds a call takes."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def scrolled(app: QApplication, table: QAbstractItemView) -> list[float]:
    """Scroll a table from its top to its end; returns the seconds of each frame."""
    bar = table.verticalScrollBar()
    bar.setValue(0)
    settle(app)
    frames = []
    for place in range(STEP, bar.maximum(), STEP):

        def frame(place: int = place) -> None:
            bar.setValue(place)
            settle(app)

        frames.append(timed(frame))
    return frames


def ours(app: QApplication, view: CompareView, subjects: list[Subject]) -> float:
    """Open the comparison; returns the seconds until it is shown."""
    view.levels.show_columns([])
    settle(app)

    def act() -> None:
        view.levels.show_columns(subjects)
        app.sendPostedEvents()
        view.table.viewport().repaint()

    return timed(act)


def peer(app: QApplication, size: QSize, texts: list[list[str]]) -> tuple[float, QTableWidget]:
    """Show the same texts in a stock table; returns the seconds until it is shown, and it."""
    table = QTableWidget(len(texts), COLUMNS)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.resize(size)
    for column in range(COLUMNS):
        table.setColumnWidth(column, table.width() // COLUMNS)
    table.show()
    settle(app)

    def act() -> None:
        for row, cells in enumerate(texts):
            for column, text in enumerate(cells):
                table.setItem(row, column, QTableWidgetItem(text))
        table.setWordWrap(True)
        table.resizeRowsToContents()
        app.sendPostedEvents()
        table.viewport().repaint()

    return timed(act), table


def line(name: str, mine: list[float], theirs: list[float]) -> None:
    """Print medians, the 95th percentile and the ratio."""
    late = 1000 * sorted(mine)[int(0.95 * (len(mine) - 1))]
    a, b = 1000 * statistics.median(mine), 1000 * statistics.median(theirs)
    print(
        f"{name:<24} {a:7.1f} ms (p95 {late:6.1f}, max {1000 * max(mine):6.1f}), "
        f"stock table {b:7.1f} ms, ratio {a / b:.2f}"
    )


def main() -> None:
    """Print both figures."""
    folder = Path(gettempdir()) / "laddereditor-bench"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "compare.yaml"
    path.write_text(emit(long_ladder()), encoding="utf-8", newline="\n")
    app = make_application()
    window = open_window([path])
    session = window.workspace.session
    assert session is not None
    family = session.ladder.families[0]
    subjects = [
        subject_at(session.ladder, Address(f"families/{family.id}/{profile.level}"))
        for profile in family.profiles
    ]
    view = CompareView(window.workspace, window.dialogs)
    view.resize(1600, 960)
    view.show()
    settle(app)
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    opened = [ours(app, view, subjects) for _ in range(rounds)]
    print(f"first opening {1000 * opened[0]:.1f} ms, {view.model.rowCount()} rows")
    settle(app)
    model = view.model
    texts = [
        [str(model.index(row, column).data() or "") for column in range(COLUMNS)]
        for row in range(model.rowCount())
    ]
    frames = scrolled(app, view.table)
    opened_peer: list[float] = []
    frames_peer: list[float] = []
    for _ in range(rounds):
        seconds, table = peer(app, view.table.size(), texts)
        opened_peer.append(seconds)
        if not frames_peer:
            frames_peer = scrolled(app, table)
        table.hide()
        table.deleteLater()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    line("opening to shown", opened, opened_peer)
    line("a frame of scrolling", frames, frames_peer)
    print(f"frames above 16 ms: {sum(frame > 0.016 for frame in frames)} of {len(frames)}")
    view.hide()
    window.shut_down()


if __name__ == "__main__":
    main()
