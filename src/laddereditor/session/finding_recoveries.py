"""Find the recoveries that crashed runs left behind, and what can be read of them."""

import contextlib
import time
from dataclasses import dataclass
from pathlib import Path

from laddereditor.session.recovery import (
    ENDING,
    FORMER_ENDING,
    Recovery,
    former_path,
    read_recovery,
    recovery_path,
)
from laddereditor.storage.files.program import Program, is_running
from laddereditor.storage.files.whole_file import TEMPORARY

_QUIET = 600.0  # seconds without a write after which another machine's recovery is offered here
_UNUSABLE = (OSError, ValueError, RecursionError, OverflowError)  # whatever a file may hold


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that is not a recovery, or an incomplete one; it is left where it is."""

    path: Path
    why: str


@dataclass(frozen=True, slots=True)
class FoundRecoveries:
    """The recoveries that crashed runs left behind, newest first, and the unreadable files."""

    recoveries: tuple[Recovery, ...] = ()
    skipped: tuple[Skipped, ...] = ()


def find_recoveries(folder: Path, me: Program) -> FoundRecoveries:
    """Return the recoveries of runs that have ended. Never raises, and changes nothing.

    A recovery that a running program still writes is not offered. One of another machine that
    shares the user's home folder is offered only after some minutes without a write. If a recovery
    is torn, the former one of its ladder is used if it is complete.

    Args:
        folder: The folder of the recoveries.
        me: This run of the program.
    """
    recoveries: list[Recovery] = []
    skipped: list[Skipped] = []
    for path in _entries(folder):
        if path.suffix == TEMPORARY or (path.suffix == FORMER_ENDING and _is_replaced(path)):
            continue
        try:
            record = read_recovery(path)
            _refuse_other_name(path, record)
            in_use = _in_use(path, record, me)
        except FileNotFoundError:
            continue
        except _UNUSABLE as error:
            skipped.append(Skipped(path, str(error)))
            continue
        if not in_use:
            recoveries.append(record)
    recoveries.sort(key=lambda record: record.time.timestamp(), reverse=True)
    return FoundRecoveries(tuple(recoveries), tuple(skipped))


def _is_replaced(former: Path) -> bool:
    """Whether the recovery that replaced a former one is complete or still in use."""
    try:
        record = read_recovery(former.with_suffix(ENDING))
    except _UNUSABLE:
        return False
    return former == former_path(former.parent, record.id)


def _refuse_other_name(path: Path, record: Recovery) -> None:
    folder = path.parent
    if path not in (recovery_path(folder, record.id), former_path(folder, record.id)):
        raise ValueError("it is a copy under another name")


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _in_use(path: Path, record: Recovery, me: Program) -> bool:
    running = is_running(record.program, me)
    if running is None:
        return record.program.host != me.host and _age(path) < _QUIET
    return running


def _age(path: Path) -> float:
    try:
        return time.time() - path.stat().st_mtime
    except OSError:
        return 0.0


def clean_up(folder: Path, older_than: float) -> int:
    """Remove what interrupted writes left behind, if untouched for `older_than` seconds.

    Complete recoveries are kept however old they are, because people have to be asked first; so are
    writes that were interrupted after the last byte.

    Returns:
        How many files were removed.
    """
    removed = 0
    for path in _entries(folder):
        if path.suffix == TEMPORARY and _age(path) > older_than and _is_incomplete(path):
            with contextlib.suppress(OSError):
                path.unlink()
                removed += 1
    return removed


def _is_incomplete(path: Path) -> bool:
    try:
        read_recovery(path)
    except OSError:
        return False
    except _UNUSABLE:
        return path.is_file()
    return False
