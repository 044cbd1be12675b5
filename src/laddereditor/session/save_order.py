"""A save in three steps: prepare what to write, write it in any thread, then apply the result."""

from dataclasses import dataclass, replace
from pathlib import Path

from laddereditor.session.history import Snapshot
from laddereditor.storage.files.folder.document import copy_to_keep
from laddereditor.storage.files.ladder_files import (
    SYSTEM,
    ChangedOnDisk,
    System,
    open_ladder,
    save_ladder,
)
from laddereditor.storage.reading.faults import UnreadableLadder


@dataclass(frozen=True, slots=True)
class SaveOrder:
    """A save that is ready to be written and no longer changes."""

    target: Path
    snapshot: Snapshot
    expected: str | None  # digest that the file must have, ABSENT, or None to overwrite any file
    own_path: Path | None  # the ladder's own file; the target may turn out to be the same
    own: str | None  # its digest
    behind: str  # why the ladder's own file must not be replaced without asking, or ""
    saved: Snapshot | None = None  # what the own file held when it was last read or saved

    def aimed_at(self, found: str | None, *, own_file: bool) -> "SaveOrder":
        """Return the order for another file.

        Args:
            found: The digest of that file, ABSENT or None.
            own_file: Whether it is the ladder's own file under another path.

        Raises:
            ChangedOnDisk: It is the ladder's own file, and holds changes that the ladder does not.
        """
        if own_file and self.behind:
            raise ChangedOnDisk(self.behind)
        if own_file and self.own_path is not None:
            return replace(self, target=self.own_path, expected=self.own)
        return replace(self, expected=found)


def replaced_folder(order: SaveOrder, found: str | None) -> bytes | None:
    """Return what a save of a folder replaces, as one file; None if it cannot be read.

    Args:
        order: The save.
        found: The digest of the folder now.
    """
    if order.saved is not None and found == order.own:
        return copy_to_keep(order.saved.document)
    try:
        return copy_to_keep(open_ladder(order.target).document)
    except UnreadableLadder:
        return None


def write_order(order: SaveOrder, system: System = SYSTEM) -> str:
    """Write a save and return the file's new digest; this may be called in any thread.

    Raises:
        SaveFailed: The file cannot be written; it is unchanged.
        ChangedOnDisk: The file is not as expected; it is unchanged.
    """
    like = [order.own_path] if order.own_path else []
    return save_ladder(order.target, order.snapshot.document, order.expected, system, like=like)
