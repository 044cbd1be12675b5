"""What starts once the window is in sight: neighbours, recoveries, later starts of the program."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from laddereditor.gui.sharing.single import Instance
from laddereditor.gui.sharing.single_name import server_name
from laddereditor.gui.sharing.surroundings import real_surroundings
from laddereditor.gui.sharing.windows import receive

if TYPE_CHECKING:
    from laddereditor.gui.main_window import MainWindow


def share(window: "MainWindow") -> None:
    """Let the program's first window work with its neighbours, and offer what a crash left."""
    window.sharing.start(real_surroundings(window.workspace.notice.emit))
    if window.sharing.recoveries is not None:
        window.sharing.recoveries.offer()
    instance = Instance(server_name(), QApplication.instance())
    instance.wanted.connect(partial(receive, fallback=window))
    instance.listen()
