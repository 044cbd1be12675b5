"""Unsaved work, kept in a folder of the user's own so that a crash or power cut does not take it.

A recovery is a file: a line of JSON that says what it is, then the bytes that a save would have
written. It never touches the ladder's own file.
"""

import contextlib
import hashlib
import json
import re
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from laddereditor.regular_files import NotRegular, TooLarge, read_regular
from laddereditor.storage.encoding import MAX_BYTES
from laddereditor.storage.files import SYSTEM, System
from laddereditor.storage.program import Program, from_raw, is_running, to_raw
from laddereditor.storage.whole_file import TEMPORARY, write_whole

_ENDING = ".recovery"
_HEAD_BYTES = 16_384
_ID = re.compile(r"[0-9a-f]{32}")
_QUIET = 600.0  # seconds without a write after which another machine's recovery is offered here
_FORMAT = 1


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


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file among the recoveries that is none, or is torn; it is left where it is."""

    path: Path
    why: str


@dataclass(frozen=True, slots=True)
class Found:
    """What crashed runs left behind, the newest first, and what could not be read."""

    recoveries: tuple[Recovery, ...] = ()
    skipped: tuple[Skipped, ...] = ()


def recovery_path(folder: Path, identity: str) -> Path:
    """Return the file of a recovery."""
    return folder / f"{identity}{_ENDING}"


def write_recovery(folder: Path, record: Recovery, system: System = SYSTEM) -> None:
    """Write a recovery in place of the former one of its id, whole or not at all.

    Raises OSError; then the former one is as it was.
    """
    write_whole(recovery_path(folder, record.id), _head(record) + record.data, system)


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
        raise ValueError("it is no file") from None
    except TooLarge:
        raise ValueError("it is too large") from None
    total, _, rest = content.partition(b" ")
    if hashlib.sha256(rest).hexdigest().encode() != total:
        raise ValueError("it is not whole")
    line, _, data = rest.partition(b"\n")
    raw = json.loads(line)
    if not isinstance(raw, dict) or raw.get("laddereditor-recovery") != _FORMAT:
        raise ValueError("it is of another version of the program")
    return _recovery(raw, data)


def _recovery(raw: dict[str, object], data: bytes) -> Recovery:
    identity, path, digest, name = (raw.get(key) for key in ("id", "path", "digest", "name"))
    program, written = from_raw(raw.get("program")), datetime.fromisoformat(str(raw.get("time")))
    if not isinstance(identity, str) or not _ID.fullmatch(identity) or program is None:
        raise ValueError("it does not say whose it is")
    return Recovery(
        identity,
        Path(path) if isinstance(path, str) else None,
        digest if isinstance(digest, str) else None,
        written,
        str(name),
        program,
        data,
    )


def find_recoveries(folder: Path, me: Program) -> Found:
    """Return what runs that have ended left behind; never raises, and changes nothing.

    What a running program still keeps is its own. Of another machine, which shares the user's
    home folder, only what was left alone for some minutes is offered.
    """
    recoveries: list[Recovery] = []
    skipped: list[Skipped] = []
    for path in _entries(folder):
        if path.suffix == TEMPORARY:
            continue
        try:
            record = read_recovery(path)
        except FileNotFoundError:
            continue
        except (OSError, ValueError, RecursionError) as error:
            skipped.append(Skipped(path, str(error)))
            continue
        if path != recovery_path(folder, record.id):
            skipped.append(Skipped(path, "it is a copy under another name"))
        elif not _in_use(path, record, me):
            recoveries.append(record)
    recoveries.sort(key=lambda record: record.time.timestamp(), reverse=True)
    return Found(tuple(recoveries), tuple(skipped))


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


def drop_recovery(folder: Path, identity: str) -> None:
    """Remove a recovery that is not wanted any more. Raises OSError; none there is none."""
    recovery_path(folder, identity).unlink(missing_ok=True)


def clean_up(folder: Path, older_than: float, me: Program) -> int:
    """Remove recoveries, and what is left of torn ones, that nobody touched for some seconds.

    Those of running programs stay, and files that are not the program's. Returns how many went.
    """
    gone = 0
    for path in _entries(folder):
        if path.suffix not in (_ENDING, TEMPORARY) or _age(path) <= older_than:
            continue
        with contextlib.suppress(OSError):
            if path.is_file() and not _of_a_running_program(path, me):
                path.unlink()
                gone += 1
    return gone


def _of_a_running_program(path: Path, me: Program) -> bool:
    try:
        return is_running(read_recovery(path).program, me) is True
    except (ValueError, RecursionError):
        return False
