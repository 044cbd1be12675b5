"""Check boxes and radio buttons have an outline that is seen, in light and in dark colours."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QRadioButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from laddereditor.gui.focus.row_focus import RowFocusDelegate
from laddereditor.gui.look.theme import Theme, apply_theme
from laddereditor.presentation.settings.color_scheme import SchemeChoice
from tests.gui.look.test_disabled import contrast

MIN_CONTRAST = 3.0  # contrast of the parts of a control; WCAG 2.1, 1.4.11
_SIZE = 16  # pixels that hold the whole sign


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Theme]:
    scheme: SchemeChoice = request.param
    yield apply_theme(qapp, scheme)
    apply_theme(qapp, "light")


def _tree() -> QWidget:
    tree = QTreeWidget()
    tree.setItemDelegate(RowFocusDelegate(tree))
    tree.setHeaderHidden(True)
    tree.setRootIsDecorated(False)
    QTreeWidgetItem(tree).setCheckState(0, Qt.CheckState.Unchecked)
    return tree


@pytest.mark.parametrize("make", [QCheckBox, QRadioButton, _tree])
def test_that_the_outline_is_seen(qtbot: QtBot, theme: Theme, make: Callable[[], QWidget]) -> None:
    widget = make()
    holder = QWidget()  # a button without a parent would fill a window with its own palette
    widget.setParent(holder)
    qtbot.addWidget(holder)
    with qtbot.waitExposed(holder):
        holder.show()
    picture = holder.grab(QRect(0, 0, _SIZE, _SIZE)).toImage()
    ground = theme.color("base" if isinstance(widget, QTreeWidget) else "window")
    assert max(contrast(color, ground) for color in _colors(picture)) >= MIN_CONTRAST


def _colors(picture: QImage) -> Iterator[QColor]:
    for x in range(picture.width()):
        for y in range(picture.height()):
            yield picture.pixelColor(x, y)
