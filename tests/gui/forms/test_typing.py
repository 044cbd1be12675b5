"""Typing in the simple fields."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from laddereditor.edits.structure import add
from laddereditor.gui.forms.calendar_popup import Calendar, CalendarButton
from laddereditor.model.address import Address
from laddereditor.model.level import Experience
from tests.gui.forms.conftest import CTRL, KEY, P3, SHIFT, FormRobot


def message(robot: FormRobot, name: str) -> str:
    block = robot.widget(name).parentWidget()
    while block is not None and not hasattr(block, "message"):
        block = block.parentWidget()
    assert block is not None
    label: QLabel | None = block.message
    return label.text() if label is not None and label.isVisible() else ""


@pytest.mark.parametrize(
    ("address", "field", "kind"),
    [
        ("skills/mentoring", "name", QLineEdit),
        ("skills/mentoring", "description", QPlainTextEdit),
        ("levels/P3", "summary", QPlainTextEdit),
        ("", "organization", QLineEdit),
    ],
)
def test_that_each_key_is_an_edit_and_all_of_them_one_step(
    robot: FormRobot, address: str, field: str, kind: type[QWidget]
) -> None:
    robot.go(address)
    before = robot.value(f"{address}/{field}".lstrip("/"))
    robot.widget(f"field.{field}", kind).setFocus()
    robot.key(KEY.Key_A, CTRL)
    robot.type("New")
    assert robot.value(f"{address}/{field}".lstrip("/")) == "New"
    robot.type(" words")
    assert robot.value(f"{address}/{field}".lstrip("/")) == "New words"
    robot.session.undo()
    assert robot.value(f"{address}/{field}".lstrip("/")) == before
    assert robot.session.undo_label == ""
    shown = robot.widget(f"field.{field}", kind)
    text = shown.text() if isinstance(shown, QLineEdit) else shown.toPlainText()  # type: ignore[attr-defined]
    assert text == before


def test_that_leaving_a_field_ends_the_step(robot: FormRobot) -> None:
    robot.go("skills/mentoring")
    robot.widget("field.name").setFocus()
    robot.type("x")
    robot.widget("field.category").setFocus()
    robot.widget("field.name").setFocus()
    robot.type("y")
    robot.session.undo()
    assert robot.value("skills/mentoring/name") == "xMentoring"
    robot.session.undo()
    assert robot.value("skills/mentoring/name") == "Mentoring"


def test_that_the_caret_stays_while_typing_in_the_middle(robot: FormRobot) -> None:
    robot.go("skills/mentoring")
    editor = robot.widget("field.name", QLineEdit)
    editor.setFocus()
    editor.setCursorPosition(3)
    robot.type("ab")
    assert editor.cursorPosition() == 5
    assert robot.value("skills/mentoring/name") == "Menabtoring"


@pytest.mark.parametrize("field", ["name", "description"])
@pytest.mark.parametrize("keys", ["Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y"])
def test_that_undo_and_redo_keys_go_to_the_window(robot: FormRobot, field: str, keys: str) -> None:
    done: list[str] = []
    action = QAction("Undo", robot.window)
    action.setShortcut(QKeySequence(keys))
    action.triggered.connect(lambda: done.append(keys))
    robot.window.addAction(action)
    robot.go("skills/mentoring")
    robot.widget(f"field.{field}").setFocus()
    robot.type("x")
    modifier = CTRL | SHIFT if "Shift" in keys else CTRL
    robot.key(KEY.Key_Y if keys.endswith("Y") else KEY.Key_Z, modifier)
    assert done == [keys]
    assert "x" in robot.value(f"skills/mentoring/{field}")


def test_that_pasted_line_breaks_become_spaces_in_a_line(robot: FormRobot) -> None:
    robot.go("families/models")
    robot.widget("field.owner").setFocus()
    QGuiApplication.clipboard().setText("People\nskills")
    robot.key(KEY.Key_A, CTRL)
    robot.key(KEY.Key_V, CTRL)
    assert robot.value("families/models/owner") == "People skills"


def test_that_tab_leaves_a_text(robot: FormRobot) -> None:
    robot.go("skills/mentoring")
    robot.widget("field.description").setFocus()
    robot.key(KEY.Key_Tab)
    assert robot.focus().objectName() == "field.aliases"


def test_that_a_text_grows_with_its_lines(robot: FormRobot) -> None:
    robot.go("skills/mentoring")
    editor = robot.widget("field.description", QPlainTextEdit)
    low = editor.height()
    editor.setFocus()
    robot.type("many words that fill lines " * 20)
    assert editor.height() > low + 20
    assert editor.verticalScrollBar().maximum() == 0


# -- ids --------------------------------------------------------------------------------------


def test_that_an_id_changes_on_enter_with_what_refers_to_it(robot: FormRobot) -> None:
    robot.go("skills/mentoring")
    robot.widget("field.id").setFocus()
    robot.key(KEY.Key_A, CTRL)
    robot.type("coaching")
    assert robot.value("skills/mentoring/id") == "mentoring"
    robot.key(KEY.Key_Return)
    assert robot.workspace.address == "skills/coaching"
    assert "coaching" in robot.value(P3).skills
    assert robot.widget("field.id", QLineEdit).text() == "coaching"


def test_that_an_id_changes_when_the_field_is_left(robot: FormRobot) -> None:
    robot.go("levels/P3")
    robot.widget("field.id").setFocus()
    robot.key(KEY.Key_A, CTRL)
    robot.type("P9")
    robot.widget("field.name").setFocus()
    assert robot.workspace.address == "levels/P9"
    assert robot.value("families/models/P9").level == "P9"


def test_that_an_id_that_is_taken_is_refused_below_the_field(robot: FormRobot) -> None:
    robot.go("skills/mentoring")
    robot.widget("field.id").setFocus()
    robot.key(KEY.Key_A, CTRL)
    robot.type("python")
    robot.key(KEY.Key_Return)
    assert "python" in message(robot, "field.id")
    assert robot.widget("field.id", QLineEdit).text() == "python"
    robot.key(KEY.Key_Escape)
    assert robot.widget("field.id", QLineEdit).text() == "mentoring"
    assert message(robot, "field.id") == ""


def test_that_an_id_being_typed_is_not_lost_when_another_entity_is_shown(robot: FormRobot) -> None:
    robot.go("skills/mentoring")
    robot.widget("field.id").setFocus()
    robot.key(KEY.Key_A, CTRL)
    robot.type("coaching")
    robot.go("skills/python")
    assert robot.value("skills/coaching").name == "Mentoring"
    assert robot.workspace.address == "skills/python"
    assert robot.widget("field.id", QLineEdit).text() == "python"


# -- choices ----------------------------------------------------------------------------------


def test_that_a_choice_shows_words_and_takes_values(robot: FormRobot) -> None:
    robot.go("factors/scope")
    combo = robot.widget("field.basis", QComboBox)
    words = [combo.itemText(index) for index in range(combo.count())]
    assert words == ["Not set", "Skills", "Effort", "Responsibility", "Working conditions"]
    combo.setFocus()
    robot.key(KEY.Key_Down)  # opens the list: no key chooses unseen
    for key in (KEY.Key_Down, KEY.Key_Down, KEY.Key_Return):
        QTest.keyClick(combo.view(), key)
    robot.settle()
    assert robot.value("factors/scope/basis") == "effort"


def test_that_an_unknown_choice_is_kept_and_shown(robot: FormRobot) -> None:
    from laddereditor.edits.fields import set_field

    robot.go("factors/scope")
    robot.workspace.apply(
        set_field(robot.session.ladder, Address("factors/scope"), "basis", "luck")
    )
    combo = robot.widget("field.basis", QComboBox)
    assert combo.currentText() == "luck (unknown)"
    robot.go("factors/impact")
    assert combo.currentText() == "Not set"
    assert combo.count() == 5


def test_that_the_wheel_does_not_change_a_choice_without_focus(robot: FormRobot) -> None:
    robot.go("factors/scope")
    combo = robot.widget("field.basis", QComboBox)
    robot.widget("field.name").setFocus()
    wheel = QWheelEvent(
        QPointF(5, 5),
        combo.mapToGlobal(QPointF(5, 5)),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(combo, wheel)
    assert robot.value("factors/scope/basis") == ""
    assert not combo.hasFocus()


def test_that_the_level_of_a_profile_moves_the_profile(robot: FormRobot) -> None:
    robot.go(P3)
    combo = robot.widget("field.level", QComboBox)
    combo.setCurrentIndex(combo.findData("P5"))
    combo.activated.emit(combo.currentIndex())
    assert robot.workspace.address == "families/models/P5"
    combo.setCurrentIndex(combo.findData("P2"))
    combo.activated.emit(combo.currentIndex())
    assert "P2" in message(robot, "field.level")
    assert combo.currentData() == "P5"


# -- dates and numbers ------------------------------------------------------------------------


def test_that_a_date_is_taken_when_it_is_one(robot: FormRobot) -> None:
    robot.go("")
    robot.widget("field.effective").setFocus()
    robot.key(KEY.Key_A, CTRL)
    robot.type("2027-01-0")
    assert robot.value("").effective == date(2026, 12, 1)
    assert "2026-12-01" in message(robot, "field.effective")
    robot.type("5")
    assert robot.value("").effective == date(2027, 1, 5)
    assert message(robot, "field.effective") == ""


def test_that_an_invalid_date_stays_as_typed_until_escape(robot: FormRobot) -> None:
    robot.go("")
    editor = robot.widget("field.effective", QLineEdit)
    editor.setFocus()
    robot.key(KEY.Key_A, CTRL)
    robot.type("soon")
    robot.session.start_check()
    assert editor.text() == "soon"
    robot.key(KEY.Key_Escape)
    assert editor.text() == "2026-12-01"


def test_that_a_date_can_be_emptied(robot: FormRobot) -> None:
    robot.go("")
    robot.widget("field.effective").setFocus()
    robot.key(KEY.Key_A, CTRL)
    robot.key(KEY.Key_Delete)
    assert robot.value("").effective is None


def test_that_a_day_can_be_picked_from_a_calendar(robot: FormRobot) -> None:
    robot.go("")
    calendar = robot.form.findChild(CalendarButton).open()
    assert isinstance(calendar, Calendar)
    assert calendar.days.selectedDate().toString(Qt.DateFormat.ISODate) == "2026-12-01"
    calendar.days.clicked.emit(calendar.days.selectedDate().addDays(2))
    assert robot.value("").effective == date(2026, 12, 3)


def test_that_years_of_experience_are_two_numbers(robot: FormRobot) -> None:
    robot.go("levels/P3")
    robot.widget("field.experience.max").setFocus()
    robot.key(KEY.Key_A, CTRL)
    robot.key(KEY.Key_Delete)
    assert robot.value("levels/P3").experience == Experience(min=4)
    robot.widget("field.experience.min").setFocus()
    robot.key(KEY.Key_A, CTRL)
    robot.type("ten")
    assert robot.value("levels/P3").experience == Experience(min=4)
    assert message(robot, "field.experience.min")
    robot.key(KEY.Key_A, CTRL)
    robot.type("2.5")
    assert robot.value("levels/P3").experience == Experience(min=2.5)


def test_that_no_years_are_no_experience(robot: FormRobot) -> None:
    robot.go("levels/P3")
    for end in ("min", "max"):
        robot.widget(f"field.experience.{end}").setFocus()
        robot.key(KEY.Key_A, CTRL)
        robot.key(KEY.Key_Delete)
    assert robot.value("levels/P3").experience is None


# -- pasting ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("copied", "line", "text"),
    [
        ("Mentoring\r\n", "Mentoring", "Mentoring"),
        ('"Survey\r\n2025"\r\n', "Survey 2025", "Survey\n2025"),
        ('"so ""called"""\r\n', 'so "called"', 'so "called"'),
        ("two\nlines", "two lines", "two\nlines"),
    ],
)
def test_that_one_cell_of_a_spreadsheet_is_pasted_without_its_wrapping(
    robot: FormRobot, copied: str, line: str, text: str
) -> None:
    robot.go("levels/P3")
    for field, before, wanted in (("name", "New ", line), ("summary", "New ", text)):
        robot.widget(f"field.{field}").setFocus()
        robot.key(KEY.Key_A, CTRL)
        robot.type(before)
        QGuiApplication.clipboard().setText(copied)
        robot.key(KEY.Key_V, CTRL)
        assert getattr(robot.value("levels/P3"), field) == before + wanted


