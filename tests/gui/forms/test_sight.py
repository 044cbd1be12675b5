"""Nothing but what the person does scrolls the form or takes the caret away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from laddereditor.gui.forms.statements.row_editor import RowEditor
from laddereditor.gui.forms.statements.view import StatementView
from tests.gui.forms.conftest import CTRL, KEY, P3, FormRobot

LISTS = ("responsibilities/0", "qualifications/0", "expectations/delivery/0")


@pytest.fixture
def low(robot: FormRobot) -> FormRobot:
    """A window so low that most of the form is out of sight."""
    robot.window.resize(900, 420)
    return robot


def scrolled(robot: FormRobot) -> int:
    assert robot.form._page is not None
    return robot.form._page.verticalScrollBar().value()


@pytest.mark.parametrize("field", LISTS)
def test_that_a_save_leaves_sight_focus_and_caret(low: FormRobot, field: str) -> None:
    low.go(P3, field)
    editor = low.focus()
    assert isinstance(editor, RowEditor)
    low.key(KEY.Key_Home)
    low.type("ab")
    low.settle()
    before = scrolled(low)
    low.form.flush()
    low.settle()
    assert low.focus() is editor
    assert editor.caret == 2
    assert scrolled(low) == before
    low.type("c")
    assert editor.toPlainText().startswith("abc")


def test_that_a_save_takes_an_emptied_statement_away_and_one_types_on(low: FormRobot) -> None:
    low.go(P3, "responsibilities/0")
    count = len(low.value(P3).responsibilities)
    low.key(KEY.Key_A, CTRL)
    low.key(KEY.Key_Delete)
    low.form.flush()
    assert len(low.value(P3).responsibilities) == count - 1
    low.type("Anew")
    assert len(low.value(P3).responsibilities) == count
    assert low.value(P3).responsibilities[0] == "Anew"


@pytest.mark.parametrize("field", LISTS)
def test_that_escape_leaves_sight_and_focus_at_the_row(low: FormRobot, field: str) -> None:
    low.go(P3, field)
    low.type("ab")
    low.settle()
    before = scrolled(low)
    low.key(KEY.Key_Escape)
    low.settle()
    name = "field." + field.rpartition("/")[0].replace("/", ".")
    assert low.focus().objectName() == name
    assert low.list(name.removeprefix("field.")).currentIndex().row() == 0
    assert scrolled(low) == before


def test_that_undo_leaves_sight_and_caret_in_the_row(low: FormRobot) -> None:
    low.go(P3, "qualifications/0")
    editor = low.focus()
    low.type("ab")
    low.settle()
    before = scrolled(low)
    low.session.undo()
    low.settle()
    assert low.focus() is editor
    assert scrolled(low) == before


def test_that_an_editor_that_goes_with_the_focus_scrolls_nothing(low: FormRobot) -> None:
    editor = low.go(P3).widget("field.summary", QPlainTextEdit)
    editor.setFocus()
    low.settle()
    before = scrolled(low)
    low.form._page.fields["summary"].hide()
    low.settle()
    assert QApplication.focusWidget() is not editor
    assert scrolled(low) == before


@pytest.mark.parametrize("key", [KEY.Key_Down, KEY.Key_Up])
def test_that_arrows_in_a_line_do_not_scroll_the_form(low: FormRobot, key: Qt.Key) -> None:
    low.go(P3, "title")
    assert isinstance(low.focus(), QLineEdit)
    assert low.form._page is not None
    low.form._page.scroll_to(30)
    low.key(key)
    low.settle()
    assert scrolled(low) == 30
    low.key(KEY.Key_PageDown)
    low.settle()
    assert scrolled(low) > 30


@pytest.mark.parametrize("field", LISTS)
def test_that_escape_from_a_text_longer_than_the_window_returns_to_its_row(
    low: FormRobot, field: str
) -> None:
    low.go(P3, field)
    text = "Writes reports about machines and people. " * 400
    QApplication.clipboard().setText(text)
    low.key(KEY.Key_V, CTRL)
    low.settle()
    bar = low.form.section_bar
    name = field.partition("/")[0].title()
    low.bot.waitUntil(lambda: bar.tabText(bar.currentIndex()) == name)
    low.key(KEY.Key_Escape)
    low.settle()
    rows = low.focus()
    assert isinstance(rows, StatementView)
    row = rows.visualRect(rows.currentIndex())
    low.bot.waitUntil(lambda: rows.viewport().visibleRegion().contains(row))


@pytest.mark.parametrize("key", [KEY.Key_Tab, KEY.Key_Backtab])
@pytest.mark.parametrize("row", [0, 1])
def test_that_tab_from_an_emptied_statement_goes_to_the_next_field(
    low: FormRobot, key: Qt.Key, row: int
) -> None:
    low.go(P3, f"responsibilities/{row}")
    count = len(low.value(P3).responsibilities)
    low.list("responsibilities").setFocus()
    low.key(key)
    beside = low.focus()
    low.go(P3, f"responsibilities/{row}")
    low.key(KEY.Key_A, CTRL)
    low.key(KEY.Key_Delete)
    low.key(key)
    low.settle()
    assert len(low.value(P3).responsibilities) == count - 1
    assert low.focus() is beside
