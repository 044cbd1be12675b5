"""What cannot be used looks so, in light and dark colours, and can still be read."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QAction, QColor, QImage
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QListWidget,
    QPushButton,
    QTabBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from laddereditor.gui.forms.labels import LinkButton
from laddereditor.gui.look.theme import Theme, apply_theme
from laddereditor.gui.settings.settings import Settings
from laddereditor.gui.text.line import LineEditor
from laddereditor.gui.window.main_window import MainWindow
from laddereditor.presentation.settings.color_scheme import SchemeChoice

MIN_CONTRAST = 3.0  # contrast of what cannot be used; WCAG 2.1 asks for none, and 3 for large text


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Theme]:
    scheme: SchemeChoice = request.param
    yield apply_theme(qapp, scheme)
    apply_theme(qapp, "light")


def _luminance(color: QColor) -> float:
    """Return the relative luminance of WCAG 2.1."""
    parts = (color.redF(), color.greenF(), color.blueF())
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("ground", ["window", "base", "panel"])
def test_that_disabled_words_can_be_read_and_look_disabled(theme: Theme, ground: str) -> None:
    disabled = contrast(theme.color("text_disabled"), theme.color(ground))
    assert MIN_CONTRAST <= disabled < contrast(theme.color("text"), theme.color(ground)) / 2


def _default_button() -> QPushButton:
    button = QPushButton("Delete")
    button.setDefault(True)
    return button


def _switch() -> QToolButton:
    button = QToolButton()
    button.setText("Differences")
    button.setCheckable(True)
    button.setChecked(True)
    return button


def _tabs() -> QTabBar:
    tabs = QTabBar()
    tabs.addTab("Form")
    return tabs


def _list() -> QListWidget:
    found = QListWidget()
    found.addItem("Row")
    found.setCurrentRow(0)
    return found


def _colors(image: QImage) -> set[int]:
    return {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}


_WIDGETS: list[Callable[[], QWidget]] = [
    lambda: QPushButton("Add"),
    _default_button,
    _switch,
    lambda: LinkButton("Override"),
    _tabs,
    _list,
    lambda: QLineEdit("Text"),
]


@pytest.mark.parametrize("make", _WIDGETS)
def test_that_what_is_disabled_looks_it(
    qtbot: QtBot, theme: Theme, make: Callable[[], QWidget]
) -> None:
    widget = make()
    qtbot.addWidget(widget)
    widget.show()
    widget.setEnabled(False)
    shown = _colors(widget.grab().toImage())
    for role in ("accent", "selection", "link", "text"):
        assert theme.color(role).rgb() not in shown, role


def test_that_the_clear_button_is_drawn_in_the_colours_in_force(
    qtbot: QtBot, qapp: QApplication
) -> None:
    apply_theme(qapp, "light")
    line = LineEditor("text")
    qtbot.addWidget(line)
    line.show_clear_button()
    (action,) = (one for one in line.findChildren(QAction) if not one.icon().isNull())
    light = _colors(action.icon().pixmap(16, 16).toImage())
    apply_theme(qapp, "dark")
    assert _colors(action.icon().pixmap(16, 16).toImage()) != light
    apply_theme(qapp, "light")


def test_that_nothing_can_be_undone_before_a_ladder_is_open(qtbot: QtBot) -> None:
    window = MainWindow(Settings.forgetful(), enable_welcome=False)
    qtbot.addWidget(window)
    for name in ("edit.undo", "edit.redo", "file.save"):
        assert not window.actions_by_id[name].isEnabled(), name
