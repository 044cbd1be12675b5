"""What a field refuses is a problem, and saving and closing say that it is not in the file."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from laddereditor.gui.problems.panel import ProblemsPanel
from laddereditor.gui.window.main_window import MainWindow
from laddereditor.model.address import FieldPath
from tests.gui.fakes import FakeDialogs
from tests.gui.window.helpers import session_of, trigger


def type_code(qtbot: QtBot, window: MainWindow, code: str) -> QLineEdit:
    window.workspace.go_to("levels/P2", FieldPath("id"))
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, code)
    return editor


def reported(dialogs: FakeDialogs) -> list[str]:
    return [what[1] for name, what in dialogs.asked if name == "show_message"]


def test_that_saving_says_what_is_not_in_the_file_once_in_a_dialog(
    qtbot: QtBot, window: MainWindow, dialogs: FakeDialogs, path: Path
) -> None:
    notices: list[str] = []
    window.workspace.notice.connect(notices.append)
    editor = type_code(qtbot, window, "P2A")
    trigger(window, "file.save")
    qtbot.waitUntil(lambda: bool(reported(dialogs)))
    assert "P2A" in reported(dialogs)[0]
    assert path.name in reported(dialogs)[0]
    assert "P2A" not in path.read_text(encoding="utf-8")
    assert editor.text() == "P2A"
    trigger(window, "file.save")
    qtbot.waitUntil(lambda: any("without “P2A”" in one for one in notices))
    assert len(reported(dialogs)) == 1
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert window.workspace.refused_texts.of(session_of(window)) == ()


def test_that_closing_asks_and_goes_to_what_cannot_be_saved(
    qtbot: QtBot, window: MainWindow, dialogs: FakeDialogs
) -> None:
    editor = type_code(qtbot, window, "P2A")
    window.workspace.go_to("skills/mentoring")
    dialogs.answers["choose"] = "stay"
    trigger(window, "file.close")
    assert "P2A" in dialogs.asked[-1][1][1]
    assert window.workspace.sessions
    assert window.workspace.address == "levels/P2"
    assert editor.text() == "P2A"
    dialogs.answers["choose"] = "close"
    trigger(window, "file.close")
    assert not window.workspace.sessions


def test_that_problems_lists_what_is_not_in_the_file(
    qtbot: QtBot, window: MainWindow, dialogs: FakeDialogs
) -> None:
    window.pages.show_dock("problems")
    qtbot.waitUntil(lambda: session_of(window).report is not None)
    count = window.findChild(QToolButton, "findingsCount")
    assert count is not None
    before = count.text()
    type_code(qtbot, window, "P2A")
    window.workspace.go_to("skills/mentoring")
    panel = window.findChild(ProblemsPanel)
    assert panel is not None
    findings = [finding for _, finding in panel._model.findings_in_order()]
    (found,) = (one for one in findings if "P2A" in one.message)
    assert "not in the file" in found.message
    assert count.text() != before
    panel.menu_for(found).actions()[0].trigger()
    assert (window.workspace.address, QApplication.focusWidget().text()) == ("levels/P2", "P2A")
    dialogs.answers["choose"] = "close"
