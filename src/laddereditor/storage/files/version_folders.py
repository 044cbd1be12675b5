"""Where the published versions of a ladder are stored: in a folder beside it."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from laddereditor.model.semver import parse_version
from laddereditor.storage.files.folder_anchor import FOLDER_ENDING, beside

COPY_ENDING = ".yaml"
DIGESTS = "digests.txt"
PENDING_ENDING = ".publishing"  # of a copy while its version is being published
_ENDINGS = (COPY_ENDING, ".yml")


def versions_folder(path: Path) -> Path:
    """Return the folder of a ladder's published versions, whether it exists or not.

    It is beside the file that a link leads to, or in the ladder's folder. A folder whose name
    differs only in case is used: on most systems it is the same one.
    """
    target = beside(path)
    usual = target.with_name(target.stem + FOLDER_ENDING)
    if not os.path.lexists(usual):
        with suppress(OSError):
            for entry in sorted(target.parent.iterdir()):
                if entry.name.casefold() == usual.name.casefold() and entry.is_dir():
                    return entry
    return usual


def copy_path(folder: Path, version: str) -> Path:
    """Return the path of the frozen copy of a version."""
    return folder / f"{version}{COPY_ENDING}"


def pending_path(folder: Path, version: str) -> Path:
    """Return the path of the copy of a version while it is being published."""
    return folder / f".{version}{COPY_ENDING}{PENDING_ENDING}"


def pending_version(entry: Path) -> str:
    """Return the version whose publication a file belongs to, or ""."""
    name = entry.name
    ending = COPY_ENDING + PENDING_ENDING
    version = name[1 : -len(ending)] if name.startswith(".") and name.endswith(ending) else ""
    return version if parse_version(version) else ""


def version_named(entry: Path) -> str:
    """Return the version that a file of this name is a copy of, or ""."""
    if entry.suffix.casefold() not in _ENDINGS:
        return ""
    version = entry.name[: -len(entry.suffix)]
    return version if parse_version(version) else ""


def copies_in(folder: Path) -> dict[str, Path]:
    """Return the files that have the name of a frozen copy, by version.

    If two differ only in the case or the ending of the name, the usual name wins.

    Raises:
        OSError: The folder cannot be read.
    """
    found: dict[str, Path] = {}
    for entry, version in _named(folder):
        if version not in found or entry.name == copy_path(folder, version).name:
            found[version] = entry
    return found


def existing_copy(folder: Path, version: str) -> Path | None:
    """Return the file that already has the name of a version's copy, or None.

    Raises:
        OSError: The folder cannot be read.
    """
    return next((entry for entry, named in _named(folder) if named == version), None)


def _named(folder: Path) -> Iterator[tuple[Path, str]]:
    for entry in sorted(folder.iterdir()):
        if version := version_named(entry):
            yield entry, version
