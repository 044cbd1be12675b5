"""Find and take over the versions of a renamed ladder file, in the folder of its former name."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from laddereditor.model.ladder import Ladder
from laddereditor.storage.files.folder_anchor import FOLDER_ENDING, beside
from laddereditor.storage.files.frozen_digests import read_digests
from laddereditor.storage.files.guard import Busy, exclusive
from laddereditor.storage.files.ladder_files import open_ladder
from laddereditor.storage.files.program import this_program
from laddereditor.storage.files.system_words import reason
from laddereditor.storage.files.version_calls import CALLS, VersionCalls
from laddereditor.storage.files.version_folders import copies_in, versions_folder
from laddereditor.storage.reading.faults import UnreadableLadder
from laddereditor.storage.versions.copies import check_copy, entry_of


class NotTakenOver(Exception):
    """The versions were not moved; the message says why, in plain words."""


_LADDER_ENDINGS = (".yaml", ".yml")


def folder_of_former_name(path: Path, ladder: Ladder) -> Path | None:
    """Return the folder beside a ladder that holds its versions under a former name, or None.

    A folder is this ladder's if a copy in it is as it was published (by its digest), has the
    ladder's id and is in its history, and if no file of the former name is the same ladder (in
    that case this file is only a copy of it). Never raises.
    """
    if os.path.lexists(versions_folder(path)):
        return None
    found: list[Path] = []
    with suppress(OSError):
        found = [folder for folder in _folders_beside(path) if _holds(folder, ladder)]
    return found[0] if len(found) == 1 else None


def take_over(path: Path, folder: Path, calls: VersionCalls = CALLS) -> Path:
    """Rename a folder of versions to match the ladder's file, and return its new path.

    Args:
        path: The file of the ladder.
        folder: The folder under its former name.
        calls: The calls to the operating system.

    Raises:
        NotTakenOver: The folder cannot be renamed; then nothing has changed.
    """
    target = versions_folder(path)
    try:
        with exclusive(folder, this_program()):
            if os.path.lexists(target):
                raise NotTakenOver(f"There is already a folder {target.name}")
            calls.rename(folder, target)
    except Busy as busy:
        raise NotTakenOver(str(busy)) from busy
    except OSError as error:
        words = f"{folder.name} could not be renamed to {target.name}: {reason(error)}"
        raise NotTakenOver(words) from error
    return target


def former_words(path: Path, folder: Path) -> str:
    """Return a message about where the versions are, without a full stop."""
    was = folder.name.removesuffix(FOLDER_ENDING)
    return (
        f"Published versions of this ladder are in {folder.name}, from the time when its file "
        f"{path.name} was called {was}"
    )


def _folders_beside(path: Path) -> Iterator[Path]:
    for entry in sorted(beside(path).parent.iterdir()):
        if entry.name.casefold().endswith(FOLDER_ENDING) and entry.is_dir():
            yield entry


def _holds(folder: Path, ladder: Ladder) -> bool:
    digests = read_digests(folder)
    known = (
        (version, copy)
        for version, copy in copies_in(folder).items()
        if version in digests and entry_of(ladder, version)
    )
    intact = any(
        check_copy(copy, version, digests[version], ladder).state == "intact"
        for version, copy in known
    )
    return intact and not _has_ladder(folder, ladder)


def _has_ladder(folder: Path, ladder: Ladder) -> bool:
    """Whether the file that a folder is named after exists and is this ladder or unreadable."""
    stem = folder.name[: -len(FOLDER_ENDING)]
    for file in (folder.with_name(stem + ending) for ending in _LADDER_ENDINGS):
        if not os.path.lexists(file):
            continue
        try:
            if open_ladder(file).document.ladder.id == ladder.id:
                return True
        except UnreadableLadder:
            return True
    return False
