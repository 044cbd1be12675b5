"""Opening and saving ladder files; a save leaves either the old file or the new one, whole."""

import hashlib
import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from laddereditor.storage.atomic import SYSTEM, System, clear_left_over, replace_file
from laddereditor.storage.document import Document, read_bytes, to_bytes
from laddereditor.storage.encoding import MAX_BYTES, too_large
from laddereditor.storage.faults import Fault, UnreadableLadder
from laddereditor.storage.guard import Busy, alone
from laddereditor.storage.program import this_program
from laddereditor.storage.prove import prove_bytes
from laddereditor.storage.save_words import reason, save_words

__all__ = [
    "SYSTEM",
    "ChangedOnDisk",
    "OpenedFile",
    "SaveFailed",
    "System",
    "digest_of",
    "open_ladder",
    "save_ladder",
]


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
            f"There is no file {path.name} in {os.path.realpath(path.parent)}. "
            "It may have been moved or renamed"
        )
    except PermissionError:
        message = f"You have no right to read {path.name}. Ask its owner for access"
    except (OSError, ValueError) as error:
        message = f"{path.name} cannot be read: {reason(error)}. Is its drive still connected?"
    raise UnreadableLadder(Fault(message))


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
        # Alone, or of two saves at once both could pass the check and one would be lost.
        with alone(target, this_program()):
            clear_left_over(target)
            replace_file(
                target, data, lambda: _check_unchanged(target, expected_digest, system), system
            )
    except Busy as busy:
        raise SaveFailed(str(busy)) from busy
    except OSError as error:
        raise SaveFailed(save_words(target, error, system.is_windows)) from error
    return digest_of(data)


def _check_unchanged(target: Path, expected: str | None, system: System) -> None:
    """Raise ChangedOnDisk unless the file is as it was read."""
    if expected is None:
        return
    try:
        current = digest_of(system.read(target))
    except FileNotFoundError:
        if not target.parent.is_dir():
            raise
        raise ChangedOnDisk(
            f"{target.name} is no longer there: somebody moved or deleted it"
        ) from None
    if current != expected:
        raise ChangedOnDisk(f"Somebody else changed {target.name} since it was opened here")
