"""Where the program's own files of a ladder are: beside its file, or inside its folder.

For a ladder that is a folder, its hidden files and its published versions are inside, named as if a
file with the folder's name were there, so that they stay with the folder when it is moved.
"""

import os
from pathlib import Path

FOLDER_ENDING = ".versions"  # of the folder with a ladder's published versions


def beside(path: Path) -> Path:
    """Return the path that a ladder's own files are beside.

    Args:
        path: The ladder: a file, a link to it, or a folder.

    Returns:
        The file, or for a folder a path in it; there need not be a file at this path.
    """
    target = Path(os.path.realpath(path))
    if target.name.casefold().endswith(FOLDER_ENDING) or not target.is_dir():
        return target
    return target / f"{target.name}.yaml"
