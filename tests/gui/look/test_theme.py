"""What giving the application its looks again costs."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from laddereditor.gui.look.theme import apply_theme


class Restyled(QWidget):
    """Counts how often it is given a style."""

    times = 0

    def changeEvent(self, event: QEvent) -> None:
        self.times += event.type() == QEvent.Type.StyleChange
        super().changeEvent(event)


@pytest.fixture
def widget(qtbot: QtBot, qapp: QApplication) -> Iterator[Restyled]:
    font = QFont(qapp.font())
    apply_theme(qapp, "light")
    widget = Restyled()
    qtbot.addWidget(widget)
    widget.show()
    widget.times = 0
    yield widget
    qapp.setFont(font)
    apply_theme(qapp, "light")


def test_that_looks_that_are_there_restyle_no_widget(qapp: QApplication, widget: Restyled) -> None:
    apply_theme(qapp, "light")
    assert not widget.times


def test_that_other_colours_and_another_size_restyle_every_widget(
    qapp: QApplication, widget: Restyled
) -> None:
    apply_theme(qapp, "dark")
    assert widget.times == 1
    larger = QFont(qapp.font())
    larger.setPointSizeF(larger.pointSizeF() + 3)
    qapp.setFont(larger)
    apply_theme(qapp, "dark")
    assert widget.times == 2
    assert widget.font().pointSizeF() == larger.pointSizeF()
