"""Whether two names are of one file."""

import os
from pathlib import Path


def same_file(one: Path, other: Path) -> bool:
    """Whether two paths lead to one file: through links, `..`, other names or other letters."""
    if one == other:
        return True
    try:
        return one.samefile(other)
    except (OSError, ValueError):  # one of them is not there yet, or cannot be asked
        return os.path.normcase(os.path.realpath(one)) == os.path.normcase(os.path.realpath(other))
