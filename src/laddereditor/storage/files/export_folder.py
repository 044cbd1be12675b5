"""Write a folder of files whole or not at all, without losing what else is in it.

The new folder is filled beside the old one and renamed to it. A hidden file in it lists the files
that the export wrote, so that the next export knows which ones it may replace.
"""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from laddereditor.regular_files import read_regular

LISTED = ".laddereditor-export"  # the file with the names of all others, one a line
_MAX_BYTES = 1 << 24  # of that file


class FolderRefused(Exception):
    """The folder must not be written; the message says why and what to do."""


def check_folder(target: Path, *, force: bool) -> None:
    """Refuse a folder that an export must not be written to.

    Args:
        target: The folder.
        force: Whether an earlier export in it may be replaced.

    Raises:
        FolderRefused: It is a file, or it has files and may not be replaced.
    """
    if os.path.lexists(target) and not target.is_dir():
        raise FolderRefused(f"{target}: is a file; name a folder")
    if not target.parent.is_dir():
        raise FolderRefused(f"{target}: there is no folder {target.parent}")
    if target.is_dir() and not force and any(target.iterdir()):
        raise FolderRefused(f"{target}: exists already and is not empty; --force replaces it")


def write_folder(target: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write files into a folder: all of them, or nothing is changed.

    Files of an earlier export go; all other files in the folder stay.

    Args:
        target: The folder, which need not exist.
        files: Their paths in the folder, with "/", and their contents.

    Raises:
        FolderRefused: A file in the folder that no export wrote has the name of a new one.
        OSError: The folder cannot be written; it is unchanged.
    """
    target = Path(os.path.realpath(target))
    new = Path(tempfile.mkdtemp(prefix=f".{target.name[:60]}.", suffix=".tmp", dir=target.parent))
    try:
        names = _fill(new, files)
        old = _listed(target)
        foreign = [name for name in _files_in(target) if name not in old]
        if clash := next((name for name in foreign if name in names), ""):
            raise FolderRefused(
                f"{target}: {clash} in it is not from an export; name another folder"
            )
        new.chmod(target.stat().st_mode & 0o777 if target.is_dir() else 0o777 & ~_umask())
        _exchange(new, target, foreign)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise


def _fill(new: Path, files: Iterable[tuple[str, bytes]]) -> set[str]:
    names: set[str] = set()
    made: dict[tuple[str, ...], Path] = {}  # a site has thousands of files in few folders
    for name, data in files:
        *above, last = _safe_parts(name)
        folder = made.get(tuple(above))
        if folder is None:
            folder = made[tuple(above)] = new.joinpath(*above)
            folder.mkdir(parents=True, exist_ok=True)
        (folder / last).write_bytes(data)
        names.add(name)
    new.joinpath(LISTED).write_text("".join(f"{name}\n" for name in sorted(names)), "utf-8")
    return names | {LISTED}


def _safe_parts(name: str) -> tuple[str, ...]:
    parts = PurePosixPath(name).parts
    if not parts or name.startswith("/") or any(part in ("..", "") for part in parts):
        raise ValueError(f"not a path inside a folder: {name}")
    return parts


def _listed(target: Path) -> set[str]:
    """Return the files that an earlier export wrote into a folder."""
    try:
        text = read_regular(target / LISTED, _MAX_BYTES).decode("utf-8", "replace")
    except OSError:
        return set()
    return {*text.splitlines(), LISTED}


def _files_in(target: Path) -> Iterator[str]:
    """Yield the paths of all files in a folder, links among them; links are not followed."""
    for folder, folders, names in os.walk(target):
        linked = [one for one in folders if Path(folder, one).is_symlink()]
        for name in (*names, *linked):
            yield Path(folder, name).relative_to(target).as_posix()


def _exchange(new: Path, target: Path, foreign: list[str]) -> None:
    """Put the new folder in place of the old one, and the foreign files into it."""
    if not target.exists():
        new.rename(target)
        return
    away = new.with_name(f"{new.name}.old")
    target.rename(away)
    try:
        new.rename(target)
    except OSError:
        away.rename(target)
        raise
    for name in foreign:
        place = target.joinpath(*PurePosixPath(name).parts)
        place.parent.mkdir(parents=True, exist_ok=True)
        away.joinpath(*PurePosixPath(name).parts).rename(place)
    _keep_empty_folders(away, target)
    shutil.rmtree(away)


def _keep_empty_folders(away: Path, target: Path) -> None:
    for folder, folders, names in os.walk(away):
        if not folders and not names:
            with contextlib.suppress(OSError):
                target.joinpath(Path(folder).relative_to(away)).mkdir(parents=True, exist_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
