"""Several entries selected in the tree: what the form shows and what can be done with them all."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from laddereditor.edits.structure import delete
from laddereditor.gui.forms.selection import SelectionPage
from laddereditor.gui.tree.view import LadderTree
from laddereditor.gui.window.main_window import MainWindow
from laddereditor.model.address import Address, FieldPath
from laddereditor.presentation.workspace.refused_texts import as_lines
from laddereditor.storage.files.document import new_document
from tests.edits.samples import profile, sample
from tests.gui.fakes import FakeDialogs
from tests.gui.window.helpers import session_of, trigger

P2, P3 = Address("families/data/P2"), Address("families/data/P3")
SOFTWARE = Address("families/software-engineer")
KEY, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
NO_MODIFIER = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def shown(window: MainWindow) -> Iterator[MainWindow]:
    session_of(window).load(new_document(sample()), "Load")
    window.workspace.go_to(P2)
    window.tree.focus_tree()
    yield window


class Keys:
    """Presses keys on whatever has the focus, and counts them; a text counts as none."""

    def __init__(self, bot: QtBot) -> None:
        self.bot, self.count = bot, 0

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_MODIFIER) -> None:
        self.count += 1
        self.bot.keyClick(focused(), key, modifier)

    def type(self, text: str) -> None:
        self.bot.keyClicks(focused(), text)


def focused() -> QLineEdit | LadderTree:
    widget = QApplication.focusWidget()
    assert isinstance(widget, QLineEdit | LadderTree)
    return widget


def page(window: MainWindow) -> SelectionPage:
    return window.form.selection


def select_both(qtbot: QtBot) -> None:
    qtbot.keyClick(focused(), KEY.Key_Down, SHIFT)


@pytest.mark.parametrize("by_shortcut", [False, True])
def test_that_a_duty_is_added_to_three_profiles_by_few_keys(
    qtbot: QtBot, shown: MainWindow, by_shortcut: bool
) -> None:
    shown.opening.open_sample("technology.yaml")
    qtbot.waitUntil(lambda: len(shown.workspace.sessions) == 2)
    three = [SOFTWARE.entry(level) for level in ("P3", "P4", "P5")]
    shown.workspace.go_to(three[0])
    shown.tree.focus_tree()
    keys, before = Keys(qtbot), session_of(shown).ladder
    keys.press(KEY.Key_Down, SHIFT)
    keys.press(KEY.Key_Down, SHIFT)
    keys.press(*((KEY.Key_J, CTRL | SHIFT) if by_shortcut else (KEY.Key_Return,)))
    keys.type("Writes tests")
    keys.press(KEY.Key_Return)
    assert keys.count <= 8
    for address in three:
        old, new = (profile(at, address) for at in (before, session_of(shown).ladder))
        assert new.responsibilities == (*old.responsibilities, "Writes tests")
    assert shown.status.currentMessage().startswith("Added at the end of Responsibilities of P3")
    trigger(shown, "edit.undo")
    assert session_of(shown).ladder == before


def test_that_the_form_says_how_many_and_which(qtbot: QtBot, shown: MainWindow) -> None:
    assert page(shown).isHidden()
    select_both(qtbot)
    assert page(shown).isVisible()
    assert page(shown).accessibleName() == "2 profiles selected"
    assert shown.form.section_bar.isHidden()
    qtbot.keyClick(focused(), KEY.Key_Down)
    assert page(shown).isHidden()
    assert not shown.form.section_bar.isHidden()


def test_that_going_to_a_field_shows_the_form_again(qtbot: QtBot, shown: MainWindow) -> None:
    select_both(qtbot)
    shown.workspace.go_to(P3, FieldPath("summary"))
    assert page(shown).isHidden()
    assert shown.tree.selected_addresses() == [P3]
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "field.summary"


def test_that_compare_takes_what_is_selected(qtbot: QtBot, shown: MainWindow) -> None:
    select_both(qtbot)
    qtbot.mouseClick(page(shown).compare, Qt.MouseButton.LeftButton)
    assert shown.centre.current == "compare"


def test_that_skills_are_deleted_together_and_not_compared(
    qtbot: QtBot, shown: MainWindow, dialogs: FakeDialogs
) -> None:
    shown.workspace.go_to("skills/sql")
    shown.tree.focus_tree()
    select_both(qtbot)
    assert page(shown).accessibleName() == "2 skills selected"
    assert not page(shown).compare.isVisible()
    assert not page(shown).adding.isVisible()
    dialogs.answers["choose"] = "keep"
    qtbot.mouseClick(page(shown).delete, Qt.MouseButton.LeftButton)
    assert [skill.id for skill in session_of(shown).ladder.skills] == ["mentoring", "mentorship"]


def test_that_a_statement_is_added_to_nothing_while_one_is_selected(shown: MainWindow) -> None:
    assert not shown.actions_by_id["edit.add_to_all"].isEnabled()


def test_that_a_ladder_to_be_read_only_changes_nothing(qtbot: QtBot, shown: MainWindow) -> None:
    shown.workspace.set_read_only(session_of(shown), "Somebody has it open.")
    select_both(qtbot)
    buttons = page(shown).findChildren(QPushButton)
    assert {one.text() for one in buttons if one.isEnabled()} == {"Compare"}
    assert not page(shown).adding.entry.isEnabled()


def test_that_a_statement_under_way_stays_while_more_is_selected(
    qtbot: QtBot, shown: MainWindow, dialogs: FakeDialogs
) -> None:
    dialogs.answers["choose"] = "close"  # without the text that is not added yet
    select_both(qtbot)
    qtbot.keyClick(focused(), KEY.Key_Return)
    qtbot.keyClicks(focused(), "Half a duty")
    shown.tree.focus_tree()
    select_both(qtbot)
    assert page(shown).accessibleName() == "3 selected"
    assert page(shown).adding.entry.text() == "Half a duty"


def test_that_a_save_says_that_a_statement_under_way_is_not_in_the_file(
    qtbot: QtBot, shown: MainWindow, dialogs: FakeDialogs
) -> None:
    select_both(qtbot)
    qtbot.keyClick(focused(), KEY.Key_Return)
    qtbot.keyClicks(focused(), "Half a duty")
    shown.workspace.flush_requested.emit()  # as a save does
    session = session_of(shown)
    (kept,) = shown.workspace.refused_texts.of(session)
    assert (kept.text, kept.address) == ("Half a duty", P2)
    assert "press Enter to add it" in kept.words
    qtbot.keyClick(focused(), KEY.Key_Escape)
    assert not page(shown).adding.entry.text()
    assert not shown.workspace.refused_texts.of(session)


def test_that_going_to_a_statement_under_way_selects_its_entries_again(
    qtbot: QtBot, shown: MainWindow
) -> None:
    select_both(qtbot)
    qtbot.keyClick(focused(), KEY.Key_Return)
    qtbot.keyClicks(focused(), "Half a duty")
    shown.workspace.flush_requested.emit()  # as a save does
    shown.workspace.go_to("skills/sql")
    shown.tree.focus_tree()
    before = session_of(shown).ladder
    qtbot.keyClick(focused(), KEY.Key_F8)
    assert shown.tree.selected_addresses() == [P2, P3]
    assert shown.workspace.address == P2  # what the page beside the form shows
    assert page(shown).isVisible()
    assert QApplication.focusWidget() is page(shown).adding.entry
    assert page(shown).adding.entry.text() == "Half a duty"
    qtbot.keyClick(focused(), KEY.Key_Return)
    after = session_of(shown).ladder
    for address in (P2, P3):
        old = profile(before, address).responsibilities
        assert profile(after, address).responsibilities == (*old, "Half a duty")
    assert not shown.workspace.refused_texts.of(session_of(shown))


def test_that_a_filter_hides_no_entry_that_is_navigated_to(
    qtbot: QtBot, shown: MainWindow, dialogs: FakeDialogs
) -> None:
    dialogs.answers["choose"] = "close"
    select_both(qtbot)
    qtbot.keyClick(focused(), KEY.Key_Return)
    qtbot.keyClicks(focused(), "Half a duty")
    shown.workspace.flush_requested.emit()
    trigger(shown, "edit.find")
    qtbot.keyClicks(focused(), "sql")
    qtbot.keyClick(focused(), KEY.Key_F8)
    assert shown.tree.selected_addresses() == [P2, P3]


def test_that_a_statement_under_way_names_its_place_without_a_sign_of_the_program(
    qtbot: QtBot, shown: MainWindow, dialogs: FakeDialogs
) -> None:
    dialogs.answers["choose"] = "close"
    select_both(qtbot)
    qtbot.keyClick(focused(), KEY.Key_Return)
    qtbot.keyClicks(focused(), "Half a duty")
    shown.workspace.flush_requested.emit()
    session = session_of(shown)
    words = as_lines(session.ladder, shown.workspace.refused_texts.of(session))
    assert "P2 › Responsibilities (and 1 other): “Half a duty”" in words


def test_that_a_deleted_entry_is_not_navigated_to(
    qtbot: QtBot, shown: MainWindow, dialogs: FakeDialogs
) -> None:
    dialogs.answers["choose"] = "close"
    select_both(qtbot)
    qtbot.keyClick(focused(), KEY.Key_Return)
    qtbot.keyClicks(focused(), "Half a duty")
    shown.workspace.flush_requested.emit()
    shown.workspace.attempt(delete, [P3])
    (kept,) = shown.workspace.refused_texts.of(session_of(shown))
    assert kept.also == ()
    shown.workspace.go_to(kept.address, kept.field)
    assert shown.tree.selected_addresses() == [P2]


def test_that_tab_goes_down_what_is_offered_for_several_entries(
    qtbot: QtBot, shown: MainWindow
) -> None:
    select_both(qtbot)
    several = page(shown)
    several.adding.lists.setFocus()
    found: list[QWidget] = []
    for _ in range(40):
        focus = QApplication.focusWidget()
        assert focus is not None
        found += [focus] if several.isAncestorOf(focus) else []
        qtbot.keyClick(focus, KEY.Key_Tab)
    adding = several.adding
    once = [adding.lists, adding.entry, adding.button]
    assert found[: len(once)] == once
    assert found[3:6] == [several.compare, several.duplicate, several.delete]
