"""A click on a text of the page goes to the field that it shows, also in the page's head."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from laddereditor.gui.preview.page_view import PageView
from laddereditor.gui.window.main_window import MainWindow

SAMPLE = Path(__file__).parents[3] / "ladders" / "technology.yaml"


@pytest.fixture
def path() -> Path:
    return SAMPLE


def _place(page: PageView, text: str) -> QPoint:
    """Return where the first letters of a text are, after scrolling to them."""
    cursor: QTextCursor = page.document().find(text)
    assert not cursor.isNull(), text
    cursor.setPosition(cursor.selectionStart() + 2)
    page.verticalScrollBar().setValue(0)
    below = page.cursorRect(cursor).bottom() - page.viewport().height()
    page.verticalScrollBar().setValue(max(0, below + 20))
    return page.cursorRect(cursor).center()


@pytest.mark.parametrize(
    ("address", "text", "field"),
    [
        ("families/ai-ml-engineer/P2", "Developing Professional", "field.level"),
        ("families/ai-ml-engineer/P2", "AI/ML Engineer II", "field.title"),
        ("families/ai-ml-engineer/P2", "Trains and tests models", "field.summary"),
        ("families/ai-ml-engineer/P2", "Level position", "field.level"),
        ("families/ai-ml-engineer/P2", "Defined prediction", "field.factors.complexity"),
        ("levels/P3", "Career Professional", "field.name"),
        ("levels/P3", "Level position", "field.track"),
        ("families/ai-ml-engineer", "Builds, evaluates", "field.summary"),
    ],
)
def test_that_a_click_goes_to_the_field_of_the_text(
    window: MainWindow, address: str, text: str, field: str
) -> None:
    window.workspace.go_to(address)
    window.pages.show_dock("page")
    window.page.draw()
    viewport = window.page.viewport()
    place = _place(window.page, text)
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    QApplication.processEvents()
    focus = window.focusWidget()
    assert focus is not None
    assert focus.objectName() == field
    if isinstance(focus, QPlainTextEdit):
        assert not focus.textCursor().hasSelection()


def test_that_ctrl_with_home_and_end_scrolls_to_start_and_end(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.workspace.go_to("families/ai-ml-engineer/P2")
    window.pages.show_dock("page")
    bar = window.page.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    for key, place in ((Qt.Key.Key_End, bar.maximum()), (Qt.Key.Key_Home, 0)):
        QTest.keyClick(window.page, key, Qt.KeyboardModifier.ControlModifier)
        assert bar.value() == place
