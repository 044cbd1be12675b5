"""Saving and closing: nothing is lost, whatever happens to the file."""

import os
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from laddereditor.gui.window.main_window import MainWindow
from laddereditor.storage.files.document import read_text
from laddereditor.storage.files.ladder_files import SaveFailed
from tests.gui.fakes import FakeDialogs
from tests.gui.samples import SMALL
from tests.gui.window.helpers import session_of, trigger, type_summary

_THEIRS = SMALL.replace("Learns the trade.", "Learns from others.")


def _summaries(path: Path) -> list[str]:
    return [level.summary for level in read_text(path.read_text("utf-8")).ladder.levels[:2]]


def _saved_by_somebody_else(path: Path) -> None:
    path.write_text(_THEIRS, "utf-8")


def test_that_the_title_marks_unsaved_changes_until_they_are_saved_or_undone(
    qtbot: QtBot, window: MainWindow
) -> None:
    assert window.windowTitle() == "small.yaml[*] — Ladder Editor"
    assert not window.isWindowModified()
    type_summary(qtbot, window, "Mine")
    assert window.isWindowModified()
    trigger(window, "edit.undo")
    assert not window.isWindowModified()
    trigger(window, "edit.redo")
    trigger(window, "file.save")
    assert not window.isWindowModified()
    trigger(window, "edit.undo")
    assert window.isWindowModified()


