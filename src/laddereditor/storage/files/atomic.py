"""Replace a file so that it is always either the whole old file or the whole new one.

A new file is written beside it and renamed to it, which is one step for others (rename() in POSIX),
with the owner, the permissions and the attributes of the old one. Where that would lose one of them
or another name of the file, or is not allowed, the text is written into the file itself
(`in_place`).
"""

import contextlib
import errno
import os
import re
import stat
from collections.abc import Callable, Sequence
from pathlib import Path

from laddereditor.regular_files import refuse_irregular
from laddereditor.storage.files.in_place import write_in_place
from laddereditor.storage.files.permissions import keep_permissions, no_more_open
from laddereditor.storage.files.system_calls import SYSTEM, System, sync, sync_folder, write_all

__all__ = ["SYSTEM", "System", "clear_left_over", "make_like", "replace_file"]

_WAITS = (0.05, 0.15, 0.4)  # seconds; on Windows a virus scanner keeps a new file open for a moment
# The folder accepts no new file, or the file may not be replaced: it is mounted or not ours.
_NOT_REPLACED = (errno.EACCES, errno.EPERM, errno.EROFS, errno.EBUSY, errno.EXDEV)

Check = Callable[[], None]


def replace_file(
    target: Path, data: bytes, check: Check, system: System, like: Sequence[Path] = ()
) -> None:
    """Write data to a file, all or nothing, if `check` does not raise when everything is ready.

    The caller must have exclusive access to the file.

    Args:
        target: The file, which is not a link.
        data: The new content.
        check: Is called just before the file is replaced; it raises to stop that.
        system: The calls to the operating system.
        like: Files whose permissions a new file must not exceed.

    Raises:
        OSError: The file cannot be written; it is unchanged and no other file is left.
    """
    status = _status(target, system)
    if status is None:
        _replace(target, data, check, system, lambda new: no_more_open(new, like, system))
        return
    if status.st_nlink > 1 or not _replaced(target, data, check, system):
        write_in_place(target, data, check, system)


def make_like(path: Path, like: Sequence[Path], system: System = SYSTEM) -> None:
    """Create an empty file for a library to write into, with permissions not exceeding others.

    An existing file keeps its permissions. Never raises: the library reports what is wrong.

    Args:
        path: The file to create.
        like: Files whose permissions it must not exceed.
        system: The calls to the operating system.
    """
    with contextlib.suppress(OSError):
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        no_more_open(str(path), like, system)


class _AttributesLost(Exception):
    """A new file would lack an attribute or a name of the old one."""


def _replaced(target: Path, data: bytes, check: Check, system: System) -> bool:
    """Replace the old file by a new one; return False if it must be written in place."""

    def prepare(new: str) -> None:
        if not keep_permissions(target, new, system):
            raise _AttributesLost

    try:
        _replace(target, data, check, system, prepare)
    except _AttributesLost:
        return False
    except OSError as error:
        if system.is_windows or error.errno not in _NOT_REPLACED:
            raise
        return False
    return True


def _replace(
    target: Path, data: bytes, check: Check, system: System, prepare: Callable[[str], None]
) -> None:
    handle, temporary = system.make_temporary(target.parent, _prefix(target))
    try:
        _fill(handle, temporary, data, prepare, system)
        check()
        _put_in_place(temporary, target, data, system)
    except BaseException:
        with contextlib.suppress(OSError):
            system.unlink(temporary)
        raise
    sync_folder(target.parent, system)


def clear_left_over(target: Path) -> None:
    """Remove temporary files of killed saves; call this only while nobody else saves the file."""
    mine = re.compile(rf"{re.escape(_prefix(target))}[a-z0-9_]{{8}}\.tmp")  # as mkstemp names it
    try:
        left = [entry for entry in target.parent.iterdir() if mine.fullmatch(entry.name)]
        for entry in left:
            entry.unlink(missing_ok=True)
    except OSError:
        return  # this is only a clean-up: the save itself reports what is wrong with the folder


def _prefix(target: Path) -> str:
    return f".{target.name[:100]}."


def _status(target: Path, system: System) -> os.stat_result | None:
    """Return the status of a file that may be written, or None if it does not exist."""
    try:
        status = system.stat(target)
    except FileNotFoundError:
        return None
    refuse_irregular(target, status)
    if not status.st_mode & stat.S_IWUSR or not system.may_write(target):
        raise PermissionError(0, "the file is marked as read-only", str(target))
    return status


def _fill(
    handle: int, temporary: str, data: bytes, prepare: Callable[[str], None], system: System
) -> None:
    try:
        write_all(handle, data, system)
        prepare(temporary)
        sync(handle, system)
    except BaseException:
        with contextlib.suppress(OSError):
            system.close(handle)
        raise
    system.close(handle)


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
    """Whether a network share carried out the request although its answer was lost."""
    try:
        return system.read(target) == data
    except OSError:
        return False
