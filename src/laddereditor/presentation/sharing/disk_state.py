"""The state of a file on disk, identified by its content."""

import os
from dataclasses import dataclass
from pathlib import Path

from laddereditor.storage.files.folder.listing import yaml_files
from laddereditor.storage.files.ladder_files import NoLadderInFolder, digest_at
from laddereditor.storage.reading.faults import UnreadableLadder

MISSING = "missing"
UNREADABLE = "unreadable"

Stamp = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class DiskState:
    """The state of a file: the digest of its content, or MISSING or UNREADABLE."""

    state: str
    stamp: Stamp | None = None  # only to spare reading again what nobody touched


def read_disk_state(path: Path, seen: Stamp | None = None) -> DiskState | None:
    """Return the state of a file; None if its `seen` stamp has not changed. Never raises."""
    try:
        stamp = _folder_stamp(path) if path.is_dir() else _stamp(path.stat())
        if stamp == seen:
            return None
        return DiskState(digest_at(path), stamp)
    except NoLadderInFolder:
        return DiskState(UNREADABLE)
    except FileNotFoundError:
        return DiskState(MISSING)
    except (OSError, ValueError, UnreadableLadder):
        return DiskState(UNREADABLE)


def _stamp(status: os.stat_result) -> Stamp:
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino


def _folder_stamp(folder: Path) -> Stamp:
    """Return one stamp for the YAML files of a folder, which differs if one of theirs does."""
    names, _ = yaml_files(folder)
    stamps = [_stamp((folder / name).stat()) for name in names]
    times, changes, sizes, _ = zip(*stamps, strict=True) if stamps else ((0,), (0,), (0,), (0,))
    return max(times), max(changes), sum(sizes), hash((*names, *stamps))
