"""The keys of the table in docs/guide.md mean the same in every place where text is edited."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog
from pytestqt.qtbot import QtBot

from laddereditor.gui.look.theme import apply_theme
from laddereditor.gui.text.editor import TextEditor
from laddereditor.gui.text.line import LineEditor
from tests.gui.text.places import CTRL, KEY, PLACES, Place, focused, press, type_in

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LARGE = ("summary", "notes", "factor", "dialog text", "conflict", "publication")
ROWS = ("statement", "pay", "occupation", "matrix", "compare", "tree")  # one selects an entry first
SHEETS = ("pay", "occupation", "matrix", "compare")


@pytest.fixture(params=list(PLACES))
def place(request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication) -> Iterator[Place]:
    apply_theme(qapp, "light")
    yield PLACES[request.param](qtbot)


def _edited(place: Place, text: str = "Before") -> TextEditor | LineEditor:
    """Begin to edit a text at its end."""
    place.put(text)
    place.edit()
    editor = focused()
    assert isinstance(editor, TextEditor | LineEditor)
    return editor


@pytest.mark.parametrize("key", [KEY.Key_Tab, KEY.Key_Backtab])
def test_that_tab_takes_what_was_typed_and_leaves_the_text(place: Place, key: Qt.Key) -> None:
    editor = _edited(place)
    type_in("xy")
    press(key)
    assert place.value() == "Beforexy"
    assert not editor.hasFocus() or editor.text() != "Beforexy"  # it may edit the next entry


def test_that_ctrl_enter_takes_what_was_typed_and_starts_no_line(place: Place) -> None:
    _edited(place)
    type_in("xy")
    window = focused().window()
    press(KEY.Key_Return, CTRL)
    if isinstance(window, QDialog) and not window.isVisible():
        return  # taken with the dialog
    if place.keeps:
        place.end()
        assert place.value() == "Beforexy"


@pytest.mark.parametrize("place", LARGE, indirect=True)
def test_that_enter_starts_a_line_in_a_large_text(place: Place) -> None:
    editor = _edited(place)
    press(KEY.Key_Return)
    type_in("xy")
    assert place.value() == "Before\nxy"
    assert editor.hasFocus()


@pytest.mark.parametrize("place", ["name", "group", "statement", *SHEETS, "tree"], indirect=True)
def test_that_enter_takes_what_was_typed_elsewhere(place: Place) -> None:
    _edited(place)
    type_in("xy")
    press(KEY.Key_Return)
    assert place.value() == "Beforexy"


def test_that_delete_takes_the_sign_behind_the_caret(place: Place) -> None:
    editor = _edited(place, "🚀efore")
    press(KEY.Key_Home)
    press(KEY.Key_Delete)
    assert editor.text() == "efore"


def test_that_arrows_move_the_caret_in_the_text(place: Place) -> None:
    editor = _edited(place)
    press(KEY.Key_Left)
    type_in("!")
    press(KEY.Key_Right)
    type_in("?")
    assert editor.text() == "Befor!e?"


@pytest.mark.parametrize("place", [one for one in ROWS if one != "tree"], indirect=True)
def test_that_enter_and_f2_edit_what_is_selected_with_the_caret_at_the_end(place: Place) -> None:
    assert place.select
    for key in (KEY.Key_Return, KEY.Key_F2):
        place.put("Before")
        place.select()
        press(key)
        type_in("!")
        place.end()
        assert place.value() == "Before!", key


@pytest.mark.parametrize("place", [one for one in ROWS if one != "tree"], indirect=True)
def test_that_arrows_go_from_entry_to_entry_and_back(place: Place) -> None:
    assert place.select
    place.put("Before")
    place.select()
    view = focused()
    assert isinstance(view, QAbstractItemView)
    row = view.currentIndex().row()
    press(KEY.Key_Down)
    assert view.currentIndex().row() > row
    press(KEY.Key_Up)
    assert view.currentIndex().row() == row


@pytest.mark.parametrize("place", [*SHEETS, "statement"], indirect=True)
def test_that_delete_takes_the_text_of_what_is_selected(place: Place) -> None:
    assert place.select
    assert place.session
    place.put("Before")
    place.select()
    press(KEY.Key_Delete)
    place.session.undo()
    assert place.value() == "Before"
    place.session.redo()
    with pytest.raises(AssertionError):
        assert place.value() == "Before"
