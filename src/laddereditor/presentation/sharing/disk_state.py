"""The state of a file on disk, identified by its content."""

from dataclasses import dataclass
from pathlib import Path

from laddereditor.regular_files import read_regular
from laddereditor.storage.files.ladder_files import digest_of
from laddereditor.storage.reading.encoding import MAX_BYTES

MISSING = "missing"
UNREADABLE = "unreadable"

Stamp = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class DiskState:
    """The state of a file: the digest of its content, or MISSING or UNREADABLE."""

    state: str
    stamp: Stamp | None = None  # only to spare reading again what nobody touched


def read_disk_state(path: Path, seen: Stamp | None = None) -> DiskState | None:
    """Return the state of a file; None if its `seen` stamp has not changed. Never raises."""
    try:
        status = path.stat()
        stamp = (status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino)
        if stamp == seen:
            return None
        return DiskState(digest_of(read_regular(path, MAX_BYTES)), stamp)
    except FileNotFoundError:
        return DiskState(MISSING)
    except (OSError, ValueError):
        return DiskState(UNREADABLE)
