"""While a save waits for its disk the person goes on, and nothing of what is typed is lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QProgressBar
from pytestqt.qtbot import QtBot

from laddereditor.gui.app import open_window
from laddereditor.gui.window.main_window import MainWindow
from laddereditor.presentation.dialogs.protocol import PublishAnswer
from laddereditor.storage.files.document import read_text
from tests.gui.fakes import FakeDialogs
from tests.gui.held_jobs import HeldJobs
from tests.gui.samples import SMALL
from tests.gui.window.helpers import session_of, trigger, type_summary


@pytest.fixture
def disk() -> HeldJobs:
    return HeldJobs()


@pytest.fixture
def window(qtbot: QtBot, path: Path, dialogs: FakeDialogs, disk: HeldJobs) -> Iterator[MainWindow]:
    window = open_window([path], dialogs=dialogs, jobs=disk)
    qtbot.addWidget(window, before_close_func=lambda w: w.shut_down())
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield window


def summary(path: Path) -> str:
    return read_text(path.read_text("utf-8")).ladder.levels[1].summary


def notices(window: MainWindow) -> list[str]:
    said: list[str] = []
    window.workspace.notice.connect(said.append)
    return said


def test_that_typing_continues_during_a_save_and_is_unsaved_afterwards(
    qtbot: QtBot, window: MainWindow, disk: HeldJobs, path: Path
) -> None:
    type_summary(qtbot, window, "One")
    disk.hold()
    trigger(window, "file.save")
    type_summary(qtbot, window, "Two")
    assert path.read_text("utf-8") == SMALL
    disk.go_on()
    assert summary(path) == "One"
    assert session_of(window).ladder.levels[1].summary == "Two"
    assert window.isWindowModified()
    trigger(window, "edit.undo")
    assert session_of(window).ladder.levels[1].summary == "One"
    assert not window.isWindowModified()


def test_that_what_is_undone_during_a_save_is_unsaved_afterwards(
    qtbot: QtBot, window: MainWindow, disk: HeldJobs, path: Path
) -> None:
    type_summary(qtbot, window, "One")
    disk.hold()
    trigger(window, "file.save")
    trigger(window, "edit.undo")
    disk.go_on()
    assert summary(path) == "One"
    assert window.isWindowModified()
    trigger(window, "edit.redo")
    assert not window.isWindowModified()


def test_that_a_save_under_way_is_shown_until_it_is_done(
    qtbot: QtBot, window: MainWindow, disk: HeldJobs
) -> None:
    type_summary(qtbot, window, "One")
    disk.hold()
    trigger(window, "file.save")
    words = window.findChild(QLabel, "writingWords")
    assert words is not None
    qtbot.waitUntil(words.isVisible)
    assert words.text() == "Saving small.yaml…"
    assert window.findChild(QProgressBar, "writingProgress").isVisible()
    disk.go_on()
    assert not words.isVisible()


def test_that_nothing_is_said_to_be_saved_still_while_a_question_about_it_is_open(
    qtbot: QtBot, window: MainWindow, disk: HeldJobs, path: Path, dialogs: FakeDialogs
) -> None:
    type_summary(qtbot, window, "One")
    disk.hold()
    trigger(window, "file.save")
    words = window.findChild(QLabel, "writingWords")
    assert words is not None
    qtbot.waitUntil(words.isVisible)
    seen: list[bool] = []
    dialogs.answers["choose"] = lambda *_: seen.append(words.isVisible())
    path.write_text(SMALL + "# theirs\n", "utf-8")
    disk.go_on()
    assert seen == [False]
    dialogs.answers["save_changes"] = "discard"


def test_that_two_saves_of_one_ladder_do_not_overlap(
    qtbot: QtBot, window: MainWindow, disk: HeldJobs, path: Path
) -> None:
    type_summary(qtbot, window, "One")
    disk.hold()
    trigger(window, "file.save")
    type_summary(qtbot, window, "Two")
    said = notices(window)
    trigger(window, "file.save")
    trigger(window, "file.save")
    assert "still being saved" in said[0]
    assert len(disk.waiting) == 1
    disk.step()
    assert summary(path) == "One"
    assert len(disk.waiting) == 1
    disk.go_on()
    assert summary(path) == "Two"
    assert not window.isWindowModified()


def test_that_a_second_save_with_nothing_new_writes_nothing(
    qtbot: QtBot, window: MainWindow, disk: HeldJobs, path: Path
) -> None:
    type_summary(qtbot, window, "One")
    disk.hold()
    trigger(window, "file.save")
    trigger(window, "file.save")
    disk.step()
    assert not disk.waiting
    assert not window.isWindowModified()


def test_that_two_ladders_are_saved_side_by_side(
    qtbot: QtBot, window: MainWindow, disk: HeldJobs, path: Path, other: Path
) -> None:
    window.opening.open_files([other])
    type_summary(qtbot, window, "Other")
    disk.hold()
    trigger(window, "file.save")
    trigger(window, "go.previous_ladder")
    type_summary(qtbot, window, "One")
    trigger(window, "file.save")
    assert len(disk.waiting) == 2
    disk.go_on()
    assert (summary(path), summary(other)) == ("One", "Other")


def test_that_a_ladder_that_is_closed_during_a_save_waits_for_it_and_says_so(
    qtbot: QtBot, window: MainWindow, disk: HeldJobs, path: Path
) -> None:
    type_summary(qtbot, window, "One")
    disk.hold()
    trigger(window, "file.save")
    said = notices(window)
    trigger(window, "file.close")
    assert said == ["small.yaml is closed as soon as it is saved."]
    assert window.workspace.sessions
    disk.go_on()
    assert not window.workspace.sessions
    assert summary(path) == "One"


def test_that_the_window_waits_for_a_save_before_it_closes_and_says_so(
    qtbot: QtBot, window: MainWindow, disk: HeldJobs, path: Path
) -> None:
    type_summary(qtbot, window, "One")
    disk.hold()
    trigger(window, "file.save")
    said = notices(window)
    assert not window.close()
    assert window.isVisible()
    assert said == ["The window closes as soon as small.yaml is saved."]
    disk.go_on()
    assert not window.isVisible()
    assert summary(path) == "One"


def test_that_what_was_typed_since_is_asked_about_before_the_window_closes(
    qtbot: QtBot, window: MainWindow, disk: HeldJobs, path: Path, dialogs: FakeDialogs
) -> None:
    type_summary(qtbot, window, "One")
    disk.hold()
    trigger(window, "file.save")
    type_summary(qtbot, window, "Two")
    window.close()
    dialogs.answers["save_changes"] = "save"
    disk.go_on()
    assert ("save_changes", (["small.yaml"],)) in dialogs.asked
    assert not window.isVisible()
    assert summary(path) == "Two"


def test_that_a_save_that_fails_keeps_the_window_open(
    qtbot: QtBot,
    window: MainWindow,
    disk: HeldJobs,
    path: Path,
    dialogs: FakeDialogs,
) -> None:
    type_summary(qtbot, window, "One")
    disk.hold()
    trigger(window, "file.save")
    window.close()
    dialogs.answers |= {"choose": None, "save_changes": "cancel"}
    path.write_text(SMALL + "# theirs\n", "utf-8")
    disk.go_on()
    assert window.isVisible()
    assert window.isWindowModified()
    assert path.read_text("utf-8") == SMALL + "# theirs\n"
    dialogs.answers["save_changes"] = "discard"


def test_that_saving_on_close_closes_only_when_it_is_written(
    qtbot: QtBot, window: MainWindow, disk: HeldJobs, path: Path, dialogs: FakeDialogs
) -> None:
    type_summary(qtbot, window, "One")
    dialogs.answers["save_changes"] = "save"
    disk.hold()
    assert not window.close()
    assert window.isVisible()
    disk.go_on()
    assert not window.isVisible()
    assert summary(path) == "One"


@pytest.mark.parametrize("sure", [True, False])
def test_that_who_closes_again_may_leave_without_waiting(  # noqa: PLR0917
    qtbot: QtBot, window: MainWindow, disk: HeldJobs, path: Path, dialogs: FakeDialogs, sure: bool
) -> None:
    type_summary(qtbot, window, "One")
    disk.hold()
    trigger(window, "file.save")
    window.close()
    dialogs.answers["confirm"] = sure
    assert window.close() is sure
    assert window.isVisible() is not sure
    disk.go_on()
    assert summary(path) == "One"
    assert not window.isVisible()


def test_that_typing_continues_while_a_version_is_published(
    qtbot: QtBot, window: MainWindow, disk: HeldJobs, path: Path, dialogs: FakeDialogs
) -> None:
    dialogs.answers["publish"] = PublishAnswer("1.0.0", "The first one", "Anna")
    trigger(window, "file.publish")
    session = session_of(window)
    assert session.ladder.version == "1.0.0"
    dialogs.answers["publish"] = PublishAnswer("1.1.0", "More", "Anna")

    def hold(*_: object) -> PublishAnswer:
        disk.hold()
        return PublishAnswer("1.1.0", "More", "Anna")

    dialogs.answers["publish"] = hold
    type_summary(qtbot, window, "Published")
    trigger(window, "file.publish")
    type_summary(qtbot, window, "Typed since")
    disk.go_on()
    assert summary(path) == "Published"
    assert read_text(path.read_text("utf-8")).ladder.version == "1.1.0"
    assert session.ladder.version == "1.1.0"
    assert session.ladder.levels[1].summary == "Typed since"
    assert window.isWindowModified()
    trigger(window, "file.save")
    assert summary(path) == "Typed since"
    assert [entry.version for entry in session.ladder.history] == ["1.1.0", "1.0.0"]


def test_that_a_save_during_a_publication_comes_after_it(
    qtbot: QtBot, window: MainWindow, disk: HeldJobs, path: Path, dialogs: FakeDialogs
) -> None:
    def hold(*_: object) -> PublishAnswer:
        disk.hold()
        return PublishAnswer("1.0.0", "The first one", "Anna")

    dialogs.answers["publish"] = hold
    trigger(window, "file.publish")
    type_summary(qtbot, window, "Typed since")
    trigger(window, "file.save")
    assert len(disk.waiting) == 1
    disk.go_on()
    assert summary(path) == "Typed since"
    assert read_text(path.read_text("utf-8")).ladder.version == "1.0.0"
    assert not window.isWindowModified()
