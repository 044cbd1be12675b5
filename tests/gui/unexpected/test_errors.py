"""What a person sees of an unexpected error, and what of it is in the log."""

import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from laddereditor.gui.sharing.crashes import keep_crash_file
from laddereditor.gui.unexpected.errors import UnexpectedErrors, listen, unexpected_errors
from laddereditor.gui.unexpected.guard import report
from laddereditor.gui.unexpected.qt_messages import message_text
from laddereditor.presentation.sharing.run_context import RunContext
from laddereditor.session.error_log import write_log
from laddereditor.session.recovery import read_recovery
from laddereditor.storage.files.document import read_text
from tests.gui.held_jobs import HeldJobs
from tests.gui.samples import SMALL
from tests.gui.sharing import conftest as sharing

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Log = Callable[[], str]
SECRET = "Severance"
state, path, context = sharing.state, sharing.path, sharing.context
open_robot, robot = sharing.open_robot, sharing.robot


@pytest.fixture
def errors(qapp: QApplication, error_log: Log) -> Iterator[UnexpectedErrors]:
    """The program's place for errors, with every hook set as in the running program."""
    place = unexpected_errors()
    stop = listen(place)
    yield place
    stop()
    for dialog in dialogs():
        dialog.close()
    place.setParent(None)
    place.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def dialogs() -> list[QWidget]:
    shown = QApplication.topLevelWidgets()
    return [one for one in shown if one.objectName() == "reportDialog" and one.isVisible()]


def said(robot: sharing.Robot) -> str:
    robot.bot.waitUntil(lambda: len(dialogs()) == 1)
    return "\n".join(label.text() for label in dialogs()[0].findChildren(QLabel))


def press(name: str) -> None:
    dialogs()[0].findChild(QPushButton, f"report.{name}").click()
    QApplication.processEvents()


def fail(words: str = SECRET) -> None:
    raise ValueError(words)


def fail_in_the_window(times: int = 1) -> None:
    for _ in range(times):
        try:
            fail()
        except ValueError as error:
            report(error)
    QApplication.processEvents()


def test_that_the_dialog_says_what_was_done_and_that_the_work_is_safe(
    robot: sharing.Robot, errors: UnexpectedErrors, context: RunContext, error_log: Log
) -> None:
    robot.edit("Mine")
    robot.window.actions_by_id.connect_handler("view.expand", fail)
    robot.window.actions_by_id["view.expand"].trigger()
    text = said(robot)
    assert "Ladder Editor made a mistake while carrying out “Expand the branch”" in text
    assert "the unsaved changes of small.yaml were kept just now" in text
    assert "errors.log" in text
    assert "while carrying out “Expand the branch”" in error_log()
    press("continue")
    assert not dialogs()


def test_that_the_recovery_is_written_before_the_dialog_shows(
    robot: sharing.Robot, errors: UnexpectedErrors, context: RunContext
) -> None:
    robot.edit("Mine")
    fail_in_the_window()  # far sooner than the recovery writer would have written
    said(robot)
    assert context.recoveries is not None
    kept = [read_recovery(file) for file in context.recoveries.glob("*.recovery")]
    assert [read_text(one.data.decode()).ladder.name for one in kept] == ["Mine"]


def test_that_work_that_cannot_be_kept_is_not_called_safe(
    open_robot: sharing.Open, errors: UnexpectedErrors
) -> None:
    robot = open_robot(start=False)
    robot.edit("Mine")
    fail_in_the_window()
    assert "could not be kept in case of a crash. Save a copy now." in said(robot)


def test_that_an_error_that_comes_again_and_again_is_one_dialog(
    robot: sharing.Robot, errors: UnexpectedErrors, error_log: Log
) -> None:
    fail_in_the_window(500)
    said(robot)
    fail_in_the_window(500)
    assert len(dialogs()) == 1
    report_text = dialogs()[0].findChild(QPlainTextEdit, "report.text")
    assert "1000 × ValueError" in report_text.toPlainText() or "512" in report_text.toPlainText()
    press("continue")
    fail_in_the_window(500)
    assert not dialogs()
    assert error_log().count("ValueError") == 11  # the first, second, fourth … 1024th time


def test_that_other_errors_right_behind_a_dialog_are_reported_in_a_line(
    robot: sharing.Robot, errors: UnexpectedErrors
) -> None:
    fail_in_the_window()
    said(robot)
    press("continue")
    try:
        robot.bot.nowhere  # type: ignore[attr-defined]  # noqa: B018 - raises
    except AttributeError as error:
        report(error)
    QApplication.processEvents()
    assert not dialogs()
    assert "Something unexpected came up again" in robot.window.status.currentMessage()


