"""Occupation codes in the form: typed, found and suggested."""

import pytest
from PySide6.QtWidgets import QMenu

from laddereditor.gui.forms.labels import LinkButton
from laddereditor.gui.forms.suggesting import SuggestingLine
from laddereditor.gui.forms.tables.view import RecordTable
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.family import Occupation
from tests.gui.forms.conftest import KEY, FormRobot

FAMILY = Address("families/data")
DEVELOPERS = Occupation(scheme="soc-2018", code="15-1252", title="Software Developers")


@pytest.fixture
def table(robot: FormRobot) -> RecordTable:
    robot.go(FAMILY)
    return robot.widget("field.occupations", RecordTable)


def go_to_new_cell(robot: FormRobot, table: RecordTable, name: str) -> SuggestingLine:
    """Open the cell of a field in the row that adds a code."""
    names = [str(spec.name) for spec in table.records.specs]
    table.setFocus()
    table.setCurrentIndex(table.records.index(table.records.rowCount() - 1, names.index(name)))
    robot.key(KEY.Key_F2)
    line = robot.focus()
    assert isinstance(line, SuggestingLine)
    return line


def last(robot: FormRobot) -> Occupation:
    found = robot.value(FAMILY).occupations[-1]
    assert isinstance(found, Occupation)
    return found


def test_that_a_typed_code_fills_in_its_title(robot: FormRobot, table: RecordTable) -> None:
    go_to_new_cell(robot, table, "code")
    robot.type("15-1252")
    robot.key(KEY.Key_Return)
    assert last(robot) == DEVELOPERS
    robot.session.undo()
    assert DEVELOPERS not in robot.value(FAMILY).occupations


def test_that_down_and_enter_take_what_was_found_by_title(
    robot: FormRobot, table: RecordTable
) -> None:
    line = go_to_new_cell(robot, table, "code")
    robot.type("software dev")
    assert line.suggested is not None
    robot.key(KEY.Key_Down)
    robot.key(KEY.Key_Return)
    assert last(robot) == DEVELOPERS
    assert not table.isPersistentEditorOpen(table.currentIndex())


def test_that_enter_keeps_a_title_that_a_person_wrote(robot: FormRobot, table: RecordTable) -> None:
    line = go_to_new_cell(robot, table, "title")
    robot.type("Software")
    assert line.suggested is not None
    robot.key(KEY.Key_Return)
    assert last(robot) == Occupation(title="Software")


def test_that_escape_closes_the_list_first_and_then_takes_the_typing_back(
    robot: FormRobot, table: RecordTable
) -> None:
    before = robot.value(FAMILY).occupations
    line = go_to_new_cell(robot, table, "title")
    robot.type("Software")
    robot.key(KEY.Key_Escape)
    assert line.suggested is None
    assert last(robot) == Occupation(title="Software")
    robot.key(KEY.Key_Escape)
    assert robot.value(FAMILY).occupations == before


def test_that_the_button_offers_codes_and_one_is_added_in_one_step(
    robot: FormRobot, table: RecordTable
) -> None:
    before = robot.value(FAMILY).occupations
    robot.form.form_editor.put(FieldPath("name"), "Registered Nurse")
    robot.widget("field.occupations.suggest", LinkButton).click()
    menu = robot.form.findChild(QMenu, "occupationSuggestions")
    assert isinstance(menu, QMenu)
    first = menu.actions()[0]
    assert first.text().startswith("29-1141   Registered Nurses")
    first.trigger()
    menu.close()
    assert last(robot) == Occupation(scheme="soc-2018", code="29-1141", title="Registered Nurses")
    robot.session.undo()
    assert robot.value(FAMILY).occupations == before
