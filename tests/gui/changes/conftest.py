"""The Changes view over a small ladder, without the window around it."""

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from laddereditor.gui.changes.view import ChangesView
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.session.jobs import InlineJobs
from laddereditor.session.session import Session
from laddereditor.storage.files.document import read_text
from tests.gui.fakes import FakeDialogs
from tests.gui.samples import SMALL

_MODE = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def workspace(qapp: object) -> Workspace:
    workspace = Workspace()
    workspace.open(Session(read_text(SMALL)))
    return workspace


@pytest.fixture
def view(qtbot: QtBot, workspace: Workspace, dialogs: FakeDialogs) -> Iterator[ChangesView]:
    view = ChangesView(workspace, dialogs, InlineJobs())
    qtbot.addWidget(view)
    QAbstractItemModelTester(view.tree.changes, _MODE, view)
    view.resize(900, 600)
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    yield view
