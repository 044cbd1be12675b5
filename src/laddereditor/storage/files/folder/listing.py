"""Find the YAML files of a folder, as far as a ladder may be in them."""

import os
from collections.abc import Iterator
from pathlib import Path

from laddereditor.regular_files import refuse_irregular
from laddereditor.storage.files.folder_anchor import FOLDER_ENDING
from laddereditor.storage.reading.faults import Fault, UnreadableLadder

# Both are our choice: a ladder in git has a file for each family, and large ones have hundreds.
MAX_FILES = 5_000  # YAML files of one folder
MAX_ENTRIES = 100_000  # files and folders that are looked at
_MAX_DEPTH = 8  # folders inside each other
_ENDINGS = (".yaml", ".yml")


def yaml_files(folder: Path) -> tuple[list[str], list[str]]:
    """Return the YAML files of a folder and of the folders in it.

    Hidden files and folders, published versions and linked folders are left out.

    Returns:
        The paths inside the folder, with "/", in the order in which their entries follow each
        other; and those of pipes and devices with the name of a YAML file.

    Raises:
        UnreadableLadder: The folder cannot be read, or holds too many files.
    """
    files: list[str] = []
    others: list[str] = []
    for count, entry in enumerate(_entries(folder, 0), 1):
        if entry.name.casefold().endswith(_ENDINGS):
            name = Path(entry.path).relative_to(folder).as_posix()
            (files if _is_regular(entry) else others).append(name)
        if count > MAX_ENTRIES or len(files) > MAX_FILES:
            raise UnreadableLadder(_too_many(folder))
    return sorted(files, key=_order), sorted(others, key=_order)


def _order(name: str) -> tuple[list[str], str]:
    return name.casefold().split("/"), name


def _entries(folder: Path, depth: int) -> Iterator["os.DirEntry[str]"]:
    """Yield what is in a folder and its folders, except folders."""
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        raise UnreadableLadder(_unreadable(folder, error)) from error
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if not entry.is_dir(follow_symlinks=False):
            if not entry.is_dir():
                yield entry
        elif depth < _MAX_DEPTH and not entry.name.casefold().endswith(FOLDER_ENDING):
            yield from _entries(Path(entry.path), depth + 1)


def _is_regular(entry: "os.DirEntry[str]") -> bool:
    """Whether an entry may be read as a file; one that cannot be looked at is reported later."""
    try:
        refuse_irregular(Path(entry.path), entry.stat())
    except FileNotFoundError:
        return True
    except OSError as error:
        return bool(error.errno)
    return True


def _too_many(folder: Path) -> Fault:
    return Fault(
        f"{folder.name} holds too many files to be opened as one ladder; up to {MAX_FILES} YAML "
        "files are possible. Open a file or a smaller folder in it"
    )


def _unreadable(folder: Path, error: OSError) -> Fault:
    name = folder.name
    if isinstance(error, PermissionError):
        return Fault(f"You have no right to read the folder {name}. Ask its owner for access")
    if isinstance(error, FileNotFoundError):
        return Fault(f"There is no folder {name} any more. It may have been moved or renamed")
    return Fault(f"The folder {name} cannot be read. Is its drive still connected?")
