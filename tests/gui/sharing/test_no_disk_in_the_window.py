"""The window's own thread asks nothing of the disk that ladders are on: it could take any time."""

import io
import os
import threading
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

import pytest
from PySide6.QtTest import QTest

from laddereditor.gui.jobs.jobs import DISK_THREADS, ThreadJobs
from laddereditor.gui.program.remembering import restore_files
from laddereditor.gui.settings.settings import Settings
from laddereditor.gui.sharing.crashes import keep_crash_file
from laddereditor.gui.sharing.start import share
from laddereditor.presentation.dialogs.protocol import PublishAnswer
from tests.gui.sharing.conftest import Open, Robot

_CALLS = (
    *("stat", "lstat", "open", "scandir", "listdir", "readlink", "access"),
    *("unlink", "remove", "rename", "replace", "mkdir", "rmdir", "utime", "chmod", "link"),
)


class Asked:
    """What the window's thread asked about a folder, each with the place in code."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.calls: list[str] = []
        self._folder, self._window = str(folder), threading.current_thread()
        for name in _CALLS:
            if hasattr(os, name):
                patch.setattr(os, name, self._watched(name, getattr(os, name)))
        patch.setattr(io, "open", self._watched("open", io.open))

    def _watched(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def watched(path: Any = ".", *args: Any, **options: Any) -> Any:
            in_folder = isinstance(path, str | os.PathLike) and self._folder in os.fspath(path)
            if in_folder and threading.current_thread() is self._window:
                own = [f for f in traceback.extract_stack() if "laddereditor" in f.filename]
                if own:
                    self.calls.append(f"{name} in {own[-1].filename}:{own[-1].lineno}")
            return call(path, *args, **options)

        return watched


@pytest.fixture
def jobs() -> Iterator[ThreadJobs]:
    made = ThreadJobs(threads=DISK_THREADS)
    yield made
    made.wait()


@pytest.fixture
def robot(open_robot: Open, jobs: ThreadJobs) -> Robot:
    return open_robot(files=[], jobs=jobs)


def test_that_a_days_work_asks_nothing_in_the_windows_thread(
    robot: Robot, jobs: ThreadJobs, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = Asked(tmp_path, monkeypatch)
    window, wait = robot.window, robot.bot.waitUntil
    window.opening.open_files([path])
    wait(lambda: window.workspace.session is not None)
    session = robot.session
    for text in ("One", "Two"):
        robot.edit(text)
        robot.save()
    window.pages.show_dock("versions")
    robot.dialogs.answers["publish"] = PublishAnswer("1.0.0", "The first one", "Anna")
    window.actions_by_id["file.publish"].trigger()
    wait(lambda: session.ladder.version == "1.0.0")
    wait(lambda: window.versions._view.current() is not None and not jobs.is_busy())
    robot.dialogs.answers["confirm"] = True
    window.versions.restore()
    wait(lambda: session.undo_label.startswith("Restore version"))
    robot.dialogs.answers["earlier_save"] = 0
    window.actions_by_id["file.backups"].trigger()
    wait(lambda: session.undo_label.startswith("Restore the save"))
    window.actions_by_id["compare.add"].trigger()
    window.pages.show_page("changes")
    robot.dialogs.answers["file_to_save"] = path.with_name("other.yaml")
    robot.save_as()
    window.opening.open_files([path, path.with_name("other.yaml")])
    wait(lambda: len(window.workspace.sessions) == 2 and not jobs.is_busy())
    for one in list(window.workspace.sessions):
        window.closing.close(one)
    wait(lambda: not window.workspace.sessions and not jobs.is_busy())
    assert not asked.calls


def test_that_a_start_asks_nothing_in_the_windows_thread(
    robot: Robot,
    jobs: ThreadJobs,
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("sockets")))
    monkeypatch.setenv("LADDEREDITOR_STATE", str(tmp_path / "state"))
    opened: list[IO[str]] = []
    monkeypatch.setattr("faulthandler.enable", opened.append)
    asked = Asked(tmp_path, monkeypatch)
    settings = Settings(tmp_path / "config" / "settings.ini")
    settings.add_recent(robot.path)
    window = robot.window
    share(window, window.sharing)
    keep_crash_file(window.disk_jobs, window.sharing.notices)
    restore_files(window)
    QTest.qWait(0)
    while jobs.is_busy():
        QTest.qWait(5)
    settings.wait()
    opened[0].close()
    assert (tmp_path / "state" / "log").is_dir()
    assert Settings(tmp_path / "config" / "settings.ini").paths("recent") == [robot.path]
    assert not asked.calls
