"""Whether two paths name the same file."""

import os
from pathlib import Path


def same_file(one: Path, other: Path) -> bool:
    """Whether two paths lead to the same file, through links, `..`, hard links or letter case."""
    if one == other:
        return True
    try:
        return one.samefile(other)
    except (OSError, ValueError):  # one of them does not exist yet, or cannot be accessed
        return os.path.normcase(os.path.realpath(one)) == os.path.normcase(os.path.realpath(other))
