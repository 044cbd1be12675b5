"""Robots of forms that share windows: to make a form takes longer than most tests of its texts.

Each test gets a session of its own; the window is one in which all ladders were closed before.
"""

from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from laddereditor.edits.reading.conventions import NO_LOCALE
from laddereditor.gui.forms import FormView
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.ladder import Ladder
from laddereditor.session.session import Session
from laddereditor.storage.files.document import Document, new_document
from tests.gui.fakes import FakeDialogs
from tests.gui.forms.conftest import FormRobot
from tests.gui.forms.ladders import rich_ladder

_documents: dict[int, Document] = {}  # by the id of their ladder, which they hold


def _document(ladder: Ladder) -> Document:
    if id(ladder) not in _documents:
        _documents[id(ladder)] = new_document(ladder)
    return _documents[id(ladder)]


class _SharedForm:
    """A form in a window that no test uses now."""

    def __init__(self) -> None:
        self.workspace = Workspace()
        self.frame = QMainWindow()
        self.form = FormView(self.workspace, FakeDialogs(), self.frame)
        self.frame.setCentralWidget(self.form)

    def put_away(self) -> None:
        """Close everything that a test opened."""
        if popup := QApplication.activePopupWidget():
            popup.close()
        for session in list(self.workspace.sessions):
            self.workspace.close(session)
        self.workspace.locale = NO_LOCALE
        self.frame.hide()
        # The platform's window goes: one that was hidden would not become active again.
        self.frame.windowHandle().destroy()


class SharingRobot(FormRobot):
    """A robot of a form in a shared window."""

    def __init__(self, qtbot: QtBot, ladder: Ladder) -> None:
        self.bot = qtbot
        self._shared = _free.pop() if _free else _SharedForm()
        _in_use.append(self._shared)
        self.workspace = self._shared.workspace
        self.session = Session(_document(ladder))
        self.workspace.open(self.session)
        self.form = self._shared.form
        self.window = self._show(self._shared.frame)


_free: list[_SharedForm] = []
_in_use: list[_SharedForm] = []
_RICH = rich_ladder()


def rich_robot(qtbot: QtBot) -> SharingRobot:
    """Return a robot of a form over the ladder with a bit of everything."""
    return SharingRobot(qtbot, _RICH)


def put_away(*, for_good: bool = False) -> None:
    """Make the windows of the last test free for the next one, or delete them for good."""
    while _in_use:
        shared = _in_use.pop()
        shared.put_away()
        _free.append(shared)
    if for_good:
        delete_windows()


def delete_windows() -> None:
    """Delete the windows that were put away."""
    while _free:
        _free.pop().frame.deleteLater()
