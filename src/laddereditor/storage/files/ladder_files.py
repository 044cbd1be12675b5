"""Open and save ladder files; a save leaves either the whole old file or the whole new one."""

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from laddereditor.regular_files import NotRegular, TooLarge, read_regular, refuse_irregular
from laddereditor.storage.files.atomic import SYSTEM, System, clear_left_over, replace_file
from laddereditor.storage.files.document import Document, read_bytes, to_bytes
from laddereditor.storage.files.folder.document import FolderDocument
from laddereditor.storage.files.folder.reading import folder_bytes, read_folder
from laddereditor.storage.files.folder.saving import save_folder
from laddereditor.storage.files.frozen_copies import belongs_to_versions
from laddereditor.storage.files.guard import Busy, exclusive
from laddereditor.storage.files.in_place import finish_rewriting
from laddereditor.storage.files.one_file import ABSENT, digest_of, read_ladder_file
from laddereditor.storage.files.program import this_program
from laddereditor.storage.files.save_errors import ChangedOnDisk, SaveFailed
from laddereditor.storage.files.save_words import save_words
from laddereditor.storage.files.verify import verify_bytes
from laddereditor.storage.reading.encoding import MAX_BYTES
from laddereditor.storage.reading.faults import UnreadableLadder

__all__ = [
    "ABSENT",
    "SYSTEM",
    "ChangedOnDisk",
    "NoLadderInFolder",
    "OpenedFile",
    "SaveFailed",
    "System",
    "digest_at",
    "digest_of",
    "open_ladder",
    "read_ladder_file",
    "save_bytes",
    "save_ladder",
]


class NoLadderInFolder(FileNotFoundError):
    """A folder has no files of a ladder."""


@dataclass(frozen=True)
class OpenedFile:
    """A file that was read."""

    path: Path
    document: Document
    digest: str


def open_ladder(
    path: Path,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> OpenedFile:
    """Read a ladder file, or a folder with the files of one ladder.

    Nothing is changed, unless a crash interrupted a save; that save is finished first.

    Args:
        path: The ladder file or folder.
        progress: Is called with the share of the text that was read, from 0 to 1.
        cancelled: Says whether the person cancelled the operation.

    Raises:
        UnreadableLadder: It is not a readable ladder.
        Cancelled: `cancelled` returned True.
    """
    path = Path(path)
    if path.is_dir():
        return OpenedFile(path, *read_folder(path, progress, cancelled))
    data = read_ladder_file(path)
    return OpenedFile(path, read_bytes(data, progress, cancelled), digest_of(data))


def digest_at(path: Path) -> str:
    """Return the digest of a ladder file or folder as it is on the disk now.

    Raises:
        FileNotFoundError: There is no file, or no ladder in the folder.
        OSError: It cannot be read.
    """
    if not path.is_dir():
        return digest_of(read_regular(path, MAX_BYTES))
    try:
        found = folder_bytes(path)
    except UnreadableLadder as error:
        raise OSError(0, str(error), str(path)) from error
    if not found.files:
        raise NoLadderInFolder(0, "it is a folder without a ladder", str(path))
    return found.digest


def save_ladder(
    path: Path,
    document: Document,
    expected_digest: str | None,
    system: System = SYSTEM,
    *,
    like: Sequence[Path] = (),
) -> str:
    """Write a document to its file and return the new digest.

    The document of a folder is written into its files if `path` is a folder, else into one file.

    Args:
        path: The ladder file or folder.
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
    if isinstance(document, FolderDocument):
        if path.is_dir() or path.suffix.casefold() not in (".yaml", ".yml"):
            return save_folder(path, document, expected_digest, system)
        document = document.in_one_file()
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
