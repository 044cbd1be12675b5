"""The file that says who holds a lock; one program creates it, and it is read without trust.

It is beside the ladder, so that colleagues on other machines see it.
"""

import contextlib
import ctypes
import json
import os
import stat
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from laddereditor.regular_files import read_regular
from laddereditor.storage.files.lock_calls import CALLS, LockCalls
from laddereditor.storage.files.program import Program, from_raw, to_raw

Clock = Callable[[], datetime]  # aware times, shown to people only

MAX_BYTES = 4096
_BINARY = getattr(os, "O_BINARY", 0)
_OWN = os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | _BINARY


@dataclass(frozen=True, slots=True)
class LockFile:
    """A lock file as it was found. `program` is None if it is unknown who wrote it."""

    program: Program | None
    since: datetime | None
    seen: datetime | None
    changed: float  # time of the last write, by the clock of the file system
    state: tuple[int, int, bytes]  # identifies this state of the file: inode, mtime, content
    regular: bool = True


def create(
    path: Path, me: Program, clock: Clock, calls: LockCalls = CALLS, *, mode: int = 0o666
) -> bool:
    """Create the lock file; return False if there is one already.

    Args:
        path: The lock file.
        me: This run of the program, which is written into it.
        clock: Returns the current time.
        calls: The calls to the operating system.
        mode: The permissions of the file, which the umask reduces.

    Raises:
        OSError: The file cannot be created.
    """
    try:
        handle = _open_new(path, mode, calls)
    except FileExistsError:
        return False
    now = clock()
    try:
        try:
            calls.write(handle, _content(me, now, now))
        finally:
            os.close(handle)
    except OSError:
        with contextlib.suppress(OSError):
            path.unlink()
        raise
    _hide(path)
    return True


def _hide(path: Path) -> None:
    """Hide a file on systems where a leading dot does not."""
    if sys.platform == "win32":
        ctypes.windll.kernel32.SetFileAttributesW(str(path), 2)


def _open_new(path: Path, mode: int, calls: LockCalls) -> int:
    for _ in range(20):
        try:
            return calls.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, mode)
        except PermissionError:
            # Windows reports this for a file being deleted, until its last reader closes it.
            if os.name != "nt":
                raise
            if path.exists():
                raise FileExistsError(path) from None
            time.sleep(0.01)
    return calls.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, mode)


def _content(me: Program, since: datetime, seen: datetime) -> bytes:
    times = {"since": since.isoformat(), "seen": seen.isoformat()}
    return json.dumps(to_raw(me) | times).encode().ljust(MAX_BYTES // 4)


def refresh_lock(
    path: Path, me: Program, found: LockFile, clock: Clock, calls: LockCalls = CALLS
) -> bool:
    """Write the current time into one's own lock file; return False if it was removed.

    The file is written in place, so that one that was removed in the meantime is not created again.

    Args:
        path: The lock file.
        me: This run of the program.
        found: The lock file as it was read.
        clock: Returns the current time.
        calls: The calls to the operating system.

    Raises:
        OSError: The file cannot be written.
    """
    try:
        handle = calls.open(path, _OWN, 0)
    except FileNotFoundError:
        return False
    now = clock()
    try:
        if not _is_still(handle, found):
            return False
        calls.write(handle, _content(me, found.since or now, now))
    finally:
        os.close(handle)
    return True


def _is_still(handle: int, found: LockFile) -> bool:
    """Whether an open file is the same lock file that was read, not a link's target or another."""
    status = os.fstat(handle)
    same = stat.S_ISREG(status.st_mode) and status.st_ino == found.state[0]
    if not same or os.read(handle, MAX_BYTES) != found.state[2]:
        return False
    os.lseek(handle, 0, os.SEEK_SET)
    return True


def read(path: Path) -> LockFile | None:
    """Return the content of a lock file, even if incomplete, or None if there is no file."""
    try:
        status = path.lstat()
    except OSError:
        return None
    data = b""
    if stat.S_ISREG(status.st_mode):
        with contextlib.suppress(OSError):
            data = read_regular(path, MAX_BYTES, ours=True)
    raw = _parsed(data)
    return LockFile(
        from_raw(raw),
        _time(raw.get("since")),
        _time(raw.get("seen")),
        status.st_mtime,
        (status.st_ino, status.st_mtime_ns, data),
        stat.S_ISREG(status.st_mode),
    )


def _parsed(data: bytes) -> dict[str, object]:
    with contextlib.suppress(ValueError, RecursionError):
        raw = json.loads(data.decode("utf-8"))
        if isinstance(raw, dict):
            return raw
    return {}


def _time(text: object) -> datetime | None:
    with contextlib.suppress(ValueError):
        if isinstance(text, str) and (time := datetime.fromisoformat(text)).tzinfo:
            return time
    return None


def is_mine(found: LockFile, me: Program) -> bool:
    """Whether this run of the program wrote a lock file."""
    return found.program is not None and found.program.token == me.token


def remove_own(path: Path, me: Program) -> None:
    """Remove a lock file if it is one's own. Never raises: one left behind becomes stale."""
    found = read(path)
    if found is not None and is_mine(found, me):
        with contextlib.suppress(OSError):
            path.unlink()
