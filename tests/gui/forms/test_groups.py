"""Job functions and categories are completed, and taken when the person is done."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence

from laddereditor.gui.forms.group_name import GroupNameField
from laddereditor.gui.forms.suggesting import SuggestingLine
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.forms.group_matching import (
    GroupSuggestion,
    group_suggestions,
    known_group,
)
from tests.edits.samples import sample
from tests.gui.forms.conftest import CTRL, KEY, FormRobot

WEB, HR, SQL = Address("families/web"), Address("families/hr"), Address("skills/sql")


@pytest.fixture
def ladder() -> Ladder:
    return sample()


@pytest.fixture
def line(robot: FormRobot) -> SuggestingLine:
    """The job function of the web engineers, selected."""
    line = robot.go(WEB, "function").widget("field.function", SuggestingLine)
    assert line.selectedText() == "Engineering"
    return line


def words(line: SuggestingLine) -> list[str]:
    suggested = line.suggested
    return [suggested.item(row).text() for row in range(suggested.count())] if suggested else []


def test_that_half_a_name_changes_nothing_and_enter_takes_the_whole(
    robot: FormRobot, line: SuggestingLine
) -> None:
    robot.type("peo")
    assert robot.value(WEB).function == "Engineering"
    assert words(line) == ["People", "New job function “peo”"]
    robot.key(KEY.Key_Return)
    assert robot.value(WEB).function == line.text() == "People"
    assert line.caret == len("People")
    robot.session.undo()
    assert robot.value(WEB).function == line.text() == "Engineering"
    assert not robot.session.undo_label


def test_that_the_words_of_a_suggestion_are_not_cut_off(
    robot: FormRobot, line: SuggestingLine
) -> None:
    robot.window.resize(520, 700)
    robot.settle()
    robot.type("Customer care for the northern region")
    suggested = line.suggested
    assert suggested is not None
    assert words(line)[-1] == "New job function “Customer care for the northern region”"
    needed = suggested.fontMetrics().horizontalAdvance(words(line)[-1]) + 16
    assert suggested.viewport().width() > needed > line.width()
    assert suggested.geometry().right() <= suggested.parentWidget().width()


def test_that_tab_takes_the_marked_one(robot: FormRobot, line: SuggestingLine) -> None:
    robot.type("peo")
    robot.key(KEY.Key_Tab)
    assert robot.value(WEB).function == "People"
    assert not line.hasFocus()


def test_that_a_new_one_is_made_when_it_is_chosen_and_reported(
    robot: FormRobot, line: SuggestingLine
) -> None:
    reported: list[str] = []
    robot.workspace.notice.connect(reported.append)
    robot.type("peo")
    robot.key(KEY.Key_Up)
    robot.key(KEY.Key_Return)
    assert robot.value(WEB).function == "peo"
    assert reported == ["“peo” is a new job function."]


def test_that_leaving_otherwise_takes_what_was_typed(
    robot: FormRobot, line: SuggestingLine
) -> None:
    robot.type("Peo")
    robot.go(HR)
    assert robot.value(WEB).function == "Peo"
    assert robot.value(HR).function == "People"


def test_that_a_save_takes_what_is_typed(robot: FormRobot, line: SuggestingLine) -> None:
    robot.type("Research")
    robot.form.flush()
    assert robot.value(WEB).function == "Research"


def test_that_a_save_reports_half_a_name_and_makes_no_group_of_it(
    robot: FormRobot, line: SuggestingLine
) -> None:
    robot.type("Peo")
    robot.form.flush()
    assert robot.value(WEB).function == "Engineering"
    assert line.text() == "Peo"
    (kept,) = robot.workspace.refused_texts.of(robot.session)
    assert (kept.address, kept.field, kept.text) == (WEB, "function", "Peo")
    robot.key(KEY.Key_Return)
    assert robot.value(WEB).function == "People"
    assert not robot.workspace.refused_texts.of(robot.session)


def test_that_escape_discards_half_a_name_that_was_reported(
    robot: FormRobot, line: SuggestingLine
) -> None:
    robot.type("Peo")
    robot.form.flush()
    robot.key(KEY.Key_Escape)
    robot.key(KEY.Key_Escape)
    assert line.text() == "Engineering"
    assert not robot.workspace.refused_texts.of(robot.session)


def test_that_escape_closes_the_list_then_brings_the_name_back(
    robot: FormRobot, line: SuggestingLine
) -> None:
    robot.type("peo")
    robot.key(KEY.Key_Escape)
    assert line.suggested is None
    assert line.text() == "peo"
    robot.key(KEY.Key_Escape)
    assert line.text() == "Engineering"


def test_that_undo_takes_back_letters_before_steps(robot: FormRobot, line: SuggestingLine) -> None:
    undo = QAction("Undo", robot.window, shortcut=QKeySequence("Ctrl+Z"))
    robot.window.addAction(undo)
    undone: list[bool] = []
    undo.triggered.connect(lambda: undone.append(True))
    robot.type("pe")
    robot.key(KEY.Key_Z, CTRL)
    assert (line.text(), undone) == ("Engineering", [])
    robot.key(KEY.Key_Z, CTRL)
    assert (line.text(), undone) == ("Engineering", [True])


def test_that_down_shows_all_that_there_are(robot: FormRobot, line: SuggestingLine) -> None:
    line.clear()
    robot.key(KEY.Key_Down)
    assert words(line) == ["Engineering", "People"]


def test_that_emptying_it_leaves_no_group(robot: FormRobot, line: SuggestingLine) -> None:
    robot.key(KEY.Key_Delete)
    assert robot.value(WEB).function == "Engineering"
    robot.key(KEY.Key_Return)
    assert robot.value(WEB).function == ""


def test_that_the_only_one_in_a_group_may_change_its_capitals(robot: FormRobot) -> None:
    robot.go(HR, "function")
    robot.type("PEOPLE")
    robot.key(KEY.Key_Escape)
    robot.key(KEY.Key_Return)
    assert robot.value(HR).function == "PEOPLE"


def test_that_capitals_make_no_second_group(robot: FormRobot, line: SuggestingLine) -> None:
    robot.type("pEOPLE")
    robot.key(KEY.Key_Escape)
    robot.key(KEY.Key_Return)
    assert robot.value(WEB).function == "People"


def test_that_a_suggestion_can_be_clicked(robot: FormRobot) -> None:
    line = robot.go(SQL, "category").widget("field.category", SuggestingLine)
    robot.type("p")
    suggested = line.suggested
    assert suggested
    place = suggested.visualItemRect(suggested.item(0)).center()
    robot.bot.mouseClick(suggested.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert robot.value(SQL).category == "People"
    assert isinstance(line.parentWidget(), GroupNameField)


def test_that_those_that_begin_with_what_was_typed_come_first() -> None:
    names = ("Web Design", "Design", "Operations")
    assert [one.name for one in group_suggestions(names, "des")] == ["Design", "Web Design", "des"]
    assert group_suggestions(names, "DESIGN ") == [
        GroupSuggestion("Design"),
        GroupSuggestion("Web Design"),
    ]
    assert known_group(names, "web  design") == "Web Design"
    assert known_group(names, "web") is None
