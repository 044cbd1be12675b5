"""Publish: save the stamped ladder and freeze a copy of it, as one step.

The order of the steps decides what a crash leaves behind (docs/versions.md): 1. The whole copy is
written under a hidden name and its digest noted; nothing is published yet. 2. The ladder file is
replaced, all or nothing; from now on the version is published. 3. The copy gets its name, without
overwriting anything; the publication is complete.
"""

import errno
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from laddereditor.storage.files.atomic import replace_file
from laddereditor.storage.files.document import Document, to_bytes
from laddereditor.storage.files.frozen_copies import is_frozen_copy
from laddereditor.storage.files.frozen_digests import note_digest, text_digest
from laddereditor.storage.files.guard import Busy, exclusive
from laddereditor.storage.files.ladder_files import save_ladder
from laddereditor.storage.files.permissions import open_folder_like
from laddereditor.storage.files.program import this_program
from laddereditor.storage.files.system_words import reason
from laddereditor.storage.files.version_calls import CALLS, VersionCalls
from laddereditor.storage.files.version_folders import (
    copy_path,
    existing_copy,
    pending_path,
    versions_folder,
)
from laddereditor.storage.versions.pending import clear_unfinished, complete_waiting, finish


class PublishFailed(Exception):
    """Nothing was published and the ladder file is as it was; the message says why."""


@dataclass(frozen=True, slots=True)
class FrozenVersion:
    """A version that was published."""

    digest: str  # of the ladder file now
    copy: Path
    notice: str = ""  # what to do if the copy could not get its name yet


def freeze(
    path: Path,
    document: Document,
    expected_digest: str | None,
    version: str,
    calls: VersionCalls = CALLS,
) -> FrozenVersion:
    """Save a document that is stamped as `version`, and freeze a copy of it.

    Args:
        path: The ladder file.
        document: The stamped document.
        expected_digest: The digest of the file when it was read.
        version: The version to publish.
        calls: The calls to the operating system.

    Raises:
        PublishFailed: Nothing was published and the file is unchanged.
        SaveFailed: The file could not be saved; nothing was published and the file is unchanged.
        ChangedOnDisk: Somebody else saved the file; nothing was published.
    """
    refuse_copy(path)
    folder = versions_folder(path)
    try:
        with exclusive(folder, this_program()):
            complete_waiting(path, folder, calls)
            refuse_taken(folder, version)
            return _freeze(path, folder, document, expected_digest, version, calls)
    except Busy as busy:
        raise PublishFailed(
            f"Somebody else is publishing {path.name} right now. Try again"
        ) from busy
    except OSError as error:
        raise PublishFailed(_words(version, folder, error)) from error


def refuse_copy(path: Path) -> None:
    """Refuse to publish a file that is itself a published version.

    Raises:
        PublishFailed: The file is a published version.
    """
    if is_frozen_copy(path):
        raise PublishFailed(
            f"{path.name} is itself a published version. Open the ladder it was published from"
        )


def refuse_taken(folder: Path, version: str) -> None:
    """Refuse a version that already has a copy, or whose copy cannot be written.

    Raises:
        PublishFailed: The version cannot be published.
        OSError: The folder cannot be read.
    """
    if not os.path.lexists(folder):
        return
    if not folder.is_dir():
        raise PublishFailed(
            f"The published versions go into a folder {folder.name}, but a file has that name. "
            "Rename that file"
        )
    if taken := existing_copy(folder, version):
        raise PublishFailed(
            f"There is already a file {taken.name} in {folder.name}, and a published version is "
            "never overwritten. Move it away if it is not one, or choose a higher version"
        )


def _freeze(  # noqa: PLR0913, PLR0917 - the arguments of `freeze`, and the folder
    path: Path,
    folder: Path,
    document: Document,
    expected: str | None,
    version: str,
    calls: VersionCalls,
) -> FrozenVersion:
    data, pending = to_bytes(document), pending_path(folder, version)
    with suppress(FileExistsError):
        calls.make_folder(folder)
        open_folder_like(folder, path, calls.system)
    try:
        clear_unfinished(folder)
        replace_file(pending, data, lambda: None, calls.system, [path])
        note_digest(folder, version, text_digest(data), calls, path)
        digest = save_ladder(path, document, expected, calls.system)
    except BaseException:
        # The ladder file decides what to do: a share may have replaced it and still reported an
        # error, or the person stopped the program at this moment.
        with suppress(OSError):
            complete_waiting(path, folder, calls)
        with suppress(OSError):
            calls.remove_folder(folder)  # only if it is empty
        raise
    return FrozenVersion(digest, copy_path(folder, version), _finished(folder, version, calls))


def _finished(folder: Path, version: str, calls: VersionCalls) -> str:
    try:
        return finish(folder, version, calls)
    except OSError as error:
        return (
            f"Version {version} is published, but its copy could not get its name in "
            f"{folder.name}: {reason(error)}. That is done when the ladder is opened next."
        )


def _words(version: str, folder: Path, error: OSError) -> str:
    if isinstance(error, PermissionError):
        why = f"you have no right to write {folder.name} beside the ladder. Ask for access"
    elif error.errno == errno.ENOSPC:
        why = "the disk is full. Free some space and try again"
    elif error.errno == errno.EROFS:
        why = "its drive is read-only. Save the ladder in another place and publish it there"
    else:
        why = f"{folder.name} beside the ladder cannot be written: {reason(error)}"
    return f"Version {version} was not published: {why}"
