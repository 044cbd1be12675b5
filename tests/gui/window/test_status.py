"""What the status bar says ends when it is no longer true."""

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from laddereditor.edits.fields import set_field
from laddereditor.gui.text.notice import show_at
from laddereditor.gui.window.main_window import MainWindow
from laddereditor.model.address import Address, FieldPath
from laddereditor.presentation.workspace.refused_texts import RefusedText
from tests.gui.window.helpers import session_of, trigger, type_summary

P2 = Address("levels/P2")


@pytest.fixture
def said(window: MainWindow) -> MainWindow:
    window.workspace.attempt(set_field, P2, "summary", "First")
    session_of(window).end_typing()
    window.workspace.notice.emit("Something was done.")
    QApplication.processEvents()
    assert window.status.currentMessage() == "Something was done."
    return window


def test_that_it_stays_while_nothing_changes(said: MainWindow) -> None:
    said.workspace.go_to("levels/P1")
    trigger(said, "view.problems")
    session_of(said).start_check()
    assert said.status.currentMessage() == "Something was done."


def test_that_the_next_key_ends_it(qtbot: QtBot, said: MainWindow) -> None:
    type_summary(qtbot, said, "x")
    assert said.status.currentMessage() == ""


def test_that_undo_and_redo_end_it(said: MainWindow) -> None:
    trigger(said, "edit.undo")
    assert said.status.currentMessage() == ""
    said.workspace.notice.emit("It was undone.")
    QApplication.processEvents()
    trigger(said, "edit.redo")
    assert said.status.currentMessage() == ""


def test_that_another_ladder_ends_it(qtbot: QtBot, said: MainWindow) -> None:
    said.opening.open_sample("people.yaml")
    qtbot.waitUntil(lambda: len(said.workspace.sessions) == 2)
    assert "Something" not in said.status.currentMessage()


def test_that_what_is_reported_just_before_its_own_change_stays(window: MainWindow) -> None:
    window.workspace.notice.emit("A control character was left out.")
    window.workspace.attempt(set_field, P2, "summary", "First")
    assert window.status.currentMessage() == "A control character was left out."


def test_that_what_is_reported_of_a_paste_ends_as_well(said: MainWindow) -> None:
    show_at(said, "Left out.")
    QApplication.processEvents()
    said.workspace.attempt(set_field, P2, "summary", "Second")
    assert said.status.currentMessage() == ""


def test_that_a_refusal_ends_when_the_text_is_given_up(window: MainWindow) -> None:
    refused_texts = window.workspace.refused_texts
    refused_texts.keep(session_of(window), RefusedText(P2, FieldPath("id"), "P2 A", "No space."))
    window.workspace.notice.emit("No space.")
    QApplication.processEvents()
    refused_texts.drop(session_of(window), P2, FieldPath("id"))
    assert window.status.currentMessage() == ""


def test_that_a_long_message_is_shortened_and_its_tip_has_all_of_it(window: MainWindow) -> None:
    words = "A sentence that says what happened. " * 40
    window.workspace.notice.emit(words)
    shown = window.status.shown_message()
    assert shown.startswith("A sentence")
    assert shown.endswith("…")
    assert window.status.fontMetrics().horizontalAdvance(shown) < window.status._count.x()
    assert window.status.toolTip().count("what happened") == 40
    window.workspace.notice.emit("Short.")
    assert window.status.shown_message() == "Short."
    window.status.repaint()


def test_that_a_save_does_not_hide_what_was_just_said_of_a_typed_group(
    qtbot: QtBot, window: MainWindow
) -> None:
    family = session_of(window).ladder.families[0]
    window.workspace.go_to(f"families/{family.id}", FieldPath("function"))
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.selectAll()
    qtbot.keyClicks(field, "Zoology")
    trigger(window, "file.save")
    qtbot.waitUntil(lambda: "Saved" in window.status.currentMessage())
    assert window.status.currentMessage() == "“Zoology” is a new job function. Saved small.yaml"
    trigger(window, "file.save")
    qtbot.waitUntil(lambda: window.status.currentMessage() == "Saved small.yaml")
