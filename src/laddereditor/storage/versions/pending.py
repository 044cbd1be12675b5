"""Finish or undo a publication that a crash interrupted.

The ladder file decides: the moment of its replacement, which is all or nothing, is the moment of
publication. If its history lists the version of the waiting copy, only the copy's name is missing.
If not, nothing was published, and the copy and its digest are removed.
"""

import os
import re
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from laddereditor.model.ladder import PublishedVersion as Entry
from laddereditor.storage.files.frozen_digests import forget_digest
from laddereditor.storage.files.guard import Busy, exclusive
from laddereditor.storage.files.ladder_files import open_ladder
from laddereditor.storage.files.program import this_program
from laddereditor.storage.files.version_calls import CALLS, VersionCalls
from laddereditor.storage.files.version_folders import (
    DIGESTS,
    PENDING_ENDING,
    copy_path,
    pending_path,
    pending_version,
    versions_folder,
)
from laddereditor.storage.reading.faults import UnreadableLadder
from laddereditor.storage.versions.copies import entry_of

# What a crash leaves of a partly written file, as `replace_file` names it.
_UNFINISHED = re.compile(
    rf"\.(\..+{re.escape(PENDING_ENDING)}|{re.escape(DIGESTS)})\.[a-z0-9_]{{8}}\.tmp"
)


def complete_interrupted(path: Path, calls: VersionCalls = CALLS) -> str:
    """Finish or undo an interrupted publication; call this when a ladder is opened. Never raises.

    Returns:
        A notice for people; "" if there was nothing to do, or if it cannot be done now (somebody is
        publishing, the folder cannot be written, or the ladder cannot be read).
    """
    folder = versions_folder(path)
    if not waiting_in(folder):
        return ""
    try:
        with exclusive(folder, this_program(), wait=0):
            return complete_waiting(path, folder, calls)
    except (Busy, OSError):
        return ""


def waiting_in(folder: Path) -> list[str]:
    """Return the versions whose publication is in progress or was interrupted. Never raises."""
    with suppress(OSError):
        return [version for entry in folder.iterdir() if (version := pending_version(entry))]
    return []


def complete_waiting(path: Path, folder: Path, calls: VersionCalls) -> str:
    """Finish or undo the waiting publications; the caller has exclusive access to the folder.

    Args:
        path: The ladder file.
        folder: The folder of its versions.
        calls: The calls to the operating system.

    Returns:
        A notice for people, or "".

    Raises:
        OSError: The folder cannot be read or written.
    """
    notices = []
    for version in waiting_in(folder):
        published = _is_published(path, folder, version)
        if published:
            notices.append(finish(folder, version, calls) or _finished_words(version))
        elif published is False:
            undo(folder, version, calls)
    return " ".join(notices)


def _finished_words(version: str) -> str:
    return f"Publishing version {version} was interrupted; it is finished now."


def _is_published(path: Path, folder: Path, version: str) -> bool | None:
    """Whether the ladder says that the version was published; None if that is unknown."""
    try:
        entry = _entry_in(pending_path(folder, version), version)
        return entry is not None and entry == _entry_in(path, version)
    except UnreadableLadder:
        return None


def _entry_in(path: Path, version: str) -> Entry | None:
    return entry_of(open_ladder(path).document.ladder, version)


def undo(folder: Path, version: str, calls: VersionCalls) -> None:
    """Remove a waiting publication; a folder that is then empty is removed too.

    The digest is removed first: without a waiting copy nothing would show that it has to be
    removed.

    Args:
        folder: The folder of the versions.
        version: The number of the version.
        calls: The calls to the operating system.

    Raises:
        OSError: A file cannot be removed.
    """
    pending = pending_path(folder, version)
    if not os.path.lexists(copy_path(folder, version)):
        forget_digest(folder, version, calls)
    clear_unfinished(folder)
    if pending.exists():
        _make_writable(pending, calls)
        calls.system.unlink(str(pending))
    with suppress(OSError):
        calls.remove_folder(folder)


def clear_unfinished(folder: Path) -> None:
    """Remove files that crashes left half written, with exclusive access. Never raises."""
    with suppress(OSError):
        for entry in [entry for entry in folder.iterdir() if _UNFINISHED.fullmatch(entry.name)]:
            entry.unlink(missing_ok=True)


def finish(folder: Path, version: str, calls: VersionCalls) -> str:
    """Give the waiting copy its final name, without ever overwriting a file.

    Args:
        folder: The folder of the versions.
        version: The number of the version.
        calls: The calls to the operating system.

    Returns:
        A notice if another file has the name, else "".

    Raises:
        OSError: The copy cannot be renamed; it is still waiting then.
    """
    pending, copy = pending_path(folder, version), copy_path(folder, version)
    if os.path.lexists(copy):
        if not _same(pending, copy, calls):
            return (
                f"Another file has the name of the copy of version {version}: {copy}. "
                "Move it away and open the ladder again."
            )
        _make_writable(pending, calls)  # otherwise Windows would not remove it
        calls.system.unlink(str(pending))
        _make_read_only(copy, calls)
        return ""
    _make_read_only(pending, calls)
    _give_name(pending, copy, calls)
    return ""


def _same(pending: Path, copy: Path, calls: VersionCalls) -> bool:
    return calls.system.read(pending) == calls.system.read(copy)


def _give_name(pending: Path, copy: Path, calls: VersionCalls) -> None:
    if calls.system.is_windows:
        calls.rename(pending, copy)  # on Windows this fails if a file has that name
        return
    try:
        calls.link(pending, copy)
    except FileExistsError:
        raise
    except OSError:  # some drives have no hard links; nobody else is publishing now
        if os.path.lexists(copy):
            raise
        calls.rename(pending, copy)
    else:
        calls.system.unlink(str(pending))


def _make_read_only(path: Path, calls: VersionCalls) -> None:
    _change_mode(path, calls, lambda mode: mode & ~0o222)


def _make_writable(path: Path, calls: VersionCalls) -> None:
    if calls.system.is_windows:
        _change_mode(path, calls, lambda mode: mode | stat.S_IWUSR)


def _change_mode(path: Path, calls: VersionCalls, change: Callable[[int], int]) -> None:
    with suppress(OSError):  # some drives do not keep such marks; the digest detects changes anyway
        calls.system.chmod(str(path), change(stat.S_IMODE(calls.system.stat(path).st_mode)))
