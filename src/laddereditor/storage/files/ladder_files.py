"""Open and save ladder files; a save leaves either the whole old file or the whole new one."""

import hashlib
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from laddereditor.regular_files import NotRegular, TooLarge, read_regular, refuse_irregular
from laddereditor.storage.files.atomic import SYSTEM, System, clear_left_over, replace_file
from laddereditor.storage.files.document import Document, read_bytes, to_bytes
from laddereditor.storage.files.frozen_copies import belongs_to_versions
from laddereditor.storage.files.guard import Busy, exclusive
from laddereditor.storage.files.in_place import finish_rewriting, is_rewriting
from laddereditor.storage.files.program import this_program
from laddereditor.storage.files.save_words import save_words
from laddereditor.storage.files.system_words import reason
from laddereditor.storage.files.verify import verify_bytes
from laddereditor.storage.reading.encoding import MAX_BYTES, too_large
from laddereditor.storage.reading.faults import Fault, UnreadableLadder

__all__ = [
    "ABSENT",
    "SYSTEM",
    "ChangedOnDisk",
    "OpenedFile",
    "SaveFailed",
    "System",
    "digest_of",
    "open_ladder",
    "read_ladder_file",
    "save_bytes",
    "save_ladder",
]

ABSENT = ""  # the digest of a file that does not exist


class SaveFailed(Exception):
    """The file could not be written and is unchanged; the message says why and what to do."""


class ChangedOnDisk(Exception):
    """Somebody else has saved the file since it was read."""


@dataclass(frozen=True)
class OpenedFile:
    """A file that was read."""

    path: Path
    document: Document
    digest: str


def digest_of(data: bytes) -> str:
    """Return the digest that identifies a state of a file."""
    return hashlib.sha256(data).hexdigest()


def open_ladder(
    path: Path,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> OpenedFile:
    """Read a ladder file.

    The file is not changed, unless a crash interrupted a save that was writing into it; that save
    is finished first.

    Args:
        path: The ladder file.
        progress: Is called with the share of the text that was read, from 0 to 1.
        cancelled: Says whether the person cancelled the operation.

    Raises:
        UnreadableLadder: The file is not a readable ladder.
        Cancelled: `cancelled` returned True.
    """
    data = read_ladder_file(Path(path))
    return OpenedFile(Path(path), read_bytes(data, progress, cancelled), digest_of(data))


def read_ladder_file(path: Path) -> bytes:
    """Return the bytes of a file that may be a ladder.

    Raises:
        UnreadableLadder: The file cannot be read.
    """
    try:
        _finish_rewriting(path)
        data = read_regular(path, MAX_BYTES)
        if is_rewriting(path):  # somebody started to write while it was read
            _finish_rewriting(path)
            data = read_regular(path, MAX_BYTES)
        return data
    except TooLarge as error:
        raise UnreadableLadder(too_large(error.size)) from None
    except NotRegular as error:
        what = (error.strerror or "").removeprefix("it ")
        within = " in it" if what == "is a folder" else ""
        message = f"{path.name} {what}. Open a file{within} instead"
    except Busy as busy:
        message = str(busy)
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


def _finish_rewriting(path: Path) -> None:
    """Wait for a program that is writing into a file, and finish an interrupted write.

    Raises:
        Busy: The program did not finish in time.
    """
    if is_rewriting(path):
        target = Path(os.path.realpath(path))
        with suppress(OSError), exclusive(target, this_program()):
            finish_rewriting(target)


def save_ladder(
    path: Path,
    document: Document,
    expected_digest: str | None,
    system: System = SYSTEM,
    *,
    like: Sequence[Path] = (),
) -> str:
    """Write a document to its file and return the new digest.

    Args:
        path: The ladder file.
        document: The document to write.
        expected_digest: The digest of the file when it was read, or ABSENT if it did not exist;
            None overwrites whatever file is there.
        system: The calls to the operating system.
        like: Files whose permissions a new file must not exceed.

    Raises:
        SaveFailed: The file cannot be written; it is unchanged.
        ChangedOnDisk: The file is not as expected; it is unchanged.
    """
    if document.read_only:
        raise SaveFailed(document.read_only)
    data = to_bytes(document)
    if not verify_bytes(document, data):
        raise SaveFailed(
            "The text to be written does not read back as what is shown here, so nothing was "
            "written. Save under another name, and report this as an error of Ladder Editor"
        )
    return save_bytes(path, data, expected_digest, system, like=like)


def save_bytes(
    path: Path,
    data: bytes,
    expected_digest: str | None,
    system: System = SYSTEM,
    *,
    like: Sequence[Path] = (),
) -> str:
    """Write bytes to the file that a path or link leads to, as `save_ladder` does.

    Args:
        path: The file or a link to it.
        data: The new content.
        expected_digest: The digest of the file when it was read, or ABSENT if it did not exist;
            None overwrites whatever file is there.
        system: The calls to the operating system.
        like: Files whose permissions a new file must not exceed.

    Returns:
        The digest of the new content.

    Raises:
        SaveFailed: The file cannot be written; it is unchanged.
        ChangedOnDisk: The file is not as expected; it is unchanged.
    """
    target = Path(os.path.realpath(path))
    if belongs_to_versions(target):
        raise SaveFailed(
            f"{target.name} in {target.parent.name} is a published version, which never "
            "changes. Save under another name"
        )
    try:
        with suppress(FileNotFoundError):
            refuse_irregular(target, system.stat(target))
        _replace(
            target, data, lambda: _check_unchanged(target, expected_digest, system), system, like
        )
    except Busy as busy:
        raise SaveFailed(str(busy)) from busy
    except OSError as error:
        raise SaveFailed(save_words(target, error, system.is_windows)) from error
    return digest_of(data)


def _replace(
    target: Path,
    data: bytes,
    check: Callable[[], None],
    system: System,
    like: Sequence[Path],
) -> None:
    """Replace the file by new content if `check`, which is called last, raises nothing."""
    # Otherwise two saves at once could both pass the check, and one would be lost.
    with exclusive(target, this_program()):
        clear_left_over(target)
        finish_rewriting(target, system)
        replace_file(target, data, check, system, like)


def _check_unchanged(target: Path, expected: str | None, system: System) -> None:
    """Raise ChangedOnDisk unless the file is as it was read."""
    if expected is None:
        return
    try:
        current = digest_of(system.read(target))
    except FileNotFoundError:
        if not target.parent.is_dir():
            raise
        current = ABSENT
    except (NotRegular, TooLarge):
        current = None
    if current == expected:
        return
    if current == ABSENT:
        raise ChangedOnDisk(f"{target.name} is no longer there: somebody moved or deleted it")
    if expected == ABSENT:
        raise ChangedOnDisk(f"Somebody else made a file {target.name} in the meantime")
    raise ChangedOnDisk(f"Somebody else changed {target.name} since it was opened here")
