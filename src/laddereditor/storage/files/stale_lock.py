"""Decide when a lock file is stale, and remove it safely."""

import hashlib
from pathlib import Path

from laddereditor.storage.files.lock_calls import CALLS, LockCalls
from laddereditor.storage.files.lock_file import Clock, LockFile, create, read, remove_own
from laddereditor.storage.files.program import Program, is_running

_CLAIM_LEFT_AFTER = 60.0  # seconds


def is_stale(
    path: Path, found: LockFile, me: Program, after: float, calls: LockCalls = CALLS
) -> bool:
    """Whether the program that wrote a lock file no longer holds the lock.

    On this machine the process decides; for other machines, whether the lock was renewed.

    Args:
        path: The lock file.
        found: Its content.
        me: This run of the program.
        after: Seconds without renewal after which another machine's lock is stale.
        calls: The calls to the operating system.

    Raises:
        OSError: The age of the file cannot be determined.
    """
    running = is_running(found.program, me) if found.program else None
    if running is not None:
        return found.regular and not running
    return is_old(path, found, after, calls)


def is_abandoned(
    path: Path, found: LockFile, me: Program, after: float, calls: LockCalls = CALLS
) -> bool:
    """Whether a lock file that is only held for a moment was left behind by a crash.

    Args:
        path: The lock file.
        found: Its content.
        me: This run of the program.
        after: Seconds after which the file counts as left behind, whatever program wrote it.
        calls: The calls to the operating system.

    Raises:
        OSError: The age of the file cannot be determined.
    """
    has_ended = found.program is not None and is_running(found.program, me) is False
    return (found.regular and has_ended) or is_old(path, found, after, calls)


def is_old(path: Path, found: LockFile, after: float, calls: LockCalls = CALLS) -> bool:
    """Whether a lock file was not written for some time.

    The clock is that of the file system, which a new file in the same folder shows, because the
    clocks of two machines may differ. A time far in the future means that this clock was set back.

    Args:
        path: The lock file.
        found: Its content.
        after: The seconds after which it counts as old.
        calls: The calls to the operating system.

    Raises:
        OSError: The age of the file cannot be determined.
    """
    return found.regular and abs(calls.probe(path.parent) - found.changed) > after


def remove_stale(
    path: Path, found: LockFile, me: Program, clock: Clock, calls: LockCalls = CALLS
) -> bool:
    """Remove a stale lock file; return False if another program is doing so.

    A file that has changed since it was read is left alone.

    Only the program that holds a claim on this state of the file may remove it, and it checks the
    file again while it holds the claim. So a slow program never removes the lock of a faster one.

    Args:
        path: The lock file.
        found: The lock file as it was read.
        me: This run of the program.
        clock: Returns the current time.
        calls: The calls to the operating system.

    Raises:
        OSError: The claim cannot be created.
    """
    inode, changed, data = found.state
    digest = hashlib.sha256(f"{inode} {changed} ".encode() + data).hexdigest()
    claim = path.with_name(f"{path.name}.{digest[:8]}")
    if not create(claim, me, clock, calls):
        left = read(claim)
        if left is not None and is_abandoned(claim, left, me, _CLAIM_LEFT_AFTER, calls):
            remove_stale(claim, left, me, clock, calls)  # left by a crash during this function
        return False
    try:
        now = read(path)
        if now is not None and now.state == found.state:
            calls.unlink(path)
    finally:
        remove_own(claim, me)
    return True
