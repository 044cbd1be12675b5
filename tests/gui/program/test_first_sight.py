"""The window is shown before the program has loaded what only a ladder needs."""

import os
import subprocess
import sys

# What a start must not wait for: readers of files, the model of ladders, and what compares them.
_LATER = ("yaml", "csv", "pydantic", "laddereditor.align", "laddereditor.compare")


SHOWN = """
from laddereditor.gui.app import make_application
from laddereditor.gui.settings.settings import Settings
from laddereditor.gui.window.main_window import MainWindow
app = make_application()
window = MainWindow(Settings.forgetful(), enable_welcome=False)
window.show()
app.processEvents()
"""
# Qt makes the enums of its largest class known to Python all at once, when one of them is needed.
ENUMS = """
from enum import Enum
found = [Enum]
for one in found:
    found += one.__subclasses__()
print("GlobalColor" in {one.__name__ for one in found})
"""


def printed(code: str) -> str:
    """Return what a program prints."""
    found = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    return found.stdout.strip()


def test_that_the_window_is_shown_before_ladders_can_be_read() -> None:
    code = (
        "import laddereditor.gui.app, sys\n"
        f"print([name for name in {_LATER!r} if name in sys.modules])"
    )
    assert printed(code) == "[]"


def test_that_the_window_is_shown_without_the_enums_of_qt_that_it_does_not_need() -> None:
    assert printed(SHOWN + ENUMS) == "False"
    assert printed(f"from PySide6.QtCore import Qt\nQt.GlobalColor\n{ENUMS}") == "True"
