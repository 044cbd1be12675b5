"""The operating system calls that locks make, so that tests can make them fail."""

import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


def _folder_time(folder: Path) -> float:
    """Return the current time by the clock of a folder's file system, in seconds."""
    handle, name = tempfile.mkstemp(".tmp", ".laddereditor-", folder)
    try:
        os.write(handle, b"\n")
        return os.fstat(handle).st_mtime
    finally:
        os.close(handle)
        Path(name).unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class LockCalls:
    """Creating, writing and removing a lock file, and reading the file system's time."""

    open: Callable[[Path, int, int], int] = os.open
    write: Callable[[int, bytes], int] = os.write
    unlink: Callable[[Path], None] = os.unlink
    probe: Callable[[Path], float] = _folder_time


CALLS = LockCalls()
