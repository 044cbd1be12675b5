"""For all tests of the window: nothing may leak, and questions are answered by a fake.

Most open a small ladder in a window of their own.
"""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from laddereditor.gui.app import open_window
from laddereditor.gui.window.main_window import MainWindow
from tests.gui.fakes import FakeDialogs
from tests.gui.samples import SMALL

_END = 5.0  # seconds that a thread is given to end


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests in this folder, so that a run can choose them."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.gui)


@pytest.fixture
def dialogs() -> FakeDialogs:
    return FakeDialogs()


def _delete_what_waits() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def _release_the_mouse() -> None:
    """Let go of a button that QTest's double click leaves pressed when it opens an editor."""
    if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
        window = QWindow()
        window.create()
        QTest.mouseRelease(window, Qt.MouseButton.LeftButton)
        window.destroy()
    assert QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton


@pytest.fixture(autouse=True)
def nothing_leaks(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves windows, running timers or threads behind."""
    if "qtbot" not in request.fixturenames and "qapp" not in request.fixturenames:
        yield
        return
    threads = set(threading.enumerate())
    yield
    bot = request.node.funcargs.get("qtbot")
    if isinstance(bot, QtBot):
        from pytestqt.qtbot import _close_widgets

        _close_widgets(request.node)
    # Data that lies there when the interpreter ends is freed after it, which ends the process.
    QApplication.clipboard().clear()
    _release_the_mouse()
    _delete_what_waits()
    left = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    timers = [
        timer
        for widget in QApplication.topLevelWidgets()
        for timer in widget.findChildren(QTimer)
        if timer.isActive() and not timer.isSingleShot()
    ]
    assert not left, f"windows left open: {left}"
    assert not timers, f"timers left running: {timers}"
    for thread in set(threading.enumerate()) - threads:
        thread.join(_END)  # one that has nothing left to do ends by itself
    assert set(threading.enumerate()) <= threads, "threads left running"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, "utf-8")
    return path


@pytest.fixture
def other(tmp_path: Path) -> Path:
    path = tmp_path / "other.yaml"
    path.write_text(SMALL.replace("Small ladder", "Other ladder"), "utf-8")
    return path


@pytest.fixture
def window(qtbot: QtBot, path: Path, dialogs: FakeDialogs) -> Iterator[MainWindow]:
    window = open_window([path], dialogs=dialogs)
    qtbot.addWidget(window, before_close_func=lambda w: w.shut_down())
    dialogs.answers["save_changes"] = "discard"
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield window
