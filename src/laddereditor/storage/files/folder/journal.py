"""Write several files of a folder as one: all of them or none, also after a crash.

The old and the new contents are kept in a hidden file in the folder until all files are written. If
a crash interrupts this, the rest is written when the folder is next opened or saved (`finish`): a
file that still has its old content gets the new one, and one that somebody else changed in the
meantime is left alone.
"""

import contextlib
import hashlib
import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from laddereditor.regular_files import NotRegular, TooLarge, read_regular
from laddereditor.storage.files.atomic import clear_left_over, replace_file
from laddereditor.storage.files.guard import exclusive
from laddereditor.storage.files.in_place import finish_rewriting
from laddereditor.storage.files.permissions import no_more_open
from laddereditor.storage.files.program import this_program
from laddereditor.storage.files.sibling_names import sibling_path
from laddereditor.storage.files.system_calls import System, sync, sync_folder, write_all
from laddereditor.storage.reading.encoding import MAX_BYTES

_ENDING = "saving-files"
_FORMAT = 1
_HEAD_BYTES = 1 << 20
_YAML = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class FileChange:
    """The contents of one file before and after a save."""

    old: bytes | None  # None if there is no file yet
    new: bytes


Changes = Mapping[str, FileChange]  # by the path of the file in the folder


class NotWritten(Exception):
    """A file could not be written; `__cause__` says why."""

    def __init__(self, name: str, written: list[str]) -> None:
        """Say which file it was.

        Args:
            name: The file.
            written: The files that have their new content, because the old one could not be
                written back.
        """
        super().__init__(name)
        self.name, self.written = name, written


def is_saving(folder: Path) -> bool:
    """Whether the files of a folder are being written, or this was interrupted. Never raises."""
    return os.path.lexists(sibling_path(folder, _ENDING))


def write_files(
    folder: Path, changes: Changes, system: System, check: Callable[[str], None]
) -> None:
    """Write files of a folder, all or none; the caller has exclusive access to the folder.

    Args:
        folder: The folder.
        changes: The contents of the files.
        system: The calls to the operating system.
        check: Is called with the path of each file just before it is replaced; it raises to stop.

    Raises:
        NotWritten: A file could not be written.
        OSError: The contents cannot be kept; nothing is written.
    """
    if not changes:
        return
    journal = _keep(folder, changes, system) if len(changes) > 1 else None
    written: list[str] = []
    for name, change in changes.items():
        try:
            _write(folder, name, change.new, system, lambda name=name: check(name))  # type: ignore[misc]
        except BaseException as error:
            left = _undone(folder, changes, written, system)
            if not left:
                _drop(journal)
            if isinstance(error, OSError) or left:
                raise NotWritten(name, left) from error
            raise
        written.append(name)
    _drop(journal)


def _write(folder: Path, name: str, data: bytes, system: System, check: Callable[[], None]) -> None:
    target = Path(os.path.realpath(folder / name))
    target.parent.mkdir(parents=True, exist_ok=True)
    with exclusive(target, this_program()):
        clear_left_over(target)
        finish_rewriting(target, system)
        replace_file(target, data, check, system, [folder])


def _undone(folder: Path, changes: Changes, written: list[str], system: System) -> list[str]:
    """Write the old contents back, and return the files for which this failed."""
    left: list[str] = []
    for name in reversed(written):
        old = changes[name].old
        try:
            if old is None:
                system.unlink(os.path.realpath(folder / name))
            else:
                _write(folder, name, old, system, lambda: None)
        except OSError:
            left.append(name)
    return left[::-1]


# -- the contents that are kept until it is done --------------------------------------------------


def _keep(folder: Path, changes: Changes, system: System) -> Path:
    journal = sibling_path(folder, _ENDING)
    handle, temporary = system.make_temporary(journal.parent, f".{folder.name[:100]}.yaml.")
    try:
        try:
            write_all(handle, _packed(changes), system)
            no_more_open(temporary, [folder / name for name in changes], system)
            sync(handle, system)
        finally:
            system.close(handle)
        system.replace(temporary, journal)
    except BaseException:
        with contextlib.suppress(OSError):
            system.unlink(temporary)
        raise
    sync_folder(journal.parent, system)
    return journal


def _drop(journal: Path | None) -> None:
    if journal is not None:
        with contextlib.suppress(OSError):
            journal.unlink()


def _packed(changes: Changes) -> bytes:
    sizes = [
        [name, None if change.old is None else len(change.old), len(change.new)]
        for name, change in changes.items()
    ]
    head = json.dumps({"laddereditor-saving-files": _FORMAT, "files": sizes}).encode() + b"\n"
    rest = head + b"".join((one.old or b"") + one.new for one in changes.values())
    return hashlib.sha256(rest).hexdigest().encode() + b" " + rest


def _unpacked(data: bytes) -> dict[str, FileChange]:
    """Return the contents that were kept; none if they are incomplete."""
    digest, _, rest = data.partition(b" ")
    if hashlib.sha256(rest).hexdigest().encode() != digest:
        return {}
    line, _, texts = rest.partition(b"\n")
    try:
        return _changes(json.loads(line), texts)
    except (ValueError, TypeError, KeyError, AttributeError):  # it is not of this program
        return {}


def _changes(head: dict[str, Any], texts: bytes) -> dict[str, FileChange]:
    """Return the contents that a head describes; raises if it is not one of this program."""
    if head.get("laddereditor-saving-files") != _FORMAT:
        return {}
    found: dict[str, FileChange] = {}
    for name, old, new in head["files"]:
        start = old or 0
        change = FileChange(None if old is None else texts[:start], texts[start : start + new])
        texts = texts[start + new :]
        if _is_inside(name):
            found[name] = change
    return found


def _is_inside(name: str) -> bool:
    """Whether a path is that of a YAML file in the folder."""
    path = PurePosixPath(name)
    return (
        not path.is_absolute()
        and "\\" not in name
        and ":" not in name
        and not any(part.startswith(".") for part in path.parts)
        and path.suffix.casefold() in _YAML
    )


def _leads_inside(folder: Path, name: str) -> bool:
    """Whether the folder of a file is inside the ladder's folder, not behind a link."""
    return Path(os.path.realpath((folder / name).parent)).is_relative_to(os.path.realpath(folder))


# -- after a crash --------------------------------------------------------------------------------


def finish(folder: Path, system: System) -> None:
    """Finish an interrupted save; the caller has exclusive access to the folder.

    Raises:
        OSError: A file cannot be written; then the contents stay kept for the next time.
    """
    journal = sibling_path(folder, _ENDING)
    try:
        kept = _unpacked(read_regular(journal, 2 * MAX_BYTES + _HEAD_BYTES, ours=True))
    except (FileNotFoundError, PermissionError, NotRegular, TooLarge):
        return  # what is there does not belong to the program, or may not be read
    for name, change in kept.items():
        if _leads_inside(folder, name) and _content(folder / name, system) == change.old:
            _write(folder, name, change.new, system, lambda: None)
    if kept:
        _drop(journal)


def _content(path: Path, system: System) -> bytes | None:
    try:
        return system.read(path)
    except FileNotFoundError:
        return None
