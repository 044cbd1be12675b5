"""Ctrl+F inside Compare: the bar, its keys, and what is marked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from laddereditor.gui.look.theme import current_theme
from tests.gui.compare.conftest import CTRL, KEY, SHIFT, CompareRobot
from tests.gui.compare.ladders import P1, P2, P3

CARRIERS = ["Agrees delivery times with carriers"] * 2 + ["Chooses carriers for the coming year"]


@pytest.fixture
def searched(robot: CompareRobot) -> CompareRobot:
    robot.show(P2, P3)
    robot.view.table.setFocus()
    assert robot.view.open_search()
    robot.settle()
    return robot


def look(robot: CompareRobot, text: str) -> None:
    robot.bot.keyClicks(robot.focus(), text)
    robot.settle()


def count(robot: CompareRobot) -> str:
    return robot.view.search.bar.count.text()


def marked(robot: CompareRobot) -> int:
    """Return how many pixels of the table have the colour of what is found."""
    picture = robot.view.table.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    wanted = current_theme().color("found_bg").rgb()
    places = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    return sum(picture.pixel(x, y) == wanted for x, y in places)


def test_that_typing_goes_to_the_first_hit_and_counts(searched: CompareRobot) -> None:
    look(searched, "carriers")
    assert searched.current() == CARRIERS[0]
    assert count(searched) == "1 of 3"
    assert searched.focus() is searched.view.search.bar.field


def test_that_enter_goes_to_the_next_hit_and_shift_enter_back_round_the_end(
    searched: CompareRobot,
) -> None:
    look(searched, "carriers")
    seen = []
    for _ in range(3):
        searched.key(KEY.Key_Return)
        seen.append(searched.current())
    assert seen == [CARRIERS[1], CARRIERS[2], CARRIERS[0]]
    searched.key(KEY.Key_Return, SHIFT)
    assert searched.current() == CARRIERS[2]
    assert count(searched) == "3 of 3"


def test_that_more_letters_search_from_where_the_search_began(searched: CompareRobot) -> None:
    searched.view.search.close()
    searched.go("Plans routes within one region", 0)
    searched.view.open_search()
    look(searched, "c")
    look(searched, "hooses")
    assert searched.current() == CARRIERS[2]


def test_that_escape_ends_the_search_at_the_cell(searched: CompareRobot) -> None:
    look(searched, "chooses")
    assert marked(searched)
    searched.key(KEY.Key_Escape)
    assert searched.focus() is searched.view.table
    assert not searched.view.search.bar.isVisible()
    assert searched.current() == CARRIERS[2]
    assert not marked(searched)


def test_that_escape_on_a_cell_ends_the_search_too(searched: CompareRobot) -> None:
    look(searched, "chooses")
    searched.view.table.setFocus()
    searched.key(KEY.Key_Escape)
    assert not searched.view.search.bar.isVisible()


def test_that_what_is_not_there_is_said(searched: CompareRobot) -> None:
    before = searched.current()
    look(searched, "zeppelin")
    assert count(searched) == "Nothing found"
    searched.key(KEY.Key_Return)
    assert searched.current() == before
    searched.view.search.bar.field.clear()
    assert count(searched) == ""


def test_that_examples_and_the_heads_of_rows_are_searched_too(searched: CompareRobot) -> None:
    look(searched, "late")
    assert searched.current() == "Reports delays to the people who wait"
    searched.view.search.bar.field.clear()
    look(searched, "autonomy")
    line = searched.view.model.lines[searched.view.table.currentIndex().row()]
    assert line.words == "Autonomy"


def test_that_folded_sections_are_searched(robot: CompareRobot) -> None:
    robot.show(P2, P3)
    robot.view.fold_all(True)
    robot.view.open_search()
    look(robot, "chooses")
    assert robot.current() == CARRIERS[2]


def test_that_the_search_follows_edits_and_other_columns(searched: CompareRobot) -> None:
    look(searched, "carriers")
    searched.show(P1, P2)
    searched.bot.waitUntil(lambda: count(searched) == "1 hit")


def test_that_keys_of_the_view_do_nothing_to_cells_while_somebody_types(
    searched: CompareRobot,
) -> None:
    look(searched, "chooses")
    before = searched.session.ladder
    for key in (KEY.Key_L, KEY.Key_R, KEY.Key_B):
        searched.key(key, CTRL)
    searched.key(KEY.Key_Delete, CTRL | SHIFT)
    assert searched.session.ladder is before
    assert len(searched.view.compare_columns.columns) == 2
    assert not searched.view.compare_columns.stepwise


def test_that_the_buttons_of_the_bar_step_and_close(searched: CompareRobot) -> None:
    look(searched, "carriers")
    bar = searched.view.search.bar
    for button, words in zip(bar.steps, ("3 of 3", "1 of 3"), strict=True):
        searched.bot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert count(searched) == words
    searched.bot.mouseClick(bar.end, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()


def test_that_nothing_is_searched_before_anything_is_compared(robot: CompareRobot) -> None:
    assert not robot.view.open_search()
    assert not robot.view.search.bar.isVisible()


def test_that_the_bar_goes_with_the_comparison(searched: CompareRobot) -> None:
    look(searched, "carriers")
    searched.view.levels.clear()
    searched.settle()
    assert not searched.view.search.bar.isVisible()
