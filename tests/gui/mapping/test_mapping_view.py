"""The mapping page, driven as a person does."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QHeaderView, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from laddereditor.exchange.mappable import WorkbookSource
from laddereditor.exchange.tables import Pin
from laddereditor.exchange.tables.facts.fact import CellPosition
from laddereditor.exchange.tables.mapping_json import pins_of_text
from laddereditor.gui.mapping.view import MappingView
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.presentation.mapping.work import MappingWork
from laddereditor.session.mapped_workbook import MappedWorkbook, mapped, read_and_map
from tests.gui.fakes import FakeDialogs
from tests.gui.held_jobs import HeldJobs
from tests.gui.mapping.books import work, workbook, write_book

# What the offscreen platform says of every popup.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
KEY, LEFT, NO_KEYS = Qt.Key, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class MappingRobot:
    """Shows a workbook and clicks on it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.workspace, self.dialogs = Workspace(), FakeDialogs()
        self.notices: list[str] = []
        self.workspace.notice.connect(self.notices.append)
        self.view = MappingView(self.workspace, self.dialogs)
        qtbot.addWidget(self.view)
        self.view.begin(MappingWork.begun(work()))
        self.view.resize(1200, 640)
        self.view.show()
        qtbot.waitExposed(self.view)
        self.sheet = self.view.parts.sheet
        QAbstractItemModelTester(
            self.sheet.mapped_model, QAbstractItemModelTester.FailureReportingMode.Fatal
        )

    @property
    def now(self) -> MappedWorkbook:
        assert self.view.work is not None
        return self.view.work.now

    @property
    def pins(self) -> tuple[Pin, ...]:
        return self.now.pins

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_KEYS) -> None:
        QTest.keyClick(self.sheet, key, modifier)

    def menu(self) -> QMenu:
        """Return the menu that is open."""
        (menu,) = [one for one in self.view.findChildren(QMenu, "roleMenu") if one.isVisible()]
        return menu

    def choose(self, name: str) -> None:
        """Choose an entry of the open menu, or of one below it, by its object name."""
        menu = self.menu()
        below = [menu, *menu.findChildren(QMenu)]
        named = (one for each in below for one in each.actions() if one.objectName() == name)
        next(named).trigger()  # those of the columns come before those of the rows
        menu.close()

    def head(self, at: int, heads: QHeaderView | None = None) -> QPoint:
        """Return a point in the head of a column, or of a row."""
        bar = heads or self.sheet.heads
        middle = bar.sectionViewportPosition(at) + bar.sectionSize(at) // 2
        return QPoint(middle, 12) if bar is self.sheet.heads else QPoint(12, middle)

    def button(self, name: str) -> QPushButton:
        found = self.view.findChild(QPushButton, f"mapping.{name}")
        assert found is not None
        return found


@pytest.fixture
def robot(qtbot: QtBot) -> Iterator[MappingRobot]:
    yield MappingRobot(qtbot)


# -- roles ----------------------------------------------------------------------------------------


def test_that_a_click_on_a_head_gives_its_column_a_role(robot: MappingRobot) -> None:
    QTest.mouseClick(robot.sheet.heads.viewport(), LEFT, NO_KEYS, robot.head(0))
    robot.choose("role.skill")
    assert robot.pins == (Pin("column", "skill", "Backend", 0),)
    assert robot.sheet.page.heads[0].content.tags[0].words == "✓ Skill ▾"


def test_that_enter_gives_the_columns_of_the_selected_cells_a_role(robot: MappingRobot) -> None:
    robot.sheet.go_to_cell(1, 2)
    robot.press(KEY.Key_Right, SHIFT)
    robot.press(KEY.Key_Return)
    robot.choose("role.left")
    assert robot.pins == tuple(Pin("column", "left", "Backend", at) for at in (2, 3))


