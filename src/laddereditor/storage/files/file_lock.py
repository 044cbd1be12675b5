"""Lock a file itself, in a folder where no lock file can be created beside it.

Only programs that check this lock respect it, and only while the file is the same one. It is used
where every program has to write into the file itself.
"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from laddereditor.regular_files import refuse_irregular

if sys.platform == "win32":

    @contextmanager
    def locked(path: Path, deadline: float, why: OSError) -> Iterator[bool]:
        """Raise `why`: on Windows a folder without write access is an ordinary error.

        Args:
            path: The file, or a link to it.
            deadline: Not used on Windows.
            why: The error to raise.
        """
        raise why
        yield False

else:
    import fcntl

    _FLAGS = os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC

    @contextmanager
    def locked(path: Path, deadline: float, why: OSError) -> Iterator[bool]:
        """Lock the file that a path leads to; yield False if another has it until the deadline.

        Args:
            path: The file, or a link to it.
            deadline: The time to give up, in seconds as `time.monotonic` counts them.
            why: The reason why no lock file could be created; raised if the file cannot be locked
                either.
        """
        target = Path(os.path.realpath(path))
        try:
            handle = os.open(target, _FLAGS)
        except OSError:
            raise why from None
        try:
            refuse_irregular(target, os.fstat(handle))
            while not (is_ours := _tried(handle, why)) and time.monotonic() < deadline:
                time.sleep(0.02)
            yield is_ours
        finally:
            os.close(handle)

    def _tried(handle: int, why: OSError) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            raise why from None
        return True
