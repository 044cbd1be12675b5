"""What a person sees when somebody else saves, moves or breaks a file that is open."""

import os
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from laddereditor.gui.jobs.jobs import ThreadJobs
from laddereditor.gui.sharing.disk_watch import DiskWatch
from laddereditor.model.address import FieldPath
from laddereditor.storage.files.lock import lock_path
from tests.gui.samples import SMALL
from tests.gui.sharing.conftest import P2, Open, Robot

THEIRS = SMALL.replace("name: Small ladder", "name: Theirs")


def save_as_others_do(path: Path, text: str) -> None:
    """Replace a file as programs do that never leave half a file."""
    new = path.with_name(".new")
    new.write_text(text, "utf-8")
    new.replace(path)


def deafen(robot: Robot) -> DiskWatch:
    """Let the window hear nothing from the disk, as with shares that do not tell."""
    watch = robot.window.sharing.watch
    assert watch is not None
    watch._poll.stop()
    watch._settle.stop()
    watch._due.clear()
    return watch


def test_that_a_colleagues_save_is_shown_in_place_and_can_be_undone(robot: Robot) -> None:
    save_as_others_do(robot.path, THEIRS)
    robot.wait_for("was changed by somebody else and is shown as it is now")
    assert robot.session.ladder.name == "Theirs"
    assert not robot.session.is_modified
    robot.press("undo")
    assert robot.session.ladder.name == "Small ladder"
    assert robot.session.is_modified
    assert not robot.bars()
    robot.session.redo()
    assert not robot.session.is_modified


def is_called(robot: Robot, name: str) -> bool:
    return robot.session.ladder.name == name


def test_that_every_further_save_is_noticed_too(robot: Robot) -> None:
    for name in ("Second", "Third", "Fourth"):
        save_as_others_do(robot.path, SMALL.replace("Small ladder", name))
        robot.bot.waitUntil(partial(is_called, robot, name))
    assert len(robot.bars()) == 1


def test_that_a_file_written_in_place_is_noticed(robot: Robot) -> None:
    with robot.path.open("w", encoding="utf-8") as file:
        file.write(THEIRS)
    robot.bot.waitUntil(lambda: robot.session.ladder.name == "Theirs")


def test_that_a_file_is_watched_on_after_it_was_replaced(robot: Robot) -> None:
    save_as_others_do(robot.path, THEIRS)
    robot.bot.waitUntil(lambda: robot.session.ladder.name == "Theirs")
    with robot.path.open("r+", encoding="utf-8") as file:  # in place: the folder stays as it is
        file.write(SMALL)
        file.truncate()
    robot.bot.waitUntil(lambda: robot.session.ladder.name == "Small ladder")


def test_that_the_field_one_is_in_shows_what_a_colleague_wrote(robot: Robot) -> None:
    robot.window.workspace.go_to("families/software/P1", FieldPath("title"))
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    save_as_others_do(robot.path, SMALL.replace("Junior Engineer", "Young Engineer"))
    robot.wait_for("is shown as it is now")
    assert field.text() == "Young Engineer"
    assert QApplication.focusWidget() is field


def test_that_work_in_threads_comes_to_the_same(open_robot: Open) -> None:
    jobs = ThreadJobs()
    robot = open_robot(jobs=jobs)
    robot.bot.waitUntil(lambda: lock_path(robot.path).exists())
    for number in range(5):
        robot.edit(f"Mine {number}")
        robot.save()
        save_as_others_do(robot.path, SMALL.replace("Small ladder", f"Theirs {number}"))
        robot.bot.waitUntil(partial(is_called, robot, f"Theirs {number}"))
    robot.wait_for("is shown as it is now")
    robot.window.closing.close(robot.session)
    robot.bot.waitUntil(lambda: not lock_path(robot.path).exists())
    jobs.wait()


def test_that_own_saves_are_no_change(robot: Robot) -> None:
    robot.edit()
    robot.save()
    robot.look()
    robot.bot.wait(200)
    assert not robot.bars()
    assert robot.session.undo_label.startswith("Change")


def test_that_a_save_of_the_same_text_is_no_change(robot: Robot) -> None:
    save_as_others_do(robot.path, SMALL)
    robot.look()
    robot.bot.wait(200)
    assert not robot.bars()
    assert not robot.session.undo_label


def test_that_selection_tree_scroll_and_focus_stay_when_it_is_loaded(robot: Robot) -> None:
    robot.window.workspace.go_to(P2, FieldPath("title"))
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    opened = robot.window.tree.selected_addresses()
    save_as_others_do(robot.path, THEIRS)
    robot.wait_for("is shown as it is now")
    assert robot.window.workspace.address == P2
    assert robot.window.tree.selected_addresses() == opened == [P2]
    assert QApplication.focusWidget() is field


def test_that_own_edits_are_kept_and_both_ways_are_offered(robot: Robot) -> None:
    robot.edit("Mine")
    save_as_others_do(robot.path, THEIRS)
    robot.wait_for("Somebody else changed small.yaml, and you have changes")
    assert robot.session.ladder.name == "Mine"
    robot.press("theirs")
    assert robot.session.ladder.name == "Theirs"
    assert not robot.session.is_modified
    assert "one undo away" in robot.texts()[0]
    robot.session.undo()
    assert robot.session.ladder.name == "Mine"
    assert not robot.bars()


def test_that_mine_can_be_kept_as_a_copy(robot: Robot) -> None:
    robot.edit("Mine")
    save_as_others_do(robot.path, THEIRS)
    robot.wait_for("Somebody else changed")
    proposed = []
    copy = robot.path.with_name("small (mine).yaml")
    robot.dialogs.answers["file_to_save"] = lambda proposal: proposed.append(proposal) or proposal
    robot.press("copy")
    assert proposed == [copy]
    assert "name: Mine" in copy.read_text("utf-8")
    assert "name: Theirs" in robot.written()
    assert not robot.bars()


