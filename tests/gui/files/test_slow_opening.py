"""A disk that does not answer holds up neither the start nor other files."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QTreeView
from pytestqt.qtbot import QtBot

from laddereditor.gui.app import open_window
from laddereditor.gui.program.remembering import restore_files
from laddereditor.gui.settings.settings import Settings
from laddereditor.gui.window.main_window import MainWindow
from laddereditor.presentation.files.home import home_folder
from laddereditor.storage.files.state_folder import OVERRIDE, NoStateFolder, state_folder
from tests.gui.fakes import FakeDialogs
from tests.gui.held_jobs import HeldJobs
from tests.gui.window.helpers import session_of, trigger, type_summary


@pytest.fixture
def disk() -> HeldJobs:
    return HeldJobs()


@pytest.fixture
def window(qtbot: QtBot, dialogs: FakeDialogs, disk: HeldJobs) -> Iterator[MainWindow]:
    window = open_window([], dialogs=dialogs, jobs=disk)
    qtbot.addWidget(window, before_close_func=lambda w: w.shut_down())
    dialogs.answers["save_changes"] = "discard"
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield window


def names(window: MainWindow) -> list[str]:
    return [session.name for session in window.workspace.sessions]


def test_that_a_file_that_does_not_answer_holds_up_no_other_file(
    qtbot: QtBot, window: MainWindow, disk: HeldJobs, path: Path, other: Path
) -> None:
    disk.hold()
    window.opening.open_files([path, other])
    assert len(disk.waiting) == 1
    window.opening._stalled.timeout.emit()
    assert len(disk.waiting) == 2
    disk.waiting.reverse()
    disk.step()
    assert names(window) == ["other.yaml"]
    assert window.opening.is_busy
    type_summary(qtbot, window, "Typed meanwhile")
    disk.go_on()
    assert names(window) == ["other.yaml", "small.yaml"]
    assert not window.opening.is_busy


def test_that_a_file_asked_for_twice_is_opened_once(
    window: MainWindow, disk: HeldJobs, path: Path
) -> None:
    link = path.with_name("link.yaml")
    link.symlink_to(path)
    disk.hold()
    window.opening.open_files([path, path, link])
    window.opening._stalled.timeout.emit()
    window.opening._stalled.timeout.emit()
    disk.go_on()
    assert names(window) == ["small.yaml"]


def test_that_what_is_being_read_can_be_given_up(
    window: MainWindow, disk: HeldJobs, path: Path, other: Path
) -> None:
    disk.hold()
    window.opening.open_files([path, other])
    window.opening._stalled.timeout.emit()
    window.opening.cancel()
    disk.go_on()
    assert not window.workspace.sessions
    window.opening.open_files([path])
    assert names(window) == ["small.yaml"]


def test_that_the_start_asks_no_disk_before_the_window_is_there(
    window: MainWindow, disk: HeldJobs, path: Path, other: Path
) -> None:
    disk.hold()
    window.settings.set_paths("open", [path, other])
    restore_files(window)
    assert not window.workspace.sessions
    disk.go_on()
    assert names(window) == ["small.yaml", "other.yaml"]


def test_that_a_remembered_file_that_is_gone_is_reported_in_passing(
    window: MainWindow, dialogs: FakeDialogs, path: Path
) -> None:
    said: list[str] = []
    window.workspace.notice.connect(said.append)
    window.settings.set_paths("open", [path.with_name("gone.yaml"), path])
    restore_files(window)
    assert names(window) == ["small.yaml"]
    assert "gone.yaml was open the last time" in said[0]
    assert not dialogs.asked


def test_that_a_file_dialog_opens_elsewhere_when_its_folder_does_not_answer(
    qtbot: QtBot, window: MainWindow, disk: HeldJobs, path: Path, dialogs: FakeDialogs
) -> None:
    window.opening.open_files([path])
    asked: list[Path] = []
    dialogs.answers["files_to_open"] = lambda folder: asked.append(folder) or []
    trigger(window, "file.open")
    disk.hold()
    trigger(window, "file.open")
    qtbot.waitUntil(lambda: len(asked) == 2)
    disk.go_on()
    assert asked == [path.parent, home_folder()]


def test_that_versions_and_backups_are_asked_for_without_holding_up_the_window(
    qtbot: QtBot, window: MainWindow, disk: HeldJobs, path: Path, dialogs: FakeDialogs
) -> None:
    window.opening.open_files([path])
    disk.hold()
    window.pages.show_dock("versions")
    for _ in range(5):
        window.versions.refresh()
    trigger(window, "file.backups")
    trigger(window, "compare.add")
    type_summary(qtbot, window, "Typed meanwhile")
    assert session_of(window).ladder.levels[1].summary == "Typed meanwhile"
    assert len(disk.waiting) <= 6
    disk.go_on()


# -- settings and surroundings that are not as they should be -----------------------------------

DEEP = "[" * 100_000 + "]" * 100_000
ODD = ("5", "null", '{"a": 1}', DEEP, "[5, null, [1]]", '["\\u0000"]', '[""]', "nonsense", "")


@pytest.mark.parametrize("value", ODD, ids=range(len(ODD)))
def test_that_odd_settings_do_not_prevent_opening_and_are_reported(
    qtbot: QtBot, tmp_path: Path, dialogs: FakeDialogs, path: Path, value: str
) -> None:
    file = tmp_path / "settings.ini"
    store = QSettings(str(file), QSettings.Format.IniFormat)
    for key in ("recent", "open", "front", "tree", "address", "zoom", "scheme", "geometry"):
        store.setValue(key, value)
    store.sync()
    settings = Settings(file)
    window = open_window([path], settings=settings, dialogs=dialogs)
    qtbot.addWidget(window, before_close_func=lambda w: w.shut_down())
    restore_files(window)
    assert names(window) == ["small.yaml"]
    assert settings.paths("recent") == []
    assert any("recent files" in words for words in settings.left_out())
    window.welcoming.page.show_links([], [], [])
    settings.add_recent(path)
    assert settings.paths("recent") == [path]
    assert not any("recent files" in words for words in settings.left_out())


def test_that_what_is_right_in_a_list_of_files_is_used(tmp_path: Path) -> None:
    file = tmp_path / "settings.ini"
    store = QSettings(str(file), QSettings.Format.IniFormat)
    store.setValue("recent", json.dumps([5, str(tmp_path / "a.yaml")]))
    store.sync()
    settings = Settings(file)
    assert settings.paths("recent") == [tmp_path / "a.yaml"]
    assert settings.left_out()


@pytest.fixture
def homeless(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody can tell whose home it is: no HOME, and a user that the system does not know."""
    import pwd

    def unknown(_: object) -> None:
        raise KeyError("uid not found")

    for name in ("HOME", "USERPROFILE", "XDG_STATE_HOME", OVERRIDE, "LOGNAME", "USER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(pwd, "getpwuid", unknown)


def test_that_a_file_opens_and_dialogs_have_a_folder_where_there_is_no_home(
    qtbot: QtBot, homeless: None, dialogs: FakeDialogs, path: Path
) -> None:
    window = open_window([path], dialogs=dialogs)
    qtbot.addWidget(window, before_close_func=lambda w: w.shut_down())
    window.workspace.close(session_of(window))
    asked: list[Path] = []
    dialogs.answers["files_to_open"] = lambda folder: asked.append(folder) or [path]
    window.opening.ask_and_open()
    assert asked[0].is_absolute()
    assert names(window) == ["small.yaml"]


def test_that_nothing_is_kept_in_a_folder_named_tilde_where_there_is_no_home(
    homeless: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NoStateFolder, match="home"):
        state_folder("recoveries")
    assert not list(tmp_path.iterdir())


def test_that_the_keys_go_to_the_tree_after_the_first_opening(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    window.opening.open_files([path])
    rows = window.focusWidget()
    assert isinstance(rows, QTreeView)
    first = rows.currentIndex().row(), rows.currentIndex().parent().isValid()
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    assert (rows.currentIndex().row(), rows.currentIndex().parent().isValid()) != first


def test_that_opening_another_file_leaves_the_focus_where_the_person_types(
    qtbot: QtBot, window: MainWindow, disk: HeldJobs, path: Path, other: Path
) -> None:
    window.opening.open_files([path])
    disk.hold()
    window.opening.open_files([other])
    window.tree.focus_filter()
    focused = window.focusWidget()
    disk.go_on()
    assert names(window) == ["small.yaml", "other.yaml"]
    assert window.focusWidget() is focused
