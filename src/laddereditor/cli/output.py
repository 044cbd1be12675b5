"""Where verbs write: text to standard output, one-line errors to standard error.

A reader that stops reading (`| head -1`) is not an error: the rest is dropped, and the verb ends
with its own exit code. A full disk is an error, which `OutputFailed` reports.
"""

import errno
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from laddereditor.model.spacing import single_spaced
from laddereditor.model.terminal import harmless
from laddereditor.storage.files.system_words import reason
from laddereditor.storage.reading.faults import Fault, UnreadableLadder
from laddereditor.storage.reading.places import Place

_NO_FILE = ("/dev/null", "nul")
_CLOSED = (errno.EPIPE, errno.ECONNRESET, errno.ESHUTDOWN)


class OutputFailed(Exception):
    """Standard output cannot be written; the message says why."""


@dataclass(frozen=True, slots=True)
class Output:
    """Functions that write a line; tests collect the lines."""

    line: Callable[[str], None]
    error: Callable[[str], None]


def system_output() -> Output:
    """Return the process's standard output and error, always in UTF-8."""
    return Output(_line, _error)


def harmless_output(out: Output) -> Output:
    """Return an output that escapes control characters for terminals."""
    return Output(
        line=lambda text: out.line(harmless(text)), error=lambda text: out.error(harmless(text))
    )


def _line(text: str) -> None:
    """Write a line to standard output. Raises OutputFailed."""
    if sys.stdout is None:
        raise OutputFailed("it is closed")
    try:
        _write(sys.stdout, text)
    except OSError as error:
        _drop(sys.stdout)
        if not _is_closed(error):
            raise OutputFailed(reason(error)) from error


def _error(text: str) -> None:
    """Write a line to standard error, if it is open."""
    if sys.stderr is None:
        return
    try:
        _write(sys.stderr, text)
    except OSError:
        _drop(sys.stderr)


def _write(stream: TextIO, text: str) -> None:
    data = f"{text}\n".encode("utf-8", "replace")
    stream.flush()
    stream.buffer.write(data)
    stream.flush()


def _is_closed(error: OSError) -> bool:
    """Whether the reader of a pipe is gone; Windows reports that as an invalid argument."""
    return error.errno in _CLOSED or (sys.platform == "win32" and error.errno == errno.EINVAL)


def _drop(stream: TextIO) -> None:
    """Discard the rest of the output, including what the end of the process writes."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def is_no_file(name: str) -> bool:
    """Whether a name means that there is no file, as git passes it."""
    return name.lower() in _NO_FILE


def report_unreadable(out: Output, path: Path, error: UnreadableLadder) -> None:
    """Write each fault of a file as one line, `laddereditor: FILE:LINE:COL: message`.

    Args:
        out: Where errors are written.
        path: The file or folder, as the person named it.
        error: What is wrong with it.
    """
    for fault in error.faults:
        out.error(f"laddereditor: {_position(path, fault)}: {single_spaced(str(fault))}")


def file_at(path: Path, place: Place | None) -> Path:
    """Return the file of a place: in a ladder that is a folder, one of its files."""
    return path / place.file if place and place.file else path


def _position(path: Path, fault: Fault) -> str:
    place = fault.place
    return f"{file_at(path, place)}:{place.line}:{place.column}" if place else str(path)
