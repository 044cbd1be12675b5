"""Opening and saving ladder files; a save leaves either the old file or the new one, whole."""

import contextlib
import hashlib
import os
import stat
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from laddereditor.storage.document import Document, read_bytes, to_bytes
from laddereditor.storage.encoding import MAX_BYTES, too_large
from laddereditor.storage.faults import Fault, UnreadableLadder
from laddereditor.storage.prove import prove_bytes


class SaveFailed(Exception):
    """The file could not be written and is as it was; the message says why and what to do."""


class ChangedOnDisk(Exception):
    """Somebody else saved the file since it was read."""


@dataclass(frozen=True)
class OpenedFile:
    """A file that was read."""

    path: Path
    document: Document
    digest: str


@dataclass(frozen=True, slots=True)
class System:
    """The calls to the operating system that a save makes."""

    make_temporary: Callable[[Path, str], tuple[int, str]] = lambda folder, prefix: (
        tempfile.mkstemp(".tmp", prefix, folder)
    )
    write: Callable[[int, memoryview], int] = os.write
    fsync: Callable[[int], None] = os.fsync
    close: Callable[[int], None] = os.close
    replace: Callable[[str, Path], None] = os.replace
    unlink: Callable[[str], None] = os.unlink


SYSTEM = System()


def digest_of(data: bytes) -> str:
    """Return what tells one state of a file from another."""
    return hashlib.sha256(data).hexdigest()


def open_ladder(
    path: Path,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> OpenedFile:
    """Read a ladder file. Raises UnreadableLadder or Cancelled; the file is not touched."""
    data = _read(Path(path))
    return OpenedFile(Path(path), read_bytes(data, progress, cancelled), digest_of(data))


def _read(path: Path) -> bytes:
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise UnreadableLadder(Fault(f"{path.name} is a folder. Open a file in it instead"))
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableLadder(Fault(f"{path.name} is no file that can be read"))
        if status.st_size > MAX_BYTES:
            raise UnreadableLadder(too_large(status.st_size))
        return path.read_bytes()
    except FileNotFoundError:
        message = (
            f"There is no file {path.name} in {path.parent}. It may have been moved or renamed"
        )
    except PermissionError:
        message = f"You have no right to read {path.name}. Ask its owner for access"
    except (OSError, ValueError) as error:
        message = f"{path.name} cannot be read: {_reason(error)}. Is its drive still connected?"
    raise UnreadableLadder(Fault(message))


def _reason(error: Exception) -> str:
    text = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return text[:1].lower() + text[1:]


def save_ladder(
    path: Path, document: Document, expected_digest: str | None, system: System = SYSTEM
) -> str:
    """Write a document to its file and return the new digest.

    `expected_digest` is that of the file when it was read; None writes over whatever is there.
    Raises SaveFailed or ChangedOnDisk; then the file is as it was.
    """
    if document.read_only:
        raise SaveFailed(document.read_only)
    target = Path(os.path.realpath(path))
    data = to_bytes(document)
    if not prove_bytes(document, data):
        raise SaveFailed(
            "The text to be written does not read back as what is shown here, so nothing was "
            "written. Save under another name, and report this as an error of Ladder Editor"
        )
    try:
        _check_unchanged(target, expected_digest)
        _replace(target, data, system)
    except OSError as error:
        raise SaveFailed(_save_message(target, error)) from error
    return digest_of(data)


def _check_unchanged(target: Path, expected: str | None) -> None:
    if expected is None:
        return
    try:
        current = digest_of(target.read_bytes())
    except FileNotFoundError:
        if not target.parent.is_dir():
            raise
        raise ChangedOnDisk(
            f"{target.name} is no longer there: somebody moved or deleted it"
        ) from None
    if current != expected:
        raise ChangedOnDisk(f"Somebody else changed {target.name} since it was opened here")


def _replace(target: Path, data: bytes, system: System) -> None:
    status = target.stat() if target.exists() else None
    if status and not status.st_mode & stat.S_IWUSR:
        raise PermissionError(0, "the file is marked as read-only", str(target))
    handle, temporary = system.make_temporary(target.parent, f".{target.name[:100]}.")
    try:
        try:
            _write_all(handle, data, system)
            _keep_owner_and_mode(temporary, status)
            system.fsync(handle)
        finally:
            system.close(handle)
        system.replace(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            system.unlink(temporary)
        raise
    _sync_folder(target.parent, system)


def _write_all(handle: int, data: bytes, system: System) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[system.write(handle, rest) :]


def _keep_owner_and_mode(temporary: str, status: os.stat_result | None) -> None:
    if status is None:
        mask = os.umask(0)
        os.umask(mask)
        Path(temporary).chmod(0o666 & ~mask)
        return
    if hasattr(os, "chown"):
        with contextlib.suppress(OSError):
            os.chown(temporary, status.st_uid, status.st_gid)
    Path(temporary).chmod(stat.S_IMODE(status.st_mode))


def _sync_folder(folder: Path, system: System) -> None:
    """Make the new name last through a power cut; the file is already whole either way."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            system.fsync(handle)
        finally:
            os.close(handle)


def _save_message(target: Path, error: OSError) -> str:
    what = f"{target.name} could not be saved"
    if isinstance(error, FileNotFoundError):
        return f"{what}: the folder {target.parent} is gone. Save the ladder in another place"
    if isinstance(error, PermissionError):
        why = _reason(error) if not error.errno else "you have no right to write in this folder"
        return f"{what}: {why}. Save it under another name or in another place"
    if isinstance(error, OSError) and error.errno == 28:
        return f"{what}: the disk is full. Free some space, or save it in another place"
    return f"{what}: {_reason(error)}. Your changes are still here: try again, or save elsewhere"
