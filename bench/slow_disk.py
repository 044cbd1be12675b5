"""How long the window leaves a person waiting while its disk is slow.

`python bench/slow_disk.py [--fsync SECONDS] [--stat SECONDS]` opens the real window on a ladder in
a folder whose every question takes that long, types, saves, publishes, lists versions and closes.
It prints for each step how long the window did not answer at the longest, and how long the step
took in all; at the end, what the window's own thread asked of the disk, which should be nothing.
The disk is slowed down by patching the calls of this process; what Qt asks of it is as fast as
ever.
"""

import argparse
import os
import shutil
import sys
import tempfile
import threading
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from laddereditor.edits.fields import set_field
from laddereditor.gui.app import make_application
from laddereditor.gui.jobs.jobs import ThreadJobs
from laddereditor.gui.settings.settings import Settings
from laddereditor.gui.window.main_window import MainWindow
from laddereditor.gui.window.window_dialogs import WindowDialogs
from laddereditor.model.address import Address
from laddereditor.presentation.dialogs.protocol import PublishAnswer
from laddereditor.presentation.sharing.run_context import RunContext
from laddereditor.storage.files.program import this_program
from laddereditor.storage.files.system_calls import SYSTEM

LADDER = Path(__file__).parent.parent / "ladders" / "technology.yaml"
_TICK_MS = 5
_LONGEST = 240.0  # seconds that a step is waited for
_ASKED = ("stat", "lstat", "open", "scandir", "listdir", "readlink", "access", "unlink", "rename")


class Slow:
    """Slows down every question about one folder, and every wait for the disk."""

    def __init__(self, folder: Path, stat: float, fsync: float) -> None:
        self._folder, self._stat = str(folder), stat
        self.in_window: list[str] = []  # what the window's thread asked, and from where
        for name in _ASKED:
            setattr(os, name, self._slowed(getattr(os, name)))
        real = os.fsync

        def slow_fsync(fd: Any) -> None:
            self._note("fsync")
            time.sleep(fsync)
            real(fd)

        os.fsync = slow_fsync
        object.__setattr__(SYSTEM, "fsync", slow_fsync)  # it took the call when it was made

    def _note(self, name: str) -> None:
        if threading.current_thread() is threading.main_thread():
            own = [one for one in traceback.extract_stack() if "laddereditor" in one.filename]
            where = ", ".join(f"{Path(one.filename).name}:{one.lineno}" for one in own[-3:])
            self.in_window.append(f"{name} ({where})")

    def _slowed(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def slow(path: Any = ".", *args: Any, **options: Any) -> Any:
            if isinstance(path, str | os.PathLike) and self._folder in os.fspath(path):
                self._note(call.__name__)
                time.sleep(self._stat)
            return call(path, *args, **options)

        return slow


class Watch:
    """Measures how long the window's thread did not come round."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.monotonic()
        self._timer = QTimer(interval=_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        now = time.monotonic()
        self.longest = max(self.longest, now - self._last - _TICK_MS / 1000)
        self._last = now

    def until(self, words: str, done: Callable[[], bool]) -> None:
        """Let the window work until something has come about, and print how it was."""
        start = time.monotonic()
        while not done() and time.monotonic() - start < _LONGEST:
            QApplication.processEvents()
            time.sleep(0.001)
        QApplication.processEvents()  # what the end of it brings about in the window
        self._tick()
        took, longest, self.longest = time.monotonic() - start, self.longest, 0.0
        end = "" if done() else "  (not yet at its end)"
        print(f"{words:<44} unanswered {longest * 1000:6.0f} ms   took {took:6.1f} s{end}")


class _Dialogs(WindowDialogs):
    """Answers what publishing asks."""

    def publish(self, *_: object) -> PublishAnswer:
        return PublishAnswer("9.0.0", "Everything", "Anna")

    def show_message(self, title: str, text: str, details: str = "") -> None:
        print(f"told: {title}: {text} {details}")


def run(options: argparse.Namespace, base: Path) -> None:
    """Go through a day's work with a slow disk."""
    folder, state = base / "share", base / "state"
    for made in (folder, state / "recoveries", state / "backups"):
        made.mkdir(parents=True)
    path = folder / "technology.yaml"
    shutil.copy(LADDER, path)
    app = make_application()
    window = MainWindow(Settings(base / "settings.ini"))
    window.finish_startup()
    window.dialogs = _Dialogs(window)
    window.show()
    window.sharing.start(RunContext(this_program(), state / "recoveries", state / "backups"))
    slow = Slow(folder, options.stat, options.fsync)
    watch = Watch()
    window.opening.open_files([path])
    watch.until("open", lambda: window.workspace.session is not None)
    session = window.workspace.session
    disk = window.disk_jobs
    if session is None or not isinstance(disk, ThreadJobs):
        return
    number = 0

    def type_on() -> None:
        nonlocal number
        number += 1
        window.workspace.apply(
            set_field(session.ladder, Address(), "description", f"Text {number}")
        )

    typing = QTimer(interval=100)
    typing.timeout.connect(type_on)
    typing.start()
    watch.until("type, until the recovery is there", lambda: any((state / "recoveries").iterdir()))
    window.saving.save(session)
    watch.until("save, while typing", lambda: not session.is_being_written)
    window.pages.show_dock("versions")
    watch.until("list versions, while typing", lambda: not disk.is_busy())
    window.actions_by_id["file.publish"].trigger()
    watch.until("publish, while typing", lambda: session.ladder.version == "9.0.0")
    typing.stop()
    window.saving.save(session)
    window.close()
    watch.until("save and close", lambda: not window.isVisible())
    start = time.monotonic()
    window.shut_down()
    print(f"{'the program ends after the window by':<44} {time.monotonic() - start:6.1f} s")
    app.processEvents()
    print("asked of the disk in the window's thread:", "; ".join(slow.in_window) or "nothing")


def main(arguments: list[str]) -> None:
    """Measure in a folder of its own."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--fsync", type=float, default=1.0, help="seconds that each fsync takes")
    parser.add_argument("--stat", type=float, default=0.2, help="seconds that each question takes")
    base = Path(tempfile.mkdtemp())
    try:
        run(parser.parse_args(arguments), base)
    finally:
        shutil.rmtree(base, ignore_errors=True)


if __name__ == "__main__":
    main(sys.argv[1:])