def test_that_shift_and_arrows_say_which_columns_are_the_levels(robot: MappingRobot) -> None:
    robot.sheet.go_to_cell(1, 1)
    robot.press(KEY.Key_Right, SHIFT)
    robot.press(KEY.Key_Right, SHIFT)
    robot.press(KEY.Key_Return)
    robot.choose("mapping.levels")
    assert [pin.role for pin in robot.pins] == ["at-level"] * 3
    assert robot.now.mapping.grids[0].reading == "levels-across"


def test_that_dragging_over_heads_says_which_columns_are_the_levels(robot: MappingRobot) -> None:
    bar = robot.sheet.heads.viewport()
    QTest.mousePress(bar, LEFT, NO_KEYS, robot.head(1))
    for at in (1, 2, 3):
        QTest.mouseMove(bar, robot.head(at))
    QTest.mouseRelease(bar, LEFT, NO_KEYS, robot.head(3))
    assert robot.pins == tuple(Pin("column", "at-level", "Backend", at) for at in (1, 2, 3))
    assert robot.notices[-1] == "The columns B to D are levels now. Undo takes it back."


def test_that_a_click_on_a_row_head_gives_its_row_a_role(robot: MappingRobot) -> None:
    bar = robot.sheet.row_heads
    QTest.mouseClick(bar.viewport(), LEFT, NO_KEYS, robot.head(3, bar))
    robot.choose("role.left")
    assert robot.pins == (Pin("row", "left", "Backend", 3),)
    assert robot.sheet.page.side(3).words == "Row 4: Left out, set by you"


def test_that_the_rows_of_cells_have_their_menu_by_keyboard(robot: MappingRobot) -> None:
    robot.sheet.go_to_cell(3, 1)
    robot.press(KEY.Key_Return)
    robot.choose("mapping.notesStart")
    assert robot.pins == (Pin("bottom", "", "Backend", 2),)
    assert robot.sheet.page.last_row == 2


def test_that_the_lower_edge_of_the_table_can_be_dragged(robot: MappingRobot) -> None:
    edge, sheet = robot.sheet.edge, robot.sheet
    assert edge.isVisible()
    middle = edge.rect().center()
    target = QPoint(middle.x(), sheet.rowViewportPosition(3) + 1)
    moved = edge.mapFromGlobal(sheet.viewport().mapToGlobal(target))
    QTest.mousePress(edge, LEFT, NO_KEYS, middle)
    QTest.mouseMove(edge, moved)
    QTest.mouseRelease(
        edge, LEFT, NO_KEYS, edge.mapFromGlobal(sheet.viewport().mapToGlobal(target))
    )
    assert robot.pins == (Pin("bottom", "", "Backend", 2),)


def test_that_delete_lets_the_program_decide_again(robot: MappingRobot) -> None:
    robot.view.decide([Pin("column", "left", "Backend", 1)])
    robot.sheet.go_to_cell(1, 1)
    robot.press(KEY.Key_Delete)
    assert robot.pins == ()
    assert robot.sheet.page.heads[1].words == "Column B: Texts at a level, Junior Engineer"


def test_that_a_level_can_be_called_otherwise(robot: MappingRobot) -> None:
    robot.dialogs.answers["line"] = "Apprentice"
    robot.sheet.go_to_cell(0, 1)
    robot.press(KEY.Key_Return)
    robot.choose("mapping.name")
    assert robot.pins == (Pin("column", "at-level", "Backend", 1, "Apprentice"),)


def test_that_the_name_of_the_sheet_means_what_the_person_says(robot: MappingRobot) -> None:
    robot.view.parts.readings.name_button.click()
    robot.choose("role.competency")
    assert robot.pins == (Pin("sheet", "competency", "Backend", value="Backend"),)


# -- readings, sheets, doubts ---------------------------------------------------------------------


def test_that_a_sheet_is_left_out_and_taken_by_its_tick(robot: MappingRobot) -> None:
    item = robot.view.parts.sheets.item(1)
    item.setCheckState(Qt.CheckState.Unchecked)
    assert [family.name for family in robot.now.result.ladder.families] == ["Backend"]
    item.setCheckState(Qt.CheckState.Checked)
    assert len(robot.now.result.ladder.families) == 2


