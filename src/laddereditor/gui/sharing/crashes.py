"""Has the interpreter write a trace when a fault outside Python code ends the program."""

import faulthandler
from typing import IO

from laddereditor.gui.sharing.notice import Notice, NoticeButton, NoticeList
from laddereditor.gui.unexpected.errors import unexpected_errors
from laddereditor.session.error_log import crash_file, take_crash
from laddereditor.session.jobs import Jobs
from laddereditor.storage.files.state_folder import NoStateFolder

_KEY = "crashed"


def keep_crash_file(disk: Jobs, notices: NoticeList) -> None:
    """Record crashes from now on, and report whether the last run ended in one.

    The disk is accessed in a job, because the home folder may be on a slow disk.
    """

    def on_found(found: tuple[bool, IO[str]]) -> None:
        crashed, file = found
        faulthandler.enable(file)  # which holds on to the file
        if crashed:
            notices.post(_notice(notices))

    disk.run(lambda _: (take_crash(), crash_file()), on_found, _failed)


def _failed(error: Exception) -> None:
    """Ignore that nothing can be stored; this is reported elsewhere."""
    if not isinstance(error, OSError | NoStateFolder):
        raise error


def _notice(notices: NoticeList) -> Notice:
    def report() -> None:
        notices.drop(_KEY)
        unexpected_errors().show_report()

    text = "Ladder Editor ended unexpectedly the last time. Unsaved work that was kept is offered."
    return Notice(_KEY, text, (NoticeButton("report", "Report…", report),), "warning", "warning")
