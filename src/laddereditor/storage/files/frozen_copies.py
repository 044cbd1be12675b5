"""Recognise files that are published versions, which are never written to again."""

import os
from pathlib import Path

from laddereditor.storage.files.folder_anchor import FOLDER_ENDING
from laddereditor.storage.files.frozen_digests import read_digests
from laddereditor.storage.files.version_folders import (
    DIGESTS,
    pending_version,
    version_named,
)


def is_frozen_copy(path: Path) -> bool:
    """Whether a file is a published version of some ladder rather than a ladder to work on.

    It is one if its path says so (`technology.versions/2.1.0.yaml`) or the list of digests beside
    it names it. A read-only mark does not count, because git and mail do not keep it.
    """
    target = Path(os.path.realpath(path))
    version = version_named(target)
    return bool(version) and (_in_folder(target) or version in read_digests(target.parent))


def belongs_to_versions(path: Path) -> bool:
    """Whether a file is a published version or one of the program's own files beside them."""
    target = Path(os.path.realpath(path))
    if is_frozen_copy(target):
        return True
    return _in_folder(target) and (target.name == DIGESTS or bool(pending_version(target)))


def _in_folder(target: Path) -> bool:
    return target.parent.name.casefold().endswith(FOLDER_ENDING)
