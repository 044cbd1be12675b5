"""Views draw while they are seen, and only then."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QTabBar
from pytestqt.qtbot import QtBot

from laddereditor.edits.fields import set_field
from laddereditor.gui.panes.draw_while_seen import DrawWhileSeen
from laddereditor.gui.window.main_window import MainWindow
from laddereditor.model.address import Address


@pytest.fixture
def drawn(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The text of the source, each time that it is drawn."""
    texts: list[str] = []
    editor = window.source.editor
    show = editor.show_text
    monkeypatch.setattr(
        editor, "show_text", lambda line, text: (texts.append(text), show(line, text))
    )
    return texts


def _rename(window: MainWindow, name: str) -> None:
    assert window.workspace.attempt(set_field, Address(), "name", name)


def _bring_to_front(window: MainWindow, title: str) -> None:
    for bar in window.findChildren(QTabBar):
        for place in range(bar.count()):
            if bar.tabText(place) == title:
                bar.setCurrentIndex(place)
    QApplication.processEvents()


def test_that_a_view_behind_another_one_is_drawn_when_it_comes_to_the_front(
    window: MainWindow, drawn: list[str]
) -> None:
    assert not window.docks.is_in_sight("source")
    _rename(window, "Renamed")
    QApplication.processEvents()
    assert not any(timer.isActive() for timer in window.source.findChildren(QTimer))
    assert drawn == []
    _bring_to_front(window, "Source")
    assert any("Renamed" in text for text in drawn)


def test_that_a_view_is_drawn_when_the_one_before_it_is_closed(
    qtbot: QtBot, window: MainWindow, drawn: list[str]
) -> None:
    _rename(window, "Renamed")
    window.docks["page"].hide()
    QApplication.processEvents()
    assert window.docks.is_in_sight("source")
    qtbot.waitUntil(lambda: any("Renamed" in text for text in drawn))


def test_that_a_burst_of_changes_is_drawn_once(
    qtbot: QtBot, window: MainWindow, drawn: list[str]
) -> None:
    window.pages.show_dock("source")
    qtbot.waitUntil(lambda: bool(drawn))
    drawn.clear()
    for name in ("R", "Re", "Ren"):
        _rename(window, name)
    qtbot.waitUntil(lambda: bool(drawn))
    assert len(drawn) == 1


def test_that_what_was_put_off_is_drawn_once_at_the_next_showing(qtbot: QtBot) -> None:
    window, label, drawn = QMainWindow(), QLabel(), list[int]()
    window.setCentralWidget(label)
    qtbot.addWidget(window)
    drawing = DrawWhileSeen(label, lambda: drawn.append(1))
    drawing.now()
    drawing.later()
    assert drawn == []
    window.show()
    QApplication.processEvents()
    assert drawn == [1]
    window.hide()
    window.show()
    QApplication.processEvents()
    assert drawn == [1]


def test_that_docks_come_back_in_the_order_in_which_they_were(window: MainWindow) -> None:
    window.pages.show_dock("source")
    QApplication.processEvents()
    window.pages.show_page("matrix")
    QApplication.processEvents()
    window.pages.show_form()
    QApplication.processEvents()
    assert window.docks.is_in_sight("source")
    assert not window.docks.is_in_sight("page")


def test_that_what_takes_long_to_draw_waits_for_a_pause_in_typing(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = QLabel()
    qtbot.addWidget(view)
    view.show()
    clock = [0.0]
    monkeypatch.setattr("laddereditor.gui.panes.draw_while_seen.thread_time", lambda: clock[0])
    took = [0.001]

    def draw() -> None:
        clock[0] += took[0]

    drawing = DrawWhileSeen(view, draw, 60)
    timer = drawing.findChild(QTimer)
    assert timer is not None
    waits = []
    for seconds in (0.001, 0.03, 2.0):
        took[0] = seconds
        drawing.now()
        drawing.in_a_pause()
        waits.append(timer.interval())
    assert waits == [60, 300, 600]
    drawing.later()
    assert timer.interval() == 60
    timer.stop()
