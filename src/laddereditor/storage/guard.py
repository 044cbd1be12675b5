"""Only one program replaces a ladder file at a time.

A save checks that the file is as it was read, and then replaces it. Between the two it must be
alone, or two saves at once pass the check and one of them is lost without a word.
"""

import hashlib
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from laddereditor.storage.lock_calls import CALLS, Calls
from laddereditor.storage.lock_file import (
    Clock,
    create,
    read,
    remove_own,
)
from laddereditor.storage.program import Program
from laddereditor.storage.stale_lock import is_left, take_away

_LEFT_AFTER = 120.0  # seconds; no save takes longer
_LONGEST_NAME = 200  # bytes of a file name that leave room for the endings


class Busy(Exception):
    """Somebody else is saving the file this moment; the message is for people."""


def utc_now() -> datetime:
    """Return the time of day, as shown to people."""
    return datetime.now(UTC)


@contextmanager
def alone(
    path: Path,
    me: Program,
    *,
    wait: float = 10.0,
    clock: Clock = utc_now,
    calls: Calls = CALLS,
) -> Iterator[None]:
    """Be the only one who replaces a ladder file, on any machine, while the block runs.

    Raises Busy when another is at it for longer than `wait` seconds; what a crash left behind
    is cleared away. Raises OSError where no file can be made beside the ladder.
    """
    guard = beside(path, "saving")
    deadline, pause = time.monotonic() + wait, 0.002
    while not create(guard, me, clock, calls):
        found = read(guard)
        if (
            found is not None
            and is_left(guard, found, me, _LEFT_AFTER, calls)
            and take_away(guard, found, me, clock, calls)
        ):
            continue
        if time.monotonic() > deadline:
            who = (found and found.program and found.program.user) or "Somebody else"
            raise Busy(f"{who} is saving {path.name} this moment. Try again")
        time.sleep(pause)
        pause = min(pause * 2, 0.2)
    try:
        yield
    finally:
        remove_own(guard, me)


def beside(path: Path, ending: str) -> Path:
    """Return the hidden file of some ending beside the file that a path or link leads to."""
    target = Path(os.path.realpath(path))
    name = target.name
    if len(os.fsencode(name)) > _LONGEST_NAME:
        digest = hashlib.sha256(os.fsencode(name)).hexdigest()[:8]
        name = f"{name[: _LONGEST_NAME // 4]}-{digest}"
    return target.with_name(f".{name}.{ending}")
