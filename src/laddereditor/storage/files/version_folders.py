"""Where the published versions of a ladder stand: in a folder beside it."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from laddereditor.model.semver import parse_version

FOLDER_ENDING = ".versions"
COPY_ENDING = ".yaml"
DIGESTS = "digests.txt"
PENDING_ENDING = ".publishing"  # of a copy while its version is being published
_ENDINGS = (COPY_ENDING, ".yml")


def versions_folder(path: Path) -> Path:
    """Return the folder of a ladder's published versions, whether it is there or not.

    It stands beside the file that a link leads to. A folder whose name differs in case only is
    taken: on most systems it is the same one.
    """
    target = Path(os.path.realpath(path))
    usual = target.with_name(target.stem + FOLDER_ENDING)
    if not os.path.lexists(usual):
        with suppress(OSError):
            for entry in sorted(target.parent.iterdir()):
                if entry.name.casefold() == usual.name.casefold() and entry.is_dir():
                    return entry
    return usual


def copy_path(folder: Path, version: str) -> Path:
    """Return where the frozen copy of a version belongs."""
    return folder / f"{version}{COPY_ENDING}"


def pending_path(folder: Path, version: str) -> Path:
    """Return where the copy of a version stands while it is being published."""
    return folder / f".{version}{COPY_ENDING}{PENDING_ENDING}"


def pending_version(entry: Path) -> str:
    """Return the version whose publication a file is a part of; "" if of none."""
    name = entry.name
    ending = COPY_ENDING + PENDING_ENDING
    version = name[1 : -len(ending)] if name.startswith(".") and name.endswith(ending) else ""
    return version if parse_version(version) else ""


def version_named(entry: Path) -> str:
    """Return the version that a file of this name is a copy of; "" if of none."""
    if entry.suffix.casefold() not in _ENDINGS:
        return ""
    version = entry.name[: -len(entry.suffix)]
    return version if parse_version(version) else ""


def copies_in(folder: Path) -> dict[str, Path]:
    """Return what bears the name of a frozen copy, by version. Raises OSError.

    Of two that differ in the case of the name or in the ending, the usual name wins.
    """
    found: dict[str, Path] = {}
    for entry, version in _named(folder):
        if version not in found or entry.name == copy_path(folder, version).name:
            found[version] = entry
    return found


def taken_by(folder: Path, version: str) -> Path | None:
    """Return what already has the name of a version's copy. Raises OSError."""
    return next((entry for entry, named in _named(folder) if named == version), None)


def _named(folder: Path) -> Iterator[tuple[Path, str]]:
    for entry in sorted(folder.iterdir()):
        if version := version_named(entry):
            yield entry, version
