"""What the quiet bar says: one sentence with a few things to do about it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Signal

from laddereditor.gui.workspace import Workspace
from laddereditor.session.session import Session

SHOWN = 2  # notices in sight at once; the others come up when these are closed


@dataclass(frozen=True, slots=True)
class NoticeButton:
    """A button: what it does is up to `act`, which drops the notice when it is settled."""

    name: str  # its objectName is notice.<key>.<name>
    words: str
    act: Callable[[], object]


@dataclass(frozen=True, slots=True, eq=False)
class Notice:
    """One sentence, up to three buttons. Of one key, a session has one notice at a time."""

    key: str
    text: str
    choices: tuple[NoticeButton, ...] = ()
    tone: Literal["info", "warning"] = "info"
    icon: str = "info"
    closable: bool = True


class NoticeList(QObject):
    """The notices of every open ladder, and of the window itself (session None)."""

    changed = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._posted: list[tuple[Session | None, Notice]] = []  # newest first
        workspace.session_changed.connect(self.changed)
        workspace.sessions_changed.connect(self._forget_closed)

    def post(self, notice: Notice, session: Session | None = None) -> None:
        """Show a notice as the newest, in place of an older one of its key."""
        self._take_away(notice.key, session)
        self._posted.insert(0, (session, notice))
        self.changed.emit()

    def drop(self, key: str, session: Session | None = None) -> None:
        """Take a notice away, if it is there."""
        if self._take_away(key, session):
            self.changed.emit()

    def find(self, key: str, session: Session | None = None) -> Notice | None:
        """Return the notice of a key."""
        return next((n for owner, n in self._posted if owner is session and n.key == key), None)

    def dismiss(self, notice: Notice) -> None:
        """Take away what a person closed."""
        self._posted = [entry for entry in self._posted if entry[1] is not notice]
        self.changed.emit()

    def in_sight(self) -> list[Notice]:
        """Return what is shown now, the newest first."""
        current = self._workspace.session
        fitting = [n for owner, n in self._posted if owner is None or owner is current]
        return fitting[:SHOWN]

    def _take_away(self, key: str, session: Session | None) -> bool:
        rest = [(o, n) for o, n in self._posted if not (o is session and n.key == key)]
        gone = len(rest) < len(self._posted)
        self._posted = rest
        return gone

    def _forget_closed(self) -> None:
        known = [None, *self._workspace.sessions]
        self._posted = [entry for entry in self._posted if entry[0] in known]
        self.changed.emit()
