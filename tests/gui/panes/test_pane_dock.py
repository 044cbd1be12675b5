"""The title of a dock follows the size of the text."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from laddereditor.gui.panes.pane_dock import PaneDock
from laddereditor.gui.window.main_window import MainWindow


def _height_of_text(picture: QImage) -> int:
    """Return how many lines of a picture have another colour than their first pixel."""
    return sum(
        any(picture.pixel(x, y) != picture.pixel(0, y) for x in range(picture.width()))
        for y in range(picture.height())
    )


def test_that_the_title_has_the_size_of_other_text(qtbot: QtBot, window: MainWindow) -> None:
    dock = window.findChildren(PaneDock)[0]

    def title_height() -> int:
        title = QRect(0, 2, 60, dock.widget().y() - 5)
        return _height_of_text(dock.grab(title).toImage())

    before = title_height()
    window.appearance.zoom(8)
    window.refresh_appearance()
    try:
        qtbot.waitUntil(lambda: 0 < 1.4 * before <= title_height())
    finally:
        window.appearance.zoom(0)
        window.refresh_appearance()