# -- names of new entries ---------------------------------------------------------------------


def test_that_the_id_of_a_new_family_follows_the_name_as_it_is_typed(robot: FormRobot) -> None:
    robot.workspace.attempt(add, Address(), "family")
    assert robot.workspace.address == "families/new-family"
    robot.settle()
    editor = robot.widget("field.name", QLineEdit)
    editor.setFocus()
    robot.key(KEY.Key_A, CTRL)
    robot.type("Bakery & Pastry")
    assert robot.focus() is editor
    assert robot.workspace.address == "families/bakery-and-pastry"
    assert robot.widget("field.id", QLineEdit).text() == "bakery-and-pastry"
    assert editor.text() == "Bakery & Pastry"
    robot.session.undo()
    assert robot.workspace.address == "families/new-family"
    robot.session.redo()
    assert robot.workspace.address == "families/bakery-and-pastry"
    assert robot.value("families/bakery-and-pastry").name == "Bakery & Pastry"


def test_that_an_id_set_by_hand_does_not_follow(robot: FormRobot) -> None:
    robot.workspace.attempt(add, Address(), "skill")
    robot.settle()
    robot.widget("field.id", QLineEdit).setFocus()
    robot.key(KEY.Key_A, CTRL)
    robot.type("dough")
    robot.key(KEY.Key_Return)
    robot.widget("field.name", QLineEdit).setFocus()
    robot.key(KEY.Key_A, CTRL)
    robot.type("Kneading")
    assert robot.value("skills/dough").name == "Kneading"
