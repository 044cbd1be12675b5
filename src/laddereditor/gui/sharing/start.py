"""Start what can wait until the window is shown: sharing, recoveries, later starts."""

from functools import partial

from PySide6.QtWidgets import QApplication

from laddereditor.gui.program.program_window import ProgramWindow
from laddereditor.gui.program.windows import receive
from laddereditor.gui.sharing.sharing import Sharing
from laddereditor.gui.sharing.single_instance import Instance
from laddereditor.gui.sharing.single_name import server_name
from laddereditor.presentation.sharing.run_context import RunContext, context_of_this_run


def share(window: ProgramWindow, sharing: Sharing) -> None:
    """Start sharing for the program's first window, and offer what a crash left.

    The folders are looked up in a job, because the home folder may be on a slow disk.
    """
    reasons: list[str] = []

    def found(context: RunContext) -> None:
        for words in reasons:
            sharing.notify(f"{words}.")
        sharing.start(context)
        if sharing.recoveries is not None:
            sharing.recoveries.offer()

    window.workspace.disk.run(lambda _: context_of_this_run(reasons.append), found, _raise)
    instance = Instance(server_name(), QApplication.instance())
    instance.wanted.connect(partial(receive, fallback=window))
    instance.listen()


def _raise(error: Exception) -> None:
    raise error
