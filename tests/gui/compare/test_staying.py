"""What is typed stays where it was typed, and so does everything else."""

from tests.gui.compare.conftest import CTRL, KEY, SHIFT, CompareRobot
from tests.gui.compare.ladders import P2, P3

CARRIERS = "Agrees delivery times with carriers"


def _rows(robot: CompareRobot) -> list[tuple[str, str]]:
    return list(zip(robot.texts(0), robot.texts(1), strict=True))


def _retype(robot: CompareRobot, text: str, now: str, column: int = 1) -> None:
    robot.go(text, column)
    robot.key(KEY.Key_F2)
    robot.type(now)
    robot.key(KEY.Key_Return)


def test_that_a_retyped_statement_stays_in_its_row_whatever_it_says(robot: CompareRobot) -> None:
    robot.show(P2, P3)
    before = _rows(robot)
    _retype(robot, CARRIERS, "Keeps the yard clean")
    after = [(one, other.replace(CARRIERS, "Keeps the yard clean")) for one, other in before]
    assert _rows(robot)[:5] == after[:5]
    assert [row for row in _rows(robot) if CARRIERS in row[0]] == [
        (CARRIERS, "Keeps the yard clean")
    ]


def test_that_undo_puts_the_text_back_where_it_was(robot: CompareRobot) -> None:
    robot.show(P2, P3)
    before = _rows(robot)
    _retype(robot, CARRIERS, "Keeps the yard clean")
    robot.session.undo()
    robot.settle()
    assert _rows(robot) == before


def test_that_the_rest_of_a_row_stays_where_one_of_its_texts_is_deleted(
    robot: CompareRobot,
) -> None:
    robot.show(P2, P3)
    row = robot.texts(0).index(CARRIERS)
    robot.go(CARRIERS, 1)
    robot.key(KEY.Key_Delete)
    assert robot.texts(0).index(CARRIERS) == row
    assert robot.texts(1)[row] == ""


def test_that_a_new_statement_stays_in_the_cell_it_was_typed_into(robot: CompareRobot) -> None:
    robot.show(P2, P3)
    robot.go(CARRIERS, 1)
    robot.key(KEY.Key_Delete)
    row = robot.texts(0).index(CARRIERS)
    robot.view.table.choose(robot.view.model.index(row, 1))
    robot.key(KEY.Key_F2)
    robot.type("Reports delays to the people who wait")
    robot.key(KEY.Key_Return)
    assert robot.texts(0)[row] == CARRIERS
    assert robot.texts(1)[row] == "Reports delays to the people who wait"
    assert robot.value(f"{P3}/responsibilities/1") == "Reports delays to the people who wait"


def test_that_redo_puts_a_typed_statement_where_it_was_typed(robot: CompareRobot) -> None:
    robot.show(P2, P3)
    robot.go(CARRIERS, 1)
    robot.key(KEY.Key_Delete)
    row = robot.texts(0).index(CARRIERS)
    robot.view.table.choose(robot.view.model.index(row, 1))
    robot.key(KEY.Key_F2)
    robot.type("Reports delays to the people who wait")
    robot.key(KEY.Key_Return)
    typed = _rows(robot)
    for _ in range(2):
        robot.session.undo()
        robot.settle()
    for _ in range(2):
        robot.session.redo()
        robot.settle()
    assert _rows(robot) == typed
    assert robot.texts(1)[row] == "Reports delays to the people who wait"


def test_that_f5_aligns_the_rows_again(robot: CompareRobot) -> None:
    robot.show(P2, P3)
    before = _rows(robot)
    _retype(robot, CARRIERS, "Keeps the yard clean")
    _retype(robot, "Keeps the yard clean", "Reports delays to the people who wait")
    assert (CARRIERS, "Reports delays to the people who wait") in _rows(robot)
    robot.key(KEY.Key_F5)
    delays = "Reports delays to the people who wait"
    assert (delays, delays) in _rows(robot)
    assert len(_rows(robot)) >= len(before) - 1
    assert robot.notices[-1] == "The rows are aligned again."


def test_that_the_switch_of_the_baseline_moves_no_row(robot: CompareRobot) -> None:
    robot.show(P2, P3, "levels/P2")
    _retype(robot, CARRIERS, "Keeps the yard clean")
    before = _rows(robot)
    robot.key(KEY.Key_B, CTRL)
    assert _rows(robot) == before


def test_that_strip_and_head_agree_while_rows_stay(robot: CompareRobot) -> None:
    robot.show(P2, P3)
    _retype(robot, CARRIERS, "Keeps the yard clean")
    robot.view.steps.refresh()
    button = next(one for one in robot.view.steps.strip.buttons if one.isChecked())
    head = "".join(run.text for run in robot.view.model.page.heads[1].content.runs)
    assert button.accessibleName().partition(": ")[2].partition(". ")[0] in head


def test_that_a_row_stays_in_view_while_its_texts_become_the_same(robot: CompareRobot) -> None:
    robot.show(P2, P3)
    robot.view.table.setFocus()
    robot.key(KEY.Key_D, CTRL | SHIFT)
    place = "Plans routes within one region"
    row = robot.texts(0).index(place)
    robot.view.table.choose(robot.view.model.index(row, 1))
    robot.key(KEY.Key_F2)
    robot.key(KEY.Key_A, CTRL)
    robot.type(place)
    robot.key(KEY.Key_Return)
    assert (robot.texts(0)[row], robot.texts(1)[row]) == (place, place)
    robot.key(KEY.Key_D, CTRL | SHIFT)
    robot.key(KEY.Key_D, CTRL | SHIFT)
    assert place not in robot.texts(0)
