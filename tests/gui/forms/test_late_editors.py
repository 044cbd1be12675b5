"""An editor writes only to the record that it was filled from, however late it writes."""

from dataclasses import replace

from PySide6.QtCore import QDate
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from laddereditor.edits.deleting import delete
from laddereditor.edits.references import rename
from laddereditor.gui.forms.calendar_popup import Calendar, CalendarButton
from laddereditor.gui.forms.inputs import ChoiceInput
from laddereditor.gui.forms.skills.adder import SkillLine
from laddereditor.model.address import Address
from laddereditor.session.session import Session
from laddereditor.storage.files.document import new_document
from tests.gui.forms.conftest import CTRL, KEY, P2, P3, FormRobot


def filled(robot: FormRobot, address: str, name: str) -> QPlainTextEdit:
    """Return the editor of a text, which is hidden again when another kind is shown."""
    return robot.go(address).widget(f"field.{name}", QPlainTextEdit)


def test_that_a_hidden_editor_writes_to_the_record_it_was_filled_from(robot: FormRobot) -> None:
    editor = filled(robot, "levels/P3", "summary")
    for elsewhere in ("families/models", P3, ""):
        before = robot.go(elsewhere).value(elsewhere)
        editor.insertPlainText(f"late {elsewhere or 'ladder'} ")
        if elsewhere:
            assert robot.value(elsewhere) is before
        assert robot.value("levels/P3").summary.startswith(f"late {elsewhere or 'ladder'}") or (
            f"late {elsewhere or 'ladder'}" in robot.value("levels/P3").summary
        )
    assert "summary" not in (robot.value("").model_extra or {})
    assert robot.go("levels/P3").widget("field.summary", QPlainTextEdit).toPlainText() == (
        robot.value("levels/P3").summary
    )


def test_that_a_hidden_editor_follows_a_record_that_gets_another_id(robot: FormRobot) -> None:
    editor = filled(robot, "skills/sql", "description")
    robot.go("levels/P3")
    robot.workspace.attempt(rename, Address("skills/sql"), "snake")
    editor.insertPlainText("late ")
    assert robot.value("skills/snake").description.startswith("late ")
    robot.session.undo()
    robot.session.undo()
    editor.insertPlainText("again ")
    assert robot.value("skills/sql").description.startswith("again ")


def test_that_what_is_typed_for_a_record_that_is_gone_is_dropped(robot: FormRobot) -> None:
    editor = filled(robot, "skills/sql", "description")
    robot.go("levels/P3")
    robot.workspace.apply(
        replace(delete(robot.session.ladder, [Address("skills/sql")]), select=Address())
    )
    before = robot.session.ladder
    editor.insertPlainText("late ")
    assert robot.session.ladder is before


def test_that_what_is_typed_for_a_ladder_that_is_closed_is_dropped(robot: FormRobot) -> None:
    editor = filled(robot, "levels/P3", "summary")
    first = robot.session
    second = Session(new_document(first.ladder))
    robot.workspace.open(second)
    robot.workspace.close(first)
    robot.workspace.go_to("skills/sql")
    before = second.ladder
    editor.insertPlainText("late ")
    assert second.ladder is before
    assert first.ladder is before


def test_that_a_hidden_editor_writes_to_its_own_ladder(robot: FormRobot) -> None:
    editor = filled(robot, "levels/P3", "summary")
    second = Session(new_document(robot.session.ladder))
    robot.workspace.open(second)
    robot.workspace.go_to("skills/sql")
    before = second.ladder
    editor.insertPlainText("late ")
    assert second.ladder is before
    assert robot.value("levels/P3").summary.startswith("late ")


def test_that_a_newer_version_is_written_to_and_not_over(robot: FormRobot) -> None:
    editor = filled(robot, "levels/P3", "summary")
    level = robot.value("levels/P3").model_copy(update={"name": "Newer"})
    levels = tuple(level if one.id == "P3" else one for one in robot.session.ladder.levels)
    robot.session.load(
        new_document(robot.session.ladder.model_copy(update={"levels": levels})), "Load"
    )
    editor.insertPlainText("late ")
    assert robot.value("levels/P3").name == "Newer"
    assert robot.value("levels/P3").summary.startswith("late ")


def test_that_a_word_being_composed_goes_to_the_record_it_was_begun_for(robot: FormRobot) -> None:
    editor = filled(robot, P2, "summary")
    editor.setFocus()
    robot.go(P3)
    before = robot.value(P3)
    commit = QInputMethodEvent()
    QApplication.sendEvent(editor, commit)
    assert robot.value(P3) is before


def test_that_a_day_picked_late_is_of_no_other_record(robot: FormRobot) -> None:
    buttons = robot.go("").form.findChildren(CalendarButton)
    (button,) = (one for one in buttons if one.isVisible())
    calendar = button.open()
    assert isinstance(calendar, Calendar)
    second = Session(new_document(robot.session.ladder))
    robot.workspace.open(second)
    calendar.days.clicked.emit(QDate(2030, 1, 1))
    assert not second.is_modified
    assert not robot.session.is_modified


def test_that_nothing_is_typed_on_into_another_record_when_the_one_shown_goes(
    robot: FormRobot,
) -> None:
    editor = filled(robot, "skills/sql", "description")
    editor.setFocus()
    robot.type("mine")
    skills = tuple(one for one in robot.session.ladder.skills if one.id != "sql")
    robot.session.load(
        new_document(robot.session.ladder.model_copy(update={"skills": skills})), "Load"
    )
    assert QApplication.focusWidget() is not editor
    assert robot.session.ladder.skills == skills


def test_that_lists_and_menus_close_when_another_record_is_shown(robot: FormRobot) -> None:
    choice = robot.go(P3).widget("field.flsa", ChoiceInput)
    choice.showPopup()
    assert QApplication.activePopupWidget() is not None
    robot.go(P2)
    assert QApplication.activePopupWidget() is None


def test_that_a_skill_typed_and_not_added_stays_with_its_profile(robot: FormRobot) -> None:
    line = robot.go(P3).widget("field.skills.add", SkillLine)
    line.setFocus()
    robot.type("Sql")
    robot.go(P2)
    assert line.text() == ""
    assert line.suggested is None
    before = robot.value(P2)
    robot.bot.keyClick(line, KEY.Key_Return)
    assert robot.value(P2) is before
    robot.go(P3)
    assert line.text() == "Sql"


def test_that_undo_elsewhere_leaves_a_refused_text_alone(robot: FormRobot) -> None:
    robot.go("levels/P3", "experience/min")
    robot.key(KEY.Key_A, CTRL)
    robot.type("2,")
    editor: QWidget = robot.focus()
    assert isinstance(editor, QLineEdit)
    robot.workspace.attempt(rename, Address("skills/sql"), "snake")
    robot.session.undo()
    assert editor.text() == "2,"
