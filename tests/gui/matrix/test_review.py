"""Profiles by how far they are, and comments at their cells."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from laddereditor.edits.comments.changing import add_comment
from laddereditor.edits.fields import set_field
from laddereditor.model.address import Address, FieldPath
from laddereditor.presentation.review.states import family_is, profile_is
from tests.edits.samples import DATA_P3, profile, sample
from tests.gui.matrix.conftest import DATA, KEY, MatrixRobot

P2 = Address(f"{DATA}/P2")
TODAY = date(2026, 11, 27)


def _heads(robot: MatrixRobot) -> list[str]:
    return [column.level for column in robot.model.matrix.columns]


def _choose(robot: MatrixRobot, words: str) -> None:
    """Choose a status in the bar by keys."""
    box = robot.view.bar.state
    box.setFocus()
    QTest.keyClick(box, KEY.Key_Down)  # opens the list
    QTest.keyClick(box.view(), KEY.Key_Home)
    for _ in range(box.findText(words, Qt.MatchFlag.MatchStartsWith)):
        QTest.keyClick(box.view(), KEY.Key_Down)
    QTest.keyClick(box.view(), KEY.Key_Return)
    robot.settle()


@pytest.fixture
def reviewed(robot: MatrixRobot) -> MatrixRobot:
    for address, status in ((P2, "draft"), (Address(DATA_P3), "in-review")):
        robot.workspace.attempt(set_field, address, "status", status)
    robot.settle()
    return robot


def test_that_a_head_says_how_far_its_profile_is(reviewed: MatrixRobot) -> None:
    heads = [
        reviewed.model.headerData(n, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
        for n in range(3)
    ]
    assert heads[0].endswith("no profile")
    assert heads[1].endswith(", draft")
    assert heads[2].endswith(", in review")


def test_that_only_profiles_of_a_status_are_shown(reviewed: MatrixRobot) -> None:
    _choose(reviewed, "In review")
    assert _heads(reviewed) == ["P3"]
    _choose(reviewed, "Any")
    assert _heads(reviewed) == ["P1", "P2", "P3"]


def test_that_a_status_that_no_profile_has_says_so(reviewed: MatrixRobot) -> None:
    _choose(reviewed, "Approved")
    assert reviewed.view._empty.isVisible()
    assert reviewed.view._empty.text() == "No profile of Data Engineer is in this state: Approved."


def test_that_what_is_due_is_shown_with_the_day_of_its_family(reviewed: MatrixRobot) -> None:
    reviewed.workspace.attempt(set_field, DATA, "review_by", date(2020, 1, 1))
    reviewed.workspace.attempt(set_field, P2, "review_by", date(9999, 1, 1))
    _choose(reviewed, "Due")
    assert _heads(reviewed) == ["P3"]


def test_that_a_profile_follows_when_its_status_changes(reviewed: MatrixRobot) -> None:
    _choose(reviewed, "In review")
    reviewed.workspace.attempt(set_field, P2, "status", "in-review")
    assert _heads(reviewed) == ["P2", "P3"]


def test_that_a_text_edited_among_shown_profiles_goes_to_its_own(reviewed: MatrixRobot) -> None:
    _choose(reviewed, "In review")
    reviewed.window.activateWindow()
    reviewed.sheet.setFocus()
    reviewed.go("responsibilities", "P3").press(KEY.Key_F2).type("!").press(KEY.Key_Return)
    assert str(reviewed.profile().responsibilities[0]) == "Builds pipelines!"


def test_that_a_comment_has_a_sign_and_is_read_aloud_at_its_cell(robot: MatrixRobot) -> None:
    place = FieldPath("responsibilities/1")
    robot.workspace.attempt(add_comment, Address(DATA_P3), place, "Of whom?", "Ines", TODAY)
    robot.settle()
    row, column = robot.place("responsibilities", "P3", nth=1)
    assert robot.model.page.content(row, column).sign == "comment"
    assert "Of whom?" in robot.model.page.tip(row, column)
    assert "comment: Ines" in robot.model.page.accessible_text(row, column)


def test_that_states_of_families_and_profiles_are_known() -> None:
    family = sample().families[0]
    one = profile(sample(), DATA_P3)
    assert profile_is("no-status", family, one, TODAY)
    assert not profile_is("due", family, one, TODAY)
    due = family.model_copy(update={"review_by": TODAY, "status": "retired"})
    assert profile_is("due", due, one, TODAY)
    assert family_is("due", due, TODAY)
    assert family_is("retired", due, TODAY)
    assert not family_is("draft", due, TODAY)
    slip = family.model_copy(update={"review_by": "next spring"})
    assert not family_is("due", slip, TODAY)
