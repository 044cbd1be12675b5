"""Lists of thousands of statements in the real window: what is pasted is there at once."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from laddereditor.gui.forms.statements.view import StatementView
from laddereditor.gui.window.main_window import MainWindow
from laddereditor.model.address import Address, FieldPath
from laddereditor.storage.files.document import read_text
from tests.gui.held_jobs import HeldJobs
from tests.gui.window.helpers import session_of, trigger

PROFILE = Address("families/software/P1")
LIST = FieldPath("responsibilities")
LINES = [f"Line {number} of what was pasted into a list" for number in range(2000)]


def test_that_a_long_paste_is_shown_edited_and_undone_while_its_text_is_written(
    qtbot: QtBot, window: MainWindow
) -> None:
    session = session_of(window)
    jobs = HeldJobs()
    session._timeline._jobs = jobs
    jobs.hold()
    before = session.ladder
    window.workspace.go_to(PROFILE, LIST)
    view = window.form.findChild(StatementView, f"field.{LIST}")
    assert view is not None
    view.setFocus()
    QGuiApplication.clipboard().setText("\n".join(LINES))
    view.paste()
    assert session.is_unwritten
    pasted = view.selected_rows()
    assert [view.statements.row(row).text for row in pasted] == LINES

    last = pasted[-1]
    view.editing.begin(view.statements.row(last))
    qtbot.keyClicks(view.make_editor(), "!")
    assert view.currentIndex().row() == last
    assert view.visualRect(view.currentIndex()).contains(view.make_editor().geometry().center())
    qtbot.keyClick(view.make_editor(), Qt.Key.Key_Escape)
    jobs.go_on()
    QApplication.processEvents()
    assert not session.is_unwritten
    assert read_text(session.document.text).ladder == session.ladder

    while session.undo_label:
        trigger(window, "edit.undo")
    assert session.ladder == before
