"""The name of an open file, for people."""

import re
from pathlib import Path

from laddereditor.model.ladder import Ladder

# `2.1.0.yaml`, and what mail programs and browsers call it: `2.1.0 (1).yaml`, `v2.1.0.yml`.
_ONLY_A_VERSION = re.compile(r"v?\d+(?:\.\d+){1,2}(?:[-+ (_].*)?")


def file_words(path: Path, ladder: Ladder) -> str:
    """Return the name of a ladder's file.

    The file of a published copy is named by its version alone. Outside its folder that does not
    identify the ladder, so the ladder's name is put before it.
    """
    name = ladder.name or ladder.id
    if not name or not _ONLY_A_VERSION.fullmatch(path.stem):
        return path.name
    return f"{' '.join(name.split())} {ladder.version} ({path.name})".replace("  ", " ")
