"""What starts once the window is in sight: neighbours, recoveries, later starts of the program."""

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
    """Let the program's first window work with its neighbours, and offer what a crash left.

    Where things are kept is asked in a job: the home folder may be on a disk that takes its time.
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
