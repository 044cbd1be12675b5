"""Where verbs write: text to standard output, one-line errors to standard error."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from laddereditor.storage.faults import Fault, UnreadableLadder


@dataclass(frozen=True, slots=True)
class Output:
    """Two ways to write a line; tests collect them."""

    line: Callable[[str], None]
    error: Callable[[str], None]


def system_output() -> Output:
    """Return the process's own standard output and error, in UTF-8 wherever they go."""
    return Output(_writer(1), _writer(2))


def _writer(number: int) -> Callable[[str], None]:
    def write(text: str) -> None:
        stream = sys.stdout if number == 1 else sys.stderr
        data = f"{text}\n".encode("utf-8", "replace")
        stream.flush()
        stream.buffer.write(data)
        stream.flush()

    return write


def tell_unreadable(out: Output, path: Path, error: UnreadableLadder) -> None:
    """Write each fault of a file as one line, `laddereditor: FILE:LINE:COL: message`."""
    for fault in error.faults:
        out.error(f"laddereditor: {path}{_position(fault)}: {_one_line(str(fault))}")


def _position(fault: Fault) -> str:
    return f":{fault.place.line}:{fault.place.column}" if fault.place else ""


def _one_line(text: str) -> str:
    return " ".join(text.split())
