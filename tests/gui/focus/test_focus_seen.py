"""Wherever Tab leads in the window, one sees that the keyboard is there."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QPushButton, QWidget

from laddereditor.gui.window.main_window import MainWindow
from laddereditor.model.address import Address
from tests.gui.window.helpers import trigger

_MOST = 150  # stops that a walk may have before it comes round


def _stops(window: MainWindow) -> Iterator[QWidget]:
    """Yield where Tab leads, from where the focus is and once around."""
    known: list[QWidget] = []
    if QApplication.focusWidget() is None:
        QTest.keyClick(window, Qt.Key.Key_Tab)
    while (here := QApplication.focusWidget()) is not None and here not in known:
        known.append(here)
        assert len(known) < _MOST
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
