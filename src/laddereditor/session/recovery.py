"""Unsaved work, stored in the user's own folder so that it survives a crash or power cut.

A recovery is a file: a line of JSON that describes it, then the bytes that a save would have
written. It never touches the ladder's own file.

A recovery gets its name before the disk has confirmed it, which may take any time. Until then the
former one is kept beside it, so that a power cut leaves at least one of the two complete.
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
FORMER_ENDING = ".former"  # of the former recovery, until the new one is on the disk
_HEAD_BYTES = 16_384
_ID = re.compile(r"[0-9a-f]{32}")
_FORMAT = 1
_FIRST_YEAR, _LAST_YEAR = 1971, 9000  # outside of these the clock was wrong or the file was edited


@dataclass(frozen=True, slots=True)
class Recovery:
    """Unsaved work of one open ladder."""

    id: str  # 32 hexadecimal digits, the same as long as the ladder is open
    path: Path | None  # the ladder's file, None while it has none
    digest: str | None  # of the file when the work began
    time: datetime
    name: str  # what people call it
    program: Program
    data: bytes  # as a save would have written it


def recovery_path(folder: Path, identity: str) -> Path:
    """Return the file of a recovery."""
    return folder / f"{identity}{ENDING}"


def former_path(folder: Path, identity: str) -> Path:
    """Return the path of the former recovery, which is kept until the new one is on the disk."""
    return folder / f"{identity}{FORMER_ENDING}"


def write_recovery(folder: Path, record: Recovery, system: System = SYSTEM) -> None:
    """Replace the recovery of an id, all or nothing, and wait until it is on the disk.

    Args:
        folder: The folder of the recoveries.
        record: What is stored.
        system: The calls to the operating system.

    Raises:
        OSError: It cannot be written; then the former one is still there.
    """
    put_in_place(folder, record.id, write_beside(folder, record, system), system)
    make_last(folder, record.id, system)
    drop_former(folder, record.id)


def write_beside(folder: Path, record: Recovery, system: System = SYSTEM) -> str:
    """Write a recovery under a temporary name, without waiting for the disk, and return the name.

    Args:
        folder: The folder of the recoveries.
        record: What is stored.
        system: The calls to the operating system.

    Raises:
        OSError: It cannot be written; then no file is left.
    """
    path = recovery_path(folder, record.id)
    return write_temporary(path, _head(record) + record.data, system)


def put_in_place(folder: Path, identity: str, temporary: str, system: System = SYSTEM) -> None:
    """Give a recovery from `write_beside` its final name.

    A predecessor that the disk has confirmed is kept as the former one; an unconfirmed one is
    replaced.

    Args:
        folder: The folder with all recoveries.
        identity: The id of the recovery.
        temporary: The name that `write_beside` returned.
        system: The calls to the operating system.

    Raises:
        OSError: It cannot be renamed; then the old one stays.
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
    """Wait until the disk has confirmed a recovery, so that it survives a power cut.

    Args:
        folder: The folder of the recoveries.
        identity: The id of the recovery.
        system: The calls to the operating system.

    Raises:
        OSError: The disk reports an error.
    """
    with contextlib.suppress(FileNotFoundError):
        handle = os.open(recovery_path(folder, identity), os.O_RDWR)
        try:
            system.fsync(handle)
        finally:
            os.close(handle)


def drop_former(folder: Path, identity: str) -> None:
    """Remove the former recovery, because the new one is on the disk.

    Raises:
        OSError: It cannot be removed.
    """
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
    # The checksum also covers this line: a wrong path is as bad as a wrong text.
    total = hashlib.sha256(line + b"\n" + record.data).hexdigest()
    return total.encode() + b" " + line + b"\n"


def read_recovery(path: Path) -> Recovery:
    """Read a recovery.

    Raises:
        OSError: The file cannot be read.
        ValueError: It is torn or not a recovery; the message says why.
    """
    try:
        content = read_regular(path, MAX_BYTES + _HEAD_BYTES, ours=True)
    except NotRegular:
        raise ValueError("it is not a file") from None
    except TooLarge:
        raise ValueError("it is too large") from None
    total, _, rest = content.partition(b" ")
    if hashlib.sha256(rest).hexdigest().encode() != total:
        raise ValueError("it is incomplete")
    line, _, data = rest.partition(b"\n")
    raw = json.loads(line)
    if not isinstance(raw, dict) or raw.get("laddereditor-recovery") != _FORMAT:
        raise ValueError("it is of another version of the program")
    return _recovery(raw, data, _written(path))


def _recovery(raw: dict[str, object], data: bytes, written: datetime) -> Recovery:
    """Return the recovery; `written` is its time if it does not state a usable one."""
    identity, path, digest, name = (raw.get(key) for key in ("id", "path", "digest", "name"))
    program = from_raw(raw.get("program"))
    if not isinstance(identity, str) or not _ID.fullmatch(identity) or program is None:
        raise ValueError("it does not say which program wrote it")
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
    """Return a time that can be shown in every time zone, or None.

    The calendar ends in the year 9999: a time at its edge has no date in some other zones.
    """
    try:
        time_read = datetime.fromisoformat(str(raw)).astimezone(UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return time_read if _FIRST_YEAR <= time_read.year < _LAST_YEAR else None


def _written(path: Path) -> datetime:
    """Return the modification time of a file, or the current time if that is not usable."""
    now = datetime.now(UTC)
    try:
        found = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except (OSError, ValueError, OverflowError):
        return now
    return found if _FIRST_YEAR <= found.year < _LAST_YEAR else now


def drop_recovery(folder: Path, identity: str) -> None:
    """Remove a recovery that is no longer needed; a missing file is ignored.

    Raises:
        OSError: It cannot be removed.
    """
    recovery_path(folder, identity).unlink(missing_ok=True)
    drop_former(folder, identity)
