"""The skills of a profile by keyboard and mouse."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QMenu, QToolTip

from laddereditor.gui.forms.skills.adder import SkillLine
from laddereditor.gui.forms.skills.view import SkillView
from laddereditor.model.address import Address
from laddereditor.model.base import evolve
from laddereditor.model.ladder import Ladder
from laddereditor.model.statement import RatedSkill, SkillUses
from tests.gui.forms.conftest import ALT, CTRL, KEY, P2, P3, SHIFT, FormRobot

START: SkillUses = ("python", RatedSkill(skill="sql", proficiency="working"), "gone-skill")
Held = Callable[[], SkillUses]


@pytest.fixture
def ladder(ladder: Ladder) -> Ladder:
    family = ladder.families[0]
    profile = evolve(family.profiles[1], skills=START)
    profiles = (family.profiles[0], profile, family.profiles[2])
    return evolve(ladder, families=(evolve(family, profiles=profiles), *ladder.families[1:]))


@pytest.fixture
def view(robot: FormRobot) -> SkillView:
    robot.go(P3)
    found = robot.widget("field.skills", SkillView)
    QAbstractItemModelTester(
        found.skills, QAbstractItemModelTester.FailureReportingMode.Fatal, found
    )
    return found


@pytest.fixture
def line(robot: FormRobot, view: SkillView) -> SkillLine:
    found = robot.widget("field.skills.add", SkillLine)
    found.setFocus()
    return found


@pytest.fixture
def held(robot: FormRobot) -> Held:
    return lambda: robot.value(P3).skills


def test_that_rows_show_name_category_and_proficiency(view: SkillView) -> None:
    row = view.skills.row(1)
    assert (row.name, row.category, row.step, row.is_known) == (
        "SQL",
        "Leadership",
        "Working",
        True,
    )
    spoken = view.skills.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Skill 2 of 3: SQL, Knowledge, Leadership, proficiency Working"


def test_that_a_skill_that_does_not_exist_is_shown_as_such(view: SkillView) -> None:
    row = view.skills.row(2)
    assert (row.name, row.is_known) == ("gone-skill", False)
    assert "not in the library" in view.skills.index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_that_enter_takes_the_completion(robot: FormRobot, line: SkillLine, held: Held) -> None:
    robot.type("coach")
    suggested = line.suggested
    assert suggested
    assert suggested.item(0).text().startswith("Mentoring (Coaching)")
    robot.key(KEY.Key_Return)
    assert held() == (*START, "mentoring")
    assert line.text() == ""
    assert line.hasFocus()
    robot.session.undo()
    assert held() == START


def test_that_another_suggestion_can_be_chosen(
    robot: FormRobot, line: SkillLine, held: Held
) -> None:
    robot.type("design")
    suggested = line.suggested
    assert suggested
    assert suggested.count() >= 3
    robot.key(KEY.Key_Down)
    second = suggested.chosen()
    robot.key(KEY.Key_Return)
    assert second
    assert second.skill
    assert held()[-1] == second.skill.id


def test_that_a_suggestion_can_be_clicked(robot: FormRobot, line: SkillLine, held: Held) -> None:
    robot.type("mentor")
    suggested = line.suggested
    assert suggested
    place = suggested.visualItemRect(suggested.item(0)).center()
    robot.bot.mouseClick(suggested.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert held()[-1] == "mentoring"


def test_that_an_unknown_skill_can_be_created(
    robot: FormRobot, line: SkillLine, held: Held
) -> None:
    robot.type("Basket weaving")
    suggested = line.suggested
    assert suggested
    assert suggested.item(0).text() == "Create new skill “Basket weaving”"
    robot.key(KEY.Key_Return)
    assert held()[-1] == "basket-weaving"
    assert robot.value("skills/basket-weaving").name == "Basket weaving"
    robot.session.undo()
    assert held() == START
    assert not robot.session.undo_label


def test_that_escape_closes_the_suggestions_then_empties_the_line(
    robot: FormRobot, line: SkillLine
) -> None:
    robot.type("ment")
    robot.key(KEY.Key_Escape)
    assert line.suggested is None
    assert line.text() == "ment"
    robot.key(KEY.Key_Escape)
    assert line.text() == ""


def test_that_leaving_the_line_closes_the_suggestions(robot: FormRobot, line: SkillLine) -> None:
    robot.type("ment")
    robot.widget("field.summary").setFocus()
    assert line.suggested is None


def test_that_the_suggestions_stay_inside_the_page(robot: FormRobot, line: SkillLine) -> None:
    robot.type("e")
    robot.settle()
    suggested = line.suggested
    assert suggested
    ground = suggested.parentWidget()
    assert ground is not None
    assert ground.rect().contains(suggested.geometry())


def test_that_pasted_lines_become_skills(robot: FormRobot, line: SkillLine, held: Held) -> None:
    QGuiApplication.clipboard().setText("Mentoring\nKnot tying\nPython")
    robot.key(KEY.Key_V, CTRL)
    assert held() == (*START, "mentoring", "knot-tying")
    robot.session.undo()
    assert held() == START


def test_that_delete_takes_skills_off_but_not_out_of_the_library(
    robot: FormRobot, view: SkillView, held: Held
) -> None:
    view.setFocus()
    view.go_to_row(0)
    robot.key(KEY.Key_Down, SHIFT)
    robot.key(KEY.Key_Delete)
    assert held() == ("gone-skill",)
    assert robot.value("skills/python")


def test_that_alt_and_arrows_move_skills(robot: FormRobot, view: SkillView, held: Held) -> None:
    view.setFocus()
    view.go_to_row(0)
    robot.key(KEY.Key_Down, ALT)
    assert held() == (START[1], START[0], START[2])
    robot.key(KEY.Key_Up, ALT)
    assert held() == START
    assert view.selected_rows() == [0]


def test_that_rows_are_dropped_elsewhere(view: SkillView, held: Held) -> None:
    view.go_to_row(2)
    view.dropped.emit(0)
    assert held() == (START[2], START[0], START[1])


def test_that_a_proficiency_is_chosen_from_the_row(
    robot: FormRobot, view: SkillView, held: Held
) -> None:
    view.setFocus()
    view.go_to_row(0)
    robot.key(KEY.Key_Space)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == [
        "Any proficiency",
        "Awareness",
        "Working",
        "Advanced",
        "Expert",
        "",
        "Importance",
    ]
    menu.actions()[3].trigger()
    menu.close()
    assert held()[0] == RatedSkill(skill="python", proficiency="advanced")


def test_that_a_click_on_the_proficiency_opens_its_choice(
    robot: FormRobot, view: SkillView, held: Held
) -> None:
    rect = view.visualRect(view.skills.index(1, 0))
    place = view._delegate.step_rect(rect, view.font()).center()
    robot.bot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[0].trigger()
    menu.close()
    assert held()[1] == "sql"


def test_that_a_proficiency_is_set_for_all_selected_as_one_step(
    robot: FormRobot, view: SkillView, held: Held
) -> None:
    view.selectAll()
    view.set_step("expert")
    assert all(isinstance(use, RatedSkill) and use.proficiency == "expert" for use in held())
    robot.session.undo()
    assert held() == START


def test_that_a_double_click_opens_the_library(robot: FormRobot, view: SkillView) -> None:
    rect = view.visualRect(view.skills.index(0, 0))
    place = QPoint(rect.left() + 60, rect.center().y())
    robot.bot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert robot.workspace.address == "skills/python"


def test_that_ctrl_enter_opens_the_library(robot: FormRobot, view: SkillView) -> None:
    view.setFocus()
    view.go_to_row(1)
    robot.key(KEY.Key_Return, CTRL)
    assert robot.workspace.address == "skills/sql"


def test_that_names_are_copied_as_lines(robot: FormRobot, view: SkillView) -> None:
    view.setFocus()
    view.selectAll()
    robot.key(KEY.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "Python\nSQL\ngone-skill"


def test_that_renaming_a_skill_elsewhere_is_shown(robot: FormRobot, view: SkillView) -> None:
    from laddereditor.edits.fields import set_field

    edit = set_field(robot.session.ladder, Address("skills/python"), "name", "Python 3")
    robot.workspace.apply(edit)
    assert view.skills.row(0).name == "Python 3"


def test_that_without_skills_the_line_has_the_focus(robot: FormRobot) -> None:
    robot.go(P2, "skills")
    assert robot.focus().objectName() == "field.skills.add"


def test_that_enter_adds_each_skill_of_a_list_with_commas_as_one_step(
    robot: FormRobot, line: SkillLine, held: Held
) -> None:
    robot.type("Kafka, dbt")
    robot.key(KEY.Key_Return)
    assert held() == (*START, "kafka", "dbt")
    robot.session.undo()
    assert held() == START


def test_that_a_step_in_the_form_is_called_as_the_same_one_in_the_matrix(
    robot: FormRobot, view: SkillView
) -> None:
    view.setFocus()
    view.go_to_row(1)
    row = view.skills.row(1)
    other = next(step for step, name in view.skills.steps if step and name != row.step)
    view.set_step(other)
    assert robot.session.undo_label.startswith("Change SQL of P3 ")


def test_that_pasting_skills_says_which_control_characters_are_left_out(
    robot: FormRobot, line: SkillLine
) -> None:
    QToolTip.hideText()
    QGuiApplication.clipboard().setText("Mentoring\x07\nPython")
    robot.key(KEY.Key_V, CTRL)
    assert QToolTip.text() == "Control characters were left out: BEL."


def test_that_escape_leaves_only_the_current_skill_selected(
    robot: FormRobot, view: SkillView
) -> None:
    view.setFocus()
    view.go_to_row(0)
    robot.key(KEY.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert view.selected_rows() == [0, 1]
    robot.key(KEY.Key_Escape)
    assert view.selected_rows() == [1]
    assert view.currentIndex().row() == 1
