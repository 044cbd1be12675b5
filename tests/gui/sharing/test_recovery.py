"""Unsaved work survives a crash, and is offered at the next start."""

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QTreeWidget
from pytestqt.qtbot import QtBot

from laddereditor.edits.fields import set_field
from laddereditor.gui.sharing.recoveries_dialog import RecoveriesDialog
from laddereditor.presentation.dialogs.protocol import RecoverableWork, RecoveryAnswer
from laddereditor.presentation.sharing.run_context import RunContext
from laddereditor.session.recovery import Recovery, read_recovery, write_recovery
from laddereditor.storage.files.document import read_text, to_bytes, update
from laddereditor.storage.files.ladder_files import digest_of
from laddereditor.storage.files.program import this_program
from tests.gui.samples import SMALL
from tests.gui.sharing.conftest import P2, Open, Robot, now

DEAD = replace(this_program(), process=2**22 + 1, started="", token="a run that crashed")
IDENTITY = "0123456789abcdef" * 2


def kept(context: RunContext) -> list[Path]:
    assert context.recoveries is not None
    return sorted(context.recoveries.glob("*.recovery"))


def crash(
    context: RunContext,
    path: Path | None,
    *,
    at: datetime | None = None,
    base: str = SMALL,
    identity: str = IDENTITY,
) -> None:
    """Leave behind what a crashed run does: a summary changed in one profile."""
    document = read_text(base)
    ladder = set_field(document.ladder, P2, "summary", "Kept").change(document.ladder)
    record = Recovery(
        identity,
        path,
        digest_of(base.encode()) if path else None,
        at or now(),
        path.name if path else "Small ladder",
        DEAD,
        to_bytes(update(document, ladder)),
    )
    assert context.recoveries is not None
    write_recovery(context.recoveries, record)


def summary(robot: Robot) -> str:
    return robot.session.ladder.families[0].profiles[1].summary


def offer(robot: Robot) -> None:
    assert robot.window.sharing.recoveries is not None
    robot.window.sharing.recoveries.offer()


def test_that_unsaved_work_is_kept_without_being_asked(robot: Robot, context: RunContext) -> None:
    robot.edit("Mine")
    robot.bot.waitUntil(lambda: bool(kept(context)), timeout=60_000)
    record = read_recovery(kept(context)[0])
    assert record.path == robot.path
    assert b"name: Mine" in record.data


@pytest.mark.parametrize("way", ["save", "undo", "discard"])
def test_that_nothing_is_kept_of_what_was_saved_undone_or_given_up(
    robot: Robot, context: RunContext, way: str
) -> None:
    robot.edit("Mine")
    robot.bot.waitUntil(lambda: bool(kept(context)))
    if way == "save":
        robot.save()
    elif way == "undo":
        robot.session.undo()
    else:
        robot.dialogs.answers["save_changes"] = "discard"
        robot.window.closing.close(robot.session)
    robot.bot.waitUntil(lambda: not kept(context))


def test_that_quitting_with_discard_keeps_nothing(robot: Robot, context: RunContext) -> None:
    robot.edit("Mine")
    robot.bot.waitUntil(lambda: bool(kept(context)))
    robot.dialogs.answers["save_changes"] = "discard"
    assert robot.window.close()
    robot.bot.waitUntil(lambda: not kept(context))


def test_that_work_of_a_crash_is_offered_and_restored(
    open_robot: Open, context: RunContext, path: Path
) -> None:
    crash(context, path)
    robot = open_robot(files=[])
    offer(robot)
    bar = robot.wait_for("Unsaved changes of small.yaml from today")
    assert bar.notice.text.endswith("were kept: 1 profile changed.")
    robot.press("restore")
    assert robot.session.path == path
    assert summary(robot) == "Kept"
    assert robot.session.is_modified
    assert not robot.bars()
    assert path.read_text("utf-8") == SMALL
    robot.session.undo()
    assert summary(robot) != "Kept"
    assert not robot.session.is_modified


def test_that_a_restored_recovery_goes_when_it_is_saved(
    open_robot: Open, context: RunContext, path: Path
) -> None:
    crash(context, path)
    robot = open_robot(files=[])
    offer(robot)
    robot.press("restore")
    assert [one.stem for one in kept(context)] == [IDENTITY]
    robot.save()
    assert "summary: Kept" in robot.written()
    robot.bot.waitUntil(lambda: not kept(context))


def test_that_a_file_that_is_open_already_is_used(
    open_robot: Open, context: RunContext, path: Path
) -> None:
    crash(context, path)
    robot = open_robot()
    offer(robot)
    robot.press("restore")
    assert len(robot.window.workspace.sessions) == 1
    assert summary(robot) == "Kept"


def test_that_a_file_saved_since_is_mentioned(
    open_robot: Open, context: RunContext, path: Path
) -> None:
    crash(context, path)
    path.write_text(SMALL.replace("Small ladder", "Theirs"), "utf-8")
    robot = open_robot(files=[])
    offer(robot)
    robot.press("restore")
    robot.wait_for("small.yaml was saved since these changes were made")
    assert robot.session.ladder.name == "Small ladder"
    robot.press("undo")
    assert robot.session.ladder.name == "Theirs"
    assert not robot.session.is_modified


