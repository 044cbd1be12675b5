"""A Compare view in a window, driven as a person does."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from laddereditor.compare.sheet.subject import Subject, subject_at
from laddereditor.gui.compare.view import CompareView
from laddereditor.gui.look.theme import apply_theme
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.address import Address
from laddereditor.session.session import Session
from laddereditor.storage.files.document import read_text
from tests.finding import find
from tests.gui.compare.ladders import OPERATIONS, OTHER
from tests.gui.fakes import FakeDialogs

KEY = Qt.Key
PLAIN = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let pass what the offscreen platform says of every window."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


class CompareRobot:
    """The view in a window, the keys a person presses, and what the ladders then hold."""

    def __init__(self, qtbot: QtBot, dialogs: FakeDialogs) -> None:
        self.bot = qtbot
        self.workspace = Workspace()
        self.session = Session(read_text(OPERATIONS))
        self.workspace.open(self.session)
        self.notices: list[str] = []
        self.workspace.notice.connect(self.notices.append)
        self.window = QMainWindow()
        self.view = CompareView(self.workspace, dialogs)
        self.tester = QAbstractItemModelTester(
            self.view.model, QAbstractItemModelTester.FailureReportingMode.Fatal
        )
        self.window.setCentralWidget(self.view)
        self.window.resize(1000, 700)
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is self.window)

    def open_other(self) -> Session:
        """Open a colleague's version; the first ladder stays in front."""
        other = Session(read_text(OTHER))
        self.workspace.open(other)
        self.workspace.show_session(self.session)
        return other

    def subject(self, address: str, session: Session | None = None) -> Subject:
        return subject_at((session or self.session).ladder, Address(address))

    def show(self, *addresses: str) -> "CompareRobot":
        self.view.levels.compare_addresses([Address(one) for one in addresses])
        self.settle()
        return self

    def settle(self) -> None:
        for _ in range(4):
            QApplication.processEvents()

    # -- what is seen -------------------------------------------------------------------------

    def heads(self) -> list[str]:
        model = self.view.model
        return [
            str(model.headerData(n, Qt.Orientation.Horizontal)) for n in range(model.columnCount())
        ]

    def texts(self, column: int) -> list[str]:
        model = self.view.model
        return [str(model.index(row, column).data()) for row in range(model.rowCount())]

    def index(self, text: str, column: int) -> QModelIndex:
        """Return the cell of a column that has this text."""
        model = self.view.model
        row = self.texts(column).index(text)
        return model.index(row, column)

    def accessible_text(self, index: QModelIndex) -> str:
        return str(index.data(Qt.ItemDataRole.AccessibleTextRole))

    def current(self) -> str:
        return str(self.view.table.currentIndex().data())

    def value(self, address: str) -> Any:
        return find(self.session.ladder, address)

    # -- what is done -------------------------------------------------------------------------

    def go(self, text: str, column: int) -> QModelIndex:
        index = self.index(text, column)
        self.view.table.setFocus()
        self.view.table.choose(index)
        return index

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        self.bot.keyClick(self.focus(), key, modifier)
        self.settle()

    def focus(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def type(self, text: str) -> None:
        editor = self.focus()
        assert isinstance(editor, QPlainTextEdit)
        editor.selectAll()
        self.bot.keyClicks(editor, text)


@pytest.fixture(autouse=True)
def theme(qapp: QApplication) -> None:
    apply_theme(qapp, "light")


@pytest.fixture
def robot(qtbot: QtBot, dialogs: FakeDialogs) -> Iterator[CompareRobot]:
    yield CompareRobot(qtbot, dialogs)
    QApplication.clipboard().clear()
