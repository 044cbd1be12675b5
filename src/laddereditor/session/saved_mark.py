"""What of an open ladder is in its file, as far as it was read or saved here."""

from dataclasses import dataclass, field, replace

from laddereditor.session.file_states import UNKNOWN, FileStates
from laddereditor.session.history import Snapshot
from laddereditor.storage.files.document import Document


@dataclass(frozen=True, slots=True)
class SavedMark:
    """The state of a ladder that counts as saved, and the states of its file."""

    saved: Snapshot | None  # None if all of the ladder is unsaved
    digest: str | None = None  # of the file when it was last read or saved; None without a file
    states: FileStates = field(default_factory=FileStates)

    def written(self, snapshot: Snapshot, digest: str) -> "SavedMark":
        """Return the mark after a state of the ladder was saved."""
        return SavedMark(snapshot, digest, self.states.saved(digest, snapshot.holds))

    def taken_in(self, digest: str) -> "SavedMark":
        """Return the mark once it is known that the file holds what somebody else saved."""
        before = self.saved.document if self.saved else None
        return replace(self, states=self.states.taken_in(digest, before))

    def base(self, now: Snapshot) -> Document | None:
        """Return the last common state of the ladder as it is now and its file, if known."""
        if now.holds >= self.states.in_file:
            return self.saved.document if self.saved else None
        if now.holds == UNKNOWN:
            return None
        return self.states.last.get(now.holds)

    def behind(self, now: Snapshot, name: str) -> str:
        """Return why a save of a state would discard what somebody else saved, or ""."""
        if self.digest is None or now.holds >= self.states.in_file:
            return ""
        if now.holds == UNKNOWN:
            return (
                f"What you see was made from another state of {name} than the file has now. "
                "Saving would discard what was saved since then, perhaps by somebody else"
            )
        return (
            f"{name} holds what somebody else saved, and what you see does not: the step that "
            "took it in was undone. Saving would discard their changes"
        )