def test_that_read_as_no_ladder_leaves_the_sheet_out(robot: MappingRobot) -> None:
    buttons = {one.objectName(): one for one in robot.view.parts.readings.buttons}
    buttons["reading.none"].click()
    assert robot.pins == (Pin("take", "no", "Backend"),)
    buttons = {one.objectName(): one for one in robot.view.parts.readings.buttons}
    assert buttons["reading.none"].isChecked()
    buttons["reading.levels-across"].click()
    assert robot.pins == (Pin("reading", "levels-across", "Backend"),)
    assert robot.now.mapping.grids[0].taken


def test_that_a_reading_for_which_nothing_speaks_is_one_click_away(robot: MappingRobot) -> None:
    robot.view.parts.sheets.setCurrentRow(1)
    buttons = {one.objectName(): one for one in robot.view.parts.readings.buttons}
    buttons["reading.levels-down"].click()
    readings = [robot.now.mapping.grids[1].reading]
    robot.view.undo()
    readings.append(robot.now.mapping.grids[1].reading)
    assert readings == ["levels-down", "levels-across"]


def test_that_a_doubt_is_answered_in_the_strip(robot: MappingRobot) -> None:
    strip = robot.view.parts.doubts
    assert strip.isVisible()
    strip.answered.emit("family", "one")
    assert robot.pins == (Pin("answer", "one", value="family"),)


def test_that_the_sheet_chosen_at_the_left_is_shown(robot: MappingRobot) -> None:
    robot.view.parts.sheets.setCurrentRow(1)
    assert robot.sheet.page.name == "Frontend"


# -- going there and back -------------------------------------------------------------------------


def test_that_the_tree_and_the_cells_lead_to_each_other(robot: MappingRobot) -> None:
    tree = robot.view.parts.tree
    robot.sheet.go_to_cell(1, 1)
    robot.press(KEY.Key_Return, CTRL)
    item = tree.currentItem()
    assert item is not None
    assert item.text(0) == "Testing"
    robot.sheet.go_to_cell(0, 0)
    tree.itemClicked.emit(item, 0)
    index = robot.sheet.currentIndex()
    assert (index.row(), index.column()) == (1, 1)


def test_that_a_list_of_cells_leads_to_the_cells(robot: MappingRobot) -> None:
    accounts = robot.view.parts.accounts
    accounts.buttons["left"].click()
    assert accounts.list.isVisible()
    QTest.keyClick(accounts.list, KEY.Key_Down)
    accounts.list.setCurrentIndex(accounts.list.model().index(1, 0))
    QTest.keyClick(accounts.list, KEY.Key_Return)
    assert robot.sheet.currentIndex().row() == 6
    QTest.keyClick(accounts.list, KEY.Key_Escape)
    assert not accounts.list.isVisible()


def test_that_a_cell_of_another_sheet_is_shown_there(robot: MappingRobot) -> None:
    robot.view.show_cell(CellPosition(1, 2, 1))
    assert robot.sheet.page.name == "Frontend"
    assert robot.sheet.currentIndex().row() == 2


# -- undo, the last time, the end ---------------------------------------------------------------


def test_that_undo_and_redo_go_through_the_decisions(robot: MappingRobot) -> None:
    robot.view.decide([Pin("column", "skill", "Backend", 0)])
    robot.view.decide([Pin("take", "no", "Frontend")])
    robot.view.undo()
    assert robot.pins == (Pin("column", "skill", "Backend", 0),)
    robot.view.undo()
    assert len(robot.pins) == 0
    robot.view.redo()
    assert robot.pins == (Pin("column", "skill", "Backend", 0),)


def test_that_start_again_lets_the_program_decide_everything(robot: MappingRobot) -> None:
    assert not robot.button("again").isEnabled()
    robot.view.decide([Pin("column", "skill", "Backend", 0)])
    robot.button("again").click()
    assert len(robot.pins) == 0
    robot.view.undo()
    assert len(robot.pins) == 1


