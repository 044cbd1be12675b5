"""Escape takes back what was typed since an editor was opened, the same in every place."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from laddereditor.gui.dialogs.find_list import FindList
from laddereditor.gui.look.theme import apply_theme
from laddereditor.gui.versions.publish_dialog import PublishDialog
from laddereditor.presentation.dialogs.protocol import PublishOffer
from tests.gui.forms.conftest import P3, FormRobot
from tests.gui.text.form_robots import rich_robot
from tests.gui.text.places import KEY, PLACES, Place, focused, press, type_in

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(params=list(PLACES))
def place(request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication) -> Iterator[Place]:
    apply_theme(qapp, "light")
    yield PLACES[request.param](qtbot)


def _escape(place: Place) -> None:
    for _ in range(place.escapes):
        press(KEY.Key_Escape)


def test_that_escape_takes_back_what_was_typed_and_undo_brings_it_again(place: Place) -> None:
    place.put("Before")
    place.edit()
    type_in("xy")
    was_taken = place.value() == "Beforexy"
    _escape(place)
    assert place.value() == ("Before" if place.keeps else "")
    if place.session and was_taken:  # else nothing but its editor had what was typed
        place.session.undo()
        assert place.value() == "Beforexy"


def test_that_escape_where_nothing_was_typed_changes_nothing(place: Place) -> None:
    place.put("Before")
    steps = place.session.undo_label if place.session else ""
    place.edit()
    press(KEY.Key_Escape)
    assert place.value() == ("Before" if place.keeps else "")
    assert (place.session.undo_label if place.session else "") == steps


def test_that_one_types_on_where_escape_left_the_text(place: Place) -> None:
    place.put("Before")
    place.edit()
    type_in("xy")
    _escape(place)
    place.edit()
    type_in("!")
    place.end()
    assert place.value() == ("Before!" if place.keeps else "!")


@pytest.fixture
def robot(qtbot: QtBot) -> FormRobot:
    return rich_robot(qtbot)


def test_that_escape_brings_back_what_is_inherited(robot: FormRobot) -> None:
    robot.go(P3)
    robot.widget("field.factors.autonomy").setFocus()
    type_in("Mine ")
    assert "autonomy" in robot.value(P3).factors
    press(KEY.Key_Escape)
    assert "autonomy" not in robot.value(P3).factors
    assert focused().objectName() == "field.factors.autonomy"


def test_that_escape_gives_an_inherited_list_back(robot: FormRobot) -> None:
    robot.go(P3)
    view = robot.list("expectations.delivery")
    robot.edit_row(view, 0)
    type_in("!")
    assert "delivery" in robot.value(P3).expectations
    press(KEY.Key_Escape)
    assert "delivery" not in robot.value(P3).expectations
    assert focused() is view
    assert view.currentIndex().row() == 0


def test_that_escape_takes_a_new_statement_away(robot: FormRobot) -> None:
    robot.go(P3)
    view = robot.list("responsibilities")
    before = robot.value(P3).responsibilities
    robot.edit_row(view, 0)
    press(KEY.Key_End)
    press(KEY.Key_Return)
    type_in("New")
    assert robot.value(P3).responsibilities[1] == "New"
    press(KEY.Key_Escape)
    assert robot.value(P3).responsibilities == before
    assert focused() is view


def test_that_escape_brings_back_a_number_that_was_taken(robot: FormRobot) -> None:
    robot.go(P3)
    years = robot.value(P3).experience
    robot.widget("field.experience.min").setFocus()
    type_in("1")
    assert robot.value(P3).experience != years
    press(KEY.Key_Escape)
    assert robot.value(P3).experience == years


def test_that_escape_makes_no_pay_of_a_note_that_was_taken_back(robot: FormRobot) -> None:
    robot.go("families/models/P2")
    before = robot.value("families/models/P2").pay
    robot.widget("field.pay.note").setFocus()
    type_in("x")
    press(KEY.Key_Escape)
    assert robot.value("families/models/P2").pay == before


def test_that_enter_in_a_line_keeps_what_was_typed(robot: FormRobot) -> None:
    robot.go("families/models")
    robot.widget("field.name").setFocus()
    press(KEY.Key_End)
    type_in("!")
    press(KEY.Key_Return)
    press(KEY.Key_Escape)
    assert robot.value("families/models").name.endswith("!")


def test_that_a_second_escape_closes_a_dialog(qtbot: QtBot) -> None:
    dialog = PublishDialog(PublishOffer("Ladder", "1.0.0", (("major", "2.0.0"),), ""), print, print)
    _open(qtbot, dialog)
    type_in("Much is new")
    press(KEY.Key_Escape)
    assert dialog.isVisible()
    assert not dialog.answer().summary
    press(KEY.Key_Escape)
    assert not dialog.isVisible()


def test_that_escape_empties_a_field_to_find_in_before_it_closes_the_dialog(qtbot: QtBot) -> None:
    dialog = QDialog()
    found = FindList("any", lambda _text: [], dialog)
    _open(qtbot, dialog)
    found.field.setFocus()
    type_in("x")
    press(KEY.Key_Escape)
    assert found.field.text() == ""
    press(KEY.Key_Escape)
    assert not dialog.isVisible()


def _open(qtbot: QtBot, dialog: QDialog) -> None:
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
