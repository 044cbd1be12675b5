"""A window with a small ladder open, and what tests ask of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from laddereditor.gui.app import open_window
from laddereditor.gui.main_window import MainWindow
from tests.gui.fakes import FakeAsker
from tests.gui.samples import SMALL


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
def window(qtbot: QtBot, path: Path, asker: FakeAsker) -> Iterator[MainWindow]:
    window = open_window([path], asker=asker)
    qtbot.addWidget(window, before_close_func=lambda w: w.shut_down())
    asker.answers["save_changes"] = "discard"
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield window