def test_that_the_mapping_is_used_for_the_next_file_of_the_shape_and_can_be_forgotten(
    robot: MappingRobot, tmp_path: Path
) -> None:
    path = write_book(tmp_path)
    robot.view.decide([Pin("take", "no", "Frontend")])
    robot.button("open").click()
    again = read_and_map([path])
    assert again is not None
    assert again.pins == (Pin("take", "no", "Frontend"),)
    robot.view.begin(MappingWork.begun(again))
    assert robot.view.parts.buttons.last_time.isVisible()
    robot.view.parts.buttons.forget.click()
    assert robot.pins == ()
    assert not robot.view.parts.buttons.last_time.isVisible()
    read_again = read_and_map([path])
    assert read_again is not None
    assert read_again.pins == ()


def test_that_the_mapping_is_saved_for_the_command_line(
    robot: MappingRobot, tmp_path: Path
) -> None:
    target = tmp_path / "mapping.json"
    robot.dialogs.answers["export_to_save"] = target
    robot.view.decide([Pin("take", "no", "Frontend")])
    robot.button("save").click()
    assert pins_of_text(target.read_text("utf-8"), "mapping.json") == robot.pins


def test_that_nothing_is_taken_before_a_button_says_so(robot: MappingRobot) -> None:
    opened: list[MappedWorkbook] = []
    ended: list[bool] = []
    robot.view.open_wanted.connect(opened.append)
    robot.view.ended.connect(lambda: ended.append(True))
    assert not robot.button("add").isEnabled()
    robot.button("open").click()
    assert [one.result.ladder.families[0].name for one in opened] == ["Backend"]
    assert robot.view.work is None
    robot.view.begin(MappingWork.begun(work()))
    robot.button("cancel").click()
    assert ended == [True]
    assert len(opened) == 1


def test_that_of_several_decisions_the_newest_wins(robot: MappingRobot) -> None:
    jobs = HeldJobs()
    jobs.hold()
    robot.workspace.computing = jobs
    robot.view._recomputing._took = 1.0
    robot.view.decide([Pin("column", "skill", "Backend", 0)])
    robot.view.decide([Pin("take", "no", "Backend")])
    jobs.go_on()
    assert robot.pins == (Pin("take", "no", "Backend"),)


def test_that_a_file_with_nothing_to_take_cannot_be_opened(robot: MappingRobot) -> None:
    pins = [Pin("take", "no", one.name) for one in workbook().grids]
    robot.view.begin(MappingWork.begun(mapped(WorkbookSource(workbook()), pins)))
    assert not robot.button("open").isEnabled()


# -- what is drawn --------------------------------------------------------------------------------


def test_that_lists_with_the_keyboard_are_drawn(robot: MappingRobot) -> None:
    robot.view.parts.accounts.toggle("taken")
    for part in (robot.view.parts.accounts.list, robot.view.parts.sheets):
        part.setFocus()
        assert part.hasFocus()
        robot.view.grab()  # an error while drawing fails the test


def test_that_readings_stay_where_they_are_after_a_click(robot: MappingRobot) -> None:
    bar = robot.view.parts.readings
    before = [button.objectName() for button in bar.buttons]
    at = before.index("reading.profile-rows")
    QTest.mouseClick(bar.buttons[at], LEFT)
    assert robot.now.mapping.grids[0].reading == "profile-rows"
    assert [button.objectName() for button in bar.buttons] == before
    assert bar.buttons[at].isChecked()


def test_that_the_status_line_says_the_last_step_and_not_an_earlier_one(
    robot: MappingRobot,
) -> None:
    robot.view.take_as_levels((1, 2))
    robot.view.decide([Pin("column", "skill", "Backend", 0)])
    assert robot.notices[-1] == "Column A: Skill."
    robot.view.undo()
    assert robot.notices[-1] == "Undone: column A: Skill."
    robot.view.redo()
    assert robot.notices[-1] == "Done again: column A: Skill."
