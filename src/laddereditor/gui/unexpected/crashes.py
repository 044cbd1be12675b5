"""Has the interpreter write where it was when a fault outside Python's code ends the program."""

import faulthandler
from typing import IO, TYPE_CHECKING

from laddereditor.gui.sharing.notice import Notice, NoticeButton
from laddereditor.gui.unexpected.errors import unexpected_errors
from laddereditor.session.error_log import crash_file, take_crash
from laddereditor.storage.files.state_folder import NoStateFolder

if TYPE_CHECKING:
    from laddereditor.gui.main_window import MainWindow

_KEY = "crashed"


def keep_crash_file(window: "MainWindow") -> None:
    """Have a crash written down from now on, and say if the last run ended in one.

    The disk is asked in a job: the home folder may be on one that takes its time.
    """

    def kept(found: tuple[bool, IO[str]]) -> None:
        crashed, file = found
        faulthandler.enable(file)  # which holds on to the file
        if crashed:
            window.sharing.notices.post(_notice(window))

    window.disk_jobs.run(lambda _: (take_crash(), crash_file()), kept, _failed)


def _failed(error: Exception) -> None:
    """Pass over that nothing can be kept, which is said elsewhere."""
    if not isinstance(error, OSError | NoStateFolder):
        raise error


def _notice(window: "MainWindow") -> Notice:
    def report() -> None:
        window.sharing.notices.drop(_KEY)
        unexpected_errors().show_report()

    text = "Ladder Editor ended unexpectedly the last time. Unsaved work that was kept is offered."
    return Notice(_KEY, text, (NoticeButton("report", "Report…", report),), "warning", "warning")
