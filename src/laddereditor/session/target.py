"""Check the file that a save is going to replace; this accesses the disk, so it runs in a job."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from laddereditor.regular_files import read_regular
from laddereditor.storage.files.ladder_files import ABSENT, digest_at, digest_of
from laddereditor.storage.files.same_file import same_file
from laddereditor.storage.reading.encoding import MAX_BYTES


@dataclass(frozen=True, slots=True)
class WriteTarget:
    """The path that a save is going to write."""

    digest: str | None  # of the file there, ABSENT if there is none, None if unknown
    former: bytes | None = None  # what the save replaces, if it is a file that can be read
    is_own: bool = False  # it is the ladder's own file, perhaps under another path
    is_taken: bool = False  # it is the file of another open ladder


def target_at(path: Path, own: Path | None = None, others: Sequence[Path] = ()) -> WriteTarget:
    """Check the path that a ladder will be saved to. Never raises.

    Args:
        path: The path that was chosen.
        own: The ladder's present file, if it has one.
        others: The files of the other open ladders.
    """
    is_own = own is not None and same_file(path, own)
    is_taken = any(same_file(path, other) for other in others)
    try:
        if path.is_dir():
            return WriteTarget(digest_at(path), None, is_own, is_taken)
        data = read_regular(path, MAX_BYTES)
    except FileNotFoundError:
        return WriteTarget(ABSENT, None, is_own, is_taken)
    except (OSError, ValueError):
        return WriteTarget(None, None, is_own, is_taken)
    return WriteTarget(digest_of(data), data, is_own, is_taken)
