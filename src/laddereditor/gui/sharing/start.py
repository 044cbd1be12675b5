"""Start what can wait until the window is shown: sharing, recoveries, later starts."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from laddereditor.gui.sharing.single import Instance
from laddereditor.gui.sharing.single_name import server_name
from laddereditor.gui.sharing.windows import receive
from laddereditor.presentation.sharing.run_context import RunContext, real_surroundings

if TYPE_CHECKING:
    from laddereditor.gui.main_window import MainWindow


def share(window: "MainWindow") -> None:
    """Start sharing for the program's first window, and offer what a crash left.

    The folders are looked up in a job, because the home folder may be on a slow disk.
    """
    told: list[str] = []

    def found(around: RunContext) -> None:
        for words in told:
            window.sharing.tell_all(f"{words}.")
        window.sharing.start(around)
        if window.sharing.recoveries is not None:
            window.sharing.recoveries.offer()

    window.disk_jobs.run(lambda _: real_surroundings(told.append), found, _raise)
    instance = Instance(server_name(), QApplication.instance())
    instance.wanted.connect(partial(receive, fallback=window))
    instance.listen()


def _raise(error: Exception) -> None:
    raise error
