"""Unsaved work, kept in a folder of the user's own so that a crash or power cut does not take it.

A recovery is a file: a line of JSON that says what it is, then the bytes that a save would have
written. It never touches the ladder's own file.

A recovery is in place before the disk has confirmed it, which may take any time. Until then the
former one stays beside it, so that a power cut leaves one of the two whole.
"""

import contextlib
import hashlib
import json
import os
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from laddereditor.regular_files import NotRegular, TooLarge, read_regular
from laddereditor.storage.files.ladder_files import SYSTEM, System
from laddereditor.storage.files.program import Program, from_raw, to_raw
from laddereditor.storage.files.whole_file import write_temporary
from laddereditor.storage.reading.encoding import MAX_BYTES

ENDING = ".recovery"
FORMER_ENDING = ".former"  # of what is kept until the recovery in its place is on the disk
_HEAD_BYTES = 16_384
_ID = re.compile(r"[0-9a-f]{32}")
_FORMAT = 1
_FIRST_YEAR, _LAST_YEAR = 1971, 9000  # outside of these a clock was wrong, or somebody's hand


@dataclass(frozen=True, slots=True)
class Recovery:
    """Unsaved work of one open ladder."""

    id: str  # 32 hexadecimal digits, one for as long as the ladder is open
    path: Path | None  # the ladder's file, None while it has none
    digest: str | None  # of the file that the work was begun on
    time: datetime
    name: str  # what people call it
    program: Program
    data: bytes  # as a save would have written it


def recovery_path(folder: Path, identity: str) -> Path:
    """Return the file of a recovery."""
    return folder / f"{identity}{ENDING}"


def former_path(folder: Path, identity: str) -> Path:
    """Return where the former recovery stands until the one in its place is on the disk."""
    return folder / f"{identity}{FORMER_ENDING}"


def write_recovery(folder: Path, record: Recovery, system: System = SYSTEM) -> None:
    """Write a recovery in place of the former one of its id, whole or not at all, and make it last.

    Raises OSError; then the former one is still there.
    """
    put_in_place(folder, record.id, write_beside(folder, record, system), system)
    make_last(folder, record.id, system)
    drop_former(folder, record.id)


def write_beside(folder: Path, record: Recovery, system: System = SYSTEM) -> str:
    """Write a recovery under another name, and return that. Raises OSError; then nothing is left.

    The disk is not asked to confirm it.
    """
    path = recovery_path(folder, record.id)
    return write_temporary(path, _head(record) + record.data, system)


def put_in_place(folder: Path, identity: str, temporary: str, system: System = SYSTEM) -> None:
    """Give a recovery that was written beside its name. Raises OSError; then the old one stays.

    What the disk has confirmed stays as the former one; what it has not confirmed is replaced.
    """
    path, former = recovery_path(folder, identity), former_path(folder, identity)
    try:
        if not os.path.lexists(former):
            with contextlib.suppress(FileNotFoundError):
                system.replace(str(path), former)
        system.replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            system.unlink(temporary)
        raise


def make_last(folder: Path, identity: str, system: System = SYSTEM) -> None:
    """Wait until the disk has confirmed a recovery, so that it outlives a power cut.

    Raises OSError.
    """
    with contextlib.suppress(FileNotFoundError):
        handle = os.open(recovery_path(folder, identity), os.O_RDWR)
        try:
            system.fsync(handle)
        finally:
            os.close(handle)


def drop_former(folder: Path, identity: str) -> None:
    """Remove the former recovery: the one in its place is on the disk. Raises OSError."""
    former_path(folder, identity).unlink(missing_ok=True)


def _head(record: Recovery) -> bytes:
    head = {
        "laddereditor-recovery": _FORMAT,
        "id": record.id,
        "path": str(record.path) if record.path else None,
        "digest": record.digest,
        "time": record.time.isoformat(),
        "name": record.name[:200],
        "program": to_raw(record.program),
        "size": len(record.data),
    }
    line = json.dumps(head).encode()
    # The checksum covers the line as well: a wrong path is as bad as a wrong text.
    total = hashlib.sha256(line + b"\n" + record.data).hexdigest()
    return total.encode() + b" " + line + b"\n"


def read_recovery(path: Path) -> Recovery:
    """Read a recovery. Raises OSError, or ValueError with the reason when it is torn or foreign."""
    try:
        content = read_regular(path, MAX_BYTES + _HEAD_BYTES, ours=True)
    except NotRegular:
        raise ValueError("it is not a file") from None
    except TooLarge:
        raise ValueError("it is too large") from None
    total, _, rest = content.partition(b" ")
    if hashlib.sha256(rest).hexdigest().encode() != total:
        raise ValueError("it is not whole")
    line, _, data = rest.partition(b"\n")
    raw = json.loads(line)
    if not isinstance(raw, dict) or raw.get("laddereditor-recovery") != _FORMAT:
        raise ValueError("it is of another version of the program")
    return _recovery(raw, data, _written(path))


def _recovery(raw: dict[str, object], data: bytes, written: datetime) -> Recovery:
    """Return the recovery; `written` is the time it gets if it does not say a usable one."""
    identity, path, digest, name = (raw.get(key) for key in ("id", "path", "digest", "name"))
    program = from_raw(raw.get("program"))
    if not isinstance(identity, str) or not _ID.fullmatch(identity) or program is None:
        raise ValueError("it does not say whose it is")
    return Recovery(
        identity,
        Path(path) if isinstance(path, str) and "\0" not in path else None,
        digest if isinstance(digest, str) else None,
        _usable_time(raw.get("time")) or written,
        str(name),
        program,
        data,
    )


def _usable_time(raw: object) -> datetime | None:
    """Return a time that every time zone has a date for; None where there is none of that kind.

    The calendar ends in the year 9999: a time at its very edge cannot be told in another zone.
    """
    try:
        time_read = datetime.fromisoformat(str(raw)).astimezone(UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return time_read if _FIRST_YEAR <= time_read.year < _LAST_YEAR else None


def _written(path: Path) -> datetime:
    """Return when a file was written, by its folder; now if that is not a usable time."""
    now = datetime.now(UTC)
    try:
        found = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except (OSError, ValueError, OverflowError):
        return now
    return found if _FIRST_YEAR <= found.year < _LAST_YEAR else now


def drop_recovery(folder: Path, identity: str) -> None:
    """Remove a recovery that is not wanted any more. Raises OSError; a missing file is ignored."""
    recovery_path(folder, identity).unlink(missing_ok=True)
    drop_former(folder, identity)
