"""What narrows the list: effects, kind, family, words; and sources to compare with."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QToolButton
from pytestqt.qtbot import QtBot

from laddereditor.edits.fields import set_field
from laddereditor.gui.changes.view import ChangesView
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.address import Address
from tests.gui.changes.helpers import (
    P1,
    change_much,
    headlines,
    label,
    ladder_of,
    renewed,
    select,
    set_summary,
    texts,
)
from tests.gui.fakes import FakeDialogs
from tests.gui.samples import SMALL


def _switch(view: ChangesView, effect: str) -> QToolButton:
    found = view.findChild(QToolButton, f"changes.{effect}")
    assert found is not None
    return found


def test_that_effects_are_counted_and_switched(view: ChangesView, workspace: Workspace) -> None:
    change_much(workspace)
    renewed(view)
    raising = [
        row for row in view.tree.changes.shown.rows.values() if row.change.effect == "raises"
    ]
    assert raising
    assert str(len(raising)) in _switch(view, "raises").text()
    assert _switch(view, "raises").accessibleName() == f"Raises the bar: {len(raising)}"
    _switch(view, "raises").click()
    assert len(headlines(view)) == 6 - len(raising)
    assert _switch(view, "raises").isVisible()


def test_that_pay_titles_and_grades_have_a_filter_of_their_own(
    view: ChangesView, workspace: Workspace
) -> None:
    set_summary(workspace, "Works alone on new things.")
    assert workspace.attempt(set_field, Address("levels/P2"), "grade", "7")
    assert workspace.attempt(set_field, P1, "title", "Another Engineer")
    renewed(view)
    switch = _switch(view, "concerns")
    assert switch.accessibleName() == "Pay, titles, grades: 2"
    select(view, "Pay grade")
    assert label(view, "changeEffect").startswith("Another pay grade")
    switch.click()
    assert len(headlines(view)) == 1


def test_that_kind_family_and_words_narrow_the_list(
    view: ChangesView, workspace: Workspace
) -> None:
    change_much(workspace)
    renewed(view)
    view.filters._kind.put("added")
    view.filters._kind.chosen.emit("added")
    assert all(row.change.kind == "added" for row in view.tree.changes.shown.rows.values())
    view.filters.reset()
    view.filters._group.put("g:families/software")
    view.filters._group.chosen.emit("g:families/software")
    assert list(texts(view)) == ["Software Engineer"]
    view.filters.reset()
    view.filters._words.setText("PHONE software")
    assert len(headlines(view)) == 1
    view.filters._words.setText("no such words")
    assert not headlines(view)


def test_that_the_selection_survives_a_filter_that_lets_it_through(
    view: ChangesView, workspace: Workspace
) -> None:
    change_much(workspace)
    renewed(view)
    select(view, "phone")
    key = view.tree.current_key
    view.filters._words.setText("phone")
    assert view.tree.current_key == key
    view.filters._words.clear()
    assert view.tree.current_key == key


def test_that_enter_in_the_words_continues_to_the_list(
    qtbot: QtBot, view: ChangesView, workspace: Workspace
) -> None:
    change_much(workspace)
    renewed(view)
    view.filters._words.setFocus()
    qtbot.keyClicks(view.filters._words, "phone")
    qtbot.keyClick(view.filters._words, Qt.Key.Key_Return)
    assert view.tree.hasFocus()
    with qtbot.waitSignal(view.go_wanted) as asked:
        qtbot.keyClick(view.tree, Qt.Key.Key_Return)
    assert asked.args == ["families/software/P1", "responsibilities/0"]


def _menu(view: ChangesView) -> QMenu:
    menu = view.header.chooser.menu()
    menu.aboutToShow.emit()
    return menu


def _choose(view: ChangesView, words: str) -> None:
    next(a for a in _menu(view).actions() if words in a.text().replace("&", "")).trigger()


def test_that_published_versions_beside_the_file_are_offered_newest_first(
    view: ChangesView, workspace: Workspace, tmp_path: Path
) -> None:
    assert workspace.session is not None
    workspace.session.save(tmp_path / "small.yaml")
    folder = tmp_path / "small.versions"
    folder.mkdir()
    for version in ("1.9.0", "1.10.0"):
        text = SMALL.replace("Learns the trade.", f"As in {version}.")
        (folder / f"{version}.yaml").write_text(text, "utf-8")
    offered = [a.text() for a in _menu(view).actions() if "version" in a.text()]
    assert offered == ["What changed since version 1.10.0", "What changed since version 1.9.0"]
    _choose(view, "version 1.9.0")
    assert label(view, "changesTitle") == "Changed since version 1.9.0"
    assert headlines(view) == ["Summary reworded: Learns the trade."]
    view.undo_chosen()
    assert ladder_of(workspace).levels[0].summary == "As in 1.9.0."


def test_that_a_file_that_cannot_be_read_changes_nothing(
    view: ChangesView, workspace: Workspace, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    set_summary(workspace, "New.")
    renewed(view)
    path = tmp_path / "broken.yaml"
    path.write_text("no ladder", "utf-8")
    dialogs.answers["ladder_to_choose"] = path
    view.ask_review()
    assert dialogs.asked[-1][0] == "show_message"
    assert label(view, "changesTitle") == "Changed since the last save"
    assert len(headlines(view)) == 1


def test_that_a_colleagues_file_is_reviewed(
    view: ChangesView, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    path = tmp_path / "anna.yaml"
    path.write_text(SMALL.replace("Learns the trade.", "Begins."), "utf-8")
    dialogs.answers["ladder_to_choose"] = path
    view.ask_review()
    assert label(view, "changesTitle") == "What anna.yaml would change"
    assert headlines(view) == ["Summary reworded: Begins."]
