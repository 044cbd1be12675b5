"""The only module that opens files for reading.

A name given by a person or another program may lead to a pipe that never ends, a device, a folder,
or gigabytes; reading it must neither block nor exhaust the memory. Such a name is refused before it
is opened, and again by the opened handle, because it may be another file then.
"""

import os
import stat
from pathlib import Path

_CHUNK = 1 << 20  # bytes
_TRIES = 3  # attempts to read a file that is being written
# Opening a pipe does not wait for a writer; a terminal does not become the controlling one.
_READ = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)


class NotRegular(OSError):
    """The path is not a regular file but a folder, a pipe, a device or a link.

    `strerror` says what it is, as part of a sentence.
    """


class TooLarge(OSError):
    """The file is larger than what may be read; `size` is its size in bytes, as far as known."""

    def __init__(self, path: Path, size: int, limit: int) -> None:
        """Say in the message how large a file may be.

        Args:
            path: The file.
            size: Its size in bytes, as far as it is known.
            limit: The largest size in bytes that may be read.
        """
        super().__init__(0, f"it is larger than {limit / 1e6:.0f} MB", str(path))
        self.size = size


def read_regular(path: Path, limit: int, *, ours: bool = False) -> bytes:
    """Return the bytes of a regular file.

    Args:
        path: The file.
        limit: The largest size, in bytes.
        ours: Whether the program created the file; then a link is refused too.

    Raises:
        NotRegular: The path is not a regular file.
        TooLarge: The file exceeds the limit.
        OSError: The file cannot be opened or read.
    """
    refuse_irregular(path, path.lstat() if ours else path.stat())
    for _ in range(_TRIES):
        handle = os.open(path, _READ | (_NO_FOLLOW if ours else 0))
        try:
            before = os.fstat(handle)
            refuse_irregular(path, before)
            data = _content(path, handle, before.st_size, limit)
            after = os.fstat(handle)
        finally:
            os.close(handle)
        if (before.st_mtime_ns, before.st_size) == (after.st_mtime_ns, after.st_size):
            break
    return data


def refuse_irregular(path: Path, status: os.stat_result) -> None:
    """Check that a status is that of a regular file.

    Raises:
        NotRegular: It is not.
    """
    if not stat.S_ISREG(status.st_mode):
        raise NotRegular(0, _what_it_is(status.st_mode), str(path))


def _what_it_is(mode: int) -> str:
    if stat.S_ISDIR(mode):
        return "it is a folder"
    if stat.S_ISLNK(mode):
        return "it is a link, where a file is expected"
    if stat.S_ISFIFO(mode):
        return "it is a pipe, not a file"
    if stat.S_ISSOCK(mode):
        return "it is a socket, not a file"
    return "it is a device, not a file"


def _content(path: Path, handle: int, size: int, limit: int) -> bytes:
    """Return the content of an open file; one that grows beyond the limit is refused."""
    if size > limit:
        raise TooLarge(path, size, limit)
    parts: list[bytes] = []
    total = 0
    while part := os.read(handle, _CHUNK):
        parts.append(part)
        total += len(part)
        if total > limit:
            raise TooLarge(path, total, limit)
    return b"".join(parts)
