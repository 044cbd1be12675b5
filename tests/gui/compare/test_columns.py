"""Columns come, go, move and are pinned, by keys, menus and drags."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFontMetricsF
from PySide6.QtWidgets import QApplication, QListWidget, QMenu

from laddereditor.compare.sheet.table import Comparison
from laddereditor.gui.tree.transfer import to_mime_data
from laddereditor.model.address import Address
from laddereditor.reports.common.text_layout import Terminal
from laddereditor.reports.formats import format_of
from laddereditor.session.session import Session
from laddereditor.storage.files.document import read_text
from tests.gui.compare.conftest import CTRL, KEY, SHIFT, CompareRobot
from tests.gui.compare.ladders import OPERATIONS, P1, P2, P3


def addresses(robot: CompareRobot) -> list[str]:
    return [subject.address for subject in robot.view.compare_columns.subjects]


def drop(robot: CompareRobot, data: QMimeData) -> None:
    view = robot.view
    actions = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 50), actions, data, buttons, keys)
    QApplication.sendEvent(view, enter)
    if enter.isAccepted():
        QApplication.sendEvent(view, QDropEvent(QPointF(50, 50), actions, data, buttons, keys))
    robot.settle()


def test_that_a_column_moves_by_keys_and_keeps_the_focus(robot: CompareRobot) -> None:
    robot.show(P1, P2, P3)
    robot.go("Chooses carriers for the coming year", 2)
    robot.key(KEY.Key_Left, CTRL | SHIFT)
    assert addresses(robot) == [P1, P3, P2]
    assert robot.view.table.currentIndex().column() == 1
    robot.key(KEY.Key_Right, CTRL | SHIFT)
    assert addresses(robot) == [P1, P2, P3]


def test_that_a_column_becomes_the_baseline_by_key(robot: CompareRobot) -> None:
    robot.show(P2, P3)
    robot.go("Plans routes beyond one region", 1)
    robot.key(KEY.Key_B, CTRL | SHIFT)
    assert robot.heads()[1].endswith("baseline")
    assert "lowered" in robot.accessible_text(robot.index("Plans routes within one region", 0))


def test_that_the_baseline_stays_pinned_to_its_column_as_it_moves(robot: CompareRobot) -> None:
    robot.show(P1, P2, P3)
    robot.view.compare_columns.pin(1)
    robot.view.compare_columns.move(1, 2)
    assert addresses(robot)[robot.view.compare_columns.baseline] == P2


def test_that_a_dragged_head_reorders_the_columns(robot: CompareRobot) -> None:
    robot.show(P1, P2, P3)
    robot.view.table.heads.moveSection(2, 0)
    robot.settle()
    assert addresses(robot) == [P3, P1, P2]
    heads = robot.view.table.heads
    assert [heads.visualIndex(n) for n in range(3)] == [0, 1, 2]


def _six_columns(robot: CompareRobot, width: int) -> list[int]:
    """Return the widths of six columns in a table that is so wide within its heads."""
    robot.show(P1, P2, P3, "levels/P1", "levels/P2", "levels/P3")
    table = robot.view.table
    robot.window.resize(robot.window.width() + width - table.viewport().width(), 700)
    robot.settle()
    assert table.viewport().width() == width
    return [table.heads.sectionSize(column) for column in range(6)]


def _letters(robot: CompareRobot, count: int) -> float:
    return count * QFontMetricsF(robot.view.table.font()).averageCharWidth()


def test_that_six_columns_are_in_view_where_each_has_room_for_eighteen_letters(
    robot: CompareRobot,
) -> None:
    widths = _six_columns(robot, round(6 * _letters(robot, 18)) + 12)
    assert sum(widths) <= robot.view.table.viewport().width()
    assert robot.view.table.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize(("letters", "whole"), [(16, 5), (13, 4), (10, 3)])
def test_that_columns_scroll_and_as_many_as_possible_are_seen_whole_where_six_are_too_narrow(
    robot: CompareRobot, letters: int, whole: int
) -> None:
    widths = _six_columns(robot, round(6 * _letters(robot, letters)))
    assert min(widths) >= round(_letters(robot, 18))
    assert sum(widths[:whole]) <= robot.view.table.viewport().width() < sum(widths[: whole + 1])
    assert robot.view.table.viewport().width() - sum(widths[:whole]) < whole  # none is cut off
    assert robot.view.table.horizontalScrollBar().maximum() > 0


def test_that_a_column_is_removed_by_key_and_by_menu(robot: CompareRobot) -> None:
    robot.show(P1, P2, P3)
    robot.go("Plans routes beyond one region", 2)
    robot.key(KEY.Key_Delete, CTRL | SHIFT)
    assert addresses(robot) == [P1, P2]
    choose(robot.view.cell.column_menu(0), "remove_column")
    assert addresses(robot) == [P2]


def choose(menu: QMenu, name: str) -> None:
    action = next(a for a in menu.actions() if a.objectName() == f"compare.{name}")
    assert action.isEnabled()
    action.trigger()
    menu.deleteLater()


def test_that_a_column_is_replaced_by_typing(robot: CompareRobot) -> None:
    robot.show(P2, P3)
    robot.go("Plans routes beyond one region", 1)
    robot.key(KEY.Key_R, CTRL | SHIFT)
    robot.bot.keyClicks(robot.focus(), "level p1")
    robot.key(KEY.Key_Return)
    assert addresses(robot) == [P2, "levels/P1"]


def test_that_entries_dragged_from_the_tree_become_columns(robot: CompareRobot) -> None:
    drop(robot, to_mime_data(robot.session, [Address(P2), Address("levels/P3")]))
    assert addresses(robot) == [P2, "levels/P3"]


def test_that_a_dragged_family_brings_its_profiles(robot: CompareRobot) -> None:
    drop(robot, to_mime_data(robot.session, [Address("families/logistics")]))
    assert addresses(robot) == [P1, P2, P3]


def test_that_a_dragged_skill_is_not_taken(robot: CompareRobot) -> None:
    drop(robot, to_mime_data(robot.session, [Address("skills/planning")]))
    assert addresses(robot) == []


def test_that_a_seventh_column_is_refused_in_words(robot: CompareRobot) -> None:
    robot.show(P1, P2, P3, "levels/P1", "levels/P2", "levels/P3")
    robot.view.levels.add_column(robot.subject("levels/M1"))
    assert len(addresses(robot)) == 6
    assert "At most 6" in robot.notices[-1]


def test_that_the_same_column_is_not_taken_twice(robot: CompareRobot) -> None:
    robot.show(P2, P3)
    robot.view.levels.add_column(robot.subject(P3))
    assert addresses(robot) == [P2, P3]
    assert "already" in robot.notices[-1]


def test_that_columns_of_several_ladders_say_which_they_are_from(robot: CompareRobot) -> None:
    other = robot.open_other()
    robot.view.levels.show_columns([robot.subject(P3), robot.subject(P3, other)])
    robot.settle()
    assert "Operations ladder" in robot.heads()[0]
    assert "Colleague's ladder" in robot.heads()[1]


def test_that_files_of_one_name_are_distinguished_by_their_folders_wherever_they_are_named(
    robot: CompareRobot, tmp_path: Path
) -> None:
    sessions = []
    for folder in ("north", "south"):
        path = tmp_path / folder / "operations.yaml"
        sessions.append(Session(read_text(OPERATIONS), path=path))
        robot.workspace.open(sessions[-1])
    robot.view.levels.show_columns([robot.subject(P2, sessions[0]), robot.subject(P3, sessions[1])])
    robot.settle()
    (offer, summary, talk) = robot.view.offers()
    written = format_of(Comparison, "csv").write(offer.report(True), Terminal())
    shown = ("".join(robot.heads()), written, offer.title, summary.title, talk.title)
    for folder, head in zip(("north", "south"), robot.heads(), strict=True):
        assert f"operations.yaml — {folder}" in head
    for words in shown:
        assert "operations.yaml — north" in words
        assert "operations.yaml — south" in words


def test_that_the_picker_tells_files_of_one_name_apart(robot: CompareRobot, tmp_path: Path) -> None:
    for folder in ("north", "south"):
        path = tmp_path / folder / "operations.yaml"
        robot.workspace.open(Session(read_text(OPERATIONS), path=path))
    picker = robot.view.pick()
    rows = picker.findChild(QListWidget, "comparePickerList")
    assert rows is not None
    words = [rows.item(row).text() for row in range(rows.count())]
    assert any(one.endswith("operations.yaml — north") for one in words)
    assert any(one.endswith("operations.yaml — south") for one in words)
    picker.reject()


def test_that_columns_of_one_file_do_not_name_it(robot: CompareRobot) -> None:
    robot.open_other()
    robot.show(P2, P3)
    assert not any("ladder" in head for head in robot.heads())


def test_that_the_next_level_is_the_next_of_the_track(robot: CompareRobot) -> None:
    robot.view.levels.compare_with_next(Address(P2))
    assert addresses(robot) == [P2, P3]
    robot.view.levels.compare_with_next(Address(P3))
    assert addresses(robot) == [P2, P3]
    assert "last of its track" in robot.notices[-1]


def test_that_the_level_below_is_at_the_left(robot: CompareRobot) -> None:
    robot.view.levels.compare_with_below(Address(P2))
    assert addresses(robot) == [P1, P2]
    robot.view.levels.compare_with_below(Address("levels/P1"))
    assert addresses(robot) == [P1, P2]
    assert "first of its track" in robot.notices[-1]
    robot.view.levels.compare_with_below(Address("skills/planning"))
    assert robot.notices[-1] == "Choose profiles or generic levels to compare."


def test_that_several_selected_entries_are_compared_and_one_with_the_level_beside_it(
    robot: CompareRobot,
) -> None:
    robot.view.levels.compare_selected([Address(P1), Address(P3)])
    assert addresses(robot) == [P1, P3]
    robot.view.levels.compare_selected([Address(P1)])
    assert addresses(robot) == [P1, P2]
    robot.view.levels.compare_selected([Address(P3)])
    assert addresses(robot) == [P2, P3]
    robot.view.levels.compare_selected([Address("levels/M1")])
    assert addresses(robot) == ["levels/M1"]


def test_that_without_a_selection_the_shown_entry_is_compared(robot: CompareRobot) -> None:
    robot.workspace.go_to(P2)
    robot.view.levels.compare_selected([])
    assert addresses(robot) == [P2, P3]


def test_that_the_whole_track_is_shown_by_rank(robot: CompareRobot) -> None:
    robot.view.levels.compare_track(Address(P2))
    assert addresses(robot) == [P1, P2, P3]
    robot.view.levels.compare_track(Address("levels/P1"))
    assert addresses(robot) == ["levels/P1", "levels/P2", "levels/P3"]
