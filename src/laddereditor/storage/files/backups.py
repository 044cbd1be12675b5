"""Keep the last states of each ladder file in the state folder before a save replaces them.

Each ladder path has a folder; in it, each state has a file that is named by time and digest.
"""

import contextlib
import hashlib
import os
import re
import stat
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from laddereditor.regular_files import read_regular
from laddereditor.storage.files.ladder_files import SYSTEM, System, digest_of
from laddereditor.storage.files.system_words import reason
from laddereditor.storage.files.whole_file import TEMPORARY, write_whole
from laddereditor.storage.reading.encoding import MAX_BYTES

_NAME = re.compile(r"(\d{8}T\d{6}\.\d{6})Z-([0-9a-f]{64})\.yaml")
_ABANDONED_AFTER = 3600  # seconds after which a temporary file was certainly abandoned
_TIME = "%Y%m%dT%H%M%S.%f"


class BackupFailed(Exception):
    """A state could not be kept or read; the message is a notice for people."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How many backups are kept."""

    count: int = 10  # states of one ladder
    size: int = 500_000_000  # bytes of all ladders together


@dataclass(frozen=True, slots=True)
class Backup:
    """One state of a ladder file."""

    time: datetime  # when a save replaced it
    size: int
    digest: str
    path: Path  # where it is kept


LIMITS = Limits()


def keep_backup(  # noqa: PLR0913 - the last two are for tests
    folder: Path,
    path: Path,
    data: bytes,
    now: datetime,
    *,
    limits: Limits = LIMITS,
    system: System = SYSTEM,
) -> Backup:
    """Keep a state of the ladder at `path`; an equal state that exists already gets the new time.

    Args:
        folder: The folder of all backups.
        path: The ladder file.
        data: The state.
        now: The time of the save that replaces it.
        limits: How many backups are kept.
        system: The calls to the operating system.

    Raises:
        BackupFailed: The state could not be kept; this must not prevent a save.
    """
    home, digest = backup_folder(folder, path), digest_of(data)
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        existing = _backups_in(home)
        backup = _named(home, digest, len(data), _after(now, existing))
        same = next((old for old in existing if old.digest == digest), None)
        if same is not None and _is_complete(same):
            same.path.replace(backup.path)
        else:
            write_whole(backup.path, data, system)
    except OSError as error:
        raise BackupFailed(
            f"The former state of {path.name} was not kept as a backup: {reason(error)}"
        ) from error
    _prune(folder, home, backup, limits)
    return backup


def list_backups(folder: Path, path: Path) -> tuple[Backup, ...]:
    """Return the backups of the ladder at `path`, newest first. Never raises."""
    return _backups_in(backup_folder(folder, path))


def read_backup(backup: Backup) -> bytes:
    """Return the bytes of a backup.

    Raises:
        BackupFailed: The backup is gone or damaged.
    """
    try:
        data = read_regular(backup.path, MAX_BYTES, ours=True)
    except OSError as error:
        raise BackupFailed(f"This backup cannot be read: {reason(error)}") from error
    if digest_of(data) != backup.digest:
        raise BackupFailed("This backup is damaged and cannot be restored. Take an older one")
    return data


def backup_folder(folder: Path, path: Path) -> Path:
    """Return the folder of one ladder's backups, named by its name and a digest of its path."""
    real = os.path.normcase(os.path.realpath(path))
    key = hashlib.sha256(os.fsencode(real)).hexdigest()[:16]
    readable = re.sub(r"[^\w-]+", "-", path.stem)[:40].strip("-") or "ladder"
    return folder / f"{readable}-{key}"


def _named(home: Path, digest: str, size: int, at: datetime) -> Backup:
    return Backup(at, size, digest, home / f"{at.strftime(_TIME)}Z-{digest}.yaml")


def _after(now: datetime, existing: tuple[Backup, ...]) -> datetime:
    """Return a time later than that of every backup, even if the clock was set back."""
    now = now.astimezone(UTC)
    return max(now, existing[0].time + timedelta(microseconds=1)) if existing else now


def _backups_in(home: Path) -> tuple[Backup, ...]:
    found = []
    with contextlib.suppress(OSError):
        for entry in home.iterdir():
            match = _NAME.fullmatch(entry.name)
            with contextlib.suppress(OSError, ValueError):
                if match and stat.S_ISREG((status := entry.lstat()).st_mode):
                    time = datetime.strptime(match[1], _TIME).replace(tzinfo=UTC)
                    found.append(Backup(time, status.st_size, match[2], entry))
    return tuple(sorted(found, key=lambda backup: backup.path.name, reverse=True))


def _is_complete(backup: Backup) -> bool:
    try:
        read_backup(backup)
    except BackupFailed:
        return False
    return True


def _prune(folder: Path, home: Path, newest: Backup, limits: Limits) -> None:
    """Remove backups that exceed the limits, oldest first, but never the one just made."""
    for old in _backups_in(home)[max(limits.count, 1) :]:
        _remove(old.path)
    for unfinished in home.glob(f"*{TEMPORARY}"):
        with contextlib.suppress(OSError):
            if time.time() - unfinished.stat().st_mtime > _ABANDONED_AFTER:
                unfinished.unlink()
    with contextlib.suppress(OSError):
        folders = [entry for entry in folder.iterdir() if entry.is_dir()]
        every = [backup for home in folders for backup in _backups_in(home)]
        total = sum(backup.size for backup in every)
        for old in sorted(every, key=lambda backup: backup.time):
            if total > limits.size and old.path != newest.path:
                _remove(old.path)
                total -= old.size


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()
