"""Tab goes down the form as it stands on the screen, and into nothing that is not in sight."""

import gc
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from laddereditor.gui.focus.tab_order import tab_stops
from laddereditor.gui.window.main_window import MainWindow
from laddereditor.model.address import Address
from tests.gui.window.helpers import session_of

SAMPLE = Path(__file__).parents[3] / "ladders" / "technology.yaml"
P3 = "families/ai-ml-engineer/P3"
PLACES = [
    *("", "tracks/professional", "levels/P3", "factors/scope", "competencies/communication"),
    *("skills/programming", "families/ai-ml-engineer", P3),
]
_SAME_LINE = 40  # pixels by which what stands side by side may differ in height
_MAXIMUM = 150  # stops of Tab in a window


@pytest.fixture
def path() -> Path:
    return SAMPLE


def stops_from(
    qtbot: QtBot, window: MainWindow, place: str, keys: Qt.Key = Qt.Key.Key_Tab
) -> list[QWidget]:
    """Go once around the window by Tab, from the first field of a form on."""
    window.workspace.go_to(Address(place))
    window.pages.show_form()
    QApplication.processEvents()
    found: list[QWidget] = []
    while len(found) < _MAXIMUM:
        widget = QApplication.focusWidget()
        assert widget is not None
        if widget in found:
            return found
        found.append(widget)
        qtbot.keyClick(widget, keys)
    raise AssertionError("Tab never comes back")


def down_the_form(stops: list[QWidget], form: QWidget) -> list[QWidget]:
    """Return the stops in a form, from the one on to which Tab comes from outside."""
    inside = [form.isAncestorOf(one) for one in stops]
    start = next(n for n in range(len(stops)) if inside[n] and not inside[n - 1])
    ring = [*stops[start:], *stops[:start]]
    return [one for one in ring if form.isAncestorOf(one)]


def page_of(widget: QWidget) -> QScrollArea | None:
    """Return the page of the form that a widget is on, None for one of the form's head."""
    above: QWidget | None = widget
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above


def point(widget: QWidget) -> QPoint:
    """Return where a field is on its page, however far that is scrolled."""
    page = page_of(widget)
    sheet = page.widget() if page is not None else None
    assert sheet is not None
    return widget.mapTo(sheet, QPoint(0, 0))


def fields(window: MainWindow) -> list[QWidget]:
    """All of the form on show that takes the keyboard, in any order."""
    tab = Qt.FocusPolicy.TabFocus
    return [
        one
        for one in window.form.findChildren(QWidget)
        if one.objectName().startswith("field.") and one.isVisible() and one.focusPolicy() & tab
    ]


@pytest.mark.parametrize("place", PLACES)
def test_that_tab_goes_down_the_form(qtbot: QtBot, window: MainWindow, place: str) -> None:
    inside = down_the_form(stops_from(qtbot, window, place), window.form)
    page = [one for one in inside if page_of(one) is not None]
    assert inside[-len(page) :] == page  # the head of the form and its sections come before
    for one, other in pairwise(page):
        before, after = point(one), point(other)
        beside = abs(after.y() - before.y()) <= _SAME_LINE and after.x() > before.x()
        assert after.y() > before.y() or beside, f"{one.objectName()} → {other.objectName()}"
    assert set(fields(window)) <= set(page)
    assert page[-1].objectName() == "field.external_id"


def test_that_shift_tab_goes_the_same_way_back(qtbot: QtBot, window: MainWindow) -> None:
    forth, back = (
        [
            one
            for one in stops_from(qtbot, window, P3, key)
            if not one.objectName().startswith("Scroll")  # the arrows of tabs, of which one is off
        ]
        for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
    )
    assert back == [forth[0], *reversed(forth[1:])]


def test_that_tab_goes_from_the_tree_to_the_form(qtbot: QtBot, window: MainWindow) -> None:
    names = [one.objectName() for one in stops_from(qtbot, window, P3)]
    tree = names.index("ladderTree")
    assert names[tree - 2 : tree] == ["treeFilter", "treeShow"]
    assert names[tree + 1] == "centreTabs"


def test_that_a_row_that_was_made_just_now_has_its_place(qtbot: QtBot, window: MainWindow) -> None:
    names = [one.objectName() for one in stops_from(qtbot, window, P3)]
    assert names.index("switch.factors.scope") == names.index("field.factors.scope") - 1
    session = session_of(window)
    (switch,) = (
        one
        for one in window.form.findChildren(QAbstractButton, "switch.factors.scope")
        if one.isVisible()
    )
    switch.click()
    assert session.is_modified
    names = [one.objectName() for one in stops_from(qtbot, window, P3)]
    assert names.index("switch.factors.scope") == names.index("field.factors.scope") - 1


@pytest.mark.parametrize(("front", "behind"), [("page", "source"), ("source", "page")])
def test_that_tab_enters_no_view_behind_another(
    qtbot: QtBot, window: MainWindow, front: str, behind: str
) -> None:
    window.pages.show_dock(front)
    stops = stops_from(qtbot, window, P3)
    assert any(window.docks[front].isAncestorOf(one) for one in stops)
    for name in (behind, "versions"):
        assert not any(window.docks[name].isAncestorOf(one) for one in stops), name


def test_that_a_view_that_comes_to_the_front_is_reached(qtbot: QtBot, window: MainWindow) -> None:
    window.docks["source"].raise_()
    QApplication.processEvents()
    assert window.source.isVisible()
    assert not window.page.isVisible()
    window.docks["page"].raise_()
    QApplication.processEvents()
    assert window.page.isVisible()
    assert not window.source.isVisible()


def test_that_no_spacer_of_a_layout_is_held(qtbot: QtBot) -> None:
    """Python takes what Qt makes later in the place of a spacer that it holds for that spacer."""
    widget, first, second = QWidget(), QPushButton("1"), QPushButton("2")
    qtbot.addWidget(widget)
    outer, inner = QVBoxLayout(widget), QHBoxLayout()
    inner.addStretch()
    inner.addWidget(first)
    outer.addStretch()
    outer.addLayout(inner)
    outer.addWidget(second)
    widget.show()
    gc.collect()
    before = _spacers()
    assert list(tab_stops(widget)) == [first, second]
    assert _spacers() == before


def _spacers() -> int:
    return sum(isinstance(each, QSpacerItem) for each in gc.get_objects())
