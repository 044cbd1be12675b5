"""Gets ladders out of the window again: save, save as, and closing without losing anything."""

from collections.abc import Callable
from pathlib import Path

from laddereditor.edits.ids import slug
from laddereditor.gui.asking import Asker
from laddereditor.gui.settings import Settings
from laddereditor.gui.workspace import Workspace
from laddereditor.session.session import Session
from laddereditor.storage.faults import UnreadableLadder
from laddereditor.storage.files import (
    ChangedOnDisk,
    OpenedFile,
    SaveFailed,
    open_ladder,
    save_ladder,
)
from laddereditor.storage.same_file import same_file

_CHOICES = [
    ("merge", "Merge both"),
    ("copy", "Save mine as another file"),
    ("theirs", "Load theirs; mine stays one undo away"),
    ("mine", "Replace theirs with mine"),
]
_CHOICES_GONE = [
    ("copy", "Save as another file"),
    ("mine", "Save it again where it was"),
]


class Saving:
    """Saves and closes sessions; every method tells whether it came to an end."""

    def __init__(
        self, workspace: Workspace, asker: Callable[[], Asker], settings: Settings
    ) -> None:
        self._workspace, self._ask, self._settings = workspace, asker, settings
        self.before_write: Callable[[Path], object] = lambda _: None  # keeps what is replaced
        self.merge: Callable[[Session, OpenedFile], bool] = lambda *_: False

    def save(self, session: Session) -> bool:
        """Save to the ladder's file, or ask for one; False when it was not saved."""
        self._workspace.settling.emit()
        if session.path is None:
            return self.save_as(session)
        return self._write(session, None, overwrite=False)

    def save_as(self, session: Session, proposal: Path | None = None) -> bool:
        """Ask for a file and save there; it becomes the ladder's file."""
        self._workspace.settling.emit()
        unnamed = self._folder() / f"{slug(session.ladder.name, 'ladder')}.yaml"
        proposal = proposal or session.path or unnamed
        path = self._ask().file_to_save(proposal)
        if path is None:
            return False
        others = [s.path for s in self._workspace.sessions if s is not session and s.path]
        if any(same_file(other, path) for other in others):
            self._ask().tell(
                "The file is open", f"{path.name} is open as another ladder. Choose another name."
            )
            return False
        return self._write(session, path, overwrite=False)

    def save_copy(self, session: Session) -> Path | None:
        """Ask for a file and write a copy there; the ladder keeps its own. Returns the file."""
        here = session.path or self._folder() / f"{slug(session.ladder.name, 'ladder')}.yaml"
        path = self._ask().file_to_save(here.with_name(f"{here.stem} copy{here.suffix}"))
        if path is None:
            return None
        if any(s.path and same_file(s.path, path) for s in self._workspace.sessions):
            self._ask().tell(
                "The file is open", f"{path.name} is open as a ladder. Choose another name."
            )
            return None
        try:
            save_ladder(path, session.document, None)
        except SaveFailed as failed:
            self._ask().tell("The copy was not saved", str(failed))
            return None
        return path

    def save_all(self) -> bool:
        """Save every ladder that has changes."""
        self._workspace.settling.emit()
        return all(self.save(s) for s in list(self._workspace.sessions) if s.is_modified)

    def _write(self, session: Session, path: Path | None, *, overwrite: bool) -> bool:
        target = path or session.path
        if target is not None:
            self.before_write(target)
        try:
            session.save(path, overwrite=overwrite)
        except ChangedOnDisk as changed:
            return self._settle(session, str(changed))
        except SaveFailed as failed:
            self._ask().tell(
                "The ladder was not saved", f"{failed}\n\nYour changes are still here."
            )
            return False
        assert session.path is not None
        self._settings.add_recent(session.path)
        self._workspace.notice.emit(f"Saved {session.path.name}")
        return True

    def _settle(self, session: Session, what: str) -> bool:
        """Ask what to do when somebody else has saved the file in the meantime."""
        if session.path is not None and not session.path.exists():
            title, choices = "The file is gone", _CHOICES_GONE
        else:
            title, choices = "Somebody else changed the file", _CHOICES
        answer = self._ask().choose(title, what, choices)
        if answer == "copy":
            return self.save_as(session)
        if answer == "mine":
            return self._write(session, None, overwrite=True)
        try:
            if answer == "merge" and session.path is not None:
                # While conflicts wait to be settled nothing is saved.
                return self.merge(session, open_ladder(session.path)) and self.save(session)
            if answer == "theirs":
                session.reload()
        except UnreadableLadder as error:
            assert session.path is not None
            self._ask().unreadable(session.path, error.faults)
        return False

    def close(self, session: Session) -> bool:
        """Close a ladder after asking about its changes; False when the person stays."""
        if not self._may_close([session]):
            return False
        self._workspace.close(session)
        return True

    def may_quit(self) -> bool:
        """Ask once about all ladders with changes; False when the person stays."""
        return self._may_close(list(self._workspace.sessions))

    def _may_close(self, sessions: list[Session]) -> bool:
        self._workspace.settling.emit()
        modified = [session for session in sessions if session.is_modified]
        if not modified:
            return True
        answer = self._ask().save_changes([session.name for session in modified])
        if answer == "save":
            return all(self.save(session) for session in modified)
        return answer == "discard"

    def _folder(self) -> Path:
        recent = self._settings.paths("recent")
        return recent[0].parent if recent else Path.home()
