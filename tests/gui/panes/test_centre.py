"""The middle of the window: its pages, their tabs, and the docks beside them."""

from pathlib import Path
from typing import cast

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QTabBar
from pytestqt.qtbot import QtBot

from laddereditor.gui.app import open_window
from laddereditor.gui.compare.view import CompareView
from laddereditor.gui.program.remembering import restore_layout
from laddereditor.gui.settings.settings import Settings
from laddereditor.gui.window.main_window import MainWindow
from laddereditor.model.address import FieldPath
from tests.gui.fakes import FakeDialogs
from tests.gui.window.helpers import trigger


def _tabs(window: MainWindow) -> QTabBar:
    return cast("QTabBar", window.findChild(QTabBar, "centreTabs"))


def _click(qtbot: QtBot, tabs: QTabBar, title: str) -> None:
    place = next(n for n in range(tabs.count()) if tabs.tabText(n) == title)
    middle: QPoint = tabs.tabRect(place).center()
    qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=middle)


def test_that_each_tab_shows_its_page(qtbot: QtBot, window: MainWindow) -> None:
    tabs = _tabs(window)
    for title, name in (("Matrix", "matrixView"), ("Compare", "compareView"), ("Form", "formView")):
        _click(qtbot, tabs, title)
        shown = window.centre.page(window.centre.current)
        assert shown.objectName() == name
        assert shown.isVisible()
        assert tabs.tabText(tabs.currentIndex()) == title


def test_that_the_tabs_are_away_on_the_welcome_page(window: MainWindow) -> None:
    assert _tabs(window).isVisible()
    window.pages.show_welcome()
    assert not _tabs(window).isVisible()
    window.pages.show_form()
    assert _tabs(window).isVisible()


def test_that_tables_get_the_room_of_the_sides_and_each_keeps_its_own(window: MainWindow) -> None:
    window.pages.show_dock("page")
    window.pages.show_page("compare")
    assert window.docks["tree"].isVisible()
    assert not window.docks["page"].isVisible()
    window.pages.toggle_dock("problems")
    window.pages.show_form()
    assert window.docks["page"].isVisible()
    window.pages.show_page("compare")
    assert window.docks["problems"].isVisible()
    assert not window.docks["page"].isVisible()


def test_that_the_layout_beside_the_form_is_what_is_remembered(window: MainWindow) -> None:
    window.docks["source"].hide()
    window.pages.show_page("compare")
    window.docks["tree"].hide()
    window.docks.arrange("some")
    assert window.docks["tree"].isVisible()
    assert window.docks["source"].isHidden()


def test_that_choosing_in_the_tree_leaves_the_page_and_asking_for_a_field_shows_the_form(
    window: MainWindow,
) -> None:
    window.pages.show_page("compare")
    window.workspace.go_to("levels/P1")
    assert window.centre.current == "compare"
    window.workspace.go_to("levels/P1", FieldPath("summary"))
    assert window.centre.current == "form"


def test_that_a_profile_is_compared_with_the_next_level(window: MainWindow) -> None:
    window.workspace.go_to("levels/P1")
    trigger(window, "compare.next")
    view = window.centre.page("compare")
    assert isinstance(view, CompareView)
    assert [head.code for head in view.model.page.labels] == ["P1", "P2"]


def test_that_no_tab_of_a_dock_stays_where_none_is_shown(
    qtbot: QtBot, path: Path, dialogs: FakeDialogs
) -> None:
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    window = open_window([path], dialogs=dialogs)
    qtbot.addWidget(window, before_close_func=lambda w: w.shut_down())
    window.resize(1900, 1000)
    window.show()
    for page in ("matrix", "compare", "changes"):
        window.pages.show_page(page)
        QApplication.processEvents()
        bars = [bar for bar in window.findChildren(QTabBar, options=direct) if bar.count()]
        assert not any(bar.geometry().intersects(window.rect()) for bar in bars)
        window.pages.show_form()


def test_that_the_views_are_there_when_the_window_was_seen_before_them(
    qtbot: QtBot, path: Path, dialogs: FakeDialogs
) -> None:
    window = MainWindow(Settings.forgetful(), dialogs=dialogs, enable_welcome=False)
    qtbot.addWidget(window, before_close_func=lambda w: w.shut_down())
    window.show()
    QApplication.processEvents()
    window.finish_startup()
    restore_layout(window)
    window.opening.open_files([path])
    qtbot.waitUntil(lambda: window.workspace.session is not None)
    seen = [name for name in window.docks if window.docks[name].isVisible()]
    assert seen == ["tree", "page", "source"]  # Problems is folded: there are none
    session = window.workspace.session
    assert session is not None
    qtbot.waitUntil(lambda: session.report is not None)
