"""Ensure that only one program replaces a ladder file at a time.

A save checks that the file is as it was read, and then replaces it. Between the two it must have
exclusive access; otherwise two saves at once would both pass the check, and one would be lost
without notice.
"""

import errno
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from laddereditor.storage.files.file_lock import locked
from laddereditor.storage.files.lock_calls import CALLS, LockCalls
from laddereditor.storage.files.lock_file import Clock, LockFile, create, read, remove_own
from laddereditor.storage.files.program import Program
from laddereditor.storage.files.sibling_names import sibling_path
from laddereditor.storage.files.stale_lock import is_abandoned, remove_stale

__all__ = ["Busy", "exclusive", "sibling_path", "utc_now"]

_LEFT_AFTER = 120.0  # seconds; no save takes longer
# The second is used if something that is not a file and cannot be removed has the first name.
_ENDINGS = ("saving", "saving-2")
_NO_RIGHT = (errno.EACCES, errno.EPERM, errno.EROFS)


class Busy(Exception):
    """Another program is saving the file at this moment; the message is for people."""


def utc_now() -> datetime:
    """Return the current time in UTC, to be shown to people."""
    return datetime.now(UTC)


@contextmanager
def exclusive(
    path: Path,
    me: Program,
    *,
    wait: float = 10.0,
    clock: Clock = utc_now,
    calls: LockCalls = CALLS,
) -> Iterator[None]:
    """Hold the right to replace a ladder file, across all machines, within a `with` block.

    What a crash left behind is removed. If no file can be created in the folder, the ladder file
    itself is locked (`file_lock`).

    Args:
        path: The ladder file.
        me: This run of the program.
        wait: Seconds to wait for another program.
        clock: Gives the time that other people are shown.
        calls: The calls to the operating system.

    Raises:
        Busy: Another program holds it for longer than `wait`, or other things have the names.
        OSError: Neither a guard file nor a lock of the ladder file is possible.
    """
    deadline = time.monotonic() + wait
    try:
        guard = _made(path, me, deadline, clock, calls)
    except OSError as error:
        if error.errno not in _NO_RIGHT:
            raise
        with locked(path, deadline, error) as is_ours:
            if not is_ours:
                raise Busy(_words(path, None)) from error
            yield
        return
    try:
        yield
    finally:
        remove_own(guard, me)


def _made(path: Path, me: Program, deadline: float, clock: Clock, calls: LockCalls) -> Path:
    """Return the guard that was created. Raises Busy or OSError."""
    pause = 0.002
    while True:
        result = _tried(path, me, clock, calls)
        if isinstance(result, Path):
            return result
        if time.monotonic() > deadline:
            raise Busy(_words(path, result))
        time.sleep(pause)
        pause = min(pause * 2, 0.2)


def _tried(path: Path, me: Program, clock: Clock, calls: LockCalls) -> Path | LockFile | None:
    """Try once; return the created guard, or who holds it, or None if that is unknown."""
    guards = [sibling_path(path, ending) for ending in _ENDINGS]
    for guard in guards:
        if create(guard, me, clock, calls):
            holder = _holder(guards, guard, me, calls)
            if holder is None:
                return guard
            remove_own(guard, me)
            return holder
        found = read(guard)
        if found is None:
            return None
        if found.regular and not is_abandoned(guard, found, me, _LEFT_AFTER, calls):
            return found
        if found.regular:
            with suppress(PermissionError):  # we may not remove it: the next name is used
                if remove_stale(guard, found, me, clock, calls):
                    return _tried(path, me, clock, calls)
                return found
    raise Busy(
        f"{path.name} cannot be saved: {guards[0].name} in its folder is in the way, and cannot "
        "be removed from here. Remove it and try again"
    )


def _holder(guards: list[Path], mine: Path, me: Program, calls: LockCalls) -> LockFile | None:
    """Return who holds a guard of another name, or None."""
    for guard in guards:
        found = read(guard) if guard != mine else None
        if found and found.regular and not is_abandoned(guard, found, me, _LEFT_AFTER, calls):
            return found
    return None


def _words(path: Path, found: LockFile | None) -> str:
    who = (found and found.program and found.program.user) or "Somebody else"
    return f"{who} is saving {path.name} right now. Try again"
