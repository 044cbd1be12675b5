"""Several windows, and one program for each user."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from laddereditor.gui.program import windows
from laddereditor.gui.sharing.single_instance import Answer, Instance, hand_over
from laddereditor.gui.sharing.single_name import may_listen, server_name
from laddereditor.gui.window.main_window import MainWindow
from tests.gui.samples import SMALL
from tests.gui.sharing.conftest import Robot

HAND_OVER = (
    "import sys; from pathlib import Path\n"
    "from PySide6.QtCore import QCoreApplication\n"
    "from laddereditor.gui.sharing.single_instance import hand_over\n"
    "app = QCoreApplication([])\n"
    "print(hand_over(sys.argv[1], [Path(p) for p in sys.argv[2:]]).value, flush=True)\n"
)


@pytest.fixture
def name(tmp_path: Path) -> str:
    return str(tmp_path / "socket")


@pytest.fixture
def instance(qtbot: QtBot, name: str) -> Iterator[Instance]:
    found = Instance(name)
    assert found.listen()
    yield found
    found.close()


def further(robot: Robot) -> MainWindow:
    robot.window.actions_by_id["file.new_window"].trigger()
    found = next(w for w in windows.open_windows() if w is not robot.window)
    assert isinstance(found, MainWindow)
    return found


# -- several windows ------------------------------------------------------------------------------


def test_that_a_further_window_opens_and_goes(robot: Robot) -> None:
    fresh = further(robot)
    assert fresh.isVisible()
    assert not fresh.workspace.sessions
    assert fresh.sharing.watch is not None
    assert fresh in windows._further_windows
    fresh.close()
    assert windows._further_windows == []
    assert windows.open_windows() == [robot.window]


def test_that_a_file_open_in_another_window_is_shown_there(robot: Robot) -> None:
    fresh = further(robot)
    fresh.opening.open_files([robot.path])
    assert not fresh.workspace.sessions
    robot.bot.waitUntil(robot.window.isActiveWindow)
    fresh.close()


def test_that_each_window_locks_and_releases_its_own(robot: Robot) -> None:
    other = robot.path.with_name("other.yaml")
    other.write_text(SMALL, "utf-8")
    fresh = further(robot)
    fresh.opening.open_files([other])
    locks = {entry.name for entry in robot.path.parent.glob(".*.lock")}
    assert locks == {".small.yaml.lock", ".other.yaml.lock"}
    fresh.close()
    assert {entry.name for entry in robot.path.parent.glob(".*.lock")} == {".small.yaml.lock"}


def test_that_text_size_is_the_same_in_every_window(robot: Robot) -> None:
    robot.window.actions_by_id["view.zoom_in"].trigger()
    size = QApplication.font().pointSizeF()
    fresh = further(robot)
    assert QApplication.font().pointSizeF() == size
    fresh.actions_by_id["view.zoom_reset"].trigger()
    assert QApplication.font().pointSizeF() == size - 1
    fresh.close()


def test_that_quitting_closes_all_and_remembers_all_files(robot: Robot) -> None:
    other = robot.path.with_name("other.yaml")
    other.write_text(SMALL, "utf-8")
    fresh = further(robot)
    fresh.opening.open_files([other])
    robot.window.actions_by_id["file.quit"].trigger()
    assert not windows.open_windows()
    assert sorted(robot.window.settings.paths("open")) == [other, robot.path]


# -- one program ----------------------------------------------------------------------------------


def test_that_a_second_start_hands_its_files_over(
    instance: Instance, robot: Robot, name: str, tmp_path: Path
) -> None:
    other = tmp_path / "it's ünüsual.yaml"
    other.write_text(SMALL, "utf-8")
    instance.wanted.connect(lambda paths: windows.receive(paths, robot.window))
    second = subprocess.Popen(
        [sys.executable, "-c", HAND_OVER, name, other.name],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        text=True,
    )
    robot.bot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
    assert second.stdout is not None
    with second.stdout:
        assert second.stdout.read() == "taken\n"
    assert [session.path for session in robot.window.workspace.sessions] == [robot.path, other]


def test_that_without_a_running_program_nothing_is_waited_for(qtbot: QtBot, name: str) -> None:
    start = time.monotonic()
    assert not may_listen(name)
    assert hand_over(name, [], patience=120_000) is Answer.NOBODY
    assert time.monotonic() - start < 60


def test_that_the_socket_of_a_crash_is_taken_over(qtbot: QtBot, name: str) -> None:
    left = socket.socket(socket.AF_UNIX)
    left.bind(name)
    left.close()  # nobody listens, but the file is there
    assert may_listen(name)
    assert hand_over(name, []) is Answer.NOBODY
    found = Instance(name)
    assert found.listen()
    found.close()


def test_that_a_hung_program_blocks_nobody(qtbot: QtBot, name: str) -> None:
    with socket.socket(socket.AF_UNIX) as hung:
        hung.bind(name)
        hung.listen(5)
        start = time.monotonic()
        assert hand_over(name, [Path("x.yaml")], patience=200) is Answer.NOT_ANSWERING
        assert time.monotonic() - start < 60
        second = Instance(name)
        assert not second.listen()  # its name is left alone
        second.close()


def test_that_two_do_not_take_the_same_name(instance: Instance, name: str) -> None:
    second = Instance(name)
    assert not second.listen()
    second.close()
    assert may_listen(name)


@pytest.mark.parametrize("line", [b"nonsense\n", b"[1]\n", b'{"files": 3}\n', b"\xff\n", b"\n"])
def test_that_nonsense_is_ignored(instance: Instance, name: str, line: bytes, qtbot: QtBot) -> None:
    heard: list[list[Path]] = []
    instance.wanted.connect(heard.append)
    client = socket.socket(socket.AF_UNIX)
    client.connect(name)
    client.sendall(line)
    for _ in range(10):
        qtbot.wait(5)
    client.close()
    qtbot.wait(10)
    assert not heard


def test_that_a_socket_of_somebody_else_is_not_answered_to(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path(name).touch()
    assert may_listen(name)
    monkeypatch.setattr(os, "getuid", lambda: 12345)
    assert not may_listen(name)


def test_that_each_display_has_a_name_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":1")
    first = server_name()
    monkeypatch.setenv("DISPLAY", ":2")
    assert server_name() != first


def test_that_nothing_of_this_is_loaded_before_the_window_is_shown() -> None:
    script = (
        "import sys\n"
        "from laddereditor.gui.app import make_application\n"
        "from laddereditor.gui.window.main_window import MainWindow\n"
        "from laddereditor.gui.settings.settings import Settings\n"
        "app = make_application(); window = MainWindow(Settings.forgetful()); window.show()\n"
        "late = sorted(n for n in sys.modules if n.startswith('laddereditor.gui.sharing.'))\n"
        "print(late, 'PySide6.QtNetwork' in sys.modules)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60
    )
    early = ["laddereditor.gui.sharing.handing_over", "laddereditor.gui.sharing.single_name"]
    assert ran.stdout == f"{early} False\n"
