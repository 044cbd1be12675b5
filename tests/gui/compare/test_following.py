"""The view follows edits, undo and closing in every ladder it shows."""

from laddereditor.edits.deleting import delete
from laddereditor.edits.lists import insert_items, set_item
from laddereditor.edits.references import rename
from laddereditor.gui.compare.compare_columns import CompareColumns
from laddereditor.model.address import Address
from tests.gui.compare.conftest import CompareRobot
from tests.gui.compare.ladders import P1, P2, P3


def test_that_an_edit_and_its_undo_are_shown(robot: CompareRobot) -> None:
    robot.show(P2, P3)
    robot.workspace.attempt(
        set_item, Address(P3), "responsibilities", 2, "Chooses carriers for years"
    )
    robot.settle()
    assert "Chooses carriers for years" in robot.texts(1)
    robot.session.undo()
    assert "Chooses carriers for the coming year" in robot.texts(1)
    robot.session.redo()
    assert "Chooses carriers for years" in robot.texts(1)


def test_that_the_current_cell_stays_on_its_text_when_rows_come_above(robot: CompareRobot) -> None:
    robot.show(P2, P3)
    robot.go("Agrees delivery times with carriers", 1)
    robot.workspace.attempt(
        insert_items, Address(P3), "responsibilities", 0, ["Something quite different"]
    )
    robot.settle()
    assert robot.current() == "Agrees delivery times with carriers"


def test_that_an_edit_in_another_open_ladder_is_shown(robot: CompareRobot) -> None:
    other = robot.open_other()
    robot.view.levels.show_columns([robot.subject(P3), robot.subject(P3, other)])
    other.apply(
        set_item(other.ladder, Address(P3), "responsibilities", 2, "Chooses carriers alone")
    )
    robot.settle()
    assert "Chooses carriers alone" in robot.texts(1)
    assert "Chooses carriers for the coming year" in robot.texts(0)


def test_that_a_closed_ladder_takes_its_columns_away(robot: CompareRobot) -> None:
    other = robot.open_other()
    robot.view.levels.show_columns([robot.subject(P3), robot.subject(P3, other)])
    assert len(robot.heads()) == 2
    robot.workspace.close(other)
    robot.settle()
    assert len(robot.heads()) == 1


def test_that_a_deleted_profile_leaves_and_undo_brings_it_back(robot: CompareRobot) -> None:
    robot.show(P1, P2, P3)
    robot.workspace.attempt(delete, [Address(P2)])
    robot.settle()
    assert [s.address for s in robot.view.compare_columns.subjects] == [P1, P3]
    robot.session.undo()
    robot.settle()
    assert [s.address for s in robot.view.compare_columns.subjects] == [P1, P2, P3]


def test_that_a_renamed_family_keeps_its_columns(robot: CompareRobot) -> None:
    robot.show(P2, P3)
    robot.workspace.attempt(rename, Address("families/logistics"), "transport")
    robot.settle()
    assert [s.address for s in robot.view.compare_columns.subjects] == [
        "families/transport/P2",
        "families/transport/P3",
    ]
    assert "Plans routes beyond one region" in robot.texts(1)


def test_that_a_hidden_view_does_not_compare_until_it_is_shown(robot: CompareRobot) -> None:
    robot.show(P2, P3)
    robot.view.hide()
    robot.workspace.attempt(
        set_item, Address(P3), "responsibilities", 2, "Chooses carriers for years"
    )
    assert "Chooses carriers for years" not in robot.texts(1)
    robot.view.show()
    assert "Chooses carriers for years" in robot.texts(1)


def test_that_scrolling_stays_where_it_is_through_an_edit(robot: CompareRobot) -> None:
    robot.window.resize(1000, 260)
    robot.show(P2, P3)
    robot.bot.waitUntil(lambda: robot.view.table.sizes.is_measured)
    bar = robot.view.table.verticalScrollBar()
    bar.setValue(60)
    robot.workspace.attempt(
        set_item, Address(P3), "responsibilities", 2, "Chooses carriers for years"
    )
    robot.settle()
    assert bar.value() == 60


def test_that_a_view_listens_to_no_ladder_that_it_does_not_show(robot: CompareRobot) -> None:
    other = robot.open_other()
    columns: CompareColumns = robot.view.compare_columns
    robot.view.levels.show_columns([robot.subject(P3), robot.subject(P3, other)])
    before = len(other._timeline._listeners)
    columns.remove(1)
    assert len(other._timeline._listeners) == before - 1
