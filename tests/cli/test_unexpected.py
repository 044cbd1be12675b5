"""An unexpected error in a verb is one plain line, exit code 2 and an entry in the log."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from laddereditor.cli import main
from laddereditor.cli.main import VERBS, run
from laddereditor.cli.output import Output

Log = Callable[[], str]
SECRET = "Severance"
ARGUMENTS = {
    "assess": ["a.xlsx"],
    "check": ["a.yaml"],
    "compare": ["a.yaml", "P1"],
    "diff": ["a.yaml", "b.yaml"],
    "export": ["a.yaml", "--to", "md", "-o", "b.md"],
    "import": ["a.txt", "-o", "b.yaml"],
    "match": ["a.csv", "b.yaml", "-o", "c.csv"],
    "merge": ["a.yaml", "b.yaml", "c.yaml", "-o", "d.yaml"],
    "overview": ["x.yaml"],
    "publish": ["a.yaml", "--bump", "minor", "--summary", "x"],
    "schema": [],
    "template": ["profiles", "-o", "a.xlsx"],
    "versions": ["a.yaml"],
}


def fails(*_: object) -> int:
    raise ValueError(SECRET)


@pytest.mark.parametrize("name", list(VERBS))
def test_that_an_error_in_a_verb_is_one_line(
    name: str, monkeypatch: pytest.MonkeyPatch, error_log: Log
) -> None:
    monkeypatch.setitem(main.VERBS, name, replace(VERBS[name], run=fails))
    lines: list[str] = []
    errors: list[str] = []
    code = run([name, *ARGUMENTS[name]], lambda _: 0, Output(lines.append, errors.append))
    assert (code, lines, len(errors)) == (2, [], 1)
    assert errors[0].startswith(
        f"laddereditor: something unexpected happened while carrying out “{name}” (ValueError in "
    )
    assert "\n" not in errors[0]
    assert "errors.log" in errors[0]
    assert SECRET not in errors[0] + error_log()
    assert "in fails" in error_log()


def test_that_an_error_before_the_window_is_one_line(
    error_log: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    errors: list[str] = []
    assert run([], fails, Output(errors.append, errors.append)) == 2
    assert "while starting the window" in errors[0]
    assert "in fails" in error_log()


def test_that_a_log_that_cannot_be_written_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    monkeypatch.setenv("LADDEREDITOR_STATE", str(tmp_path / "file"))
    monkeypatch.setitem(main.VERBS, "schema", replace(VERBS["schema"], run=fails))
    errors: list[str] = []
    assert run(["schema"], lambda _: 0, Output(errors.append, errors.append)) == 2
    assert "the log could not be written" in errors[0]


def test_that_an_interrupted_verb_ends_quietly(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setitem(main.VERBS, "schema", replace(VERBS["schema"], run=interrupted))
    errors: list[str] = []
    assert run(["schema"], lambda _: 0, Output(errors.append, errors.append)) == 130
    assert errors == []


BROKEN = """
import sys
from laddereditor.gui import app
class Broken:
    def __init__(self, *a, **b): raise RuntimeError("Severance")
{breaking}
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
def close():
    for box in QApplication.topLevelWidgets():
        if box.objectName() == "noStart" and box.isVisible():
            print("TOLD", box.text(), box.detailedText())
            box.close()
            return
    QTimer.singleShot(20, close)
app.make_application()
QTimer.singleShot(20, close)
from laddereditor.__main__ import main
sys.argv = ["laddereditor"]
main()
"""


@pytest.mark.parametrize(
    "breaking",
    ["app.MainWindow = Broken", "app.MainWindow.finish_startup = lambda self: Broken()"],
    ids=["before the window", "behind the first sight"],
)
def test_that_a_window_that_cannot_start_says_so(
    breaking: str, error_log: Log, tmp_path: Path
) -> None:
    places = {f"XDG_{name}_HOME": str(tmp_path) for name in ("CONFIG", "CACHE", "STATE")}
    done = subprocess.run(
        [sys.executable, "-c", BROKEN.format(breaking=breaking)],
        env={**os.environ, **places, "XDG_RUNTIME_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2, done.stderr
    assert "TOLD Ladder Editor cannot start" in done.stdout
    assert "None of your files was touched" in done.stdout
    assert re.search("RuntimeError", done.stdout)
    assert "Traceback" not in done.stderr
    assert SECRET not in done.stderr + done.stdout + error_log()
    assert "RuntimeError" in error_log()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs a platform of Qt's to miss")
def test_that_a_screen_that_qt_cannot_use_is_reported_without_an_abort(
    error_log: Log, tmp_path: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "laddereditor"],
        env={**os.environ, "QT_QPA_PLATFORM": "nowhere", "XDG_RUNTIME_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert "laddereditor: the window cannot be shown here" in done.stderr
    assert "Traceback" not in done.stderr
    assert "Qt fatal" in error_log()
