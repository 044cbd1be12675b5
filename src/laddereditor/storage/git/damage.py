"""Which errors say that a git repository is damaged, and which are mistakes of this program."""

import struct
import zlib
from pathlib import Path

import dulwich
from dulwich.errors import (
    ChecksumMismatch,
    FileFormatException,
    NotGitRepository,
    WrongObjectException,
)

from laddereditor.storage.git.sizes import ObjectTooLarge

# What reading bytes that are not as they should be ends with.
_DAMAGE = (
    *(OSError, LookupError, ValueError, ArithmeticError, AssertionError, EOFError),
    *(RecursionError, MemoryError, NotImplementedError, zlib.error, struct.error),
    *(ChecksumMismatch, FileFormatException, NotGitRepository, WrongObjectException),
    ObjectTooLarge,
)
_LIBRARY = Path(dulwich.__file__).parent


def is_damage(error: Exception) -> bool:
    """Whether an error is the repository's; any other one is a mistake, and to be reported.

    dulwich, handed garbage, may fail with errors of every kind; they come out of its own files.
    """
    if isinstance(error, _DAMAGE):
        return True
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return trace is not None and _LIBRARY in Path(trace.tb_frame.f_code.co_filename).parents
