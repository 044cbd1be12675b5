"""The names of the hidden files that the program makes beside a ladder."""

import hashlib
import os
from pathlib import Path

_LONGEST_NAME = 200  # bytes of a file name that leave room for the endings


def beside(path: Path, ending: str) -> Path:
    """Return the hidden file of some ending beside the file that a path or link leads to."""
    target = Path(os.path.realpath(path))
    name = target.name
    if len(os.fsencode(name)) > _LONGEST_NAME:
        digest = hashlib.sha256(os.fsencode(name)).hexdigest()[:8]
        name = f"{name[: _LONGEST_NAME // 4]}-{digest}"
    return target.with_name(f".{name}.{ending}")
