"""In a narrow form the choice of a level is whole, and what has no room ends in dots."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QStyle, QStyleOptionComboBox
from pytestqt.qtbot import QtBot

from laddereditor.edits.fields import set_field
from laddereditor.gui.forms.header import ElidedLink
from laddereditor.gui.forms.inputs import ChoiceBox
from laddereditor.gui.forms.labels import ElidedFormLabel, FewLinesLabel, PlainLabel
from laddereditor.gui.text.layout import text_height
from laddereditor.gui.window.main_window import MainWindow
from laddereditor.model.address import Address
from tests.gui.window.helpers import session_of

SAMPLE = Path(__file__).parents[3] / "ladders" / "technology.yaml"
P2 = Address("families/ai-ml-engineer/P2")


@pytest.fixture
def path() -> Path:
    return SAMPLE


def _settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def _room(box: QComboBox) -> int:
    """Return the pixels that a choice has for its words."""
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    kind, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
    return box.style().subControlRect(kind, option, part, box).width()


def test_that_the_level_and_the_title_of_its_field_are_whole_in_a_narrow_window(
    window: MainWindow,
) -> None:
    window.resize(835, 430)  # of 1280 by 720 pixels at 150 %
    window.workspace.go_to(P2)
    QApplication.processEvents()
    (level,) = window.form.findChildren(QComboBox, "field.level")
    assert level.currentText() == "P2 Developing Professional"
    assert _room(level) >= level.fontMetrics().horizontalAdvance(level.currentText())
    titles = [one for one in window.form.findChildren(ElidedFormLabel) if one.text() == "Title"]
    assert titles
    for title in titles:
        assert title.width() >= title.fontMetrics().horizontalAdvance("Title")


def test_that_the_position_in_the_track_gives_way_to_the_links_above_a_narrow_form(
    window: MainWindow,
) -> None:
    window.workspace.go_to(P2)
    position = window.form.findChild(PlainLabel, "formPosition")
    assert position is not None
    window.resize(1500, 700)
    _settle()
    assert position.isVisible()
    window.resize(835, 430)
    _settle()
    assert not position.isVisible()
    window.workspace.go_to(Address("families/ai-ml-engineer"))
    _settle()
    window.workspace.go_to(P2)
    _settle()
    assert not position.isVisible()
    window.resize(1264, 672)
    window.workspace.go_to(Address("families/ai-ml-engineer"))
    window.workspace.go_to(P2)
    _settle()
    header = position.parentWidget()
    assert header is not None
    links = [one.text() for one in header.findChildren(ElidedLink) if one.isVisible()]
    assert links[1] == "AI/ML Engineer"


def test_that_a_choice_without_room_has_a_tip_with_all_of_its_words(qtbot: QtBot) -> None:
    box = ChoiceBox()
    qtbot.addWidget(box)
    words = "Every statement that nobody has read yet"
    box.addItem(words)
    box.resize(box.sizeHint())
    box.grab()
    assert box.toolTip() == ""
    box.resize(90, box.height())
    box.grab()
    assert words in box.toolTip()


def test_that_a_label_without_room_shows_the_beginning_of_its_words(qtbot: QtBot) -> None:
    label, dots = ElidedFormLabel("Leadership of people"), ElidedFormLabel("…")
    for each in (label, dots):
        qtbot.addWidget(each)
        each.resize(dots.sizeHint())
    assert label.minimumSizeHint().width() == 1
    label.least = 5
    assert 1 < label.minimumSizeHint().width() < label.sizeHint().width()
    assert label.grab().toImage() == dots.grab().toImage()  # only the dots have room


def test_that_a_long_name_fills_three_lines_and_none_is_cut_through(window: MainWindow) -> None:
    session = session_of(window)
    name = "Careers in engineering, research and administration of the holding " * 6
    session.apply(set_field(session.ladder, Address(), "name", name.strip()))
    window.workspace.go_to(Address())
    title = window.form.findChild(FewLinesLabel, "formTitle")
    assert title is not None
    for width in (1500, 835, 1000):
        window.resize(width, 430)
        _settle()
        assert title.text().endswith("…")
        assert title.accessibleName() == name.strip()
        lines = text_height(title.text(), title.width() - 10, title.font(), hyphens=False)
        assert lines <= title.height()
        assert title.height() <= text_height("x\nx\nx", 500, title.font())
    session.apply(set_field(session.ladder, Address(), "name", "Short"))
    _settle()
    assert title.text() == "Short"
    assert not title.toolTip()
