"""All places where text is edited, through the same cases, by real keys and input methods."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QToolTip
from pytestqt.qtbot import QtBot

from laddereditor.gui.look.theme import apply_theme
from tests.gui.text.places import (
    CTRL,
    KEY,
    PLACES,
    Place,
    commit,
    compose,
    focused,
    paste,
    press,
    type_in,
)

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
SIGNS = {
    "rocket at the end": "Ships features 🚀",
    "rockets first": "🚀🚀🚀 Leads three things well",
    "no-break spaces": "5\u00a0% of\u202fteams",
    "line and paragraph separators": "one\u2028two\u2029three",
    "combining marks": "e\u0301te\u0301 n\u0303",
    "flags and families": "🇩🇪🇫🇷 👩\u200d👩\u200d👧 👍🏽",
    "right to left": "\u200fשלום, مرحبا\u202c done",
    "invisible signs": "zero\u200bwidth soft\u00adhyphen",
}


SELECTED = ("statement", "pay", "matrix", "compare")  # where an entry is selected first


@pytest.fixture(params=list(PLACES))
def place(request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication) -> Iterator[Place]:
    apply_theme(qapp, "light")
    yield PLACES[request.param](qtbot)
    QToolTip.hideText()
    QApplication.clipboard().clear()


def test_that_looking_into_a_text_changes_nothing(place: Place) -> None:
    for text in SIGNS.values():
        _look_into(place, text)


def _look_into(place: Place, text: str) -> None:
    place.put(text)
    before = place.session.ladder if place.session else None
    place.edit()
    place.end()
    assert place.value() == text
    if place.session:
        assert place.session.ladder is before


def test_that_what_is_typed_comes_behind_a_text_with_every_sign(place: Place) -> None:
    for text in SIGNS.values():
        _type_behind(place, text)


def _type_behind(place: Place, text: str) -> None:
    place.put(text)
    place.edit()
    type_in("!")
    place.end()
    assert place.value() == f"{text}!"


def test_that_a_text_is_pasted_with_every_sign(place: Place) -> None:
    for text in SIGNS.values():
        _paste_behind(place, text)


def _paste_behind(place: Place, text: str) -> None:
    place.put("x")
    place.edit()
    paste(text)
    place.end()
    assert place.value() == f"x{text}"


def test_that_a_text_is_copied_with_every_sign(place: Place) -> None:
    place.put("a\u00a0b\u202fc 🚀")
    place.edit()
    press(KEY.Key_A, CTRL)
    press(KEY.Key_C, CTRL)
    assert QApplication.clipboard().text() == "a\u00a0b\u202fc 🚀"


def test_that_control_characters_are_understood_or_left_out_with_a_notice(place: Place) -> None:
    place.put("x")
    place.edit()
    paste("a\x00b\x07c\x1ed")
    assert QToolTip.text() == "Control characters were left out: NUL, BEL."
    place.end()
    assert place.value() == "xabc\u2011d"


def test_that_a_control_character_from_an_input_method_does_not_get_in(place: Place) -> None:
    place.put("x")
    place.edit()
    commit("a\x07b")
    place.end()
    assert place.value() == "xab"


def test_that_a_dead_key_gives_one_sign(place: Place) -> None:
    place.put("a")
    place.edit()
    commit("é")
    type_in("xy")
    place.end()
    assert place.value() == "aéxy"


@pytest.mark.parametrize("place", SELECTED, indirect=True)
def test_that_the_editing_begins_with_a_dead_key(place: Place) -> None:
    assert place.select
    place.put("Before")
    place.select()
    commit("é")
    type_in("xy")
    place.end()
    assert place.value() == ("éxy" if place.replaces else "Beforeéxy")


@pytest.mark.parametrize("place", SELECTED, indirect=True)
def test_that_the_editing_begins_with_what_is_composed(place: Place) -> None:
    assert place.select
    place.put("Before")
    place.select()
    compose("k")
    compose("か")
    place.repaint()
    commit("か")
    type_in("xy")
    place.end()
    assert place.value() == ("かxy" if place.replaces else "Beforeかxy")


def test_that_composing_survives_a_repaint_a_finding_and_an_autosave(place: Place) -> None:
    place.put("x")
    place.edit()
    before = place.session.ladder if place.session else None
    compose("k")
    place.repaint()
    if place.session:
        place.session.start_check()
        place.flush()
        assert place.session.ladder is before  # what is composed is not part of the text yet
    compose("か")
    commit("か")
    place.end()
    assert place.value() == "xか"


def test_that_backspace_takes_a_picture_as_one_sign(place: Place) -> None:
    for sign in ("🚀", "🇩🇪", "👩\u200d👩\u200d👧", "👍🏽"):
        place.put(f"ab{sign}")
        place.edit()
        press(KEY.Key_Backspace)
        place.end()
        assert place.value() == "ab", sign


def test_that_no_key_halves_a_flag_behind_an_emoji(place: Place) -> None:
    text = "🚀🇩🇪🇫🇷x"
    for keys, left in (
        ((KEY.Key_Home, KEY.Key_Right, KEY.Key_Delete), "🚀🇫🇷x"),
        ((KEY.Key_End, KEY.Key_Left, KEY.Key_Backspace), "🚀🇩🇪x"),
        ((KEY.Key_Home, KEY.Key_Right, KEY.Key_Right, KEY.Key_Delete), "🚀🇩🇪x"),
        ((KEY.Key_End, KEY.Key_Left, KEY.Key_Left, KEY.Key_Backspace), "🚀🇫🇷x"),
    ):
        place.put(text)
        place.edit()
        for one in keys:
            press(one)
        place.end()
        assert place.value() == left, keys


def test_that_backspace_takes_the_accent_typed_last(place: Place) -> None:
    place.put("abe\u0301")
    place.edit()
    press(KEY.Key_Backspace)
    place.end()
    assert place.value() == "abe"


def test_that_f2_goes_to_the_end_of_the_text(place: Place) -> None:
    place.put("🚀 first")
    place.edit()
    press(KEY.Key_Home)
    press(KEY.Key_F2)
    type_in("!")
    place.end()
    assert place.value() == "🚀 first!"


def test_that_lines_pasted_into_one_line_become_spaces(place: Place) -> None:
    place.put("x")
    place.edit()
    paste("\x0bone")
    place.end()
    assert place.value() in ("x\none", "x one", "xone")


@pytest.mark.parametrize("place", SELECTED, indirect=True)
def test_that_the_focus_stays_after_escape(place: Place) -> None:
    assert place.select
    place.put("x")
    place.select()
    holder = focused()
    place.edit()
    press(KEY.Key_Escape)
    assert focused() is holder
    assert place.value() == "x"


@pytest.mark.parametrize("place", ("pay", "matrix", "compare"), indirect=True)
def test_that_enter_goes_to_the_cell_below_and_shift_enter_above(place: Place) -> None:
    assert place.select
    place.put("x")
    place.select()
    view = focused()
    assert isinstance(view, QAbstractItemView)
    row = view.currentIndex().row()
    press(KEY.Key_F2)
    press(KEY.Key_Return)
    below = view.currentIndex().row()
    assert below > row
    assert focused() is view


def test_that_a_long_text_moves_no_window(place: Place) -> None:
    for text in ("word " * 4000, "\u00e9" * 20_000, "line\n" * 5000):
        _long_text_moves_no_window(place, text)


def _long_text_moves_no_window(place: Place, text: str) -> None:
    place.put("x")
    place.edit()
    window = focused().window()
    before = window.geometry()
    paste(text)
    type_in("!")
    assert window.geometry() == before
    place.end()
    assert window.geometry() == before
    assert window.minimumSizeHint().width() <= before.width()