def test_that_the_bar_stays_when_no_file_is_chosen_for_the_copy(robot: Robot) -> None:
    robot.edit("Mine")
    save_as_others_do(robot.path, THEIRS)
    robot.wait_for("Somebody else changed")
    robot.dialogs.answers["file_to_save"] = None
    robot.press("copy")
    assert len(robot.bars()) == 1


def test_that_undo_in_the_bar_goes_with_the_next_edit(robot: Robot) -> None:
    save_as_others_do(robot.path, THEIRS)
    robot.wait_for("is shown as it is now")
    robot.edit("Mine")
    bar = robot.bars()[0]
    assert not bar.notice.choices
    assert robot.session.ladder.name == "Mine"


def test_that_the_bar_goes_when_the_file_is_again_as_it_was_read(robot: Robot) -> None:
    robot.edit("Mine")
    save_as_others_do(robot.path, THEIRS)
    robot.wait_for("Somebody else changed")
    save_as_others_do(robot.path, SMALL)
    robot.wait_for_silence()


def test_that_a_vanished_file_keeps_what_is_open(robot: Robot) -> None:
    robot.edit("Mine")
    robot.path.unlink()
    robot.wait_for("is no longer in its folder")
    assert robot.session.ladder.name == "Mine"
    elsewhere = robot.path.with_name("found.yaml")
    robot.dialogs.answers["file_to_save"] = elsewhere
    robot.press("save_as")
    assert "name: Mine" in elsewhere.read_text("utf-8")
    assert not robot.bars()


def test_that_saving_a_vanished_file_offers_another_place(robot: Robot) -> None:
    robot.edit("Mine")
    robot.path.unlink()
    robot.dialogs.answers["choose"] = "mine"
    robot.dialogs.asked.clear()
    robot.save()
    (_, (title, _, choices)) = robot.dialogs.asked[0]
    assert title == "The file is gone"
    assert [value for value, _ in choices] == ["copy", "mine"]
    assert "name: Mine" in robot.written()


def test_that_a_file_that_comes_back_ends_the_alarm(robot: Robot) -> None:
    robot.path.unlink()
    robot.wait_for("is no longer in its folder")
    robot.path.write_text(SMALL, "utf-8")
    robot.wait_for_silence()


def test_that_a_broken_file_keeps_what_is_open_until_it_is_corrected(robot: Robot) -> None:
    save_as_others_do(robot.path, "laddereditor: 1\nskills: [")
    robot.wait_for("cannot be read any more")
    assert robot.session.ladder.name == "Small ladder"
    robot.dialogs.answers["unreadable"] = "close"
    robot.press("details")
    name, (path, faults) = robot.dialogs.asked[-1]
    assert (name, path) == ("unreadable", robot.path)
    assert faults
    save_as_others_do(robot.path, THEIRS)
    robot.wait_for("is shown as it is now")
    assert len(robot.bars()) == 1
    assert robot.session.ladder.name == "Theirs"


def test_that_coming_back_to_the_window_looks_again(robot: Robot) -> None:
    deafen(robot)
    save_as_others_do(robot.path, THEIRS)
    QApplication.sendEvent(robot.window, QEvent(QEvent.Type.WindowActivate))
    robot.wait_for("is shown as it is now")


def test_that_a_share_that_sends_no_events_is_looked_at_now_and_then(robot: Robot) -> None:
    watch = deafen(robot)
    watch.check_all(thorough=False)
    save_as_others_do(robot.path, THEIRS)
    watch._poll.timeout.emit()
    robot.wait_for("is shown as it is now")


def test_that_a_ladder_in_the_background_is_reported_when_it_is_shown(
    robot: Robot, tmp_path: Path
) -> None:
    other = tmp_path / "other.yaml"
    other.write_text(SMALL, "utf-8")
    first = robot.session
    robot.window.opening.open_files([other])
    save_as_others_do(robot.path, THEIRS)
    robot.bot.waitUntil(lambda: first.ladder.name == "Theirs")
    assert not robot.bars()
    robot.window.workspace.show_session(first)
    assert len(robot.bars()) == 1


def test_that_a_window_of_scripts_watches_and_locks_nothing(open_robot: Open) -> None:
    robot = open_robot(start=False)
    assert robot.window.sharing.watch is None
    assert [entry.name for entry in robot.path.parent.iterdir()] == ["small.yaml"]


def test_that_the_bar_goes_at_once_when_mine_replaces_theirs(robot: Robot) -> None:
    robot.edit("Mine")
    save_as_others_do(robot.path, THEIRS)
    robot.wait_for("Somebody else changed")
    robot.dialogs.answers["choose"] = "mine"
    robot.save()
    assert not robot.bars()
    assert "name: Mine" in robot.written()


@pytest.mark.skipif(os.name == "nt", reason="no pipes of this kind")
@pytest.mark.parametrize("odd", ["pipe", "device", "folder", "huge file"])
def test_that_an_open_file_replaced_by_what_is_no_ladder_is_reported(
    robot: Robot, odd: str
) -> None:
    robot.path.unlink()
    if odd == "pipe":
        os.mkfifo(robot.path)
    elif odd == "device":
        robot.path.symlink_to("/dev/zero")
    elif odd == "folder":
        robot.path.mkdir()
    else:
        robot.path.touch()
        os.truncate(robot.path, 3_000_000_000)
    robot.wait_for("cannot be read any more")
    robot.edit("Mine")
    robot.dialogs.answers["choose"] = None
    assert not robot.window.saving.save(robot.session)
    assert robot.session.is_modified
