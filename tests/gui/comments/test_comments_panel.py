"""Comments in the window: beside the form, in the form, in the tree."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from laddereditor.edits.comments.changing import add_comment
from laddereditor.gui.app import open_window
from laddereditor.gui.comments.panel import CommentsPanel
from laddereditor.gui.forms.labels import LinkButton
from laddereditor.gui.forms.statements.view import StatementView
from laddereditor.gui.tree.model import MARK_ROLE
from laddereditor.gui.window.main_window import MainWindow
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.comment import Comment
from laddereditor.session.session import Session
from laddereditor.storage.files.ladder_files import open_ladder
from tests.gui.fakes import FakeDialogs

FILE = """\
laddereditor: 1
name: Bakery
levels: [{id: P1, name: Entry}]
families:
  - id: baker
    name: Baker
    profiles:
      - level: P1
        title: Baker
        responsibilities:
          - Shapes the dough by hand
          - Cleans the bench after each shift
          - Weighs flour and salt
"""
PROFILE = Address("families/baker/P1")


class Clock:
    def today(self) -> date:
        return date(2026, 11, 27)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, dialogs: FakeDialogs) -> Iterator[MainWindow]:
    path = tmp_path / "bakery.yaml"
    path.write_text(FILE, "utf-8")
    window = open_window([path], dialogs=dialogs)
    qtbot.addWidget(window, before_close_func=lambda w: w.shut_down())
    dialogs.answers |= {"save_changes": "discard", "paragraph": "Every shift?"}
    window.show()
    panel(window).clock = Clock()
    window.workspace.go_to(PROFILE)
    yield window


def panel(window: MainWindow) -> CommentsPanel:
    return window.views.comments


def session(window: MainWindow) -> Session:
    found = window.workspace.session
    assert found is not None
    return found


def duties(window: MainWindow) -> StatementView:
    found = window.form.findChild(StatementView, "field.responsibilities")
    assert isinstance(found, StatementView)
    return found


def trigger(window: MainWindow, command: str) -> None:
    window.actions_by_id[command].trigger()


def press(window: MainWindow, name: str) -> None:
    button = panel(window).findChild(QPushButton, f"comments.{name}")
    assert isinstance(button, QPushButton) and button.isEnabled()
    button.click()


def comments(window: MainWindow) -> tuple[Comment, ...]:
    return session(window).ladder.comments


def test_that_the_statement_with_the_keyboard_is_commented_on(
    window: MainWindow, dialogs: FakeDialogs
) -> None:
    window.form.setFocus()
    duties(window).setFocus()
    duties(window).go_to_item(1)
    trigger(window, "edit.comment")
    (comment,) = comments(window)
    assert comment.at == "families/baker/P1/responsibilities/1"
    assert comment.quote == "Cleans the bench after each shift"
    assert comment.date == date(2026, 11, 27)
    assert "Cleans the bench" in dialogs.asked[-1][1][1]
    session(window).undo()
    assert comments(window) == ()


def test_that_without_the_form_the_entry_is_commented_on(window: MainWindow) -> None:
    window.tree.focus_tree()
    trigger(window, "edit.comment")
    assert [one.at for one in comments(window)] == ["families/baker/P1"]


def test_that_a_comment_that_is_cancelled_is_none(window: MainWindow, dialogs: FakeDialogs) -> None:
    dialogs.answers["paragraph"] = None
    trigger(window, "edit.comment")
    assert not session(window).is_modified


def test_that_a_comment_is_shown_in_form_tree_and_panel(qtbot: QtBot, window: MainWindow) -> None:
    place = FieldPath("responsibilities/1")
    window.workspace.attempt(add_comment, PROFILE, place, "Every shift?", "Ines", None)
    rows = duties(window)
    assert list(rows.statements.marks.values()) == ["comment"]
    node = window.tree._model.index_of(PROFILE)
    assert node.data(MARK_ROLE).comments == 1
    assert "1 comment" in node.data(Qt.ItemDataRole.AccessibleTextRole)
    trigger(window, "view.comments")
    (row,) = panel(window).list.comments.rows
    assert "Cleans the bench" in row.where and row.by_whom == "Ines"
    assert panel(window).list.hasFocus()
    spoken = panel(window).list.comments.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Every shift?" in spoken and "Ines" in spoken


def test_that_comments_are_answered_resolved_and_deleted_by_key(
    qtbot: QtBot, window: MainWindow, dialogs: FakeDialogs
) -> None:
    trigger(window, "edit.comment")
    trigger(window, "view.comments")
    dialogs.answers["paragraph"] = "Yes."
    press(window, "answer")
    assert [one.text for one in comments(window)] == ["Every shift?", "Yes."]
    shown = panel(window).list
    shown.setCurrentIndex(shown.comments.index(0))
    qtbot.keyClick(shown, Qt.Key.Key_Space)
    assert [one.resolved for one in comments(window)] == [True, False]
    assert [row.comment.text for row in shown.comments.rows] == ["Yes."]
    qtbot.keyClick(shown, Qt.Key.Key_Delete)
    assert [one.text for one in comments(window)] == ["Every shift?"]
    for _ in range(3):
        session(window).undo()
    assert [one.text for one in comments(window)] == ["Every shift?"]
    assert not comments(window)[0].resolved


def test_that_enter_goes_to_the_statement(qtbot: QtBot, window: MainWindow) -> None:
    place = FieldPath("responsibilities/2")
    window.workspace.attempt(add_comment, PROFILE, place, "How much?", "Ines", None)
    window.workspace.go_to("families/baker")
    trigger(window, "view.comments")
    qtbot.keyClick(panel(window).list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.workspace.address == PROFILE)
    assert duties(window).is_current(2)


def test_that_a_comment_whose_statement_is_gone_is_shown_and_says_so(window: MainWindow) -> None:
    place = FieldPath("responsibilities/1")
    window.workspace.attempt(add_comment, PROFILE, place, "Every shift?", "Ines", None)
    duties(window).setFocus()
    duties(window).go_to_item(1)
    duties(window).delete_selected()
    trigger(window, "view.comments")
    (row,) = panel(window).list.comments.rows
    assert row.state == "What it was about is no longer there"
    assert "Cleans the bench" in row.where
    assert not duties(window).statements.marks


def test_that_a_saved_comment_is_there_again(window: MainWindow) -> None:
    trigger(window, "edit.comment")
    trigger(window, "file.save")
    path = session(window).path
    assert path is not None
    assert [one.text for one in open_ladder(path).document.ladder.comments] == ["Every shift?"]


def test_that_a_line_below_a_field_is_not_taken_for_another_field(window: MainWindow) -> None:
    place = FieldPath("responsibilities/1")
    window.workspace.attempt(add_comment, PROFILE, place, "Every shift?", "Ines", None)
    links = window.form.findChildren(LinkButton)
    show = next(one for one in links if one.text() == "Show" and one.isVisible())
    show.setFocus()
    trigger(window, "edit.comment")
    assert comments(window)[-1].at == str(PROFILE)
