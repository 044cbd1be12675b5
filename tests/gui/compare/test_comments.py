"""Open comments have a sign at their cell, and are read there."""

from datetime import date

from laddereditor.edits.comments.changing import add_comment
from laddereditor.model.address import Address, FieldPath
from tests.gui.compare.conftest import CompareRobot

DAY = date(2026, 11, 27)
P2 = Address("levels/P2")


def cells_with(robot: CompareRobot, words: str) -> list[tuple[int, int]]:
    page = robot.view.model.page
    places = [(row, column) for row in range(len(page.lines)) for column in range(2)]
    return [place for place in places if words in page.accessible_text(*place)]


def test_that_a_comment_has_a_sign_at_its_cell_and_goes_when_resolved(
    robot: CompareRobot,
) -> None:
    robot.show("levels/P1", "levels/P2")
    assert not cells_with(robot, "comment: ")
    place = FieldPath("expectations/communication/1")
    robot.workspace.attempt(add_comment, P2, place, "For whom?", "Ines", DAY)
    robot.settle()
    (cell,) = cells_with(robot, "comment: Ines, 2026-11-27: For whom?")
    page = robot.view.model.page
    assert page.text(*cell) == "Writes notes others can use"
    assert page.content(*cell).sign == "comment"
    assert "For whom?" in page.tip(*cell)
    robot.session.undo()
    robot.settle()
    assert not cells_with(robot, "comment: ")
