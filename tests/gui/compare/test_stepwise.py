"""Each column against its left neighbour or against the baseline, by one switch."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from laddereditor.model.address import Address
from tests.gui.compare.conftest import CTRL, KEY, SHIFT, CompareRobot
from tests.gui.compare.ladders import P1, P2, P3


def against(robot: CompareRobot) -> list[str]:
    """Return what the head of each column says it is compared with, "" for nothing."""
    heads = robot.view.model.page.heads
    texts = ["".join(run.text for run in head.content.runs) for head in heads]
    return [text.partition("Against ")[2].partition(":")[0] for text in texts]


def is_on(robot: CompareRobot) -> bool:
    assert robot.view.bar.stepwise.isChecked() == robot.view.compare_columns.stepwise
    return robot.view.compare_columns.stepwise


def show_track(robot: CompareRobot) -> None:
    robot.view.levels.compare_track(Address(P2))
    robot.settle()


def test_that_a_whole_track_is_read_from_left_to_right(robot: CompareRobot) -> None:
    show_track(robot)
    assert is_on(robot)
    assert against(robot) == ["", "P1", "P2"]
    assert not any(head.is_pinned for head in robot.view.model.page.heads)


def test_that_other_columns_are_compared_with_the_baseline(robot: CompareRobot) -> None:
    show_track(robot)
    robot.show(P1, P2, P3)
    assert not is_on(robot)
    assert against(robot) == ["", "P1", "P1"]


def test_that_versions_are_compared_with_the_first_one(robot: CompareRobot) -> None:
    show_track(robot)
    other = robot.open_other()
    robot.view.levels.show_columns([robot.subject(P3), robot.subject(P3, other)])
    robot.settle()
    assert not is_on(robot)


def test_that_the_switch_works_by_key_and_by_mouse_and_keeps_the_cell(
    robot: CompareRobot,
) -> None:
    robot.show(P1, P2, P3)
    robot.go("Chooses carriers for the coming year", 2)
    robot.key(KEY.Key_B, CTRL)
    assert is_on(robot)
    assert robot.current() == "Chooses carriers for the coming year"
    assert against(robot) == ["", "P1", "P2"]
    robot.bot.mouseClick(robot.view.bar.stepwise, Qt.MouseButton.LeftButton)
    robot.settle()
    assert not is_on(robot)
    assert robot.current() == "Chooses carriers for the coming year"


def test_that_the_switch_is_in_sight_where_it_matters(robot: CompareRobot) -> None:
    robot.show(P1, P2)
    assert not robot.view.bar.stepwise.isVisible()
    robot.show(P1, P2, P3)
    assert robot.view.bar.stepwise.isVisible()


def test_that_the_next_track_is_compared_as_the_last_one_was(robot: CompareRobot) -> None:
    show_track(robot)
    robot.key(KEY.Key_B, CTRL)
    robot.show(P1, P2)
    robot.view.levels.compare_track(Address("levels/P1"))
    robot.settle()
    assert not is_on(robot)


def test_that_a_baseline_that_is_chosen_ends_the_comparison_by_steps(
    robot: CompareRobot,
) -> None:
    show_track(robot)
    robot.go("Chooses carriers for the coming year", 2)
    robot.key(KEY.Key_B, CTRL | SHIFT)
    assert not is_on(robot)
    assert against(robot) == ["P3", "P3", ""]


def test_that_the_summary_is_about_the_step_to_the_current_column(robot: CompareRobot) -> None:
    show_track(robot)
    robot.go("Chooses carriers for the coming year", 2)
    robot.view.summary.refresh()
    assert "P2" in robot.view.summary.sentence.text()
    assert "P1" not in robot.view.summary.sentence.text()


def test_that_buttons_walk_over_the_differences_and_say_which_one_it_is(
    robot: CompareRobot,
) -> None:
    robot.show(P2, P3)
    view = robot.view
    rows = [n for n, line in enumerate(view.model.lines) if line.row and line.row.differs]
    view.table.choose(view.model.index(rows[0], 0))
    assert view.bar.place.text() == f"1 of {len(rows)}"
    for name, place in (("next", 2), ("next", 3), ("previous", 2)):
        button = view.bar.findChild(QToolButton, f"compareBar.compare.{name}_difference")
        assert button is not None
        robot.bot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert view.bar.place.text() == f"{place} of {len(rows)}"
        assert view.table.currentIndex().row() == rows[place - 1]
    heading = next(n for n, line in enumerate(view.model.lines) if line.is_heading)
    view.table.choose(view.model.index(heading, 0))
    assert view.bar.place.text() == f"{len(rows)} differences"


def test_that_differences_in_folded_sections_count_and_are_reached(robot: CompareRobot) -> None:
    robot.show(P2, P3)
    view = robot.view
    rows = [n for n, line in enumerate(view.model.lines) if line.row and line.row.differs]
    texts = [view.model.line(row) for row in rows]
    view.presenter.fold_all(True)
    folded = [n for n, line in enumerate(view.model.lines) if line.folded]
    assert folded
    view.table.choose(view.model.index(folded[0], 0))
    assert view.bar.place.text() == f"{len(rows)} differences"
    view.table.choose(view.model.index(0, 0))
    places = []
    for _ in range(len(rows)):
        places.append(view.bar.place.text())
        robot.view.step(+1)
    last = view.model.line(view.table.currentIndex().row())
    assert last is not None and texts[-1] is not None and last.key == texts[-1].key
    assert view.bar.place.text() == f"{len(rows)} of {len(rows)}"
    view.presenter.fold_all(True)
    view.table.choose(view.model.index(view.model.rowCount() - 1, 0))
    robot.view.step(-1)
    assert " of " in view.bar.place.text()
