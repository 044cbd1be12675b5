"""Find the folder whose ladder a single file is a part of."""

import re
from contextlib import suppress
from itertools import islice
from pathlib import Path

from laddereditor.model.counting import plural
from laddereditor.model.ladder import Ladder
from laddereditor.regular_files import read_regular
from laddereditor.storage.files.folder.document import FolderDocument
from laddereditor.storage.files.folder.reading import read_folder
from laddereditor.storage.reading.faults import UnreadableLadder

_ID = re.compile(rb"^id:[ \t]+[\"']?([\w-]+)[\"']?[ \t]*(?:#.*)?\r?$", re.MULTILINE)
_WHOLE = ("name", "levels", "families")  # what a ladder in one file has
# Both are our choice, so that opening a file on a slow share takes no longer than it has to.
_MOST = 30  # files of a folder that are looked into
_LARGEST = 256_000  # bytes of each


def folder_of_part(path: Path, ladder: Ladder) -> tuple[Path, FolderDocument] | None:
    """Return the folder whose files make one ladder with a file, and its document. Never raises.

    Args:
        path: The file.
        ladder: What it holds; a ladder with name, levels and families is not a part.
    """
    if not ladder.id or all(getattr(ladder, name) for name in _WHOLE):
        return None
    parent = path.absolute().parent
    for folder in (parent.parent, parent):
        with suppress(OSError, UnreadableLadder):
            if _has_part(folder, path, ladder.id):
                document, _ = read_folder(folder)
                if any(folder / one.name == path.absolute() for one in document.files):
                    return folder, document
    return None


def _has_part(folder: Path, path: Path, id_: str) -> bool:
    """Whether another file of a folder, not of those in it, has the id."""
    names = (entry for entry in folder.iterdir() if entry.suffix.casefold() in (".yaml", ".yml"))
    for entry in islice(names, _MOST):
        with suppress(OSError):
            if entry != path.absolute() and id_.encode() in _ID.findall(
                read_regular(entry, _LARGEST)
            ):
                return True
    return False


def part_notice(path: Path, ladder: Ladder) -> str:
    """Return a notice for people who open one file of a folder alone, "" for other files.

    Args:
        path: The file.
        ladder: What it holds.
    """
    found = folder_of_part(path, ladder)
    if found is None:
        return ""
    folder, document = found
    return (
        f"{path.name} is one of {plural(len(document.files), 'file')} of the ladder in the folder "
        f"{folder.name}, and shows only its own part. File › Open a folder… opens all of it."
    )
