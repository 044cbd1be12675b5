"""A window that works with its neighbours, over a ladder file in a folder of its own."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from laddereditor.edits.fields import set_field
from laddereditor.gui.app import open_window
from laddereditor.gui.sharing.notice_bar import NoticeBar
from laddereditor.gui.window.main_window import MainWindow
from laddereditor.model.address import Address
from laddereditor.presentation.sharing.run_context import RunContext
from laddereditor.session.jobs import Jobs
from laddereditor.session.session import Session
from laddereditor.storage.files.program import Program, this_program
from tests.gui.fakes import FakeDialogs
from tests.gui.samples import SMALL

P2 = Address("families/software/P2")
_CHECK_EVERY = 0.1  # seconds; a person's window may take longer to see what a colleague saved


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let pass what the offscreen platform says of every window."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


class Robot:
    """One window in its surroundings, and what a person sees and presses."""

    def __init__(self, window: MainWindow, dialogs: FakeDialogs, bot: QtBot, path: Path) -> None:
        self.window, self.dialogs, self.bot, self.path = window, dialogs, bot, path

    @property
    def session(self) -> Session:
        assert self.window.workspace.session is not None
        return self.window.workspace.session

    def edit(self, text: str = "Mine") -> None:
        self.window.workspace.apply(set_field(self.session.ladder, Address(), "name", text))

    def save(self) -> None:
        """Save, and wait until it is done."""
        ended: list[bool] = []
        self.window.saving.save(self.session, ended.append)
        self.bot.waitUntil(lambda: ended == [True])

    def save_as(self) -> None:
        """Save where the dialogs says, and wait until it is done."""
        ended: list[bool] = []
        self.window.saving.save_as(self.session, then=ended.append)
        self.bot.waitUntil(lambda: ended == [True])

    def bars(self) -> list[NoticeBar]:
        shown = self.window.sharing.area.findChildren(NoticeBar)
        return sorted((bar for bar in shown if bar.isVisible()), key=lambda bar: bar.y())

    def texts(self) -> list[str]:
        return [bar.notice.text for bar in self.bars()]

    def wait_for(self, words: str) -> NoticeBar:
        self.bot.waitUntil(lambda: any(words in text for text in self.texts()), timeout=5000)
        return next(bar for bar in self.bars() if words in bar.notice.text)

    def wait_for_silence(self) -> None:
        self.bot.waitUntil(lambda: not self.bars(), timeout=5000)

    def button(self, name: str) -> QPushButton:
        found = [
            one
            for one in self.window.findChildren(QPushButton)
            if one.isVisible() and one.objectName().endswith(f".{name}")
        ]
        assert len(found) == 1, f"{len(found)} buttons {name}"
        return found[0]

    def press(self, name: str) -> None:
        self.button(name).click()

    def look(self) -> None:
        """Come back to the window twice, as a person does: what is new is believed then."""
        assert self.window.sharing.watch is not None
        self.window.sharing.watch.check_all()
        self.window.sharing.watch.check_all()

    def written(self) -> str:
        return self.path.read_text("utf-8")


@pytest.fixture
def state(tmp_path: Path) -> Path:
    folder = tmp_path / "state"
    (folder / "recoveries").mkdir(parents=True)
    (folder / "backups").mkdir()
    return folder


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "shared" / "small.yaml"
    file.parent.mkdir()
    file.write_text(SMALL, "utf-8")
    return file


@pytest.fixture
def context(state: Path) -> RunContext:
    recoveries, backups = state / "recoveries", state / "backups"
    return RunContext(this_program(), recoveries, backups, check_every=_CHECK_EVERY)


@pytest.fixture
def ada() -> Program:
    """A colleague on another machine."""
    return Program("Ada", "LAPTOP-7", "another host", 4711, "", "ada's run")


Open = Callable[..., Robot]


@pytest.fixture
def open_robot(qtbot: QtBot, path: Path, context: RunContext) -> Iterator[Open]:
    windows = []

    def make(
        *, start: bool = True, files: list[Path] | None = None, jobs: Jobs | None = None
    ) -> Robot:
        dialogs = FakeDialogs()
        window = open_window([path] if files is None else files, dialogs=dialogs, jobs=jobs)
        windows.append(window)
        window.resize(1280, 800)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        if start:
            window.sharing.start(context)
        return Robot(window, dialogs, qtbot, path)

    yield make
    for window in windows:
        window.shut_down()
        window.hide()
        window.deleteLater()


@pytest.fixture
def robot(open_robot: Open) -> Robot:
    return open_robot()


def label_texts(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def now() -> datetime:
    return datetime.now().astimezone()
