"""Several cells of a comparison are selected, copied, emptied and given back at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from laddereditor.model.statement import skill_of
from tests.gui.compare.conftest import CTRL, KEY, SHIFT, CompareRobot
from tests.gui.compare.ladders import P2, P3


@pytest.fixture
def pair(robot: CompareRobot) -> CompareRobot:
    return robot.show(P2, P3)


def _selected(robot: CompareRobot) -> set[str]:
    return {str(index.data()) for index in robot.view.table.selectedIndexes()}


def test_that_shift_and_arrows_select_a_block_that_is_copied_as_cells(pair: CompareRobot) -> None:
    pair.go("One region", 0)
    pair.key(KEY.Key_Right, SHIFT)
    pair.key(KEY.Key_Down, SHIFT)
    pair.key(KEY.Key_C, CTRL)
    assert QApplication.clipboard().text() == (
        "One region\tOne area\nReviewed weekly\tSets own goals\n"
    )


def test_that_a_copy_can_have_its_headings(pair: CompareRobot) -> None:
    pair.go("One region", 0)
    pair.key(KEY.Key_Right, SHIFT)
    pair.view.table.copy(heads=True)
    heads, cells = QApplication.clipboard().text().splitlines()
    assert heads.startswith("\tLogistics Planner P2 Logistics Planner II")
    assert cells == "Scope\tOne region\tOne area"


def test_that_delete_empties_all_selected_cells_as_one_step(pair: CompareRobot) -> None:
    pair.go("Plans routes within one region", 0)
    pair.key(KEY.Key_Right, SHIFT)
    pair.key(KEY.Key_Delete)
    assert "Plans routes within one region" not in pair.value(f"{P2}/responsibilities")
    assert "Plans routes beyond one region" not in pair.value(f"{P3}/responsibilities")
    pair.session.undo()
    assert not pair.session.is_modified


def test_that_cutting_copies_and_empties(pair: CompareRobot) -> None:
    pair.go("Chooses carriers for the coming year", 1)
    pair.key(KEY.Key_X, CTRL)
    assert QApplication.clipboard().text() == "Chooses carriers for the coming year"
    assert len(pair.value(f"{P3}/responsibilities")) == 2


def test_that_what_was_pasted_is_selected(pair: CompareRobot) -> None:
    QApplication.clipboard().setText("Here\tThere\nNow\tThen\n")
    pair.go("One region", 0)
    pair.key(KEY.Key_V, CTRL)
    assert _selected(pair) == {"Here", "There", "Now", "Then"}


def test_that_ctrl_enter_fills_all_selected_cells(pair: CompareRobot) -> None:
    pair.go("One region", 0)
    pair.key(KEY.Key_Right, SHIFT)
    pair.key(KEY.Key_F2)
    pair.type("The world")
    pair.key(KEY.Key_Return, CTRL)
    assert pair.value(f"{P2}/factors/scope") == pair.value(f"{P3}/factors/scope") == "The world"


def test_that_a_block_with_a_read_only_column_is_not_emptied(robot: CompareRobot) -> None:
    other = robot.open_other()
    robot.workspace.set_read_only(other, "Mara has the file open.")
    robot.view.levels.show_columns([robot.subject(P2), robot.subject(P3, other)])
    robot.settle()
    robot.go("One region", 0)
    robot.key(KEY.Key_Right, SHIFT)
    robot.key(KEY.Key_Delete)
    assert robot.notices[-1] == "Mara has the file open."
    assert not robot.session.is_modified


def test_that_tab_goes_from_cell_to_cell_past_headings(pair: CompareRobot) -> None:
    pair.go("One region", 0)
    pair.key(KEY.Key_Tab)
    assert pair.current() == "One area"
    pair.key(KEY.Key_Tab)
    assert pair.current() == "Reviewed weekly"
    pair.key(KEY.Key_Backtab, SHIFT)
    assert pair.current() == "One area"


def test_that_a_skill_is_added_where_a_column_lacks_it(pair: CompareRobot) -> None:
    pair.view.table.choose(pair.index("Mentoring", 1).siblingAtColumn(0))
    pair.view.table.setFocus()
    pair.bot.keyClicks(pair.view.table, "m")
    pair.bot.keyClicks(pair.focus(), "entoring")
    pair.key(KEY.Key_Return)
    added = pair.session.ladder.families[0].profiles[1].skills[-1]
    assert skill_of(added) == "mentoring"


def test_that_the_mouse_selects_cells_and_drags_one_that_is_selected(pair: CompareRobot) -> None:
    table = pair.view.table
    first, last = pair.index("One region", 0), pair.index("Sets own goals", 1)
    table.choose(pair.index("2–4 years", 0))
    view, left = table.viewport(), Qt.MouseButton.LeftButton
    pair.bot.mousePress(view, left, pos=table.visualRect(first).center())
    assert not table.dragEnabled()
    pair.bot.mouseMove(view, table.visualRect(last).center())
    pair.bot.mouseRelease(view, left, pos=table.visualRect(last).center())
    assert _selected(pair) == {"One region", "One area", "Reviewed weekly", "Sets own goals"}
    pair.bot.mousePress(view, left, pos=table.visualRect(first).center())
    assert table.dragEnabled()
    pair.bot.mouseRelease(view, left, pos=table.visualRect(first).center())


def test_that_a_refused_text_that_is_pasted_is_marked_in_its_cell(pair: CompareRobot) -> None:
    index = pair.go("4–7 years", 1)
    QApplication.clipboard().setText("soon")
    pair.key(KEY.Key_V, CTRL)
    assert [one.text for one in pair.workspace.refused_texts.of(pair.session)] == ["soon"]
    assert pair.view.model.shown(index.row(), 1).sign == "error"
    assert "does not fit" in pair.notices[-1]


def test_that_the_menu_offers_what_can_be_done_with_the_cell(pair: CompareRobot) -> None:
    def enabled() -> dict[str, bool]:
        menu = pair.view.table.menu()
        words = [one.text().split("\t")[0].replace("&", "") for one in menu.actions()]
        found = dict(zip(words, (one.isEnabled() for one in menu.actions()), strict=True))
        menu.deleteLater()
        return found

    pair.go("One region", 0)
    assert enabled()["Make it the same as the level"]
    assert enabled()["Copy it to the right"]
    pair.view.table.give_back()
    assert "One workstream" in pair.texts(0)
    pair.go("Logistics II", 0)
    assert not enabled()["Edit"]
    assert enabled()["Copy"]


@pytest.mark.parametrize(("keys", "role"), [((), "base"), ((KEY.Key_Down,), "selection")])
def test_that_only_several_selected_cells_are_filled(
    pair: CompareRobot, keys: tuple[Qt.Key, ...], role: str
) -> None:
    index = pair.go("One region", 0)
    for key in keys:
        pair.key(key, SHIFT)
    table = pair.view.table
    image = table.viewport().grab(table.visualRect(index)).toImage()
    corner = image.pixelColor(image.width() - 8, image.height() - 8)
    assert corner.name() == table.pen.color(role).name()
