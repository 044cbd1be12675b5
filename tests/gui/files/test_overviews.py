"""The overview is shown from the menu, saved, and fits one sheet of paper."""

from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QSizeF
from PySide6.QtGui import QPdfWriter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from laddereditor.gui.export.paper import paper_document
from laddereditor.gui.files.overviews import Overviews
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.presentation.export.offers import PreviewAnswer, PreviewRequest
from laddereditor.session.jobs import InlineJobs
from laddereditor.session.session import Session
from laddereditor.storage.files.document import new_document
from tests.gui.fakes import FakeDialogs
from tests.session.test_wide_edits import wide_ladder


@pytest.fixture
def workspace() -> Workspace:
    workspace = Workspace(None)
    workspace.disk = InlineJobs()
    workspace.open(Session(new_document(wide_ladder())))
    return workspace


def shown(
    qtbot: QtBot, workspace: Workspace, answer: PreviewAnswer | None, out: Path
) -> PreviewRequest:
    seen: list[PreviewRequest] = []

    def preview(request: PreviewRequest) -> PreviewAnswer | None:
        seen.append(request)
        return answer

    window = QWidget()
    qtbot.addWidget(window)
    dialogs = FakeDialogs({"preview": preview, "export_to_save": out})
    Overviews(workspace, lambda: dialogs, window).show()
    (request,) = seen
    return request


def test_that_the_overview_is_shown_and_saved(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    out = tmp_path / "overview.html"
    request = shown(qtbot, workspace, PreviewAnswer("save", "html"), out)
    assert request.title == "Overview of the ladder"
    assert "30 families" in out.read_text("utf-8")


def test_that_it_fits_one_sheet_of_paper(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    request = shown(qtbot, workspace, None, tmp_path / "none")
    document = paper_document(request.choices[0][1], pay=False)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    document.documentLayout().setPaintDevice(writer)
    document.setPageSize(QSizeF(writer.pageLayout().paintRectPixels(writer.logicalDpiX()).size()))
    assert document.pageCount() == 1


def test_that_nothing_is_shown_without_a_ladder(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialogs = FakeDialogs({})
    Overviews(Workspace(None), lambda: dialogs, window).show()
    assert dialogs.asked == []
