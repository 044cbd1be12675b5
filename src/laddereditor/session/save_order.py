"""A save in three steps: what is to be written, the writing in any thread, and what comes of it."""

from dataclasses import dataclass, replace
from pathlib import Path

from laddereditor.session.history import Snapshot
from laddereditor.storage.files.ladder_files import SYSTEM, ChangedOnDisk, System, save_ladder


@dataclass(frozen=True, slots=True)
class SaveOrder:
    """A save that is ready to be written; nothing in it changes any more."""

    target: Path
    snapshot: Snapshot
    expected: str | None  # digest that the file must have, ABSENT, or None to write over anything
    own_path: Path | None  # the ladder's own file; the target may turn out to be that
    own: str | None  # its digest
    behind: str  # why the ladder's own file must not be replaced without asking, or ""

    def aimed_at(self, found: str | None, *, own_file: bool) -> "SaveOrder":
        """Return the order for another file, which was found in the state `found`.

        `own_file` says that it is the ladder's own after all, by another way: then that is
        meant. Raises ChangedOnDisk if that holds what the ladder does not.
        """
        if own_file and self.behind:
            raise ChangedOnDisk(self.behind)
        if own_file and self.own_path is not None:
            return replace(self, target=self.own_path, expected=self.own)
        return replace(self, expected=found)


def write_order(order: SaveOrder, system: System = SYSTEM) -> str:
    """Write a save and return the file's new digest; may be called in any thread.

    Raises SaveFailed or ChangedOnDisk; then the file is as it was.
    """
    like = [order.own_path] if order.own_path else []
    return save_ladder(order.target, order.snapshot.document, order.expected, system, like=like)