def test_that_work_whose_file_is_gone_opens_without_one(
    open_robot: Open, context: RunContext, path: Path
) -> None:
    crash(context, path)
    path.unlink()
    robot = open_robot(files=[])
    offer(robot)
    robot.press("restore")
    assert robot.session.path is None
    assert robot.session.is_modified
    assert summary(robot) == "Kept"
    robot.bot.waitUntil(lambda: [one.stem for one in kept(context)] == [IDENTITY])
    robot.dialogs.answers["file_to_save"] = path
    robot.save()
    robot.bot.waitUntil(lambda: not kept(context))


def test_that_work_that_never_had_a_file_is_restored(open_robot: Open, context: RunContext) -> None:
    crash(context, None)
    robot = open_robot(files=[])
    offer(robot)
    robot.wait_for("Unsaved changes of Small ladder")
    robot.press("restore")
    assert robot.session.path is None
    assert summary(robot) == "Kept"


def test_that_a_broken_file_does_not_keep_work_from_being_restored(
    open_robot: Open, context: RunContext, path: Path
) -> None:
    crash(context, path)
    path.write_text("skills: [", "utf-8")
    robot = open_robot(files=[])
    robot.dialogs.answers["unreadable"] = "close"
    offer(robot)
    robot.press("restore")
    assert robot.session.path is None
    assert summary(robot) == "Kept"


def test_that_what_was_kept_can_be_discarded_after_a_question(
    open_robot: Open, context: RunContext, path: Path
) -> None:
    crash(context, path)
    robot = open_robot()
    offer(robot)
    robot.dialogs.answers["confirm"] = False
    robot.press("discard")
    assert robot.bars()
    assert kept(context)
    robot.dialogs.answers["confirm"] = True
    robot.press("discard")
    assert not robot.bars()
    assert not kept(context)
    assert robot.written() == SMALL


def test_that_later_offers_it_again(open_robot: Open, context: RunContext, path: Path) -> None:
    crash(context, path)
    robot = open_robot()
    offer(robot)
    robot.press("later")
    assert not robot.bars()
    offer(robot)
    assert robot.bars()


def test_that_what_is_in_the_file_already_is_not_offered(
    open_robot: Open, context: RunContext, path: Path
) -> None:
    crash(context, path)
    path.write_bytes(read_recovery(kept(context)[0]).data)
    robot = open_robot()
    offer(robot)
    assert not robot.bars()
    assert not kept(context)


def crash_with(context: RunContext, path: Path, *names: str) -> list[Path]:
    """Leave the unsaved work of several ladders, the first of them the newest."""
    files = [path.with_name(f"{name}.yaml") for name in names]
    for number, file in enumerate(files):
        file.write_text(SMALL, "utf-8")
        crash(context, file, at=now() - timedelta(minutes=number), identity=f"{number:032x}")
    return files


def test_that_all_that_was_kept_is_offered_in_one_notice(
    open_robot: Open, context: RunContext, path: Path
) -> None:
    files = crash_with(context, path, "one", "two", "three", "four")
    robot = open_robot(files=[])
    offer(robot)
    (bar,) = robot.bars()
    assert bar.notice.text.startswith("Unsaved changes of 4 ladders were kept: one.yaml (today")
    assert all(file.name in bar.notice.text for file in files)
    robot.press("restore")
    robot.wait_for_silence()
    sessions = robot.window.workspace.sessions
    assert sorted(one.path for one in sessions if one.path) == sorted(files)
    assert all(one.is_modified for one in sessions)
    assert len(kept(context)) == 4


@pytest.mark.parametrize("front", [0, 1, 2])
def test_that_the_ladder_in_front_stays_there_when_several_are_restored(
    open_robot: Open, context: RunContext, path: Path, front: int
) -> None:
    files = crash_with(context, path, "one", "two", "three")
    robot = open_robot(files=files)
    workspace = robot.window.workspace
    shown = next(one for one in workspace.sessions if one.path == files[front])
    workspace.show_session(shown)
    offer(robot)
    robot.press("restore")
    robot.wait_for_silence()
    robot.bot.waitUntil(lambda: all(one.is_modified for one in workspace.sessions))
    assert workspace.session is shown


def test_that_of_what_was_kept_a_person_chooses_what_is_restored_and_the_rest_stays(
    open_robot: Open, context: RunContext, path: Path
) -> None:
    files = crash_with(context, path, "one", "two", "three")
    robot = open_robot(files=[])
    offer(robot)
    asked: list[list[RecoverableWork]] = []

    def choose(works: list[RecoverableWork]) -> RecoveryAnswer:
        asked.append(works)
        return RecoveryAnswer((1,))

    robot.dialogs.answers["kept_work"] = choose
    robot.press("choose")
    assert [(work.name, work.differences) for work in asked[0]] == [
        (file.name, "1 profile changed") for file in files
    ]
    assert [one.path for one in robot.window.workspace.sessions] == [files[1]]
    robot.wait_for("Unsaved changes of 2 ladders were kept: one.yaml")
    assert len(kept(context)) == 3


