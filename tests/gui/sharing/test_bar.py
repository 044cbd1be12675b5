"""The quiet bar: tells without taking the focus, closes, and shows two notices at most."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel, QToolButton

from laddereditor.edits.fields import set_field
from laddereditor.gui.sharing.notice import SAVED, UNDO, UNDONE_OR_SAVED, Notice, NoticeButton
from laddereditor.model.address import FieldPath
from tests.gui.sharing.conftest import P2, Robot


def post(robot: Robot, key: str, *choices: NoticeButton) -> None:
    robot.window.sharing.notices.post(Notice(key, f"Notice {key}", choices), robot.session)


def test_that_the_newest_two_are_shown_and_others_come_up_later(robot: Robot) -> None:
    for key in ("one", "two", "three"):
        post(robot, key)
    assert robot.texts() == ["Notice three", "Notice two"]
    robot.window.sharing.notices.drop("three", robot.session)
    QApplication.processEvents()
    assert robot.texts() == ["Notice two", "Notice one"]


def test_that_the_same_notice_again_takes_the_place_of_the_former(robot: Robot) -> None:
    post(robot, "one")
    post(robot, "one")
    assert robot.texts() == ["Notice one"]


def test_that_the_focus_stays_where_it_is(robot: Robot) -> None:
    robot.window.workspace.go_to(P2, FieldPath("title"))
    field = QApplication.focusWidget()
    assert field is not None
    post(robot, "one", NoticeButton("go", "Go", lambda: None))
    QApplication.processEvents()
    assert QApplication.focusWidget() is field
    robot.bot.mouseClick(robot.button("go"), Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is field


def test_that_the_cross_and_escape_close_it(robot: Robot) -> None:
    post(robot, "one", NoticeButton("go", "Go", lambda: None))
    post(robot, "two")
    cross = robot.bars()[0].findChild(QToolButton)
    robot.bot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert robot.texts() == ["Notice one"]
    robot.button("go").setFocus()
    robot.bot.keyClick(robot.button("go"), Qt.Key.Key_Escape)
    assert not robot.bars()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert robot.window.form.isAncestorOf(focus)


def test_that_a_reader_learns_of_it_and_finds_names(robot: Robot) -> None:
    post(robot, "one")
    bar = robot.bars()[0]
    assert bar.accessibleName() == "Notice one"
    assert bar.findChild(QToolButton).accessibleName() == "Close this notice"


def test_that_markup_in_a_name_stays_text(robot: Robot) -> None:
    robot.window.sharing.notices.post(Notice("one", "<b>bold</b>.yaml"), robot.session)
    labels = robot.bars()[0].findChildren(QLabel)
    assert any(
        label.text() == "<b>bold</b>.yaml" and label.textFormat() == Qt.TextFormat.PlainText
        for label in labels
    )


def test_that_a_notice_goes_when_it_is_not_true_any_more(robot: Robot) -> None:
    notices = robot.window.sharing.notices
    undo = NoticeButton(UNDO, "Undo", lambda: None)
    notices.post(Notice("saved", "Until a save", until=SAVED), robot.session)
    notices.post(Notice("undo", "Can be undone", (undo,), until=UNDONE_OR_SAVED), robot.session)
    robot.window.workspace.attempt(set_field, P2, "summary", "Changed")
    assert robot.texts() == ["Can be undone", "Until a save"]
    assert notices.find("undo", robot.session).choices == ()  # it would undo another step now
    robot.session.undo()
    assert robot.texts() == ["Until a save"]
    robot.save()
    assert not robot.bars()


def test_that_notices_of_a_closed_ladder_are_forgotten(robot: Robot) -> None:
    post(robot, "one")
    robot.window.closing.close(robot.session)
    assert not robot.bars()
    assert not robot.window.sharing.notices._posted


@pytest.mark.parametrize("width", [700, 1280])
def test_that_no_word_is_cut_off(robot: Robot, width: int) -> None:
    words = "A sentence that is much too long for a narrow window, " * 3
    choices = tuple(NoticeButton(name, f"Do {name}", lambda: None) for name in ("a1", "b2", "c3"))
    robot.window.sharing.notices.post(Notice("long", words, choices), robot.session)
    robot.window.resize(width, 700)
    for _ in range(5):
        QApplication.processEvents()
    label = next(one for one in robot.bars()[0].findChildren(QLabel) if one.text())
    room = QRect(0, 0, label.width(), 10_000)
    needed = label.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, words)
    assert label.height() >= needed.height()
    assert label.width() >= needed.width()


def test_that_the_bar_follows_the_colours(robot: Robot) -> None:
    post(robot, "one")
    robot.window.appearance.choose("light")
    robot.window.refresh_appearance()
    light = robot.bars()[0].grab().toImage().pixelColor(3, 3).lightness()
    robot.window.appearance.choose("dark")
    robot.window.refresh_appearance()
    dark = robot.bars()[0].grab().toImage().pixelColor(3, 3).lightness()
    assert light > 200
    assert dark < 100
