"""The log of unexpected errors in this user's state folder; old entries make room for new ones."""

import logging
import os
import stat
from datetime import datetime
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import IO

from laddereditor.session.error_facts import program_text, short_file
from laddereditor.storage.files.state_folder import NoStateFolder, state_folder

_NAME, _CRASHES = "errors.log", "crashes.log"
_BYTES, _OLDER = 200_000, 3  # size of one file, and how many older ones are kept
_CRASH_BYTES, _END_BYTES = 100_000, 4_000  # bytes read of a crash, and bytes shown of the log's end
_OPEN = os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


def log_path() -> Path:
    """Return the path of the log.

    Raises:
        NoStateFolder: There is no folder to store it in.
    """
    return state_folder("log") / _NAME


def write_log(text: str) -> Path:
    """Add an entry with its time to the log, and return the log's path.

    Raises:
        NoStateFolder: There is no folder to store it in.
        OSError: The log cannot be written.
    """
    path = log_path()
    when = datetime.now().astimezone().isoformat(timespec="seconds")
    handler = _Handler(path)
    try:
        entry = f"{when} process {os.getpid()}, {program_text()}\n{_indented(text)}\n"
        handler.emit(logging.LogRecord("laddereditor", logging.ERROR, "", 0, entry, None, None))
    finally:
        handler.close()
    return path


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.splitlines())


class _Handler(RotatingFileHandler):
    """Writes to a regular file that only this user can read; errors are raised."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, maxBytes=_BYTES, backupCount=_OLDER, encoding="utf-8", delay=True)

    def _open(self) -> TextIOWrapper:
        return _opened(Path(self.baseFilename))

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name
        """Raise the error instead of printing it."""
        raise  # noqa: PLE0704 - logging calls this while it handles the error


def _opened(path: Path) -> TextIOWrapper:
    """Open one of our files for appending; a link, a pipe or a device is refused."""
    number = os.open(path, os.O_WRONLY | os.O_APPEND | _OPEN, 0o600)
    if not stat.S_ISREG(os.fstat(number).st_mode):
        os.close(number)
        raise OSError(0, "something else has the log's name")
    return open(number, "a", encoding="utf-8")  # noqa: PTH123 - it is open already


def take_crash() -> bool:
    """Add what a crash of the last run left to the log; return whether there was anything.

    Raises:
        NoStateFolder: There is no folder to store it in.
        OSError: The log cannot be written.
    """
    path = log_path().with_name(_CRASHES)
    if not path.is_file() or path.is_symlink():
        return False
    with path.open("rb") as file:
        left = file.read(_CRASH_BYTES).decode("utf-8", "replace").strip()
    if left:
        headline = "The program was ended by a fault outside its own code"
        write_log(f"{headline}\n{_without_folders(left)}")
    os.truncate(path, 0)
    return bool(left)


def crash_file() -> IO[str]:
    """Return the file that the interpreter writes to when it crashes; `take_crash` reads it.

    Raises:
        NoStateFolder: There is no folder to store it in.
        OSError: The file cannot be created.
    """
    return _opened(log_path().with_name(_CRASHES))


def log_end() -> str:
    """Return the last entries of the log, "" if there are none."""
    try:
        path = log_path()
        if not path.is_file() or path.is_symlink():
            return ""
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - _END_BYTES))
            return file.read(_END_BYTES).decode("utf-8", "replace").strip()
    except (OSError, NoStateFolder):
        return ""


def _without_folders(trace: str) -> str:
    """Return the interpreter's own report without the folders of this machine."""
    lines = []
    for line in trace.splitlines():
        start, quote, rest = line.partition('"')
        name, _, end = rest.partition('"')
        lines.append(f"{start}{short_file(name)}{end}" if quote else line)
    return "\n".join(lines)
