"""Who has a file open: what a person sees of colleagues, and they of the person."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from laddereditor.storage.files.lock import LockAcquired, NoLock, lock_path, look, release, take
from laddereditor.storage.files.program import Program, this_program
from tests.gui.sharing.conftest import P2, Open, Robot, now
from tests.gui.sharing.test_disk import deafen

THIRD = Program("Cem", "TOWER", "a third host", 99, "", "cem's run")


def hold_as(path: Path, who: Program) -> None:
    assert isinstance(take(path, who, now), LockAcquired)


def test_that_an_open_file_is_locked_until_it_is_closed(robot: Robot) -> None:
    seen = look(robot.path, THIRD)
    assert seen is not None
    assert seen.program == this_program()
    robot.window.closing.close(robot.session)
    assert look(robot.path, THIRD) is None


def test_that_closing_the_window_lets_go(robot: Robot) -> None:
    robot.window.close()
    assert not lock_path(robot.path).exists()


def test_that_a_file_that_a_colleague_has_open_can_be_looked_at(
    open_robot: Open, path: Path, ada: Program
) -> None:
    hold_as(path, ada)
    robot = open_robot()
    bar = robot.wait_for("Ada (on LAPTOP-7) has had this file open since ")
    assert f"{now():%H:%M}" in bar.notice.text or now().second < 2
    assert robot.session.read_only == "Ada (on LAPTOP-7) has this file open"
    assert robot.window.windowTitle().endswith("(read-only)")
    robot.edit()
    assert not robot.session.is_modified
    assert look(path, THIRD).program == ada


def test_that_one_can_edit_all_the_same(open_robot: Open, path: Path, ada: Program) -> None:
    hold_as(path, ada)
    robot = open_robot()
    robot.window.workspace.go_to(P2)
    robot.press("edit")
    assert not robot.bars()
    robot.edit("Mine")
    assert robot.session.ladder.name == "Mine"
    robot.window.sharing.locks.refresh()
    assert not robot.session.read_only
    assert not robot.bars()
    assert robot.window.workspace.address == P2


def test_that_the_form_can_be_written_in_again(open_robot: Open, path: Path, ada: Program) -> None:
    hold_as(path, ada)
    robot = open_robot()
    robot.window.workspace.go_to(P2)
    field = robot.window.form.form_editor.place
    assert field is not None and field.read_only
    robot.press("edit")
    assert not robot.window.form.form_editor.place.read_only


def test_that_a_released_lock_is_taken(open_robot: Open, path: Path, ada: Program) -> None:
    hold_as(path, ada)
    robot = open_robot()
    release(path, ada)
    robot.window.sharing.locks.refresh()
    robot.wait_for("Ada (on LAPTOP-7) has closed small.yaml. You can edit it now.")
    assert not robot.session.read_only
    assert look(path, THIRD).program == this_program()


def test_that_a_colleagues_last_save_is_seen_when_the_lock_is_released(
    open_robot: Open, path: Path, ada: Program
) -> None:
    hold_as(path, ada)
    robot = open_robot()
    deafen(robot)
    path.write_text(robot.written().replace("Small ladder", "Ada's"), "utf-8")
    release(path, ada)
    robot.window.sharing.locks.refresh()
    robot.bot.waitUntil(lambda: robot.session.ladder.name == "Ada's")
    assert len(robot.bars()) == 2


def test_that_a_lock_lost_with_own_edits_is_reported_and_holds_nothing(
    robot: Robot, ada: Program
) -> None:
    robot.edit("Mine")
    release(robot.path, this_program())  # as after a long sleep of this machine
    hold_as(robot.path, ada)
    robot.window.sharing.locks.refresh()
    robot.wait_for("Ada (on LAPTOP-7) has opened small.yaml as well")
    assert not robot.session.read_only


def test_that_the_lock_of_a_crash_is_taken_over_without_a_word(
    open_robot: Open, path: Path
) -> None:
    script = (
        "import sys; from pathlib import Path; from datetime import datetime\n"
        "from laddereditor.storage.files.lock import take\n"
        "from laddereditor.storage.files.program import this_program\n"
        "take(Path(sys.argv[1]), this_program(), lambda: datetime.now().astimezone())\n"
    )
    subprocess.run([sys.executable, "-c", script, str(path)], check=True, timeout=30)
    assert lock_path(path).exists()
    robot = open_robot()
    assert not robot.bars()
    assert look(path, THIRD).program == this_program()


def test_that_another_window_of_mine_is_called_so(open_robot: Open, path: Path) -> None:
    other = replace(this_program(), token="another run", process=os.getppid(), started="")
    hold_as(path, other)
    robot = open_robot()
    robot.wait_for("Another window of Ladder Editor on this machine has had this file open")


def no_lock(monkeypatch: pytest.MonkeyPatch, why: str, *, read_only: bool) -> None:
    answer = NoLock(why, read_only=read_only)
    monkeypatch.setattr("laddereditor.gui.sharing.locks.take", lambda *_: answer)


def test_that_a_read_only_folder_makes_no_fuss(
    open_robot: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_lock(monkeypatch, "Read-only", read_only=True)
    robot = open_robot()
    assert not robot.bars()
    assert not robot.session.read_only
    assert not robot.window.status.currentMessage()
    robot.edit()
    assert robot.session.is_modified


def test_that_a_lock_that_cannot_be_made_is_reported_once(
    open_robot: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_lock(monkeypatch, "Others are not told", read_only=False)
    robot = open_robot()
    assert robot.window.status.currentMessage() == "Others are not told"
    robot.window.status.clearMessage()
    robot.window.sharing.locks.refresh()
    assert not robot.window.status.currentMessage()


def test_that_who_edits_anyway_is_not_held_up_by_the_next_colleague(
    open_robot: Open, path: Path, ada: Program
) -> None:
    hold_as(path, ada)
    robot = open_robot()
    robot.press("edit")
    release(path, ada)
    hold_as(path, THIRD)
    robot.window.sharing.locks.refresh()
    assert not robot.session.read_only
    assert not robot.bars()


def test_that_saving_elsewhere_moves_the_lock(robot: Robot) -> None:
    copy = robot.path.with_name("copy.yaml")
    robot.dialogs.answers["file_to_save"] = copy
    robot.save_as()
    assert look(robot.path, THIRD) is None
    assert look(copy, THIRD) is not None


def test_that_the_time_is_renewed(robot: Robot) -> None:
    before, context = look(robot.path, THIRD), robot.window.sharing.context
    assert before is not None and context is not None
    later = replace(context, now=lambda: now() + timedelta(minutes=1))
    robot.window.sharing.locks._around = later
    robot.window.sharing.locks._timer.timeout.emit()
    after = look(robot.path, THIRD)
    assert after is not None
    assert after.since == before.since
    assert after.seen is not None and before.seen is not None
    assert after.seen > before.seen
