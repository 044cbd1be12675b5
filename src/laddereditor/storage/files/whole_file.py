"""Write one of the program's own files so that a crash leaves the old one or the new one."""

import contextlib
from pathlib import Path

from laddereditor.storage.files.ladder_files import SYSTEM, System

TEMPORARY = ".tmp"  # ending of a file that a crash during writing leaves behind


def write_whole(path: Path, data: bytes, system: System = SYSTEM) -> None:
    """Write a file that only its owner may read.

    Args:
        path: The file, which may exist.
        data: Its contents.
        system: The calls to the operating system.

    Raises:
        OSError: The file cannot be written; it is unchanged.
    """
    _put_in_place(write_temporary(path, data, system, sync=True), path, system)


def replace_whole(path: Path, data: bytes, system: System = SYSTEM) -> None:
    """Write a file as `write_whole` does, but without waiting for the disk.

    After a power cut the file may be missing, or be the former one.

    Args:
        path: The file.
        data: Its new content.
        system: The calls of the system; tests pass others.
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
    """Write a temporary file beside `path`, to be renamed to it, and return its name.

    Args:
        path: The file that it will replace.
        data: The content.
        system: The calls to the operating system.
        sync: Whether to wait until the disk has confirmed the data.

    Raises:
        OSError: The file cannot be written; then no file is left.
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
