"""Who has a ladder open, as a hidden file beside it. The lock is advisory."""

import errno
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from laddereditor.storage.files.guard import beside
from laddereditor.storage.files.lock_calls import CALLS, LockCalls
from laddereditor.storage.files.lock_file import (
    Clock,
    LockFile,
    create,
    is_mine,
    read,
    remove_own,
    renew,
)
from laddereditor.storage.files.program import Program
from laddereditor.storage.files.rights import no_more_open
from laddereditor.storage.files.stale_lock import is_stale, take_away
from laddereditor.storage.files.system_calls import SYSTEM
from laddereditor.storage.files.system_words import reason

RENEW_EVERY = 60.0  # seconds after which `take` is to be called again
STALE_AFTER = 300.0  # seconds without renewal after which another machine's lock is stale
_TRIES = 100  # with others at the same lock, some of them a hundredth of a second apart
_READ_ONLY = (errno.EACCES, errno.EPERM, errno.EROFS)


@dataclass(frozen=True, slots=True)
class Taken:
    """The lock is ours. `former` is a run that ended without letting go, or lost its machine."""

    former: Program | None = None


@dataclass(frozen=True, slots=True)
class HeldBy:
    """Somebody else has the ladder open; `program` is None where it cannot be told who."""

    program: Program | None
    since: datetime | None
    seen: datetime | None

    def __str__(self) -> str:
        """Say it in plain words."""
        who = (self.program and self.program.user) or "Somebody"
        where = f" on {self.program.machine}" if self.program and self.program.machine else ""
        since = f" since {self.since.astimezone():%Y-%m-%d %H:%M}" if self.since else ""
        return f"{who} has this file open{where}{since}"


@dataclass(frozen=True, slots=True)
class NoLock:
    """No lock could be made; the ladder can be worked on all the same."""

    why: str
    read_only: bool  # nobody can save here, so nobody needs to be told


def lock_path(path: Path) -> Path:
    """Return the lock file of a ladder: hidden, beside the file that a link leads to."""
    return beside(path, "lock")


def take(
    path: Path, me: Program, clock: Clock, calls: LockCalls = CALLS
) -> Taken | HeldBy | NoLock:
    """Say that `me` has the ladder open, unless somebody else has; of several, one wins.

    To be called again every `RENEW_EVERY` seconds, off the UI thread: that keeps one's own lock
    from going stale, tells if it was lost, and takes it once the other has let go. Never raises.
    """
    try:
        return _take(path, me, clock, calls)
    except OSError as error:
        return _no_lock(error)


def _take(path: Path, me: Program, clock: Clock, calls: LockCalls) -> Taken | HeldBy:
    file = lock_path(path)
    former: Program | None = None
    for _ in range(_TRIES):
        if create(file, me, clock, calls, mode=0o600):
            no_more_open(str(file), [path], SYSTEM)  # it names people
            return Taken(former)
        found = read(file)
        if found is None:
            continue
        if is_mine(found, me):
            if renew(file, me, found, clock, calls):
                return Taken()
        elif not is_stale(file, found, me, STALE_AFTER, calls):
            return _held_by(found)
        elif take_away(file, found, me, clock, calls):
            former = found.program
        else:
            time.sleep(0.01)
    return HeldBy(None, None, None)


def _held_by(found: LockFile) -> HeldBy:
    return HeldBy(found.program, found.since, found.seen)


def _no_lock(error: OSError) -> NoLock:
    if error.errno in _READ_ONLY:
        return NoLock("The folder is read-only for you", read_only=True)
    why = f"Others are not told that you have this file open: {reason(error)}"
    return NoLock(why, read_only=False)


def look(path: Path, me: Program, calls: LockCalls = CALLS) -> HeldBy | None:
    """Return who else has a ladder open, without taking anything. Never raises."""
    file = lock_path(path)
    found = read(file)
    if found is None or is_mine(found, me):
        return None
    with suppress(OSError):  # where no file can be made, its age is unknown: take it as held
        if is_stale(file, found, me, STALE_AFTER, calls):
            return None
    return _held_by(found)


def release(path: Path, me: Program) -> None:
    """Remove one's own lock, and nobody else's. Never raises: what stays behind goes stale."""
    remove_own(lock_path(path), me)
