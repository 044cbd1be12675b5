"""Writing one of the program's own files so that a crash leaves the old one or the new one."""

import contextlib
from pathlib import Path

from laddereditor.storage.files.ladder_files import SYSTEM, System

TEMPORARY = ".tmp"  # ending of a file that a crash in the midst of writing leaves behind


def write_whole(path: Path, data: bytes, system: System = SYSTEM) -> None:
    """Write a file, readable by its owner alone. Raises OSError; then it is as it was."""
    _put_in_place(write_temporary(path, data, system, sync=True), path, system)


def replace_whole(path: Path, data: bytes, system: System = SYSTEM) -> None:
    """Write a file as `write_whole` does, but do not wait until the disk has it.

    A power cut may take it away, or bring back the former one.
    """
    _put_in_place(write_temporary(path, data, system), path, system)


def _put_in_place(temporary: str, path: Path, system: System) -> None:
    try:
        system.replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            system.unlink(temporary)
        raise


def write_temporary(path: Path, data: bytes, system: System = SYSTEM, *, sync: bool = False) -> str:
    """Write a file beside `path`, to be renamed to it, and return its name.

    With `sync` the disk has to confirm it. Raises OSError; then nothing is left.
    """
    handle, temporary = system.make_temporary(path.parent, f"{path.name[:100]}.")
    try:
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[system.write(handle, rest) :]
            if sync:
                system.fsync(handle)
        finally:
            system.close(handle)
    except BaseException:
        with contextlib.suppress(OSError):
            system.unlink(temporary)
        raise
    return temporary
