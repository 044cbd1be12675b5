"""Being alone with a file in a folder where nothing can be made beside it.

Only programs that know of it heed such a lock, and only while the file is the same one; it serves
where every program has to write into the file itself.
"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from laddereditor.regular_files import refuse_odd

if sys.platform == "win32":

    @contextmanager
    def locked(path: Path, deadline: float, why: OSError) -> Iterator[bool]:
        """Raise `why`: a folder that takes no file is a plain fault here."""
        raise why
        yield False

else:
    import fcntl

    _FLAGS = os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC

    @contextmanager
    def locked(path: Path, deadline: float, why: OSError) -> Iterator[bool]:
        """Lock the file that a path leads to; False if another has it until the deadline.

        Raises `why`, the reason why no file could be made beside it, if it cannot be locked.
        """
        target = Path(os.path.realpath(path))
        try:
            handle = os.open(target, _FLAGS)
        except OSError:
            raise why from None
        try:
            refuse_odd(target, os.fstat(handle))
            while not (held := _tried(handle, why)) and time.monotonic() < deadline:
                time.sleep(0.02)
            yield held
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
