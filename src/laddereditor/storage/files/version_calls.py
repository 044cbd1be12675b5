"""The operating system calls that publishing makes, so that tests can make them fail."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from laddereditor.storage.files.atomic import SYSTEM, System


@dataclass(frozen=True, slots=True)
class VersionCalls:
    """The calls of a save, and those for a folder of frozen copies."""

    system: System = SYSTEM
    make_folder: Callable[[Path], None] = lambda folder: folder.mkdir(mode=0o700)
    remove_folder: Callable[[Path], None] = os.rmdir
    link: Callable[[Path, Path], None] = os.link  # fails if a file has that name
    rename: Callable[[Path, Path], None] = os.rename


CALLS = VersionCalls()
