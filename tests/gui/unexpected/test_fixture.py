"""An unexpected error fails the test that it came up in, also where the program lived on."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
TESTS = """
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QPushButton, QWidget
from laddereditor.gui.unexpected.guard import guard_overrides
from laddereditor.session.error_log import write_log

def fail():
    raise ValueError

class Window(QWidget):
    def event(self, event):
        fail()

guard_overrides(Window)

def test_override(qtbot):
    Window().event(QEvent(QEvent.Type.User))

def test_slot(qtbot):
    button = QPushButton()
    button.clicked.connect(fail)
    button.click()

def test_logged():
    write_log("ValueError")

def test_logged_on_purpose(error_log):
    write_log("ValueError")

def test_nothing(qtbot):
    Window
"""


def test_that_an_unexpected_error_fails_its_test(tmp_path: Path) -> None:
    file = tmp_path / "test_sample.py"
    file.write_text(TESTS, "utf-8")
    plugins = ["-p", "tests.conftest", "-p", "no:cacheprovider"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-rA", *plugins, "--rootdir", tmp_path, file],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    ended = [
        (line.split()[0], line.split()[1].rpartition("::")[2])
        for line in done.stdout.splitlines()
        if line.startswith(("PASSED", "FAILED", "ERROR")) and "::" in line
    ]
    assert ("FAILED", "test_override") in ended
    assert ("FAILED", "test_slot") in ended
    assert ("ERROR", "test_logged") in ended
    assert {("PASSED", "test_logged_on_purpose"), ("PASSED", "test_nothing")} <= set(ended)
    assert not {("ERROR", "test_logged_on_purpose"), ("ERROR", "test_nothing")} & set(ended)
