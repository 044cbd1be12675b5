"""Writing one of the program's own files so that a crash leaves the old one or the new one."""

import contextlib
from pathlib import Path

from laddereditor.storage.files import SYSTEM, System

TEMPORARY = ".tmp"  # ending of a file that a crash in the midst of writing leaves behind


def write_whole(path: Path, data: bytes, system: System = SYSTEM) -> None:
    """Write a file, readable by its owner alone. Raises OSError; then it is as it was."""
    handle, temporary = system.make_temporary(path.parent, f"{path.name[:100]}.")
    try:
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[system.write(handle, rest) :]
            system.fsync(handle)
        finally:
            system.close(handle)
        system.replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            system.unlink(temporary)
        raise
