"""The docks keep their sizes, and can be put back as they were at the first start."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from laddereditor.edits.fields import set_field
from laddereditor.gui.window.main_window import MainWindow
from laddereditor.model.address import Address
from tests.gui.window.helpers import session_of, trigger

SAMPLE = Path(__file__).parents[3] / "ladders" / "technology.yaml"
LONG = " ".join(["An exceedingly long name of something"] * 8)
PLACES = [
    *(("", "name"), ("levels/P3", "name"), ("skills/programming", "name")),
    *(("families/ai-ml-engineer", "name"), ("families/ai-ml-engineer/P3", "title")),
]


@pytest.fixture
def path() -> Path:
    return SAMPLE


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


def widths(window: MainWindow) -> dict[str, int]:
    settle()
    return {name: window.docks[name].width() for name in ("tree", "page")}


def test_that_a_long_name_takes_nothing_from_tree_and_page(window: MainWindow) -> None:
    window.resize(1280, 800)
    before = widths(window)
    assert 250 < before["tree"] <= 300
    session = session_of(window)
    for place, field in PLACES:
        session.apply(set_field(session.ladder, Address(place), field, LONG))
        window.workspace.go_to(place)
        window.pages.show_form()
        assert widths(window) == before, place
    assert window.width() == 1280


@pytest.mark.parametrize("page", ["form", "matrix"])
def test_that_the_tree_keeps_its_width_when_the_window_jumps_to_a_smaller_size(
    window: MainWindow, page: str
) -> None:
    window.resize(1280, 800)
    window.pages.show_page(page)
    before = widths(window)["tree"]
    for width in (1920, 1280, 1920, 1100, 1280):
        window.resize(width, 800)
        assert widths(window)["tree"] == before, width


def test_that_the_tree_keeps_the_width_that_a_person_gave_it(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.resize(1920, 900)
    window.pages.show_form()
    settle()
    tree = window.docks["tree"]
    edge = tree.geometry().topRight() + QPoint(2, 200)
    qtbot.mousePress(window, Qt.MouseButton.LeftButton, pos=edge)
    qtbot.mouseMove(window, edge + QPoint(60, 0))
    settle()
    qtbot.mouseRelease(window, Qt.MouseButton.LeftButton, pos=edge + QPoint(60, 0))
    dragged = widths(window)["tree"]
    assert dragged > 320
    window.resize(1280, 900)
    assert widths(window)["tree"] == dragged


def test_that_names_in_the_trail_are_cut_off_where_there_is_no_room(window: MainWindow) -> None:
    session = session_of(window)
    session.apply(set_field(session.ladder, Address("families/ai-ml-engineer"), "name", LONG))
    window.resize(1280, 800)
    window.workspace.go_to("families/ai-ml-engineer/P3")
    settle()
    (link,) = (
        one
        for one in window.form.findChildren(QAbstractButton)
        if one.accessibleName() == LONG and one.isVisible()
    )
    assert link.text().endswith("…")
    assert link.width() < window.form.width() / 3


def test_that_the_layout_is_put_back(window: MainWindow) -> None:
    window.resize(1500, 900)
    window.pages.show_form()
    trigger(window, "view.reset_layout")  # the widths follow from that of the window
    before = widths(window)
    docks = window.docks
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, docks["tree"])
    docks["page"].hide()
    window.resizeDocks([docks["tree"]], [500], Qt.Orientation.Horizontal)
    window.pages.show_dock("versions")
    assert widths(window) != before
    trigger(window, "view.reset_layout")
    assert widths(window) == before
    assert window.dockWidgetArea(docks["tree"]) == Qt.DockWidgetArea.LeftDockWidgetArea
    assert [name for name in docks if docks.is_in_sight(name)][:2] == ["tree", "page"]
    assert docks["versions"].isHidden()
    assert window.tabifiedDockWidgets(docks["page"]) == [docks["source"]]


def test_that_a_layout_that_is_put_back_beside_the_matrix_holds_for_the_form_too(
    window: MainWindow,
) -> None:
    window.resize(1500, 900)
    window.pages.show_form()
    trigger(window, "view.reset_layout")  # the widths follow from that of the window
    before = widths(window)
    window.docks["page"].hide()
    window.pages.show_page("matrix")
    trigger(window, "view.reset_layout")
    settle()
    assert not window.docks["page"].isVisible()  # the matrix has its room
    window.pages.show_form()
    assert widths(window) == before
    assert window.docks["page"].isVisible()


@pytest.mark.parametrize("page", ["form", "matrix"])
@pytest.mark.parametrize("dock", ["page", "source", "problems", "tree"])
def test_that_the_keyboard_goes_to_the_page_when_its_panel_is_closed(
    window: MainWindow, page: str, dock: str
) -> None:
    window.pages.show_page(page)
    window.docks.show(dock)
    settle()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert window.docks[dock].isAncestorOf(focus)
    window.docks[dock].close()
    settle()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert window.centre.page(page).isAncestorOf(focus)
