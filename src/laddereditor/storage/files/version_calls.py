"""The calls to the operating system that publishing makes, so that tests can let them fail."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from laddereditor.storage.files.atomic import SYSTEM, System


@dataclass(frozen=True, slots=True)
class VersionCalls:
    """Those of a save, and what a folder with frozen copies needs besides."""

    system: System = SYSTEM
    make_folder: Callable[[Path], None] = lambda folder: folder.mkdir(mode=0o700)
    remove_folder: Callable[[Path], None] = os.rmdir
    link: Callable[[Path, Path], None] = os.link  # refuses where there is a file of that name
    rename: Callable[[Path, Path], None] = os.rename


CALLS = VersionCalls()
