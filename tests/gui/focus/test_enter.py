"""Enter presses the button that has the keyboard."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from laddereditor.gui.window.main_window import MainWindow
from laddereditor.model.address import Address
from tests.gui.fakes import FakeDialogs


def tile(window: MainWindow, words: str) -> QPushButton:
    window.workspace.close(window.workspace.sessions[0])
    window.enable_welcome()
    QApplication.processEvents()
    (found,) = (
        each
        for each in window.findChildren(QPushButton)
        if each.isVisible() and words in each.accessibleName()
    )
    return found


def test_that_enter_presses_a_tile_of_the_welcome_page(
    qtbot: QtBot, window: MainWindow, dialogs: FakeDialogs
) -> None:
    dialogs.answers["new_ladder"] = None
    button = tile(window, "Create a new ladder")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        dialogs.asked.clear()
        button.setFocus()
        qtbot.keyClick(button, key)
        assert [name for name, _ in dialogs.asked] == ["new_ladder"]


def test_that_enter_presses_a_button_of_a_view_once(qtbot: QtBot, window: MainWindow) -> None:
    window.workspace.go_to(Address("families/software/P1"))
    button = window.findChild(QPushButton, "header.next") or next(
        each
        for each in window.form.findChildren(QPushButton)
        if each.isVisible() and "ext level" in each.accessibleName() + each.text()
    )
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert window.workspace.address == "families/software/P2"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_that_enter_opens_the_menu_of_a_button(qtbot: QtBot, window: MainWindow) -> None:
    changes = window.pages.changes()
    button = changes.findChild(QToolButton, "changesSource") or changes.header.chooser
    seen: list[QMenu] = []

    def look() -> None:
        if isinstance(popup := QApplication.activePopupWidget(), QMenu):
            seen.append(popup)
            popup.close()

    timer = QTimer(interval=20)
    timer.timeout.connect(look)
    timer.start()
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(seen))
    timer.stop()
    assert seen == [button.menu()]
