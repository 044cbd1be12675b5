"""What fields of other entities and shapes do in forms.

`test_new_field` runs this in a copy of the program that has such fields.
"""

from typing import Any

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from laddereditor.gui.forms.skills.view import SkillView
from laddereditor.model.address import Address
from tests.edits.samples import DATA_P3
from tests.gui.forms.conftest import KEY, FormRobot
from tests.new_field.other_fields import DATA, LEVEL, filled, held


@pytest.fixture
def robot(qtbot: QtBot) -> FormRobot:
    return FormRobot(qtbot, filled())


def value(robot: FormRobot, name: str, at: Address = DATA_P3) -> object:
    return held(robot.session.ladder, at, name)


def test_that_fields_of_a_level_and_a_family_are_typed(robot: FormRobot) -> None:
    robot.go(LEVEL, "team_size")
    assert "people" in robot.texts()
    robot.widget("field.team_size", QLineEdit).selectAll()
    robot.type("12")
    assert value(robot, "team_size", LEVEL) == 12
    robot.go(DATA, "purpose")
    robot.widget("field.purpose", QPlainTextEdit).selectAll()
    robot.type("Why")
    assert value(robot, "purpose", DATA) == "Why"


def test_that_an_inherited_number_is_shown_overridden_and_given_back(robot: FormRobot) -> None:
    robot.go(DATA_P3, "team_size")
    assert robot.widget("field.team_size", QLineEdit).text() == "5"
    robot.click(robot.widget("switch.team_size"))
    assert value(robot, "team_size") == 5
    robot.type("7")
    assert value(robot, "team_size") == 7
    robot.click(robot.widget("switch.team_size"))
    assert value(robot, "team_size") is None
    assert robot.widget("field.team_size", QLineEdit).text() == "5"


def test_that_an_inherited_choice_is_shown_and_chosen(robot: FormRobot) -> None:
    robot.go(DATA_P3, "remote")
    box = robot.widget("field.remote", QComboBox)
    assert box.currentText() == "Some days"
    assert "from family Data Engineer" in robot.texts()
    box.activated.emit(box.findText("Always"))
    assert value(robot, "remote") == "always"


def test_that_a_choice_has_the_words_of_its_field(robot: FormRobot) -> None:
    skill = Address("skills/sql")
    box = robot.go(skill, "demand").widget("field.demand", QComboBox)
    assert [box.itemText(n) for n in range(box.count())] == ["Not known", "Easy to find", "High"]
    box.activated.emit(box.findText("Easy to find"))
    assert value(robot, "demand", skill) == "low"


def test_that_both_ends_of_a_range_are_read_with_its_unit(robot: FormRobot) -> None:
    robot.go(DATA, "budget")
    robot.type("50,000-60,000 EUR")
    robot.key(KEY.Key_Tab)
    budget: Any = value(robot, "budget", DATA)
    assert (budget.min, budget.max) == (50000, 60000)


def test_that_an_inherited_list_is_shown_and_becomes_the_profiles_own(robot: FormRobot) -> None:
    view = robot.go(DATA_P3, "tools").list("tools")
    assert view.statements.items == ("SQL", "dbt")
    assert view.statements.inherited
    robot.edit_row(view, 1)
    robot.type(" core")
    robot.settle()
    assert value(robot, "tools") == ("SQL", "dbt core")
    assert value(robot, "tools", DATA) == ("SQL", "dbt")


def test_that_inherited_skills_are_shown_and_become_the_profiles_own(robot: FormRobot) -> None:
    view = robot.go(DATA_P3, "basics").widget("field.basics", SkillView)
    assert [view.skills.row(row).name for row in range(2)] == ["SQL", "Python"]
    view.go_to_row(0)
    robot.key(KEY.Key_Delete)
    assert value(robot, "basics") == ("python",)
    assert value(robot, "basics", DATA) == ("sql", "python")
    robot.click(robot.widget("switch.basics"))
    assert value(robot, "basics") == ()
    assert view.skills.rowCount() == 2


def test_that_a_flag_is_ticked(robot: FormRobot) -> None:
    robot.go(DATA_P3, "sponsored")
    box = robot.widget("field.sponsored", QCheckBox)
    assert box.isChecked()
    robot.key(KEY.Key_Space)
    assert value(robot, "sponsored") is False
