"""When nobody stands behind a lock file any more, and how it is taken away."""

import hashlib
from pathlib import Path

from laddereditor.storage.files.lock_calls import CALLS, LockCalls
from laddereditor.storage.files.lock_file import Clock, LockFile, create, read, remove_own
from laddereditor.storage.files.program import Program, is_running

_CLAIM_LEFT_AFTER = 60.0  # seconds


def is_stale(
    path: Path, found: LockFile, me: Program, after: float, calls: LockCalls = CALLS
) -> bool:
    """Whether nobody stands behind a lock file any more, however long they may hold it.

    On this machine the process tells; elsewhere, that it was not renewed. Raises OSError.
    """
    running = is_running(found.program, me) if found.program else None
    if running is not None:
        return found.regular and not running
    return is_old(path, found, after, calls)


def is_left(
    path: Path, found: LockFile, me: Program, after: float, calls: LockCalls = CALLS
) -> bool:
    """Whether a lock file that is held for a moment only was left behind. Raises OSError."""
    gone = found.program is not None and is_running(found.program, me) is False
    return (found.regular and gone) or is_old(path, found, after, calls)


def is_old(path: Path, found: LockFile, after: float, calls: LockCalls = CALLS) -> bool:
    """Whether a lock file was not written for `after` seconds. Raises OSError.

    The clock is that of the file system, which a new file in the same folder shows: two machines'
    clocks need not agree. A time so far ahead means that this clock was set back.
    """
    return found.regular and abs(calls.probe(path.parent) - found.changed) > after


def take_away(
    path: Path, found: LockFile, me: Program, clock: Clock, calls: LockCalls = CALLS
) -> bool:
    """Remove a stale lock file; False when another is just doing so. Raises OSError.

    Only who holds the claim on this very state of the file may remove it, and looks at it once
    more with the claim in hand: so nobody who is late removes the lock of who was faster.
    """
    inode, changed, data = found.state
    digest = hashlib.sha256(f"{inode} {changed} ".encode() + data).hexdigest()
    claim = path.with_name(f"{path.name}.{digest[:8]}")
    if not create(claim, me, clock, calls):
        left = read(claim)
        if left is not None and is_left(claim, left, me, _CLAIM_LEFT_AFTER, calls):
            take_away(claim, left, me, clock, calls)  # a crash in the midst of this
        return False
    try:
        now = read(path)
        if now is not None and now.state == found.state:
            calls.unlink(path)
    finally:
        remove_own(claim, me)
    return True
