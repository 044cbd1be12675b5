"""Reading in a thread: the window answers, shows how far it is, and can be told to stop."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QProgressBar, QToolButton
from pytestqt.qtbot import QtBot

from laddereditor.edits.fields import set_field
from laddereditor.gui.jobs.jobs import ThreadJobs
from laddereditor.gui.settings.settings import Settings
from laddereditor.gui.window.main_window import MainWindow
from laddereditor.model.address import Address
from laddereditor.session.jobs import JobProgress
from tests.gui.fakes import FakeDialogs


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ladder of about two megabytes."""
    path = tmp_path_factory.mktemp("large") / "large.yaml"
    skills = "".join(
        f"  - id: skill-{n}\n    name: Skill {n}\n    description: What skill {n} is good for\n"
        for n in range(24_000)
    )
    path.write_text(f"laddereditor: 1\nname: Large\nskills:\n{skills}", "utf-8")
    return path


@pytest.fixture
def window(qtbot: QtBot, dialogs: FakeDialogs) -> Iterator[MainWindow]:
    dialogs.answers["save_changes"] = "discard"
    window = MainWindow(Settings.forgetful(), dialogs=dialogs)
    qtbot.addWidget(window, before_close_func=lambda w: w.shut_down())
    window.finish_startup()
    window.show()
    yield window


def _bar(window: MainWindow) -> QProgressBar:
    bar = window.findChild(QProgressBar, "readingProgress")
    assert bar is not None
    return bar


def test_that_the_window_answers_and_shows_how_far_it_is(
    qtbot: QtBot, window: MainWindow, large: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The reader goes on only after the window has answered once more: were it to read in the
    # window's own thread, no answer could come.
    answered = threading.Event()
    waits: list[bool] = []
    is_cancelled = JobProgress.cancelled

    def wait_for_window(progress: JobProgress) -> bool:
        if len(waits) < 5 and threading.current_thread() is not threading.main_thread():
            answered.clear()
            waits.append(answered.wait(timeout=10))
        return is_cancelled(progress)

    monkeypatch.setattr(JobProgress, "cancelled", wait_for_window)
    shares: list[int] = []
    _bar(window).valueChanged.connect(shares.append)
    timer = QTimer()
    timer.timeout.connect(answered.set)
    timer.start(0)
    window.opening.open_files([large])
    assert _bar(window).isVisible()
    qtbot.waitUntil(lambda: window.workspace.session is not None, timeout=30_000)
    timer.stop()
    assert not _bar(window).isVisible()
    assert len(set(shares)) > 3
    assert shares == sorted(shares)
    assert waits == [True] * 5
    session = window.workspace.session
    assert session is not None
    assert len(session.ladder.skills) == 24_000
    qtbot.waitUntil(lambda: session.report is not None, timeout=30_000)


def test_that_cancelling_leaves_nothing_open(qtbot: QtBot, window: MainWindow, large: Path) -> None:
    waiting = large.with_name("waiting.yaml")
    window.opening.open_files([large, waiting])
    cancel = window.findChild(QToolButton, "readingCancel")
    assert cancel is not None
    with qtbot.waitSignal(window.opening.ended):
        qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    assert not _bar(window).isVisible()
    jobs = window.disk_jobs
    assert isinstance(jobs, ThreadJobs)
    qtbot.waitUntil(lambda: not jobs.is_busy(), timeout=30_000)
    assert window.workspace.session is None
    assert window.welcoming.page.isVisible()
    small = large.with_name("small.yaml")
    small.write_text("laddereditor: 1\nname: Small\n", "utf-8")
    window.opening.open_files([small])  # what waited before the cancel is not opened now either
    qtbot.waitUntil(lambda: not window.opening.is_busy)
    assert [session.name for session in window.workspace.sessions] == ["small.yaml"]
    qtbot.waitUntil(lambda: window.workspace.sessions[0].report is not None)


def test_that_closing_while_reading_ends_the_thread(
    qtbot: QtBot, window: MainWindow, large: Path
) -> None:
    before = threading.active_count()
    window.opening.open_files([large])
    assert threading.active_count() > before
    assert window.close()
    qtbot.waitUntil(lambda: threading.active_count() == before, timeout=30_000)
    assert not window.workspace.sessions


def test_that_a_result_after_a_cancel_is_dropped(qtbot: QtBot) -> None:
    jobs, go = ThreadJobs(), threading.Event()
    heard: list[object] = []
    job = jobs.run(lambda _: go.wait(10), heard.append, heard.append, heard.append)
    job.cancel()
    go.set()
    qtbot.waitUntil(lambda: not jobs.is_busy())
    assert heard == []
    jobs.wait()


def test_that_a_failure_and_a_result_come_back_in_the_windows_thread(qtbot: QtBot) -> None:
    jobs, heard = ThreadJobs(), []

    def note(value: object) -> None:
        heard.append((value, threading.current_thread() is threading.main_thread()))

    def fail(_: object) -> None:
        raise error

    def report(progress: JobProgress) -> int:
        progress.report(0.5)
        return 7

    error = ValueError("no")
    jobs.run(fail, note, note)
    qtbot.waitUntil(lambda: len(heard) == 1)
    jobs.run(report, note, note, note)
    qtbot.waitUntil(lambda: len(heard) == 3)
    assert heard == [(error, True), (0.5, True), (7, True)]
    jobs.wait()


def test_that_an_edit_made_during_the_check_is_in_its_result(
    qtbot: QtBot, window: MainWindow, large: Path
) -> None:
    window.opening.open_files([large])
    qtbot.waitUntil(lambda: window.workspace.session is not None, timeout=30_000)
    session = window.workspace.session
    assert session is not None
    session.apply(set_field(session.ladder, Address("skills/skill-1"), "description", "TBD"))
    qtbot.waitUntil(lambda: session.report is not None, timeout=30_000)
    assert session.report is not None
    assert any(found.address == "skills/skill-1" for found in session.report.findings)
