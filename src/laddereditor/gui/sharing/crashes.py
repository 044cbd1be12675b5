"""Has the interpreter write where it was when a fault outside Python's code ends the program."""

import faulthandler
from typing import IO

from laddereditor.gui.sharing.notice import Notice, NoticeButton, NoticeList
from laddereditor.gui.unexpected.errors import unexpected_errors
from laddereditor.session.error_log import crash_file, take_crash
from laddereditor.session.jobs import Jobs
from laddereditor.storage.files.state_folder import NoStateFolder

_KEY = "crashed"


def keep_crash_file(disk: Jobs, notices: NoticeList) -> None:
    """Have a crash written down from now on, and say if the last run ended in one.

    The disk is asked in a job: the home folder may be on one that takes its time.
    """

    def kept(found: tuple[bool, IO[str]]) -> None:
        crashed, file = found
        faulthandler.enable(file)  # which holds on to the file
        if crashed:
            notices.post(_notice(notices))

    disk.run(lambda _: (take_crash(), crash_file()), kept, _failed)


def _failed(error: Exception) -> None:
    """Pass over that nothing can be kept, which is said elsewhere."""
    if not isinstance(error, OSError | NoStateFolder):
        raise error


def _notice(notices: NoticeList) -> Notice:
    def report() -> None:
        notices.drop(_KEY)
        unexpected_errors().show_report()

    text = "Ladder Editor ended unexpectedly the last time. Unsaved work that was kept is offered."
    return Notice(_KEY, text, (NoticeButton("report", "Report…", report),), "warning", "warning")
