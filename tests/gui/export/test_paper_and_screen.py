"""What leaves the window is dark on light, and no name makes the window larger than the screen."""

import re

from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from laddereditor.edits.fields import set_field
from laddereditor.gui.look.screen_fit import fit_to_screen
from laddereditor.gui.window.main_window import MainWindow
from laddereditor.model.address import Address
from tests.gui.window.helpers import session_of, trigger


def test_that_the_page_is_copied_dark_on_light_in_dark_colours(window: MainWindow) -> None:
    trigger(window, "view.dark")
    window.pages.show_dock("page")
    page = window.page
    page.draw()
    cursor = page.textCursor()
    cursor.select(QTextCursor.SelectionType.Document)
    page.setTextCursor(cursor)
    data = page.createMimeDataFromSelection()
    assert data.text().split() == page.toPlainText().split()
    colours = re.findall(r"(?<![-\w])color:\s*(#[0-9a-f]{6})", data.html())
    assert colours
    assert all(QColor(one).lightness() < 140 for one in colours)
    trigger(window, "view.light")


def test_that_a_long_name_makes_the_window_no_larger(window: MainWindow) -> None:
    before = window.minimumSizeHint()
    session = session_of(window)
    for name in ("A long name " * 300, "Unbroken" * 300):
        session.apply(set_field(session.ladder, Address(), "name", name))
        window.workspace.go_to("")
        after = window.minimumSizeHint()
        assert after.height() < before.height() + 120
        assert after.width() < before.width() + 60
        title = window.form.findChild(QLabel, "formTitle")
        assert title is not None
        assert title.text().endswith("…")
        assert title.toolTip()


def test_that_a_window_is_no_larger_than_its_screen(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(5000, 4000)
    fit_to_screen(window)
    free = window.screen().availableGeometry()
    assert window.width() <= free.width()
    assert window.height() <= free.height()