def test_that_discarding_what_was_kept_asks_and_takes_only_what_was_marked(
    open_robot: Open, context: RunContext, path: Path
) -> None:
    crash_with(context, path, "one", "two", "three")
    robot = open_robot(files=[])
    offer(robot)
    robot.dialogs.answers["kept_work"] = RecoveryAnswer((0, 2), discard=True)
    robot.dialogs.answers["confirm"] = False
    robot.press("choose")
    assert len(kept(context)) == 3
    robot.dialogs.answers["confirm"] = True
    robot.press("choose")
    robot.wait_for("Unsaved changes of two.yaml")
    assert [one.stem for one in kept(context)] == [f"{1:032x}"]


def test_that_closing_the_list_of_what_was_kept_changes_nothing(
    open_robot: Open, context: RunContext, path: Path
) -> None:
    crash_with(context, path, "one", "two", "three")
    robot = open_robot(files=[])
    offer(robot)
    robot.dialogs.answers["kept_work"] = None
    robot.press("choose")
    robot.wait_for("Unsaved changes of 3 ladders")
    assert len(kept(context)) == 3


def test_that_two_recoveries_of_one_file_are_both_restored(
    open_robot: Open, context: RunContext, path: Path
) -> None:
    crash(context, path, identity="1" * 32)
    older = SMALL.replace("Small ladder", "Older")
    crash(context, path, identity="2" * 32, at=now() - timedelta(hours=1), base=older)
    robot = open_robot(files=[])
    offer(robot)
    robot.press("restore")
    found = {one.path: one.ladder.name for one in robot.window.workspace.sessions}
    assert found == {path: "Small ladder", None: "Older"}
    robot.bot.waitUntil(lambda: len(kept(context)) == 2)


def test_that_the_list_of_what_was_kept_restores_what_is_marked(qtbot: QtBot) -> None:
    works = [
        RecoverableWork(name, "", "today 14:03", "1 profile changed") for name in ("a", "b", "c")
    ]
    dialog = RecoveriesDialog(works)
    qtbot.addWidget(dialog)
    dialog.show()
    rows = dialog.findChild(QTreeWidget, "recoveriesList")
    assert rows is not None
    assert rows.topLevelItemCount() == 3
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    qtbot.keyClick(rows, Qt.Key.Key_Space)
    (restore,) = [one for one in dialog.findChildren(QPushButton) if one.text() == "&Restore 2"]
    qtbot.mouseClick(restore, Qt.MouseButton.LeftButton)
    assert dialog.answer() == RecoveryAnswer((0, 2))


def test_that_what_is_open_is_known_after_a_crash(
    open_robot: Open, context: RunContext, path: Path
) -> None:
    other = path.with_name("other.yaml")
    other.write_text(SMALL, "utf-8")
    robot = open_robot()
    settings = robot.window.settings
    robot.window.opening.open_files([other])
    robot.bot.waitUntil(lambda: settings.paths("open") == [path, other])
    assert settings.paths("front") == [other]
    robot.window.workspace.close(robot.session)
    assert settings.paths("open") == [path]


def test_that_a_recovery_is_offered_however_old_it_is(
    open_robot: Open, context: RunContext, path: Path
) -> None:
    crash(context, path, at=datetime.now(UTC) - timedelta(days=4000))
    old = time.time() - 4000 * 24 * 3600
    os.utime(kept(context)[0], (old, old))
    robot = open_robot()
    offer(robot)
    assert robot.bars()
    assert kept(context)


def test_that_a_full_state_folder_is_reported(robot: Robot) -> None:
    said: list[str] = []
    robot.window.workspace.notice.connect(said.append)
    robot.window.sharing.recoveries.failed.emit("Unsaved changes are not kept")
    assert said == ["Unsaved changes are not kept"]


KILLED = """
import sys
from pathlib import Path
from laddereditor.edits.fields import set_field
from laddereditor.gui.app import make_application, open_window
from laddereditor.model.address import Address
from laddereditor.presentation.sharing.run_context import context_of_this_run

app = make_application()
window = open_window([sys.argv[1]])
window.show()
window.sharing.start(context_of_this_run(print))
ladder = window.workspace.session.ladder
window.workspace.apply(set_field(ladder, Address("families/software/P2"), "summary", "Kept"))
print("edited", flush=True)
app.exec()
"""


def test_that_a_killed_program_loses_nothing(
    open_robot: Open, context: RunContext, path: Path, state: Path
) -> None:
    environment = {**os.environ, "LADDEREDITOR_STATE": str(state)}
    first = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(path)],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert first.stdout is not None
        assert first.stdout.readline() == "edited\n"
        deadline = time.monotonic() + 60
        while not kept(context) and time.monotonic() < deadline:
            time.sleep(0.02)
    finally:
        first.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
        first.wait()
        if first.stdout is not None:
            first.stdout.close()
    assert path.read_text("utf-8") == SMALL
    robot = open_robot()
    assert not robot.session.read_only  # the lock of the killed program holds nobody up
    offer(robot)
    robot.wait_for("Unsaved changes of small.yaml from today")
    robot.press("restore")
    assert summary(robot) == "Kept"
