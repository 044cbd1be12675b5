"""Save the files of a folder: only those that changed, and all of them or none."""

import os
from dataclasses import dataclass
from pathlib import Path

from laddereditor.regular_files import NotRegular
from laddereditor.storage.files.atomic import clear_left_over
from laddereditor.storage.files.document import to_bytes
from laddereditor.storage.files.folder.document import FolderDocument
from laddereditor.storage.files.folder.journal import (
    FileChange,
    NotWritten,
    finish,
    write_files,
)
from laddereditor.storage.files.folder.reading import FolderBytes, folder_bytes
from laddereditor.storage.files.folder_anchor import beside
from laddereditor.storage.files.guard import Busy, exclusive
from laddereditor.storage.files.one_file import ABSENT
from laddereditor.storage.files.program import this_program
from laddereditor.storage.files.save_errors import ChangedOnDisk, SaveFailed
from laddereditor.storage.files.save_words import save_words
from laddereditor.storage.files.system_calls import SYSTEM, System
from laddereditor.storage.files.verify import verify_bytes
from laddereditor.storage.reading.faults import UnreadableLadder


def save_folder(
    folder: Path, document: FolderDocument, expected: str | None, system: System = SYSTEM
) -> str:
    """Write the files of a folder that changed, and return the digest of its new state.

    Args:
        folder: The folder.
        document: The document to write.
        expected: The digest of the folder when it was read, or ABSENT if it held no ladder; None
            overwrites the files that are there.
        system: The calls to the operating system.

    Raises:
        SaveFailed: A file cannot be written; unless the message says otherwise, none is changed.
        ChangedOnDisk: The folder is not as expected; no file is changed.
    """
    target = Path(os.path.realpath(folder))
    new = {one.name: to_bytes(one.document) for one in document.files}
    try:
        with exclusive(target, this_program()):
            clear_left_over(beside(target))
            finish(target, system)
            now = folder_bytes(target) if target.is_dir() else FolderBytes({})
            _check(folder, now, new, expected)
            changes = _changes(now, new)
            _verify(document, changes)
            _write(target, changes, system)
    except Busy as busy:
        raise SaveFailed(str(busy)) from busy
    except UnreadableLadder as error:
        raise SaveFailed(f"{folder.name} could not be saved: {error}") from error
    except OSError as error:
        raise SaveFailed(save_words(folder, error, system.is_windows)) from error
    return FolderBytes(new).digest


def _check(folder: Path, now: FolderBytes, new: dict[str, bytes], expected: str | None) -> None:
    """Raise ChangedOnDisk or SaveFailed unless the files may be written."""
    current = now.digest if now.files else ABSENT
    if expected is not None and current != expected:
        if current == ABSENT:
            raise ChangedOnDisk(
                f"{folder.name} is no longer there: somebody moved or deleted its files"
            )
        raise ChangedOnDisk(
            f"Somebody else changed the files in {folder.name} since it was opened here"
        )
    if added := [name for name in now.files if name not in new]:
        raise SaveFailed(
            f"{folder.name} was not saved: somebody else added {added[0]} to it, which would "
            "then hold some things twice. Merge both instead, or save as one file"
        )


@dataclass(frozen=True, slots=True)
class _Unchanged:
    """Raises ChangedOnDisk if a file is not as it was read just before."""

    folder: Path
    changes: dict[str, FileChange]
    system: System

    def __call__(self, name: str) -> None:
        try:
            found: bytes | None = self.system.read(self.folder / name)
        except FileNotFoundError:
            found = None
        except NotRegular:
            found = b""
        if found != self.changes[name].old:
            raise ChangedOnDisk(f"Somebody else changed {name} just now")


def _changes(now: FolderBytes, new: dict[str, bytes]) -> dict[str, FileChange]:
    return {
        name: FileChange(now.files.get(name), data)
        for name, data in new.items()
        if now.files.get(name) != data
    }


def _verify(document: FolderDocument, changes: dict[str, FileChange]) -> None:
    """Raise SaveFailed unless each text to be written reads back."""
    for one in document.files:
        change = changes.get(one.name)
        if change is not None and not verify_bytes(one.document, change.new):
            raise SaveFailed(
                f"The text of {one.name} to be written does not read back as what is shown here, "
                "so nothing was written. Save as one file, and report this as an error of Ladder "
                "Editor"
            )


def _write(folder: Path, changes: dict[str, FileChange], system: System) -> None:
    try:
        write_files(folder, changes, system, _Unchanged(folder, changes, system))
    except NotWritten as failed:
        cause = failed.__cause__
        why = (
            save_words(Path(failed.name), cause, system.is_windows)
            if isinstance(cause, OSError)
            else str(cause)
        )
        raise SaveFailed(f"{why}. {_left(failed.written)}") from failed


def _left(written: list[str]) -> str:
    if not written:
        return "No file of the ladder was changed"
    return (
        f"Already written: {', '.join(written)}. The rest is written as soon as the folder can "
        "be opened or saved again"
    )
