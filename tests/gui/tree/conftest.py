"""A panel that shows a small ladder, its model watched by Qt's own tester."""

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from laddereditor.gui.tree.panel import TreePanel
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.session.session import Session
from laddereditor.storage.files.document import read_text
from tests.gui.fakes import FakeDialogs
from tests.gui.samples import SMALL
from tests.gui.tree.helpers import view_of

_MODE = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def workspace() -> Workspace:
    return Workspace()


@pytest.fixture
def panel(qtbot: QtBot, workspace: Workspace, dialogs: FakeDialogs) -> Iterator[TreePanel]:
    panel = TreePanel(workspace, dialogs)
    qtbot.addWidget(panel)
    QAbstractItemModelTester(view_of(panel).model(), _MODE, panel)
    session = Session(read_text(SMALL))
    workspace.open(session)
    session.start_check()
    panel.resize(320, 600)
    panel.show()
    yield panel
