"""The list of changes and the change in full share the room that there is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from laddereditor.gui.changes.frame import ListAndDetail

BESIDE, ABOVE = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


@pytest.mark.parametrize(
    ("width", "height", "way"),
    [(1400, 600, BESIDE), (690, 600, ABOVE), (690, 220, BESIDE), (480, 220, ABOVE)],
)
def test_that_the_list_is_above_the_change_only_where_it_has_room_for_rows(
    qtbot: QtBot, width: int, height: int, way: Qt.Orientation
) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    halves = ListAndDetail(QWidget(), QWidget(), holder)
    holder.show()
    for size in ((1000, 500), (690, 600), (width, height)):
        halves.resize(*size)
        QApplication.processEvents()
    assert halves.orientation() == way