def test_that_a_command_that_fails_again_says_so_again(
    robot: sharing.Robot, errors: UnexpectedErrors
) -> None:
    robot.window.actions_by_id.connect_handler("view.expand", fail)
    for _ in range(2):
        robot.window.actions_by_id["view.expand"].trigger()
        assert "Expand the branch" in said(robot)
        press("continue")


def test_that_errors_in_threads_and_jobs_are_reported(
    robot: sharing.Robot, errors: UnexpectedErrors, error_log: Log
) -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert "while working in the background" in said(robot)
    press("continue")
    assert "in fail" in error_log()


@pytest.mark.parametrize("error", [ValueError(SECRET), SystemExit(SECRET)])
def test_that_a_job_keeps_no_error_to_itself(
    qtbot: QtBot, errors: UnexpectedErrors, error: BaseException
) -> None:
    from laddereditor.gui.jobs.jobs import ThreadJobs

    def work(_: object) -> None:
        raise error

    jobs = ThreadJobs()
    heard: list[BaseException] = []
    jobs.run(work, lambda _: None, heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    jobs.wait()
    assert heard == [error]


def test_that_what_fails_while_cleaning_up_is_in_the_log_alone(
    robot: sharing.Robot, errors: UnexpectedErrors, error_log: Log
) -> None:
    class Broken:
        def __del__(self) -> None:
            fail()

    Broken()
    QApplication.processEvents()
    assert not dialogs()
    assert "in fail" in error_log()


def test_that_qt_warnings_are_in_the_log_without_their_words(
    errors: UnexpectedErrors, error_log: Log, capfd: pytest.CaptureFixture[str]
) -> None:
    from PySide6.QtCore import qWarning

    qWarning(f"QTextBrowser: No document for {SECRET}\x1b[31m")
    assert "Qt warning [default]: QTextBrowser" in error_log()
    assert SECRET not in error_log()
    assert "\x1b" not in capfd.readouterr().err
    assert (
        message_text("warning", "qt.qpa", SECRET)
        == "Qt warning [qt.qpa]: a message of 9 characters"
    )
    assert message_text("warning", "", "QObject::connect(x)") == "Qt warning: QObject::connect"


def test_that_the_report_is_copied_without_any_text_of_the_ladder(
    robot: sharing.Robot, errors: UnexpectedErrors, error_log: Log
) -> None:
    fail_in_the_window()
    said(robot)
    press("copy")
    copied = QGuiApplication.clipboard().text()
    assert "Ladder Editor " in copied
    assert "test_errors.py" in copied
    assert "in fail" in copied
    assert SECRET not in copied + error_log()
    assert "The report was copied" in said(robot)


def test_that_a_copy_is_saved_and_the_ladder_keeps_its_file(
    robot: sharing.Robot, errors: UnexpectedErrors, tmp_path: Path
) -> None:
    robot.edit("Mine")
    copy = tmp_path / "copy.yaml"
    robot.dialogs.answers["file_to_save"] = copy
    fail_in_the_window()
    said(robot)
    press("save")
    assert read_text(copy.read_text("utf-8")).ladder.name == "Mine"
    assert robot.dialogs.asked == [("file_to_save", (robot.path.with_name("small copy.yaml"),))]
    assert robot.session.path == robot.path
    assert robot.session.is_modified
    assert robot.written() == SMALL
    assert "Saved " in said(robot)


def test_that_a_copy_never_replaces_an_open_ladder(
    robot: sharing.Robot, errors: UnexpectedErrors
) -> None:
    robot.edit("Mine")
    robot.dialogs.answers |= {"file_to_save": robot.path, "show_message": None}
    written: list[Path] = []
    robot.window.saving.save_copy(robot.session, written.append)
    assert not written
    assert robot.written() == SMALL


def test_that_help_opens_the_same_dialog(robot: sharing.Robot, errors: UnexpectedErrors) -> None:
    robot.window.actions_by_id["help.report"].trigger()
    assert "Nothing unexpected has happened" in said(robot)
    robot.window.actions_by_id["help.report"].trigger()
    assert len(dialogs()) == 1
    assert dialogs()[0].windowTitle() == "Report a problem"
    press("continue")


def test_that_help_shows_what_the_log_has_of_earlier_runs(
    robot: sharing.Robot, errors: UnexpectedErrors
) -> None:
    write_log("KeyError\n  gui/x.py:1 in f")
    robot.window.actions_by_id["help.report"].trigger()
    said(robot)
    text = dialogs()[0].findChild(QPlainTextEdit, "report.text").toPlainText()
    assert "From the end of the log:" in text
    assert "gui/x.py:1 in f" in text


def test_that_the_hooks_are_as_before_when_the_program_ends(qapp: QApplication) -> None:
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    place = UnexpectedErrors()
    listen(place)()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before


def test_that_a_window_closes_though_remembering_it_fails(
    robot: sharing.Robot, errors: UnexpectedErrors, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("laddereditor.gui.window.main_window.remember", fail)
    assert robot.window.close()


def test_that_a_window_stays_though_the_question_about_changes_fails(
    robot: sharing.Robot, errors: UnexpectedErrors, monkeypatch: pytest.MonkeyPatch
) -> None:
    robot.edit("Mine")
    monkeypatch.setattr(robot.window.closing, "leave", fail)
    assert not robot.window.close()
    assert robot.window.isVisible()
    assert "while closing the window" in said(robot)


def test_that_a_recovery_that_fails_for_no_fault_of_the_disk_is_logged(
    robot: sharing.Robot,
    errors: UnexpectedErrors,
    error_log: Log,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(_: object) -> bytes:
        raise ValueError(SECRET)

    monkeypatch.setattr("laddereditor.session.recovery_writer.copy_to_keep", broken)
    robot.edit("Mine")
    robot.bot.waitUntil(lambda: "in RecoveryWriter._run" in error_log())
    assert SECRET not in error_log()
    assert not dialogs()  # a notice says that the changes are not kept


def test_that_a_dead_disk_under_the_log_is_waited_for_once(
    robot: sharing.Robot, errors: UnexpectedErrors, monkeypatch: pytest.MonkeyPatch
) -> None:
    over, asked = threading.Event(), []

    def stuck(text: str) -> None:
        asked.append(text)
        over.wait(20)

    monkeypatch.setattr("laddereditor.session.error_log.write_log", stuck)
    monkeypatch.setattr("laddereditor.gui.unexpected.errors._PATIENCE", 0.01)
    errors.note("Qt warning: one")
    errors.note("Qt warning: another")
    fail_in_the_window()
    assert "The log could not be written." in said(robot)
    over.set()
    assert asked == ["Qt warning: one"]


def test_that_a_report_can_be_made_though_the_disk_of_the_log_is_dead(
    robot: sharing.Robot, errors: UnexpectedErrors, monkeypatch: pytest.MonkeyPatch
) -> None:
    over = threading.Event()
    for name in ("log_end", "log_path"):
        monkeypatch.setattr(f"laddereditor.session.error_log.{name}", lambda: over.wait(20))
    monkeypatch.setattr("laddereditor.gui.unexpected.errors._PATIENCE", 0.01)
    monkeypatch.setattr(errors, "_log", "")  # a warning of Qt at the start may have been written
    errors.show_report()
    assert "No log of errors can be written." in said(robot)
    over.set()


def test_that_the_start_does_not_wait_for_the_disk_of_the_log(
    open_robot: sharing.Open, error_log: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk, opened = HeldJobs(), list[IO[str]]()
    monkeypatch.setattr("faulthandler.enable", opened.append)
    robot = open_robot(files=[], jobs=disk)
    disk.hold()
    keep_crash_file(robot.window.disk_jobs, robot.window.sharing.notices)
    assert not opened
    disk.go_on()
    assert len(opened) == 1
    opened[0].close()


def test_that_a_crash_of_the_last_run_is_shown_and_reported(
    robot: sharing.Robot,
    errors: UnexpectedErrors,
    error_log: Log,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[IO[str]] = []
    monkeypatch.setattr("faulthandler.enable", opened.append)
    keep_crash_file(robot.window.disk_jobs, robot.window.sharing.notices)
    assert not robot.bars()
    opened[0].write("Fatal Python error: Segmentation fault\n")
    opened[0].close()
    keep_crash_file(robot.window.disk_jobs, robot.window.sharing.notices)
    opened[1].close()
    robot.wait_for("Ladder Editor ended unexpectedly the last time")
    assert "Segmentation fault" in error_log()
    robot.press("report")
    said(robot)
    assert (
        "Segmentation fault" in dialogs()[0].findChild(QPlainTextEdit, "report.text").toPlainText()
    )
