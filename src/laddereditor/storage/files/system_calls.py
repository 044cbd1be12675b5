"""The operating system calls that writing a file makes, so that tests can make them fail."""

import contextlib
import errno
import os
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from laddereditor.regular_files import read_regular
from laddereditor.storage.reading.encoding import MAX_BYTES

# The errors of a file system without this call; the data is then as safe as it can be there.
_UNKNOWN_CALL = frozenset({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP})


def _chown(name: str, user: int, group: int) -> None:
    if hasattr(os, "chown"):
        os.chown(name, user, group)


@dataclass(frozen=True, slots=True)
class System:
    """The calls to the operating system that a save makes."""

    make_temporary: Callable[[Path, str], tuple[int, str]] = lambda folder, prefix: (
        tempfile.mkstemp(".tmp", prefix, folder)
    )
    write: Callable[[int, memoryview], int] = os.write
    fsync: Callable[[int], None] = os.fsync
    close: Callable[[int], None] = os.close
    replace: Callable[[str, Path], None] = os.replace
    unlink: Callable[[str], None] = os.unlink
    stat: Callable[[Path], os.stat_result] = os.stat
    may_write: Callable[[Path], bool] = lambda path: os.access(path, os.W_OK)
    read: Callable[[Path], bytes] = lambda path: read_regular(path, MAX_BYTES)
    chown: Callable[[str, int, int], None] = _chown
    chmod: Callable[[str, int], None] = os.chmod
    wait: Callable[[float], None] = time.sleep
    is_windows: bool = os.name == "nt"


SYSTEM = System()


def write_all(handle: int, data: bytes, system: System) -> None:
    """Write all data to an open file.

    Args:
        handle: The descriptor of the file.
        data: What is written.
        system: The calls of the system; tests pass others.

    Raises:
        OSError: The data cannot be written.
    """
    rest = memoryview(data)
    while rest:
        rest = rest[system.write(handle, rest) :]


def sync(handle: int, system: System) -> None:
    """Flush the data of an open file to the disk, if the drive supports it."""
    try:
        system.fsync(handle)
    except OSError as error:
        if error.errno not in _UNKNOWN_CALL:
            raise


def sync_folder(folder: Path, system: System) -> None:
    """Make a new file name survive a power cut; the file's content is safe already."""
    if system.is_windows:
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            system.fsync(handle)
        finally:
            os.close(handle)
