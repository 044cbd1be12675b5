"""Record who has a ladder open, in a hidden file beside it. The lock is advisory."""

import errno
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from laddereditor.storage.files.guard import sibling_path
from laddereditor.storage.files.lock_calls import CALLS, LockCalls
from laddereditor.storage.files.lock_file import (
    Clock,
    LockFile,
    create,
    is_mine,
    read,
    refresh_lock,
    remove_own,
)
from laddereditor.storage.files.permissions import no_more_open
from laddereditor.storage.files.program import Program
from laddereditor.storage.files.stale_lock import is_stale, remove_stale
from laddereditor.storage.files.system_calls import SYSTEM
from laddereditor.storage.files.system_words import reason

# Both times are our choice; the program on this machine is asked for by its process instead.
REFRESH_EVERY = 60.0  # seconds after which `take` must be called again
STALE_AFTER = 5 * REFRESH_EVERY  # without renewal for so long, another machine's lock is stale
_TRIES = 100  # when others try to take the same lock at the same time
_READ_ONLY = (errno.EACCES, errno.EPERM, errno.EROFS)


@dataclass(frozen=True, slots=True)
class LockAcquired:
    """The lock is ours. `former` is a run that ended without releasing it, or lost its machine."""

    former: Program | None = None


@dataclass(frozen=True, slots=True)
class LockedByOther:
    """Somebody else has the ladder open; `program` is None if it is unknown who."""

    program: Program | None
    since: datetime | None
    seen: datetime | None

    def __str__(self) -> str:
        """Return the message for people."""
        who = (self.program and self.program.user) or "Somebody"
        where = f" on {self.program.machine}" if self.program and self.program.machine else ""
        since = f" since {self.since.astimezone():%Y-%m-%d %H:%M}" if self.since else ""
        return f"{who} has this file open{where}{since}"


@dataclass(frozen=True, slots=True)
class NoLock:
    """No lock could be created; the ladder can be edited anyway."""

    why: str
    read_only: bool  # nobody can save here, so nobody needs to know


def lock_path(path: Path) -> Path:
    """Return the lock file of a ladder: hidden, beside the file that a link leads to."""
    return sibling_path(path, "lock")


def take(
    path: Path, me: Program, clock: Clock, calls: LockCalls = CALLS
) -> LockAcquired | LockedByOther | NoLock:
    """Record that `me` has the ladder open, unless somebody else has it open. Never raises.

    If several programs try at once, one of them gets the lock. Call this again every
    `REFRESH_EVERY` seconds, outside the UI thread: it refreshes one's own lock so that it does not
    become stale, reports if it was lost, and takes it when the other program has released it.

    Args:
        path: The ladder file.
        me: This run of the program.
        clock: Gives the time that other people are shown.
        calls: The calls to the operating system.
    """
    try:
        return _take(path, me, clock, calls)
    except OSError as error:
        return _no_lock(error)


def _take(path: Path, me: Program, clock: Clock, calls: LockCalls) -> LockAcquired | LockedByOther:
    file = lock_path(path)
    former: Program | None = None
    for _ in range(_TRIES):
        if create(file, me, clock, calls, mode=0o600):
            no_more_open(str(file), [path], SYSTEM)  # the lock names people
            return LockAcquired(former)
        found = read(file)
        if found is None:
            continue
        if is_mine(found, me):
            if refresh_lock(file, me, found, clock, calls):
                return LockAcquired()
        elif not is_stale(file, found, me, STALE_AFTER, calls):
            return _locked_by(found)
        elif remove_stale(file, found, me, clock, calls):
            former = found.program
        else:
            time.sleep(0.01)
    return LockedByOther(None, None, None)


def _locked_by(found: LockFile) -> LockedByOther:
    return LockedByOther(found.program, found.since, found.seen)


def _no_lock(error: OSError) -> NoLock:
    if error.errno in _READ_ONLY:
        return NoLock("The folder is read-only for you", read_only=True)
    why = f"Others cannot see that you have this file open: {reason(error)}"
    return NoLock(why, read_only=False)


def look(path: Path, me: Program, calls: LockCalls = CALLS) -> LockedByOther | None:
    """Return who else has a ladder open, without taking the lock. Never raises.

    Args:
        path: The file of the ladder.
        me: This run of the program.
        calls: The calls to the operating system.
    """
    file = lock_path(path)
    found = read(file)
    if found is None or is_mine(found, me):
        return None
    with suppress(OSError):  # if no file can be created, its age is unknown: treat it as held
        if is_stale(file, found, me, STALE_AFTER, calls):
            return None
    return _locked_by(found)


def release(path: Path, me: Program) -> None:
    """Remove one's own lock, and nobody else's. Never raises: a lock left behind becomes stale."""
    remove_own(lock_path(path), me)
