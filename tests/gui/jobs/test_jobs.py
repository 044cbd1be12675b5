"""Work in threads, as the window is told of it."""

from pytestqt.qtbot import QtBot

from laddereditor.gui.jobs.jobs import ThreadJobs
from laddereditor.session.jobs import JobProgress


def test_that_reports_in_quick_succession_reach_the_window_as_few_steps(qtbot: QtBot) -> None:
    jobs = ThreadJobs()
    heard: list[float] = []
    ended: list[int] = []

    def work(progress: JobProgress) -> int:
        for share in range(10_001):
            progress.report(share / 10_000)
        return 7

    jobs.run(work, ended.append, lambda error: None, heard.append)
    qtbot.waitUntil(lambda: ended == [7])
    jobs.wait()
    assert heard == sorted(heard)
    assert 20 <= len(heard) <= 51
    assert heard[-1] >= 0.98
