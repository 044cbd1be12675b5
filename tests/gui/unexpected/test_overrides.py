"""No exception in an override of a Qt method ends the program, whichever override it is."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from laddereditor.gui.unexpected.guard import attempt, guard_overrides, is_guarded

ROOT = Path(__file__).resolve().parents[3]


def test_that_every_override_survives_an_exception_in_it() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.gui.unexpected.throwing"],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    said = [line for line in done.stderr.splitlines() if line.startswith("(")]
    assert done.returncode == 0, f"the process ended in {said[-1:]}: {done.stderr[-2000:]}"
    found = json.loads(done.stdout)
    assert found["bare"] == [], "these overrides are not guarded"
    assert found["not called"] == [], "teach throwing.py how Qt comes to call these overrides"
    assert found["not told"] == []
    assert found["wanted"] > 200


class Wrong(Exception):
    """What the overrides below throw."""


def guard(cls: type) -> type:
    guard_overrides(cls)
    return cls


@guard
class Window(QWidget):
    def closeEvent(self, event: QCloseEvent) -> None:
        raise Wrong

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.User:
            raise Wrong
        return super().event(event)


@guard
class Model(QAbstractTableModel):
    def rowCount(self, parent: object = None) -> int:
        raise Wrong

    def columnCount(self, parent: object = None) -> int:
        return 2

    def data(self, index: object, role: int = 0) -> object:
        raise Wrong

    def headerData(self, section: int, way: object, role: int = 0) -> object:
        raise Wrong

    def flags(self, index: object) -> Qt.ItemFlag:
        raise Wrong


class Drawing:
    """A plain class mixed into a widget."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)  # type: ignore[call-overload]
        painter.drawPoint(1, 1)
        raise Wrong


@guard
class Drawn(Drawing, QWidget):
    pass


def test_that_a_window_whose_closing_fails_stays_open(qtbot: QtBot) -> None:
    window = Window()
    window.show()
    with qtbot.captureExceptions() as errors:
        assert not window.close()
    assert window.isVisible()
    assert [error[0] for error in errors] == [Wrong]
    window.hide()


def test_that_an_event_that_fails_goes_no_further(qtbot: QtBot) -> None:
    window, event = Window(), QEvent(QEvent.Type.User)
    with qtbot.captureExceptions():
        assert window.event(event) is True


def test_that_a_model_that_fails_shows_nothing(qtbot: QtBot) -> None:
    model, view = Model(), QTableView()
    qtbot.addWidget(view)
    with qtbot.captureExceptions() as errors:
        view.setModel(model)
        view.show()
        view.grab()
        assert model.rowCount() == 0
        assert model.data(QModelIndex()) is None
        assert model.headerData(0, Qt.Orientation.Vertical) is None
        assert model.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags
    assert errors
    view.setModel(None)


def test_that_a_mixed_in_override_is_guarded_and_its_painter_ended(qtbot: QtBot) -> None:
    assert is_guarded(Drawn.paintEvent)
    widget = Drawn()
    qtbot.addWidget(widget)
    with qtbot.captureExceptions() as errors:
        widget.show()
        widget.grab()
        qtbot.wait(1)
    assert errors  # which hold on to the frame, and so to the painter that it made


def test_that_a_guarded_method_takes_as_many_arguments_as_before(qtbot: QtBot) -> None:
    seen: list[int] = []

    @guard
    class Popup(QLabel):
        def close(self) -> bool:
            seen.append(1)
            return True

    popup, button = Popup(), QPushButton()
    qtbot.addWidget(popup)
    qtbot.addWidget(button)
    button.clicked.connect(popup.close)  # hands over whether it is checked, if that is taken
    button.click()
    assert seen == [1]


def test_that_a_failing_slot_is_reported_and_the_next_one_runs(qtbot: QtBot) -> None:
    button, seen = QPushButton(), []
    qtbot.addWidget(button)

    def fail() -> None:
        raise Wrong

    button.clicked.connect(fail)
    button.clicked.connect(lambda _=False: seen.append("next"))
    with qtbot.captureExceptions() as errors:
        button.click()
    assert [error[0] for error in errors] == [Wrong]
    assert seen == ["next"]


def test_that_a_step_that_fails_holds_up_no_other(qtbot: QtBot) -> None:
    done: list[str] = []
    with qtbot.captureExceptions() as errors:
        attempt(lambda: int("no number"))
        attempt(lambda: done.append("next"))
    assert done == ["next"]
    assert [error[0] for error in errors] == [ValueError]


@pytest.mark.parametrize("cls", [QObject, QWidget])
def test_that_classes_from_elsewhere_are_left_alone(cls: type) -> None:
    def event(self: object, event: QEvent) -> bool:
        return False

    made = type(cls)("Foreign", (cls,), {"event": event, "__module__": "somewhere"})
    assert made.event is event  # type: ignore[attr-defined]
