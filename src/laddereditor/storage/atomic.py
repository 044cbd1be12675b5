"""Replaces a file so that it is the old one or the new one, whole, whatever happens."""

import contextlib
import errno
import os
import re
import stat
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

# What a file system says that knows no such call; the data is then as safe as it can be there.
_UNKNOWN_CALL = frozenset({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP})
_WAITS = (0.05, 0.15, 0.4)  # seconds; on Windows a virus scanner holds a new file for a moment


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
    read: Callable[[Path], bytes] = Path.read_bytes
    chown: Callable[[str, int, int], None] = _chown
    chmod: Callable[[str, int], None] = os.chmod
    wait: Callable[[float], None] = time.sleep
    is_windows: bool = os.name == "nt"


SYSTEM = System()


def replace_file(target: Path, data: bytes, check: Callable[[], None], system: System) -> None:
    """Write data beside a file, then put it in the file's place, if `check` does not raise.

    Raises OSError; then the file is as it was, and nothing is left beside it.
    """
    status = _status(target, system)
    handle, temporary = system.make_temporary(target.parent, _prefix(target))
    try:
        _fill(handle, temporary, data, status, system)
        check()
        _put_in_place(temporary, target, data, system)
    except BaseException:
        with contextlib.suppress(OSError):
            system.unlink(temporary)
        raise
    _sync_folder(target.parent, system)


def clear_left_over(target: Path) -> None:
    """Remove what saves that were killed left beside a file; only while nobody else saves it."""
    mine = re.compile(rf"{re.escape(_prefix(target))}[a-z0-9_]{{8}}\.tmp")  # as mkstemp names it
    try:
        left = [entry for entry in target.parent.iterdir() if mine.fullmatch(entry.name)]
        for entry in left:
            entry.unlink(missing_ok=True)
    except OSError:
        return  # it is only tidying up: the save itself says what is wrong with the folder


def _prefix(target: Path) -> str:
    return f".{target.name[:100]}."


def _status(target: Path, system: System) -> os.stat_result | None:
    """Return the state of a file that may be written, None if there is none."""
    try:
        status = system.stat(target)
    except FileNotFoundError:
        return None
    if not status.st_mode & stat.S_IWUSR or not system.may_write(target):
        raise PermissionError(0, "the file is marked as read-only", str(target))
    return status


def _fill(
    handle: int, temporary: str, data: bytes, status: os.stat_result | None, system: System
) -> None:
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[system.write(handle, rest) :]
        _keep_owner_and_mode(temporary, status, system)
        _sync(handle, system)
    except BaseException:
        with contextlib.suppress(OSError):
            system.close(handle)
        raise
    system.close(handle)


def _sync(handle: int, system: System) -> None:
    try:
        system.fsync(handle)
    except OSError as error:
        if error.errno not in _UNKNOWN_CALL:
            raise


def _keep_owner_and_mode(temporary: str, status: os.stat_result | None, system: System) -> None:
    """Give the new file the owner and rights of the old one, as far as the person may."""
    if status is None:
        mask = os.umask(0)
        os.umask(mask)
        mode = 0o666 & ~mask
    else:
        mode = stat.S_IMODE(status.st_mode)
        try:
            system.chown(temporary, status.st_uid, status.st_gid)
        except OSError:
            with contextlib.suppress(OSError):
                system.chown(temporary, -1, status.st_gid)
    with contextlib.suppress(OSError):
        system.chmod(temporary, mode)


def _put_in_place(temporary: str, target: Path, data: bytes, system: System) -> None:
    for wait in _WAITS if system.is_windows else ():
        try:
            system.replace(temporary, target)
        except PermissionError:
            system.wait(wait)
        else:
            return
    try:
        system.replace(temporary, target)
    except OSError:
        if not _has_arrived(target, data, system):
            raise


def _has_arrived(target: Path, data: bytes, system: System) -> bool:
    """Whether a share did what it was asked to, though its answer got lost."""
    try:
        return system.read(target) == data
    except OSError:
        return False


def _sync_folder(folder: Path, system: System) -> None:
    """Make the new name last through a power cut; the file is already whole either way."""
    if system.is_windows:
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            system.fsync(handle)
        finally:
            os.close(handle)
