"""The arrow of a button with a menu stands beside its words."""

from PySide6.QtWidgets import QToolBar, QToolButton
from pytestqt.qtbot import QtBot

from laddereditor.gui.window.main_window import MainWindow


def test_that_a_button_with_a_menu_has_room_for_its_arrow(qtbot: QtBot, window: MainWindow) -> None:
    changes = window.pages.changes()
    bars = [window.findChild(QToolBar), changes]
    found = [button for bar in bars if bar for button in bar.findChildren(QToolButton)]
    with_menu = [
        each for each in found if each.menu() is not None and each.isVisible() and each.text()
    ]
    assert {"&Add", "Add"} & {each.text() for each in with_menu}
    for each in with_menu:
        text = each.fontMetrics().horizontalAdvance(each.text().replace("&", ""))
        icon = 0 if each.icon().isNull() else each.iconSize().width() + 4
        assert each.sizeHint().width() >= text + icon + 28, each.text()
