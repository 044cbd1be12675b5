"""Filled self-assessment forms are read from the window, and their gaps shown."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from laddereditor.exchange.returned.filled_forms import read_forms
from laddereditor.gui.files.assessments import Assessments
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.presentation.export.gaps import gaps_request
from laddereditor.presentation.export.offers import PreviewAnswer, PreviewRequest
from laddereditor.session.jobs import InlineJobs
from tests.gui.fakes import FakeDialogs
from tests.reports.exporting.returned import exported
from tests.reports.exporting.test_assessment import AT, filled_word, ladder


def read(qtbot: QtBot, dialogs: FakeDialogs) -> list[str]:
    notices: list[str] = []
    workspace = Workspace(None)
    workspace.disk = InlineJobs()
    workspace.notice.connect(notices.append)
    window = QWidget()
    qtbot.addWidget(window)
    Assessments(workspace, lambda: dialogs, window).read()
    return notices


def test_that_the_gaps_of_filled_forms_are_shown_and_saved(qtbot: QtBot, tmp_path: Path) -> None:
    word, excel, out = (tmp_path / name for name in ("kim.docx", "lee.xlsx", "gaps.html"))
    word.write_bytes(filled_word())
    excel.write_bytes(exported(ladder(), "assessment", AT))
    seen: list[PreviewRequest] = []

    def answer(request: PreviewRequest) -> PreviewAnswer:
        seen.append(request)
        return PreviewAnswer("save", "html", chosen=1)

    answers: dict[str, Any] = {
        "forms_to_read": [word, excel],
        "preview": answer,
        "export_to_save": out,
    }
    notices = read(qtbot, FakeDialogs(answers))
    (request,) = seen
    assert [words for words, _ in request.choices] == [
        "All forms",
        "Kim <b>: baker – P1",
        "lee.xlsx: baker – P1",
    ]
    assert "Won a prize" in out.read_text("utf-8")
    assert notices == ["Saved as gaps.html."]


def test_that_one_form_is_one_choice() -> None:
    request = gaps_request(read_forms(filled_word(), "kim.docx"), ())
    assert len(request.choices) == 1


def test_that_another_file_is_refused_in_words(qtbot: QtBot, tmp_path: Path) -> None:
    other = tmp_path / "other.xlsx"
    other.write_bytes(b"no form")
    dialogs = FakeDialogs({"forms_to_read": [other], "show_message": None})
    read(qtbot, dialogs)
    assert dialogs.asked[-1][0] == "show_message"
    assert "other.xlsx is not a self-assessment form" in str(dialogs.asked[-1][1])
    gone = FakeDialogs({"forms_to_read": [tmp_path / "gone.docx"], "show_message": None})
    read(qtbot, gone)
    assert "gone.docx cannot be read" in str(gone.asked[-1][1])
