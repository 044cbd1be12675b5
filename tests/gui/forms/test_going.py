"""Going into the form by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from laddereditor.gui.forms.view import FormView
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.session.session import Session
from laddereditor.storage.files.document import read_text
from tests.gui.fakes import FakeDialogs
from tests.gui.forms.conftest import KEY, P3, FormRobot
from tests.gui.samples import SMALL


def test_that_going_to_the_form_lands_in_its_first_field(qtbot: QtBot) -> None:
    workspace = Workspace()
    form = FormView(workspace, FakeDialogs())
    qtbot.addWidget(form)
    workspace.open(Session(read_text(SMALL)))
    form.show()
    qtbot.waitExposed(form)
    workspace.go_to("levels/P2")
    form.focus_first()
    focused = form.focusWidget()
    assert isinstance(focused, QWidget)
    assert focused.objectName() == "field.id"


def test_that_going_to_a_profile_lands_in_a_text_and_selects_nothing(robot: FormRobot) -> None:
    robot.go(P3)
    robot.form.focus_first()
    title = robot.focus()
    assert isinstance(title, QLineEdit)
    assert title.objectName() == "field.title"
    assert not title.hasSelectedText()


@pytest.mark.parametrize("key", [KEY.Key_Down, KEY.Key_Up, KEY.Key_End, KEY.Key_PageUp, KEY.Key_P])
def test_that_no_key_chooses_while_the_list_is_closed(robot: FormRobot, key: Qt.Key) -> None:
    combo = robot.go(P3).widget("field.level", QComboBox)
    combo.setFocus()
    before = robot.session.ladder
    robot.key(key)
    assert robot.session.ladder is before
    assert combo.currentData() == "P3"
    assert combo.view().isVisible()
    QTest.keyClick(combo.view(), KEY.Key_Escape)
    assert robot.session.ladder is before


def test_that_a_key_chooses_in_the_open_list(robot: FormRobot) -> None:
    combo = robot.go(P3).widget("field.flsa", QComboBox)
    combo.setFocus()
    robot.key(KEY.Key_Down)
    QTest.keyClick(combo.view(), KEY.Key_End)
    QTest.keyClick(combo.view(), KEY.Key_Return)
    robot.settle()
    assert robot.value(P3).flsa == combo.itemData(combo.count() - 1)
