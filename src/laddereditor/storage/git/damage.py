"""Tell errors of a damaged git repository apart from mistakes of this program."""

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

# The errors that reading damaged bytes raises.
_DAMAGE = (
    *(OSError, LookupError, ValueError, ArithmeticError, AssertionError, EOFError),
    *(RecursionError, MemoryError, NotImplementedError, zlib.error, struct.error),
    *(ChecksumMismatch, FileFormatException, NotGitRepository, WrongObjectException),
    ObjectTooLarge,
)
_LIBRARY = Path(dulwich.__file__).parent


def is_damage(error: Exception) -> bool:
    """Whether an error means a damaged repository; any other error is a mistake to be reported.

    On damaged data dulwich may raise any error; such errors are raised in its own files.
    """
    if isinstance(error, _DAMAGE):
        return True
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return trace is not None and _LIBRARY in Path(trace.tb_frame.f_code.co_filename).parents
