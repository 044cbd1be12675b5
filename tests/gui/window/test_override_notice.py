"""What an edit made a profile's own is said in the status bar, one click from what it inherited."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from laddereditor.edits.edit import Edit
from laddereditor.edits.fields import set_field
from laddereditor.edits.lists import insert_items
from laddereditor.edits.references import rename
from laddereditor.gui.look.labels import ElidedLabel
from laddereditor.gui.window.main_window import MainWindow
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from laddereditor.storage.files.document import new_document
from tests.edits.samples import DATA_P3, sample
from tests.gui.window.helpers import session_of, trigger

DATA = Address("families/data")


@pytest.fixture
def shown(window: MainWindow) -> MainWindow:
    session_of(window).load(new_document(sample()), "Load")
    return window


def words(window: MainWindow) -> str:
    bar = window.status.override_notice
    return "" if bar.isHidden() else bar.accessibleName()


def type_a_list(window: MainWindow) -> None:
    place = DATA_P3, "expectations/communication"
    window.workspace.attempt(insert_items, *place, -1, ["Speaks up"])


def test_that_one_click_brings_an_inherited_list_back(qtbot: QtBot, shown: MainWindow) -> None:
    before = session_of(shown).ladder
    type_a_list(shown)
    assert words(shown).startswith("Communication of P3 Senior Data Engineer is the profile's own")
    back = shown.status.findChild(QToolButton, "useInherited")
    assert back.property("look") == "link"
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert session_of(shown).ladder == before
    assert words(shown) == ""
    assert session_of(shown).undo_label.startswith("Inherit Communication")


def test_that_it_is_said_through_the_typing_and_not_after_undo(shown: MainWindow) -> None:
    for text in ("M", "Mi", "Mine"):
        shown.workspace.attempt(set_field, DATA_P3, "summary", text, typing=True)
        assert words(shown).startswith("Summary of P3 Senior Data Engineer is the profile's own")
    trigger(shown, "edit.undo")
    assert words(shown) == ""


def test_that_the_next_step_is_said_instead(shown: MainWindow) -> None:
    type_a_list(shown)
    session_of(shown).end_typing()
    shown.workspace.attempt(set_field, DATA_P3, "notes", "Nothing inherited")
    assert words(shown) == ""


def test_that_a_long_name_does_not_widen_the_window(shown: MainWindow) -> None:
    shown.show()
    shown.workspace.attempt(set_field, DATA_P3, "title", "Very senior " * 60)
    session_of(shown).end_typing()
    before = shown.minimumSizeHint().width()
    type_a_list(shown)
    assert words(shown).startswith("Communication of P3")
    assert shown.minimumSizeHint().width() <= before + 200  # the button's room
    label = shown.status.override_notice.findChild(ElidedLabel, "madeOwnWords")
    assert "in place of what it inherited" in label.toolTip()


def test_that_it_is_said_of_a_family_that_was_renamed_in_the_same_step(shown: MainWindow) -> None:
    def both(ladder: Ladder) -> Edit:
        first = rename(ladder, DATA, "insight")
        after = first.change(ladder)
        second = set_field(after, Address("families/insight/P3"), "summary", "Mine")
        return Edit("Both", lambda _: second.change(after), moved=first.moved)

    shown.workspace.attempt(both)
    assert words(shown).startswith("Summary of P3 Senior Data Engineer is the profile's own")
