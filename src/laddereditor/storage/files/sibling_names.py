"""Name the hidden files that the program creates beside a ladder."""

import hashlib
import os
from pathlib import Path

from laddereditor.storage.files.folder_anchor import beside

_LONGEST_NAME = 200  # bytes of a file name; leaves room for the endings


def sibling_path(path: Path, ending: str) -> Path:
    """Return the path of the hidden file with an ending beside the ladder that a path leads to."""
    target = beside(path)
    name = target.name
    if len(os.fsencode(name)) > _LONGEST_NAME:
        digest = hashlib.sha256(os.fsencode(name)).hexdigest()[:8]
        name = f"{name[: _LONGEST_NAME // 4]}-{digest}"
    return target.with_name(f".{name}.{ending}")
