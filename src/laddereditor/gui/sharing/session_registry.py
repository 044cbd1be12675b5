"""Reports ladders that are opened, closed, or get another file."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.session.session import Session


class SessionRegistry(QObject):
    """The open ladders of one window, synchronised with its workspace from `start` on."""

    added = Signal(object)  # a Session
    removed = Signal(object)
    moved = Signal(object, object)  # a Session, and the path it had before (or None)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._paths: dict[Session, Path | None] = {}

    def start(self) -> None:
        """Report the open ladders, and from now on all changes."""
        workspace = self._workspace
        for changed in (workspace.opened, workspace.closed, workspace.marks_changed):
            changed.connect(self.compare)
        self.compare()

    def compare(self, *_: object) -> None:
        """Report the differences from the last time."""
        for session in [known for known in self._paths if known not in self._workspace.sessions]:
            del self._paths[session]
            self.removed.emit(session)
        for session in list(self._workspace.sessions):
            before = self._paths.get(session)
            is_new = session not in self._paths
            self._paths[session] = session.path
            if is_new:
                self.added.emit(session)
            elif before != session.path:
                self.moved.emit(session, before)

    def has(self, session: Session) -> bool:
        """Whether a ladder is still open."""
        return session in self._paths
