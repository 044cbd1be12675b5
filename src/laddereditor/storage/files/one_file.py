"""Read the bytes of one file that may be a ladder, in words for people."""

import hashlib
import os
from contextlib import suppress
from pathlib import Path

from laddereditor.regular_files import NotRegular, TooLarge, read_regular
from laddereditor.storage.files.guard import Busy, exclusive
from laddereditor.storage.files.in_place import finish_rewriting, is_rewriting
from laddereditor.storage.files.program import this_program
from laddereditor.storage.files.system_words import reason
from laddereditor.storage.reading.encoding import MAX_BYTES, too_large
from laddereditor.storage.reading.faults import Fault, UnreadableLadder

ABSENT = ""  # the digest of a file that does not exist


def digest_of(data: bytes) -> str:
    """Return the digest that identifies a state of a file."""
    return hashlib.sha256(data).hexdigest()


def read_ladder_file(path: Path) -> bytes:
    """Return the bytes of a file that may be a ladder.

    Raises:
        UnreadableLadder: The file cannot be read.
    """
    try:
        _finish_rewriting(path)
        data = read_regular(path, MAX_BYTES)
        if is_rewriting(path):  # somebody started to write while it was read
            _finish_rewriting(path)
            data = read_regular(path, MAX_BYTES)
        return data
    except TooLarge as error:
        raise UnreadableLadder(too_large(error.size)) from None
    except NotRegular as error:
        what = (error.strerror or "").removeprefix("it ")
        within = " in it" if what == "is a folder" else ""
        message = f"{path.name} {what}. Open a file{within} instead"
    except Busy as busy:
        message = str(busy)
    except FileNotFoundError:
        message = (
            f"There is no file {path.name} in {os.path.realpath(path.parent)}. "
            "It may have been moved or renamed"
        )
    except PermissionError:
        message = f"You have no right to read {path.name}. Ask its owner for access"
    except (OSError, ValueError) as error:
        message = f"{path.name} cannot be read: {reason(error)}. Is its drive still connected?"
    raise UnreadableLadder(Fault(message))


def _finish_rewriting(path: Path) -> None:
    """Wait for a program that is writing into a file, and finish an interrupted write.

    Raises:
        Busy: The program did not finish in time.
    """
    if is_rewriting(path):
        target = Path(os.path.realpath(path))
        with suppress(OSError), exclusive(target, this_program()):
            finish_rewriting(target)
