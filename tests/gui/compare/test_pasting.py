"""Pasting blocks of cells into a comparison."""

import pytest
from PySide6.QtWidgets import QApplication

from laddereditor.edits.places.cell_place import CellPlace
from laddereditor.edits.places.shown import text_at
from laddereditor.model.address import Address
from laddereditor.model.statement import ExampledStatement
from laddereditor.session.session import Session
from tests.finding import find
from tests.gui.compare.conftest import CTRL, KEY, CompareRobot
from tests.gui.compare.ladders import P2, P3


@pytest.fixture
def pair(robot: CompareRobot) -> CompareRobot:
    return robot.show(P2, P3)


def paste(robot: CompareRobot, text: str) -> None:
    QApplication.clipboard().setText(text)
    robot.key(KEY.Key_V, CTRL)


def factors(robot: CompareRobot, address: str, session: Session | None = None) -> list[str]:
    ladder = (session or robot.session).ladder
    place = Address(address)
    return [text_at(ladder, CellPlace(place, "factors", key)) for key in ("scope", "autonomy")]


def test_that_a_block_from_a_spreadsheet_continues_from_row_to_row_and_is_one_step(
    pair: CompareRobot,
) -> None:
    before = pair.session.document.text
    pair.go("One region", 0)
    paste(pair, 'One\tTwo\r\n"Three\r\nlines"\tFour\r\n')
    assert factors(pair, P2) == ["One", "Three\nlines"]
    assert factors(pair, P3) == ["Two", "Four"]
    assert pair.session.undo_label == "Paste 4 cells of Logistics Planner"
    assert pair.notices[-1] == "Pasted: 4 cells changed."
    assert pair.current() == "One"
    pair.session.undo()
    assert pair.session.document.text == before


def test_that_a_block_pasted_into_a_list_stays_in_it_and_adds_what_is_more(
    pair: CompareRobot,
) -> None:
    pair.go("Chooses carriers for the coming year", 1)
    paste(pair, "• Chooses carriers\nPlans the year\nReports\n")
    held = pair.value(f"{P3}/responsibilities")
    assert held[-3:] == ("Chooses carriers", "Plans the year", "Reports")
    assert "Agrees delivery times with carriers" in held


def test_that_each_column_is_pasted_into_its_own_ladder(robot: CompareRobot) -> None:
    other = robot.open_other()
    robot.view.levels.show_columns([robot.subject(P2), robot.subject(P3, other)])
    robot.settle()
    robot.go("One region", 0)
    paste(robot, "Here\tThere")
    assert factors(robot, P2)[0] == "Here"
    assert factors(robot, P3, other)[0] == "There"
    assert robot.workspace.session is robot.session
    assert (robot.session.undo_label, other.undo_label) == (
        "Paste Scope of P2 Logistics Planner",
        "Paste Scope of P3 Logistics Planner",
    )


@pytest.mark.parametrize(
    ("start", "text", "why"),
    [
        ("2–4 years", "soon", "“soon” does not fit"),
        ("One region", "a\tb\tc", "3 cells wide, but only 2 columns are here"),
        ("Planning (Working)", "Advanced\nsome\nmore\nlines", "4 rows high, but only"),
        ("Planning (Working)", "Sometimes", "choose one of Working, Advanced, Any proficiency"),
    ],
)
def test_that_a_block_that_cannot_be_taken_is_refused_as_a_whole(
    pair: CompareRobot, start: str, text: str, why: str
) -> None:
    pair.go(start, 0)
    paste(pair, text)
    assert why in pair.notices[-1]
    assert not pair.session.is_modified


def test_that_nothing_is_pasted_anywhere_when_one_column_is_read_only(robot: CompareRobot) -> None:
    other = robot.open_other()
    robot.workspace.set_read_only(other, "Mara has the file open.")
    robot.view.levels.show_columns([robot.subject(P2), robot.subject(P3, other)])
    robot.settle()
    robot.go("One region", 0)
    paste(robot, "Here\tThere")
    assert "Mara has the file open." in robot.notices[-1]
    assert not robot.session.is_modified


def test_that_a_skill_copied_from_a_column_is_pasted_with_its_proficiency(
    pair: CompareRobot,
) -> None:
    pair.go("Planning (Advanced)", 1)
    pair.key(KEY.Key_C, CTRL)
    pair.go("Planning (Working)", 0)
    pair.key(KEY.Key_V, CTRL)
    assert pair.value(f"{P2}/skills")[0].proficiency == "advanced"


def test_that_a_statement_is_pasted_elsewhere_with_its_examples(pair: CompareRobot) -> None:
    pair.go("Reports delays to the people who wait", 0)
    pair.key(KEY.Key_C, CTRL)
    pair.go("Plans routes beyond one region", 1)
    pair.key(KEY.Key_V, CTRL)
    source = find(pair.session.ladder, f"{P2}/responsibilities")[2]
    assert isinstance(source, ExampledStatement)
    assert find(pair.session.ladder, f"{P3}/responsibilities")[0] == source


def test_that_a_pasted_value_takes_the_place_of_what_a_cell_refused(pair: CompareRobot) -> None:
    pair.go("4–7 years", 1)
    pair.key(KEY.Key_F2)
    pair.type("soon")
    pair.key(KEY.Key_Return)
    pair.go("4–7 years", 1)
    paste(pair, "5-6\r\n")
    assert pair.workspace.refused_texts.of(pair.session) == ()
    assert pair.value(P3).experience.min == 5
