"""A matrix in a window, driven as a person does, and what the ladder then holds."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from laddereditor.compare.sheet.table import Cell
from laddereditor.gui.look.theme import apply_theme
from laddereditor.gui.matrix.view import MatrixView
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.address import Address
from laddereditor.model.family import Profile
from laddereditor.model.ladder import Ladder
from laddereditor.session.session import Session
from laddereditor.storage.files.document import new_document
from tests.edits.samples import DATA_P3, profile, sample
from tests.gui.fakes import FakeDialogs

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier
DATA = Address("families/data")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let pass what the offscreen platform says of every window and popup."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


def _focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


class MatrixRobot:
    def __init__(self, qtbot: QtBot, ladder: Ladder) -> None:
        self.workspace, self.dialogs = Workspace(), FakeDialogs()
        self.session = Session(new_document(ladder))
        self.reported: list[str] = []
        self.workspace.notice.connect(self.reported.append)
        self.workspace.open(self.session)
        self.workspace.go_to(DATA)
        self.window = QMainWindow()
        self.view = MatrixView(self.workspace)
        self.window.setCentralWidget(self.view)
        self.window.resize(1000, 700)
        qtbot.addWidget(self.window)
        self.sheet, self.model = self.view.sheet, self.view.sheet.cells
        self.tester = QAbstractItemModelTester(
            self.model, QAbstractItemModelTester.FailureReportingMode.Fatal, self.view
        )
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is self.window)
        self.sheet.setFocus()
        self.settle()

    def settle(self) -> None:
        for _ in range(4):
            QApplication.processEvents()

    # -- finding ------------------------------------------------------------------------------

    def place(self, section: str, level: str, key: str = "", nth: int = 0) -> tuple[int, int]:
        """Row and column of the nth row of a field, -1 the empty one at its end."""
        rows = [
            number
            for number, row in enumerate(self.model.matrix.rows)
            if row.section == section and row.cells and key in ("", row.key)
        ]
        levels = [column.level for column in self.model.matrix.columns]
        return rows[nth], levels.index(level)

    def cell(self, section: str, level: str, key: str = "", nth: int = 0) -> Cell:
        row, column = self.place(section, level, key, nth)
        return self.model.row(row).cells[column]

    @property
    def current(self) -> tuple[str, str]:
        """Field and level of the current cell."""
        index = self.sheet.currentIndex()
        row = self.model.row(index.row())
        return row.key or row.section, self.model.column(index.column()).level

    @property
    def current_text(self) -> str:
        cell = self.model.cell(self.sheet.currentIndex())
        return cell.full_text if cell else ""

    @property
    def editor(self) -> QWidget | None:
        found = QApplication.focusWidget()
        return found if found is not None and found.objectName() == "matrixEditor" else None

    def profile(self, address: str = DATA_P3) -> Profile:
        return profile(self.session.ladder, address)

    @property
    def notice(self) -> str:
        return self.reported[-1] if self.reported else ""

    # -- doing --------------------------------------------------------------------------------

    def go(self, section: str, level: str, key: str = "", nth: int = 0) -> "MatrixRobot":
        self.sheet.go_to(*self.place(section, level, key, nth))
        self.settle()
        return self

    def press(self, *keys: Qt.Key, mod: Qt.KeyboardModifier = NONE) -> "MatrixRobot":
        for key in keys:
            QTest.keyClick(_focused(), key, mod)
            self.settle()
        return self

    def type(self, text: str) -> "MatrixRobot":
        for letter in text:
            QTest.keyClicks(_focused(), letter)
        self.settle()
        return self

    def clip(self, text: str) -> "MatrixRobot":
        QGuiApplication.clipboard().setText(text)
        return self


@pytest.fixture
def robots(qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[[Ladder], MatrixRobot]]:
    apply_theme(qapp, "light")
    made: list[MatrixRobot] = []

    def make(ladder: Ladder) -> MatrixRobot:
        made.append(MatrixRobot(qtbot, ladder))
        return made[-1]

    yield make
    for robot in made:
        robot.window.hide()
    QGuiApplication.clipboard().clear()


@pytest.fixture
def robot(robots: Callable[[Ladder], MatrixRobot]) -> MatrixRobot:
    return robots(sample())
