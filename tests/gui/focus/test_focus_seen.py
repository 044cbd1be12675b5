"""Wherever Tab leads in the window, one sees that the keyboard is there."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from laddereditor.gui.settings.settings import Settings
from laddereditor.gui.window.main_window import MainWindow
from laddereditor.model.address import Address
from tests.gui.window.helpers import field_of, trigger

_MAXIMUM = 150  # stops that a walk may have before it comes round


def _stops(window: MainWindow) -> Iterator[QWidget]:
    """Yield where Tab leads, from where the focus is and once around."""
    known: list[QWidget] = []
    if QApplication.focusWidget() is None:
        QTest.keyClick(window, Qt.Key.Key_Tab)
    while (here := QApplication.focusWidget()) is not None and here not in known:
        known.append(here)
        assert len(known) < _MAXIMUM
        yield here
        QTest.keyClick(here, Qt.Key.Key_Tab)
        QApplication.processEvents()


def _is_seen(widget: QWidget) -> bool:
    """Whether a widget is in sight, and looks otherwise with the keyboard than without."""
    shown = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
    if (shown.visibleRegion() + widget.visibleRegion()).isEmpty():
        return False
    with_it = widget.grab().toImage()
    widget.clearFocus()
    QApplication.processEvents()
    without = widget.grab().toImage()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    return with_it != without


def _welcome(window: MainWindow) -> None:
    window.workspace.close(window.workspace.sessions[0])
    window.enable_welcome()


_PLACES: dict[str, Callable[[MainWindow], object]] = {
    "profile": lambda window: window.workspace.go_to(Address("families/software/P1")),
    "skill": lambda window: window.workspace.go_to(Address("skills/mentoring")),
    "problems": lambda window: trigger(window, "view.problems"),
    "versions": lambda window: trigger(window, "view.versions"),
    "source": lambda window: trigger(window, "view.source"),
    "compare": lambda window: trigger(window, "view.compare"),
    "changes": lambda window: trigger(window, "view.changes"),
    "welcome": _welcome,
}


@pytest.mark.parametrize(
    ("scheme", "places"), [("light", tuple(_PLACES)), ("dark", ("profile", "changes", "welcome"))]
)
def test_that_the_keyboard_is_seen_wherever_tab_leads(
    window: MainWindow, scheme: str, places: tuple[str, ...]
) -> None:
    window.resize(1100, 700)
    trigger(window, f"view.{scheme}")
    unseen: list[tuple[str, QWidget]] = []
    for place in places:
        _PLACES[place](window)
        QApplication.processEvents()
        stops = [(one, _is_seen(one)) for one in _stops(window)]
        assert len(stops) > 2, place
        unseen += [(place, one) for one, seen in stops if not seen]
    trigger(window, "view.light")
    assert not unseen


def _frame(widget: QWidget) -> QColor:
    """Return the colour of a field's frame, at the middle of its left side."""
    return widget.grab().toImage().pixelColor(0, widget.height() // 2)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_that_the_field_being_typed_in_has_another_frame_also_where_it_is_inherited(
    window: MainWindow, scheme: str
) -> None:
    trigger(window, f"view.{scheme}")
    _PLACES["profile"](window)
    fields = [one for one in _stops(window) if isinstance(one, QLineEdit | QPlainTextEdit)]
    framed = [one for one in fields if one.property("look") is None]
    alike = []
    for one in framed:
        without = _frame(one)
        one.setFocus(Qt.FocusReason.TabFocusReason)
        alike += [one] if _frame(one) == without else []
        one.clearFocus()
    trigger(window, "view.light")
    assert any(one.property("inherited") for one in framed)
    assert not alike


def test_that_a_field_that_cannot_be_written_shows_the_keyboard_too(window: MainWindow) -> None:
    field = field_of(window)
    field.setReadOnly(True)
    field.setFocus(Qt.FocusReason.TabFocusReason)
    with_it = _frame(field)
    field.clearFocus()
    assert _frame(field) != with_it


def test_that_the_first_tab_after_the_start_leads_to_something_in_sight(qtbot: QtBot) -> None:
    window = MainWindow(Settings.forgetful(), enable_welcome=False)
    qtbot.addWidget(window, before_close_func=lambda w: w.shut_down())
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.enable_welcome()
    window.finish_startup()
    QApplication.processEvents()
    QTest.keyClick(window, Qt.Key.Key_Tab)
    first = QApplication.focusWidget()
    assert first is not None
    assert _is_seen(first), first


def test_that_tab_passes_by_the_view_that_is_behind_another(window: MainWindow) -> None:
    trigger(window, "view.page")
    assert window.source.editor not in _stops(window)
    trigger(window, "view.source")
    stops = list(_stops(window))
    assert window.source.editor in stops
    assert window.page not in stops


def test_that_going_to_compare_leads_to_its_first_button(window: MainWindow) -> None:
    trigger(window, "view.compare")
    assert isinstance(QApplication.focusWidget(), QPushButton)
