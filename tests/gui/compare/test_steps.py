"""The strip of steps does no more than it needs: what the table shows is not compared again."""

from collections.abc import Iterator, Sequence
from typing import Any
from unittest.mock import patch

import pytest

from laddereditor.compare.sheet.comparing import compare
from laddereditor.compare.sheet.subject import Subject
from laddereditor.compare.sheet.table import Comparison
from laddereditor.gui.compare import steps
from laddereditor.model.address import Address
from tests.gui.compare.conftest import KEY, CompareRobot
from tests.gui.compare.ladders import P1, P2, P3

Compared = list[tuple[str, ...]]


@pytest.fixture
def compared() -> Iterator[Compared]:
    """The addresses that the strip compares."""
    found: Compared = []

    def noted(columns: Sequence[Subject], *more: Any, **how: Any) -> Comparison:
        found.append(tuple(one.address for one in columns))
        return compare(columns, *more, **how)

    with patch.object(steps, "compare", noted):
        yield found


def sizes(robot: CompareRobot) -> dict[tuple[str, str], float]:
    return {one.step.codes: one.step.size for one in robot.view.steps.strip.buttons}


def retype(robot: CompareRobot, text: str, now: str, column: int) -> None:
    robot.go(text, column)
    robot.key(KEY.Key_F2)
    robot.type(now)
    robot.key(KEY.Key_Return)


def test_that_a_track_that_is_read_step_by_step_is_not_compared_again(
    robot: CompareRobot, compared: Compared
) -> None:
    robot.view.levels.compare_track(Address(P2))
    robot.view.steps.refresh()
    before = sizes(robot)
    assert min(before.values()) > 0
    retype(robot, "Agrees delivery times with carriers", "Keeps the yard clean", 2)
    robot.view.steps.refresh()
    assert sizes(robot)["P2", "P3"] > before["P2", "P3"]
    assert compared == []


def test_that_the_other_steps_of_a_track_are_compared_once_after_an_edit(
    robot: CompareRobot, compared: Compared
) -> None:
    robot.show(P2, P3)
    robot.view.steps.refresh()
    before = sizes(robot)
    assert compared == [(P1, P2, P3)]
    retype(robot, "Agrees delivery times with carriers", "Keeps the yard clean", 1)
    robot.view.steps.refresh()
    assert compared == [(P1, P2, P3)] * 2
    assert sizes(robot)["P1", "P2"] == before["P1", "P2"]
    assert sizes(robot)["P2", "P3"] > before["P2", "P3"]


def test_that_another_pair_of_the_same_track_shows_what_is_known(
    robot: CompareRobot, compared: Compared
) -> None:
    robot.show(P2, P3)
    robot.view.steps.refresh()
    before = sizes(robot)
    robot.show(P1, P2)
    assert sizes(robot) == before
    robot.view.steps.refresh()
    assert len(compared) == 1


def test_that_a_step_is_worked_out_when_the_table_shows_it_no_more(
    robot: CompareRobot, compared: Compared
) -> None:
    robot.view.levels.compare_track(Address(P2))
    robot.view.steps.refresh()
    before = sizes(robot)
    robot.show(P1, P3)
    robot.view.steps.refresh()
    assert sizes(robot) == before
    assert compared == [(P1, P2, P3)]
