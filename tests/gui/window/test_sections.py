"""The sections of the form: tabs that stay in sight, and the page that goes along."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTabBar
from pytestqt.qtbot import QtBot

from laddereditor.gui.app import open_window
from laddereditor.gui.window.main_window import MainWindow
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.statement import statement_text
from tests.gui.fakes import FakeDialogs

P3 = Address("families/software-engineer/P3")
SAMPLE = Path(__file__).parents[3] / "ladders" / "technology.yaml"


@pytest.fixture
def path() -> Path:
    return SAMPLE


@pytest.fixture
def bar(window: MainWindow, qtbot: QtBot) -> QTabBar:
    window.resize(1280, 720)
    window.workspace.go_to(P3)
    found = window.form.findChild(QTabBar, "formSections")
    assert found is not None
    qtbot.waitUntil(lambda: window.page.verticalScrollBar().maximum() > 0)
    return found


def place_of(bar: QTabBar, title: str) -> int:
    return next(n for n in range(bar.count()) if bar.tabText(n) == title)


def focused() -> str:
    widget = QApplication.focusWidget()
    return widget.objectName() if widget is not None else ""


def test_that_the_sections_are_named_as_their_headings(bar: QTabBar) -> None:
    titles = [bar.tabText(n) for n in range(bar.count())]
    assert titles[:4] == ["General", "Leveling factors", "Responsibilities", "Expectations"]
    assert titles[-1] == "Notes"
    assert bar.isVisible()


def test_that_a_click_goes_into_the_section(window: MainWindow, qtbot: QtBot, bar: QTabBar) -> None:
    number = place_of(bar, "Skills")
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(number).center())
    assert focused() == "field.skills"
    assert bar.currentIndex() == number
    field = QApplication.focusWidget()
    assert field is not None
    assert not field.visibleRegion().isEmpty()


def test_that_arrows_scroll_and_enter_goes_in(
    window: MainWindow, qtbot: QtBot, bar: QTabBar
) -> None:
    bar.setFocus()
    qtbot.keyClick(bar, Qt.Key.Key_Right)
    qtbot.keyClick(bar, Qt.Key.Key_Right)
    assert QApplication.focusWidget() is bar
    assert bar.currentIndex() == place_of(bar, "Responsibilities")
    qtbot.keyClick(bar, Qt.Key.Key_Return)
    assert focused() == "field.responsibilities"


def test_that_a_command_walks_through_the_sections(window: MainWindow, bar: QTabBar) -> None:
    window.pages.show_form()
    window.actions_by_id["go.next_section"].trigger()
    assert focused() == "field.factors.scope"
    assert bar.tabText(bar.currentIndex()) == "Leveling factors"
    for _ in range(20):
        window.actions_by_id["go.next_section"].trigger()
    assert focused() == "field.notes"
    assert bar.tabText(bar.currentIndex()) == "Notes"
    window.actions_by_id["go.previous_section"].trigger()
    assert bar.currentIndex() == bar.count() - 2


def test_that_the_tab_follows_the_focus(window: MainWindow, bar: QTabBar) -> None:
    window.workspace.go_to(P3, FieldPath("qualifications/1"))
    assert bar.tabText(bar.currentIndex()) == "Qualifications"


def test_that_the_page_follows_the_section(window: MainWindow, qtbot: QtBot, bar: QTabBar) -> None:
    top = window.page.verticalScrollBar()
    bar.setCurrentIndex(place_of(bar, "Qualifications"))
    assert top.value() > 0
    session = window.workspace.session
    assert session is not None
    first = statement_text(P3.value(session.ladder).qualifications[0])
    cursor = window.page.document().find(first[:30])
    assert not cursor.isNull()
    assert window.page.viewport().rect().intersects(window.page.cursorRect(cursor))
    bar.setCurrentIndex(0)
    assert top.value() == 0


def test_that_a_click_in_the_page_goes_to_the_field(
    window: MainWindow, qtbot: QtBot, bar: QTabBar
) -> None:
    session = window.workspace.session
    assert session is not None
    profile = session.ladder.families[0].profiles[2]
    wanted = str(profile.responsibilities[1])
    page = window.page
    bar.setCurrentIndex(place_of(bar, "Responsibilities"))
    found = page.document().find(wanted[:30])
    assert not found.isNull()
    found.setPosition(found.selectionStart() + 3)
    place = page.cursorRect(found).center()
    before = page.verticalScrollBar().value()
    qtbot.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=place)
    editor = QApplication.focusWidget()
    assert editor is not None
    assert editor.accessibleName() == "Responsibility 2 of 8"
    assert page.verticalScrollBar().value() == before


def test_that_the_form_of_another_ladder_begins_with_its_first_section(
    qtbot: QtBot, path: Path, other: Path, dialogs: FakeDialogs
) -> None:
    window = open_window([path, other], dialogs=dialogs)
    qtbot.addWidget(window, before_close_func=lambda w: w.shut_down())
    window.resize(1100, 700)
    with qtbot.waitExposed(window):
        window.show()
    qtbot.wait(50)  # for the layout
    assert window.form.section_bar.currentIndex() == 0