def test_that_save_as_makes_the_new_file_the_ladders_own(
    qtbot: QtBot, window: MainWindow, dialogs: FakeDialogs, path: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.yaml"
    dialogs.answers["file_to_save"] = copy
    type_summary(qtbot, window, "Mine")
    trigger(window, "file.save_as")
    assert dialogs.asked[-1] == ("file_to_save", (path,))
    assert window.windowTitle().startswith("copy.yaml")
    assert not window.isWindowModified()
    assert path.read_text("utf-8") == SMALL
    assert _summaries(copy)[1] == "Mine"
    assert window.settings.paths("recent")[0] == copy


def test_that_save_as_to_a_ladder_that_is_open_is_refused(
    window: MainWindow, dialogs: FakeDialogs, other: Path
) -> None:
    window.opening.open_files([other])
    before = other.read_text("utf-8")
    trigger(window, "go.previous_ladder")
    dialogs.answers["file_to_save"] = other.parent / "." / ".." / other.parent.name / other.name
    trigger(window, "file.save_as")
    assert dialogs.asked[-1][0] == "show_message"
    assert other.read_text("utf-8") == before


def test_that_a_cancelled_save_as_changes_nothing(window: MainWindow, dialogs: FakeDialogs) -> None:
    dialogs.answers["file_to_save"] = None
    trigger(window, "file.save_as")
    assert window.windowTitle().startswith("small.yaml")


def test_that_mine_can_go_to_another_file_when_somebody_else_saved(
    qtbot: QtBot, window: MainWindow, dialogs: FakeDialogs, path: Path, tmp_path: Path
) -> None:
    type_summary(qtbot, window, "Mine")
    _saved_by_somebody_else(path)
    dialogs.answers |= {"choose": "copy", "file_to_save": tmp_path / "mine.yaml"}
    trigger(window, "file.save")
    assert path.read_text("utf-8") == _THEIRS
    assert _summaries(tmp_path / "mine.yaml") == ["Learns the trade.", "Mine"]


@pytest.mark.parametrize("way", ["link", "second name", "through another folder"])
def test_that_saving_as_the_open_file_by_another_way_sees_what_others_saved(
    qtbot: QtBot, window: MainWindow, dialogs: FakeDialogs, path: Path, way: str
) -> None:
    type_summary(qtbot, window, "Mine")
    other = path.with_name("other.yaml")
    if way == "link":
        other.symlink_to(path)
    elif way == "second name":
        other.hardlink_to(path)
    else:
        other = path.parent / ".." / path.parent.name / path.name
    path.write_text(_THEIRS, "utf-8")
    dialogs.answers |= {"file_to_save": other, "choose": None}
    trigger(window, "file.save_as")
    assert dialogs.asked[-1][0] == "choose"
    assert path.read_text("utf-8") == _THEIRS
    assert session_of(window).path == path


def test_that_saving_as_a_published_version_is_refused(
    qtbot: QtBot, window: MainWindow, dialogs: FakeDialogs, path: Path
) -> None:
    copy = path.parent / "data.versions" / "1.0.0.yaml"
    copy.parent.mkdir()
    copy.write_text(_THEIRS, "utf-8")  # as git checks it out, it can be written to
    dialogs.answers["file_to_save"] = copy
    trigger(window, "file.save_as")
    kind, said = dialogs.asked[-1]
    assert kind == "show_message" and "is a published version" in said[1]
    assert copy.read_text("utf-8") == _THEIRS


def test_that_theirs_can_be_loaded_and_mine_is_one_undo_away(
    qtbot: QtBot, window: MainWindow, dialogs: FakeDialogs, path: Path
) -> None:
    type_summary(qtbot, window, "Mine")
    mine = session_of(window).ladder
    _saved_by_somebody_else(path)
    dialogs.answers["choose"] = "theirs"
    trigger(window, "file.save")
    assert path.read_text("utf-8") == _THEIRS
    assert session_of(window).ladder.levels[0].summary == "Learns from others."
    assert not window.isWindowModified()
    dialogs.answers["confirm"] = False
    trigger(window, "edit.undo")
    assert session_of(window).ladder.levels[0].summary == "Learns from others."
    dialogs.answers["confirm"] = True
    trigger(window, "edit.undo")
    assert session_of(window).ladder == mine
    assert window.isWindowModified()


def test_that_mine_can_replace_theirs(
    qtbot: QtBot, window: MainWindow, dialogs: FakeDialogs, path: Path
) -> None:
    type_summary(qtbot, window, "Mine")
    _saved_by_somebody_else(path)
    dialogs.answers["choose"] = "mine"
    trigger(window, "file.save")
    assert _summaries(path) == ["Learns the trade.", "Mine"]
    assert not window.isWindowModified()


def test_that_cancelling_the_question_leaves_both(
    qtbot: QtBot, window: MainWindow, dialogs: FakeDialogs, path: Path
) -> None:
    type_summary(qtbot, window, "Mine")
    _saved_by_somebody_else(path)
    dialogs.answers["choose"] = None
    trigger(window, "file.save")
    assert path.read_text("utf-8") == _THEIRS
    assert session_of(window).ladder.levels[1].summary == "Mine"
    assert window.isWindowModified()


def test_that_theirs_broken_is_reported_and_mine_stays(
    qtbot: QtBot, window: MainWindow, dialogs: FakeDialogs, path: Path
) -> None:
    type_summary(qtbot, window, "Mine")
    path.write_text("laddereditor: 1\nfamilies: none\n", "utf-8")
    dialogs.answers |= {"choose": "theirs", "unreadable": "close"}
    trigger(window, "file.save")
    assert dialogs.asked[-1][0] == "unreadable"
    assert session_of(window).ladder.levels[1].summary == "Mine"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is closed to root")
def test_that_a_folder_without_permission_is_reported_and_the_edits_stay(
    qtbot: QtBot, window: MainWindow, dialogs: FakeDialogs, path: Path
) -> None:
    type_summary(qtbot, window, "Mine")
    path.chmod(0o400)  # else it would be written in place
    path.parent.chmod(0o500)
    try:
        trigger(window, "file.save")
    finally:
        path.parent.chmod(0o700)
        path.chmod(0o600)
    assert dialogs.asked[-1][0] == "show_message"
    assert window.isWindowModified()


def test_that_a_failing_disk_is_reported_and_the_edits_stay(
    qtbot: QtBot,
    window: MainWindow,
    dialogs: FakeDialogs,
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_: object, **__: object) -> str:
        raise SaveFailed("The disk is full. Make room and save again.")

    type_summary(qtbot, window, "Mine")
    with monkeypatch.context() as broken:
        broken.setattr("laddereditor.session.save_order.save_ladder", full)
        trigger(window, "file.save")
        dialogs.answers["save_changes"] = "save"
        assert not window.close()
    reported = [what for name, what in dialogs.asked if name == "show_message"]
    assert "The disk is full" in reported[0][1]
    assert window.isVisible()
    assert window.isWindowModified()
    assert path.read_text("utf-8") == SMALL
    trigger(window, "file.save")
    assert _summaries(path)[1] == "Mine"


def test_that_closing_a_ladder_asks_about_that_one_alone(
    qtbot: QtBot, window: MainWindow, dialogs: FakeDialogs, path: Path, other: Path
) -> None:
    type_summary(qtbot, window, "Mine")
    window.opening.open_files([other])
    trigger(window, "file.close")
    assert not [name for name, _ in dialogs.asked if name == "save_changes"]
    dialogs.answers["save_changes"] = "cancel"
    trigger(window, "file.close")
    assert dialogs.asked[-1] == ("save_changes", (["small.yaml"],))
    assert len(window.workspace.sessions) == 1
    dialogs.answers["save_changes"] = "save"
    trigger(window, "file.close")
    assert not window.workspace.sessions
    assert _summaries(path)[1] == "Mine"
    assert window.windowTitle() == "Ladder Editor"


def test_that_discarding_on_close_leaves_the_file_as_it_was(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    type_summary(qtbot, window, "Mine")
    assert window.close()
    assert path.read_text("utf-8") == SMALL


def test_that_saving_all_saves_every_ladder_with_changes(
    qtbot: QtBot, window: MainWindow, path: Path, other: Path
) -> None:
    type_summary(qtbot, window, "One")
    window.opening.open_files([other])
    type_summary(qtbot, window, "Two")
    trigger(window, "file.save_all")
    assert (_summaries(path)[1], _summaries(other)[1]) == ("One", "Two")
