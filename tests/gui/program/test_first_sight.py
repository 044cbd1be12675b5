"""The window is shown before the program has loaded what only a ladder needs."""

import subprocess
import sys

# What a start must not wait for: readers of files, the model of ladders, and what compares them.
_LATER = ("yaml", "csv", "pydantic", "laddereditor.align", "laddereditor.compare")


def test_that_the_window_is_shown_before_ladders_can_be_read() -> None:
    code = (
        "import laddereditor.gui.app, sys\n"
        f"print([name for name in {_LATER!r} if name in sys.modules])"
    )
    found = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True
    )
    assert found.stdout.strip() == "[]"
