"""Merging with a copy in the whole window: what is asked, and what becomes of comments."""

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from laddereditor.edits.fields import set_field
from laddereditor.gui.changes.view import ChangesView
from laddereditor.gui.window.main_window import MainWindow
from laddereditor.model.address import Address
from laddereditor.storage.text.records import VerificationFailed
from tests.gui.fakes import FakeDialogs
from tests.gui.samples import SMALL
from tests.gui.window.helpers import session_of, trigger

_KEY = "notice.text of the file"


@pytest.fixture
def copy(path: Path) -> Path:
    """A copy with a comment at a line of its own, and some at the line that ours changes."""
    text = SMALL.replace("summary: Learns the trade.", "summary: Learns it.  # agreed in May")
    copy = path.with_name("ada.yaml")
    copy.write_text(text.replace("name: Entry", "name: Entry  # or Starter?"), "utf-8")
    return copy


def merge(window: MainWindow, dialogs: FakeDialogs, copy: Path, base: Path) -> ChangesView:
    """Change what the copy has a comment at, and begin to merge with the copy."""
    window.workspace.apply(
        set_field(session_of(window).ladder, Address("levels/P1"), "name", "Beginner")
    )
    waiting = [copy, base]
    dialogs.answers["ladder_to_choose"] = lambda *_: waiting.pop(0)
    dialogs.answers["choose"] = "base"
    trigger(window, "changes.merge")
    view = window.centre.page("changes")
    assert isinstance(view, ChangesView)
    return view


def press(view: QWidget, name: str) -> None:
    found = view.findChild(QPushButton, name)
    assert found is not None and found.isVisible() and found.isEnabled()
    found.click()


def reported(window: MainWindow) -> list[str]:
    return [notice.text for notice in window.sharing.notices.in_sight()]


def test_that_comments_come_along_and_the_bar_names_those_that_could_not(
    window: MainWindow, dialogs: FakeDialogs, path: Path, copy: Path
) -> None:
    view = merge(window, dialogs, copy, path)
    press(view, "mergeFinish")
    text = session_of(window).document.text
    assert "summary: Learns it.  # agreed in May" in text
    assert "name: Beginner\n" in text
    assert reported(window) == ["A comment in ada.yaml could not be carried over: “# or Starter?”."]
    trigger(window, "edit.undo")
    assert reported(window) == []


def test_that_each_dialog_says_what_is_to_be_chosen(
    window: MainWindow, dialogs: FakeDialogs, path: Path, copy: Path
) -> None:
    merge(window, dialogs, copy, path)
    titles = [what[1] for name, what in dialogs.asked if name == "ladder_to_choose"]
    assert titles == ["Choose the copy to merge with", "Choose the version that both come from"]


def test_that_many_comments_can_all_be_read(
    window: MainWindow, dialogs: FakeDialogs, path: Path, copy: Path
) -> None:
    many = [f"# thing {count}" for count in range(5)]
    lines = iter(many)
    said = re.sub(r"(?m)( name: \w+)$", lambda hit: f"{hit[1]}  {next(lines, '')}", SMALL)
    copy.write_text(said, "utf-8")
    for place in ("factors/scope", "factors/autonomy", "levels/P2", "families/software"):
        window.workspace.apply(set_field(session_of(window).ladder, Address(place), "name", "Ours"))
    view = merge(window, dialogs, copy, path)
    press(view, "mergeFinish")
    left = [each for each in many if each not in session_of(window).document.text]
    assert len(left) > 3
    assert f"{len(left)} comments in ada.yaml could not be carried over" in reported(window)[0]
    press(window, f"{_KEY}.comments")
    title, _, details = dialogs.asked[-1][1]
    assert title == "Comments that are not in the file"
    assert details.split("\n") == left


def test_that_comments_are_named_also_if_no_letter_changes(
    window: MainWindow, dialogs: FakeDialogs, path: Path, copy: Path
) -> None:
    copy.write_text(SMALL.replace("name: Entry", "name: Entry  # hm"), "utf-8")
    view = merge(window, dialogs, copy, path)
    label = session_of(window).undo_label
    press(view, "mergeFinish")
    assert reported(window) == ["A comment in ada.yaml could not be carried over: “# hm”."]
    assert session_of(window).undo_label == label


def test_that_a_merge_continues_if_the_file_may_not_be_reformatted_for_it(
    window: MainWindow,
    dialogs: FakeDialogs,
    path: Path,
    copy: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    view = merge(window, dialogs, copy, path)
    before = session_of(window).document

    def refuse(*_: object, **__: object) -> None:
        raise VerificationFailed("levels")

    for name in ("edit_lines", "edit_record"):
        monkeypatch.setattr(f"laddereditor.storage.text.update.{name}", refuse)
    dialogs.answers["confirm"] = False
    press(view, "mergeFinish")
    assert dialogs.asked[-1][1][0] == "Reformat the file?"
    assert session_of(window).document is before
    assert "keeps its layout" in window.statusBar().currentMessage()
    assert view.comparisons.merging is not None
    dialogs.answers["confirm"] = True
    press(view, "mergeFinish")
    assert session_of(window).ladder.levels[0].summary == "Learns it."
    assert view.comparisons.merging is None
