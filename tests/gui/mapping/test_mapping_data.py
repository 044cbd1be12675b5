"""YAML, JSON and folders on the mapping page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from laddereditor.exchange.records.reading import SHEET, read_records
from laddereditor.exchange.records.source import RecordsSource
from laddereditor.exchange.tables import Pin
from laddereditor.gui.app import open_window
from laddereditor.presentation.mapping.work import MappingWork
from laddereditor.session.jobs import InlineJobs
from laddereditor.session.mapped_workbook import mapped
from tests.exchange.records.test_mapped import BAKERY, column
from tests.gui.fakes import FakeDialogs
from tests.gui.mapping.test_mapping_view import LEFT, NO_KEYS, MappingRobot
from tests.gui.window.helpers import trigger

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def robot(qtbot: QtBot) -> Iterator[MappingRobot]:
    """A page that shows a file of YAML."""
    made = MappingRobot(qtbot)
    read = read_records([("bakery.yaml", BAKERY)], "bakery.yaml")
    made.view.begin(MappingWork.begun(mapped(RecordsSource(read))))
    yield made


def click_head(robot: MappingRobot, head: str) -> None:
    at = column(head)
    robot.sheet.go_to_cell(0, at)
    QTest.mouseClick(robot.sheet.heads.viewport(), LEFT, NO_KEYS, robot.head(at))


def test_that_the_head_of_a_pattern_offers_what_its_records_can_be(robot: MappingRobot) -> None:
    click_head(robot, "jobs › levels")
    names = [one.objectName() for one in robot.menu().actions() if one.objectName()]
    assert names[:3] == ["role.family", "role.group", "role.competency"]
    assert "role.at-level" not in names
    assert "mapping.levels" not in names
    robot.choose("role.competency")
    assert robot.pins == (Pin("column", "competency", SHEET, column("jobs › levels")),)


def test_that_values_get_a_role_by_two_clicks(robot: MappingRobot) -> None:
    click_head(robot, "jobs › levels › typicalwork")
    robot.choose("role.responsibilities")
    junior = robot.now.result.ladder.families[0].profiles[0]
    assert len(junior.responsibilities) == 2
    robot.view.undo()
    assert robot.pins == ()


def test_that_only_readings_of_data_are_offered(robot: MappingRobot) -> None:
    bar = robot.view.parts.readings
    shown = [one.text() for one in bar.buttons if one.isVisible()]
    assert shown == ["Keys and values", "No ladder"]
    assert not bar.name_button.isVisible()


def test_that_dragging_over_heads_makes_no_levels_of_keys(robot: MappingRobot) -> None:
    robot.view.take_as_levels((0, 1))
    assert robot.pins == ()
    assert "Click a head" in robot.notices[-1]


def test_that_a_row_can_be_left_out(robot: MappingRobot) -> None:
    QTest.mouseClick(
        robot.sheet.row_heads.viewport(), LEFT, NO_KEYS, robot.head(1, robot.sheet.row_heads)
    )
    robot.choose("role.left")
    assert robot.pins == (Pin("row", "left", SHEET, 1),)


def test_that_a_folder_is_imported_together(
    qtbot: QtBot, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    for name, duty in (("junior", "Rows to the beat"), ("senior", "Steers through the lock")):
        text = f"name: {name.title()} Rower\ncriteria:\n- {duty} of the others\n"
        (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
    window = open_window([], dialogs=dialogs, jobs=InlineJobs())
    qtbot.addWidget(window, before_close_func=lambda w: w.shut_down())
    dialogs.answers["folder_to_import"] = tmp_path
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    trigger(window, "file.import_folder")
    assert window.centre.current == "mapping"
    found = window.pages.mapping().work
    assert found is not None
    assert [one.name for one in found.now.result.ladder.levels] == ["Junior Rower", "Senior Rower"]
    assert window.pages.mapping().parts.sheet.hasFocus()
