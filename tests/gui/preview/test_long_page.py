"""A long page beside the form: it follows what is typed, in turns of its own."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from laddereditor.edits.fields import set_at
from laddereditor.gui.window.main_window import MainWindow
from laddereditor.model.address import Address, FieldPath
from tests.gui.window.helpers import session_of

PROFILE = Address("families/software/P1")
LINES = tuple(f"Line {number} of a long list" for number in range(600))


def _put(window: MainWindow, lines: tuple[str, ...]) -> None:
    assert window.workspace.attempt(set_at, PROFILE, FieldPath("responsibilities"), lines)


def test_that_a_long_page_is_shown_whole_after_an_edit(qtbot: QtBot, window: MainWindow) -> None:
    window.pages.show_dock("page")
    window.workspace.go_to(PROFILE)
    _put(window, LINES)
    qtbot.waitUntil(lambda: "Line 199 of" in window.page.toPlainText())
    assert "and 400 more" in window.page.toPlainText()


def test_that_the_last_of_several_long_pages_is_shown(qtbot: QtBot, window: MainWindow) -> None:
    window.pages.show_dock("page")
    window.workspace.go_to(PROFILE)
    for first in ("One", "Two", "Three"):
        _put(window, (first, *LINES))
        window.page.draw()
    window.page.draw()  # the same again: what waits is still to be shown
    qtbot.waitUntil(lambda: "Three" in window.page.toPlainText())
    session_of(window).undo()
    window.page.draw()
    qtbot.waitUntil(lambda: "Two" in window.page.toPlainText())


def test_that_a_short_page_takes_the_place_of_a_long_one_that_waits(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.pages.show_dock("page")
    window.workspace.go_to(PROFILE)
    _put(window, LINES)
    window.page.draw()
    window.workspace.go_to("levels/P2")
    window.page.draw()
    QApplication.processEvents()
    assert "Works alone" in window.page.toPlainText()
    assert "Line 1 of" not in window.page.toPlainText()


def test_that_the_page_stays_where_it_was_scrolled_to(qtbot: QtBot, window: MainWindow) -> None:
    window.pages.show_dock("page")
    window.workspace.go_to(PROFILE)
    _put(window, LINES)
    qtbot.waitUntil(lambda: "Line 199 of" in window.page.toPlainText())
    bar = window.page.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    _put(window, (*LINES, "More"))
    window.page.draw()
    qtbot.waitUntil(lambda: "and 401 more" in window.page.toPlainText())
    assert abs(bar.value() - before) < 5
    assert before > 0
