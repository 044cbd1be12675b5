"""What changed since the last save: shown, followed, gone to, undone."""

from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from laddereditor.gui.changes.view import ChangesView
from laddereditor.gui.workspace.workspace import Workspace
from tests.gui.changes.helpers import (
    button,
    change_much,
    headlines,
    label,
    ladder_of,
    renewed,
    select,
    set_summary,
    text,
    texts,
)


def test_that_changes_are_below_their_family_and_level(
    view: ChangesView, workspace: Workspace
) -> None:
    change_much(workspace)
    renewed(view)
    found = texts(view)
    assert list(found) == ["Levels", "Skills", "Software Engineer", "Product Designer"]
    assert list(found["Levels"]) == ["P2 Intermediate"]  # type: ignore[call-overload]
    assert list(found["Software Engineer"]) == ["P1 Junior Engineer", "P2"]  # type: ignore[call-overload]
    assert len(headlines(view)) == 6


def test_that_a_change_is_shown_before_and_after(view: ChangesView, workspace: Workspace) -> None:
    set_summary(workspace, "Works alone on new things.")
    renewed(view)
    assert text(view, "changeBefore") == "Works alone on known things."
    assert text(view, "changeAfter") == "Works alone on new things."


def test_that_one_change_is_undone_and_the_others_stay(
    view: ChangesView, workspace: Workspace
) -> None:
    change_much(workspace)
    renewed(view)
    select(view, "Answers the phone")
    button(view, "changesUndo").click()
    profile = ladder_of(workspace).families[0].profiles[0]
    assert profile.responsibilities[0] == "Fixes defects in any service"
    assert len(headlines(view)) == 5
    assert ladder_of(workspace).levels[1].summary == "Works alone on new things."
    session = workspace.session
    assert session is not None
    session.undo()
    assert ladder_of(workspace).families[0].profiles[0].responsibilities[0] == "Answers the phone"


def test_that_the_list_follows_typing(
    qtbot: QtBot, view: ChangesView, workspace: Workspace
) -> None:
    for end in range(4, 10):
        set_summary(workspace, "Works well."[:end])
    qtbot.waitUntil(lambda: len(headlines(view)) == 1)
    assert text(view, "changeAfter") == "Works wel"


def test_that_going_to_a_change_asks_for_its_field(
    qtbot: QtBot, view: ChangesView, workspace: Workspace
) -> None:
    set_summary(workspace, "Works alone on new things.")
    renewed(view)
    with qtbot.waitSignal(view.go_wanted) as asked:
        button(view, "changesGo").click()
    assert asked.args == ["levels/P2", "summary"]


def test_that_a_ladder_without_changes_says_so(view: ChangesView) -> None:
    assert "Nothing has changed since the last save" in label(view, "changesEmpty")
    assert button(view, "changesChoose").isVisible()


def test_that_the_words_of_an_empty_page_are_not_cut_off(view: ChangesView) -> None:
    view.resize(900, 700)
    words = view.findChild(QLabel, "changesEmpty")
    assert words is not None and words.isVisible()
    for more in (words.text(), words.text() * 3):
        words.setText(more)
        QApplication.processEvents()
        assert words.height() >= words.heightForWidth(words.width())
